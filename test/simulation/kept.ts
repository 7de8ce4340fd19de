/** What every round of a year must keep, told apart from what the package says of it. */
import { expect } from "vitest";
import { type Policy, review, verify } from "../../src/index.js";
import type { Rule, RuleContext } from "../../src/rules/rule.js";
import type { Mentee, Mentor, Pool } from "../../src/types.js";
import { naivePersonVerdict, naiveVerdict, type RuleJson } from "../helpers/naive-rules.js";
import { keyOf, type Round } from "./year.js";

/** How often something happened that a year is about. */
export interface Lived {
  matched: number;
  ended: number;
  broken: number;
  renewed: number;
  moved: number;
}

export const nothing = (): Lived => ({ matched: 0, ended: 0, broken: 0, renewed: 0, moved: 0 });

/** Fails where a round does not keep what it must; otherwise counts what happened in it. */
export function checkRound({ pool, result, next, parted }: Round, policy: Policy, lived: Lived): void {
  const checked = verify(pool, policy, result);
  expect(checked.issues).toEqual([]);
  expect(["proved", "searched"]).toContain(checked.status);

  // Nobody is paired again with whom they parted, unless both asked.
  expect(result.matches.map(keyOf).filter((key) => parted.has(key))).toEqual([]);

  // No new pair breaks a rule, and nobody is in one who takes no part.
  const says = naiveOf(pool, policy);
  for (const { menteeId, mentorId, origin, breaks = [] } of result.matches) {
    const [mentee, mentor] = [says.mentees.get(menteeId)!, says.mentors.get(mentorId)!];
    if (origin !== "standing") {
      expect(says.refusedBy(mentee, mentor, policy.must)).toEqual([]);
      expect([says.turnedAway(mentee, "mentees"), says.turnedAway(mentor, "mentors")]).toEqual([[], []]);
      lived.matched++;
    } else {
      // No rule that binds always is broken unlisted.
      const always = says.refusedBy(
        mentee,
        mentor,
        policy.must.filter(({ when }) => when === "always"),
      );
      expect(breaks.filter((id) => id !== "forbid" && id !== "avoid" && id !== "ended-pair")).toEqual(always);
      lived.broken += Math.min(1, always.length);
    }
  }
  const listed = review(pool, policy).map(keyOf);
  expect(listed).toEqual(result.matches.filter(({ breaks }) => breaks !== undefined).map(keyOf));

  // Live pairs of people who are still there stay, but for as many as the policy lets move.
  const live = pool.pairs.filter(({ status }) => ["proposed", "accepted", "met", "agreed"].includes(status));
  const here = live.filter(
    ({ menteeId, mentorId }) =>
      says.mentees.get(menteeId)!.withdrawn === undefined && says.mentors.get(mentorId)!.withdrawn === undefined,
  );
  const made = new Set(result.matches.map(keyOf));
  const moved = here.filter((pair) => !made.has(keyOf(pair))).length;
  expect(moved).toBeLessThanOrEqual(policy.standing.maxChanges ?? here.length);
  lived.moved += moved;
  lived.ended += pool.pairs.length - live.length;
  lived.renewed += pool.pairs.filter(({ term = 1 }) => term > 1).length;

  // Whoever is left over waits since the day they first asked, and never since a later one.
  for (const { menteeId } of result.unmatched) {
    const asked = says.mentees.get(menteeId)!.waitingSince;
    const waits = next.mentees.find(({ id }) => id === menteeId)!.waitingSince;
    expect(waits).toBe(asked ?? pool.asOf);
  }
}

/** What the rules say of people and pairs, in the words of the tests. */
function naiveOf(pool: Pool, policy: Policy) {
  const { mentees, mentors, reportingLines, pairs, relations = [], asOf } = pool;
  const { ladder } = policy;
  const context: Omit<RuleContext, "closedWorld"> = {
    mentees,
    mentors,
    reportingLines,
    pairs,
    relations,
    ladder,
    asOf,
  };
  const isRefused = (verdict: number, onUnknown: Rule["onUnknown"]): boolean =>
    verdict === 0 || (verdict === 1 && (onUnknown === undefined || onUnknown === "refuse"));
  return {
    mentees: new Map(mentees.map((one) => [one.id, one])),
    mentors: new Map(mentors.map((one) => [one.id, one])),
    refusedBy: (mentee: Mentee, mentor: Mentor, must: readonly Rule[]): string[] =>
      must
        .filter(({ json, onUnknown }) => {
          const closedWorld = onUnknown === undefined;
          const verdict = naiveVerdict(json as unknown as RuleJson, mentee, mentor, { ...context, closedWorld });
          return isRefused(verdict, onUnknown);
        })
        .map(({ id }) => id),
    turnedAway: (person: Mentee | Mentor, list: "mentees" | "mentors"): string[] =>
      policy.participation[list]
        .filter(({ json, when, onUnknown }) => {
          const verdict = naivePersonVerdict(json as unknown as RuleJson, person, ladder, onUnknown === undefined);
          return when === "pairing" && isRefused(verdict, onUnknown);
        })
        .map(({ id }) => id),
  };
}
