/** What becomes of reporting lines that are too entangled for intervals. */
import { expect, onTestFinished, test, vi } from "vitest";

test("outsideReportingLine() walks the lines where intervals would be too many", async () => {
  onTestFinished(() => {
    vi.doUnmock("../../src/rules/line-intervals.js");
    vi.resetModules();
  });
  vi.resetModules();
  vi.doMock("../../src/rules/line-intervals.js", () => ({ lineIntervals: () => undefined }));
  const { rules } = await import("../../src/rules/index.js");
  const people = ["ada", "bo", "cy", "di"].map((id) => ({ id }));
  const verdict = rules.outsideReportingLine().bind({
    mentees: people,
    mentors: people,
    reportingLines: [
      { person: "bo", manager: "ada" },
      { person: "cy", manager: "bo" },
    ],
    ladder: [],
    asOf: undefined,
    closedWorld: true,
  });
  const [ada, bo, cy, di] = [0, 1, 2, 3];
  expect([verdict(cy, ada), verdict(ada, cy), verdict(bo, ada)]).toEqual([0, 0, 0]);
  expect([verdict(di, ada), verdict(cy, di)]).toEqual([2, 2]);
});
