/** The laws of forming pairs: whatever is answered for whole rows of mentors is what would be answered pair by pair. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Columns, compile } from "../../src/matching/compile.js";
import { isAllowed, isOverridden } from "../../src/matching/eligibility.js";
import { fixPairs } from "../../src/matching/fixed.js";
import { eligiblePairs } from "../../src/matching/pairs.js";
import { pairRefusals, unmatchedReasons } from "../../src/matching/refusals.js";
import { scoreOf } from "../../src/matching/score.js";
import { parsePolicy } from "../../src/policy.js";
import { pairRule } from "../../src/rules/pair-rule.js";
import { pairCriterion } from "../../src/scoring/pair-criterion.js";
import type { Pool, StandingPair } from "../../src/types.js";
import { anyRule } from "../helpers/any-rule.js";
import { runs } from "../helpers/counts.js";
import { contexts, LADDER } from "../helpers/people.js";

/** Functions of a user's own, which see frozen records only. */
const sameTier = pairRule(
  "same-tier",
  { reads: { mentee: ["tier"], mentor: ["tier"] }, onUnknown: "confirm" },
  (mentee, mentor) => {
    if (!Object.isFrozen(mentee) || !Object.isFrozen(mentor)) throw new Error("a record can be written to");
    return mentee.tier === mentor.tier;
  },
);
const alike = pairCriterion(
  "alike",
  { reads: { mentee: ["profession"], mentor: ["profession"] } },
  (mentee, mentor) => {
    if (!Object.isFrozen(mentee) || !Object.isFrozen(mentor)) throw new Error("a record can be written to");
    return mentee.profession === mentor.profession ? 1 : 0.25;
  },
);

const areas = fc.subarray(["grants", "promotion", "writing", "teaching"]);
const onUnknown = fc.constantFrom(undefined, "refuse", "confirm", "allow");
const share = fc.nat(99);
const status = fc.constantFrom<StandingPair["status"]>("met", "proposed", "declined", "dissolved", "completed");

/** Pools with gaps of every sort under policies of every sort of rule, words on single pairs included. */
const columns: fc.Arbitrary<Columns> = fc
  .record({
    context: contexts,
    must: fc.array(fc.tuple(anyRule, onUnknown), { maxLength: 3 }),
    isOwnRuleIn: fc.boolean(),
    lists: fc.array(fc.tuple(areas, areas), { minLength: 5, maxLength: 5 }),
    minimumScore: fc.constantFrom(0, 0, 3000, 6000),
    words: fc.array(fc.tuple(share, fc.constantFrom("forbid", "override", "pair"), share, status), { maxLength: 8 }),
  })
  .map(({ context, must, isOwnRuleIn, lists, minimumScore, words }) => {
    const policy = parsePolicy({
      name: "law",
      ladder: LADDER,
      must: [
        ...must.map(([json, unknown], at) => ({ ...json, id: `rule ${at}`, ...(unknown && { onUnknown: unknown }) })),
        ...(isOwnRuleIn ? [sameTier] : []),
      ],
      prefer: [{ criterion: "shared-areas", weight: 2 }, { criterion: "seniority-gap" }, alike],
      minimumScore,
    });
    const { mentees, mentors, reportingLines, asOf } = context;
    const ids = [...policy.must.map(({ id }) => id), "minimumScore"];
    const pairOf = (number: number) => ({
      menteeId: mentees[number % mentees.length]!.id,
      mentorId: mentors[number % mentors.length]!.id,
    });
    const said = (word: string) => words.filter(([, one]) => one === word);
    const pool = {
      mentees: mentees.map((mentee, at) => ({ ...mentee, seeks: lists[at]![0] })),
      mentors: mentors.map((mentor, at) => ({ ...mentor, offers: lists[at]![1] })),
      reportingLines,
      asOf,
      locks: [],
      forbids: said("forbid").map(([number]) => pairOf(number)),
      overrides: said("override").map(([number, , rule]) => ({
        ...pairOf(number),
        rule: ids[rule % ids.length]!,
        reason: "tested",
      })),
      pairs: said("pair").map(([number, , , is]) => ({ ...pairOf(number), status: is })),
    } as unknown as Pool;
    return compile(pool, policy);
  });

test("eligiblePairs() are exactly the pairs that are allowed when each is asked about, with the scores of each", () => {
  const met = { made: 0, refused: 0, overridden: 0, weak: 0 };
  fc.assert(
    fc.property(columns, fc.constantFrom(undefined, 0, 2), (given, mostAhead) => {
      const fixed = fixPairs(given);
      const decided = new Set(fixed.pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
      const { start, mentor: mentors, score } = eligiblePairs(given, fixed, undefined, mostAhead)!;
      const expected = given.mentees.map((_, mentee) =>
        [...given.mentors.keys()].flatMap((mentor) => {
          const isOpen =
            fixed.demand[mentee]! > 0 && fixed.capacity[mentor]! > 0 && !decided.has(`${mentee} ${mentor}`);
          if (!isOpen || !isAllowed(given, mentee, mentor)) {
            met.refused++;
            return [];
          }
          const points = scoreOf(given, mentee, mentor);
          const isSetAside = isOverridden(given, mentee, mentor, "minimumScore");
          if (points < given.policy.minimumScore && !isSetAside) {
            met.weak++;
            return [];
          }
          if (given.overridden[mentee]?.has(mentor) === true) met.overridden++;
          met.made++;
          return [[mentor, points]];
        }),
      );
      const actual = given.mentees.map((_, mentee) =>
        Array.from(mentors.subarray(start[mentee], start[mentee + 1]), (mentor, at) => [
          mentor,
          score[start[mentee]! + at]!,
        ]),
      );
      expect(actual).toEqual(expected);
    }),
    { numRuns: runs(400), seed: 1 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(10);
});

test("unmatchedReasons() counts what refuses each pair when each is asked about", () => {
  const met = { sole: 0, several: 0, full: 0 };
  fc.assert(
    fc.property(columns, (given) => {
      const { capacity } = fixPairs(given);
      const reasonsOf = unmatchedReasons(given, capacity);
      given.mentees.forEach(({ id: menteeId }, mentee) => {
        const asked = [...given.mentors.keys()].filter((mentor) => given.mentorsPart.refusedBy[mentor]!.length === 0);
        const refusals = asked.map((mentor) => pairRefusals(given, mentee, mentor));
        const order = ["self", "forbid", "avoid", "ended-pair", ...given.rules.map(({ id }) => id), "minimumScore"];
        const free = asked.filter((_, at) => refusals[at]!.length === 0);
        const expected = {
          menteeId,
          refusedBy: order
            .map((id) => ({
              id,
              mentors: refusals.filter((ids) => ids.includes(id)).length,
              soleMentors: refusals.filter((ids) => ids.length === 1 && ids[0] === id).length,
            }))
            .filter(({ mentors }) => mentors > 0),
          eligible: free.length,
          full: free.filter((mentor) => capacity[mentor] === 0).length,
        };
        met.sole += refusals.filter(({ length }) => length === 1).length;
        met.several += refusals.filter(({ length }) => length > 1).length;
        met.full += expected.full;
        expect(reasonsOf(mentee)).toEqual(expected);
      });
    }),
    { numRuns: runs(300), seed: 2 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(10);
});
