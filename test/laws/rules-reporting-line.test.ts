/** The laws of reporting lines: two ways of looking them up, both held against a plain walk. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { rules } from "../../src/rules/index.js";
import { lineIntervals } from "../../src/rules/line-intervals.js";
import { connectedRows, lineWalk } from "../../src/rules/line-walk.js";
import { reportingLines } from "../../src/rules/reporting-lines.js";
import type { RuleContext, Verdict } from "../../src/rules/rule.js";
import type { ReportingLine } from "../../src/types.js";
import { runs } from "../helpers/counts.js";
import { naiveVerdict } from "../helpers/naive-rules.js";
import { pairsOf } from "../helpers/people.js";

/** Everybody is in the pool, in both roles; who reports to whom is all there is. */
function organisation(people: number, lines: readonly (readonly [person: number, manager: number])[]): RuleContext {
  const everybody = Array.from({ length: people }, (_, person) => ({ id: `p${person}` }));
  const reported = lines.map(([person, manager]): ReportingLine => ({ person: `p${person}`, manager: `p${manager}` }));
  return {
    mentees: everybody,
    mentors: everybody,
    reportingLines: reported,
    ladder: [],
    asOf: undefined,
    closedWorld: true,
  };
}

/** Trees, tangles, rings, and people who are their own manager. */
const organisations = fc.integer({ min: 2, max: 14 }).chain((people) => {
  const person = fc.nat(people - 1);
  const tree = fc.tuple(...Array.from({ length: people - 1 }, (_, below) => fc.nat(below)));
  return fc
    .record({
      tree: fc.oneof(tree, fc.constant<number[]>([])),
      crossing: fc.array(fc.tuple(person, person), { maxLength: 6 }),
      names: fc.shuffledSubarray([...Array(people).keys()], { minLength: people }),
    })
    .map(({ tree, crossing, names }) => {
      const lines = [...tree.map((manager, index) => [index + 1, manager] as const), ...crossing];
      return organisation(
        people,
        lines.map(([below, above]) => [names[below]!, names[above]!] as const),
      );
    });
});

const levels = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });

test("outsideReportingLine() refuses exactly the pairs that a plain walk connects, rings and levels included", () => {
  const count = { pairs: 0, refused: 0 };
  fc.assert(
    fc.property(organisations, levels, (context, levels) => {
      const given = levels === undefined ? {} : { levels };
      const verdict = rules.outsideReportingLine(given).bind(context);
      for (const [mentee, mentor] of pairsOf(context)) {
        const people = [context.mentees[mentee]!, context.mentors[mentor]!] as const;
        const expected: Verdict = naiveVerdict({ rule: "outside-reporting-line", ...given }, ...people, context);
        expect(verdict(mentee, mentor)).toBe(expected);
        count.pairs++;
        if (expected === 0) count.refused++;
      }
    }),
    { numRuns: runs(150), seed: 1 },
  );
  expect(count.refused / count.pairs).toBeGreaterThan(0.15);
  expect(count.refused / count.pairs).toBeLessThan(0.85);
});

test("lineIntervals() and lineWalk() connect the same people", () => {
  fc.assert(
    fc.property(organisations, (context) => {
      const lines = reportingLines(context);
      const byIntervals = lineIntervals(lines)!;
      const byWalking = lineWalk(lines, Infinity);
      for (let a = lines.size - 1; a >= 0; a--) {
        for (let b = 0; b < lines.size; b++) expect(byIntervals(a, b)).toBe(byWalking(a, b));
      }
    }),
    { numRuns: runs(300), seed: 2 },
  );
});

test("lineIntervals() gives up where it would have to keep too many", () => {
  // Everyone on the lower floor has two managers upstairs, so one of the lines must cross the forest.
  const crossed = organisation(4, [
    [2, 0],
    [3, 1],
    [2, 1],
    [3, 0],
  ]);
  expect(lineIntervals(reportingLines(crossed), 4)).toBeUndefined();
  expect(lineIntervals(reportingLines(crossed))).toBeDefined();
});

const MANY = 100_000;

test("outsideReportingLine() sees through a chain of 100 000 people", { timeout: 30_000 }, () => {
  const chain = Array.from({ length: MANY - 1 }, (_, below) => [below + 1, below] as const);
  const whole = rules.outsideReportingLine().bind(organisation(MANY, chain));
  const near = rules.outsideReportingLine({ levels: 3 }).bind(organisation(MANY, chain));
  let wrong = 0;
  for (let person = 4; person < MANY; person++) {
    const above = (person * 7919) % person;
    if (whole(person, above) !== 0 || whole(above, person) !== 0) wrong++;
    if (near(person, person - 3) !== 0 || near(person, person - 4) !== 2) wrong++;
  }
  expect(wrong).toBe(0);
});

test("outsideReportingLine() sees through a ring of 100 000 people with somebody below and somebody apart", {
  timeout: 30_000,
}, () => {
  const ring = Array.from({ length: MANY }, (_, person) => [person, (person + 1) % MANY] as const);
  const verdict = rules.outsideReportingLine().bind(organisation(MANY + 2, [...ring, [MANY, 0]]));
  let wrong = 0;
  for (let person = 0; person < MANY; person++) {
    const other = (person + 1 + ((person * 7919) % (MANY - 1))) % MANY;
    if (verdict(person, other) !== 0 || verdict(person, MANY) !== 0 || verdict(MANY, person) !== 0) wrong++;
    if (verdict(person, MANY + 1) !== 2) wrong++;
  }
  expect(wrong).toBe(0);
});

test("connectedRows() lists whom lineWalk() connects, or nothing where they are too many", () => {
  fc.assert(
    fc.property(organisations, levels, (context, levels) => {
      const lines = reportingLines(context);
      const connected = lineWalk(lines, levels ?? Infinity);
      const { start, item } = connectedRows(lines, levels)!;
      for (const mentee of context.mentees.keys()) {
        const expected = [...context.mentors.keys()].filter((mentor) =>
          connected(lines.menteeNode[mentee]!, lines.mentorNode[mentor]!),
        );
        expect([...item.subarray(start[mentee], start[mentee + 1])]).toEqual(expected);
      }
      expect(connectedRows(lines, levels, 2 * context.mentees.length - 1)).toBeUndefined();
    }),
    { numRuns: runs(100), seed: 7 },
  );
});
