/** What becomes of reporting lines in which too many people are connected to list them. */
import { expect, onTestFinished, test, vi } from "vitest";
import type { Verdict } from "../../src/index.js";

/** Two chains, each of people who stand one above the other: each meets more people than a list is made for. */
const LENGTH = 150;
const people = Array.from({ length: 2 * LENGTH }, (_, at) => ({ id: `p${at}` }));
const reportingLines = people
  .slice(1)
  .flatMap(({ id }, at) => (at + 1 === LENGTH ? [] : [{ person: id, manager: `p${at}` }]));

/** What the rule says of each pair, and how often it asked for intervals, which there are unless they are `denied`. */
async function judged(options: { readonly levels?: number }, isDenied: boolean) {
  onTestFinished(() => {
    vi.doUnmock("../../src/rules/line-intervals.js");
    vi.resetModules();
  });
  vi.resetModules();
  const real = await vi.importActual<typeof import("../../src/rules/line-intervals.js")>(
    "../../src/rules/line-intervals.js",
  );
  const lineIntervals = vi.fn(isDenied ? () => undefined : real.lineIntervals);
  vi.doMock("../../src/rules/line-intervals.js", () => ({ lineIntervals }));
  const { rules } = await import("../../src/rules/index.js");
  const context = { mentees: people, mentors: people, reportingLines, ladder: [], asOf: undefined, closedWorld: true };
  const verdict = rules.outsideReportingLine(options).bind(context);
  const verdicts: Verdict[] = people.flatMap((_, a) => people.map((_, b) => verdict(a, b)));
  return { verdicts, asked: lineIntervals.mock.calls.length };
}

/** What it has to say: of two in one chain, at most `levels` steps apart, that they must not meet. */
const wanted = (levels: number): Verdict[] =>
  people.flatMap((_, a) =>
    people.map((_, b): Verdict => {
      const isOneChain = a < LENGTH === b < LENGTH;
      return isOneChain && a !== b && Math.abs(a - b) <= levels ? 0 : 2;
    }),
  );

test("outsideReportingLine() asks intervals where too many are connected to list them", async () => {
  expect(await judged({}, false)).toEqual({ verdicts: wanted(Infinity), asked: 1 });
});

test("outsideReportingLine() walks the lines where intervals would be too many", async () => {
  expect(await judged({}, true)).toEqual({ verdicts: wanted(Infinity), asked: 1 });
});

test("outsideReportingLine() walks no further than so many levels where too many are within them to list", async () => {
  expect(await judged({ levels: 70 }, false)).toEqual({ verdicts: wanted(70), asked: 0 });
});
