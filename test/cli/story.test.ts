/** The story of a cohort, told of small ones in which everything may happen. */
import { expect, test } from "vitest";
import { story } from "../../src/cli/story.js";
import { parsePool } from "../../src/pool.js";

const ART = { department: "Art" };
const LAW = { department: "Law" };

/** One new pair, one that stands, and six mentees who are left over; in December. */
const POOL = {
  asOf: "2026-12-10",
  mentees: [
    { id: "bo", ...LAW },
    { id: "cy", ...ART, conflicts: ["ada", "max"] },
    { id: "di", ...LAW, lineManager: "max" },
    { id: "ed", ...ART, conflicts: ["ada", "max"] },
    { id: "flo", ...LAW },
    { id: "gus", ...LAW },
  ],
  mentors: [
    { id: "ada", ...ART },
    { id: "max", ...ART },
  ],
  pairs: [{ menteeId: "di", mentorId: "max", status: "agreed" as const, since: "2026-01-05" }],
};

/** The lines under a heading of the story under these rules. */
function told(rules: readonly string[], pool: object, heading: string): readonly string[] | undefined {
  const policy = { name: "Small", must: rules.map((rule) => ({ rule })) };
  const { text, isProved } = story({ policy, cohort: () => parsePool({ ...POOL, ...pool }) });
  expect(isProved).toBe(true);
  const section = text.split("\n\n").find((part) => part.startsWith(heading));
  return section?.trimEnd().split("\n  ");
}

test("story() tells who could have somebody, and of whom no rule by itself keeps anybody", () => {
  expect(told(["different-department", "no-conflict"], {}, "Who is left over")?.slice(1)).toEqual([
    expect.stringMatching(/^2 mentees could have somebody, if there were places$/),
    "2 could have nobody",
  ]);
  expect(told(["no-conflict"], {}, "Who is left over")?.at(-1)).toBe(
    "2 could have nobody; what by itself keeps mentors from some of them: no-conflict (2)",
  );
});

test("story() tells since when a rule refuses a pair that stands, where dates say so", () => {
  const heading = "Pairs that a rule refuses today";
  const lines = { reportingLines: [{ person: "di", manager: "max", from: "2026-06-01" }] };
  const mentees = POOL.mentees.map((mentee) => ({ ...mentee, lineManager: null }));
  expect(told(["outside-reporting-line"], { ...lines, mentees }, heading)?.slice(1)).toEqual([
    "di and max: outside-reporting-line since 2026-06-01",
  ]);
  expect(told(["outside-reporting-line"], {}, heading)?.slice(1)).toEqual(["di and max: outside-reporting-line"]);
  expect(told([], {}, heading)).toBeUndefined();
});

test("story() has its next round on the first of the next month, and tells a pair the day it begins on where no term ends it", () => {
  expect(told([], {}, "What a new pair is told")?.slice(1)).toEqual(["from 2027-01-01"]);
  expect(told([], {}, "The next round")?.[0]).toMatch(/^The next round, on 2027-01-01: \w+ and ada declined after/);
  expect(told([], { asOf: "2026-08-31" }, "The next round")?.[0]).toMatch(/^The next round, on 2026-09-01: /);
});
