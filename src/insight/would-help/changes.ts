/** Small changes of a pool or policy that could give somebody a mentor, and which of them are worth trying. */
import { hasMentor, listMentors, takeOut } from "../../matching/mentor-row.js";
import { presentMentors, refusedRows } from "../../matching/refusals.js";
import type { Policy } from "../../policy/policy.js";
import { parsePool } from "../../pool.js";
import type { PairIds, Pool } from "../../types.js";
import type { Case } from "../case.js";
import type { Reached } from "../reach/reached.js";
import type { Reach } from "../reach.js";

/** One change: a place more, one rule set aside for one pair, or one limit that is looser by one. */
export type Change =
  | {
      /** one place more at a mentor */
      readonly kind: "place";
      /** id of the mentor */
      readonly mentorId: string;
      /** places the mentor would have then: one more than now, or than their decided pairs where these are more */
      readonly capacity: number;
    }
  | ({
      /** one rule set aside for one pair */
      readonly kind: "override";
      /** id of the only rule that refuses the pair, or `"minimumScore"` */
      readonly rule: string;
    } & PairIds)
  | {
      /** one limit looser by one */
      readonly kind: "limit";
      /** id of the limit */
      readonly id: string;
      /** the new most, one more than now; absent where the least is changed */
      readonly atMost?: number;
      /** the new least, one less than now; absent where the most is changed */
      readonly atLeast?: number;
    };

/** The pool and policy after a change. */
export function changed({ pool, policy, columns }: Case, change: Change): readonly [Pool, Policy] {
  if (change.kind === "override") {
    const { menteeId, mentorId, rule } = change;
    return [
      parsePool({ ...pool, overrides: [...pool.overrides, { menteeId, mentorId, rule, reason: "what if" }] }),
      policy,
    ];
  }
  if (change.kind === "limit") {
    const { id, kind: _, ...bounds } = change;
    return [pool, { ...policy, limits: policy.limits.map((one) => (one.id === id ? { ...one, ...bounds } : one)) }];
  }
  // Beside the policy's ceiling, which would hold this one back, everybody has written down what they have.
  const mentors = pool.mentors.map((mentor) => ({
    ...mentor,
    capacity: mentor.id === change.mentorId ? change.capacity : columns.capacity[columns.mentorIndex.get(mentor.id)!]!,
  }));
  return [parsePool({ ...pool, mentors }), { ...policy, capacity: { default: policy.capacity.default } }];
}

/**
 * Changes that can help: whatever else one of these kinds does, the mentees whom alternating paths reach stay one more than
 * their places, so that somebody has to lose one. A place has to be at a mentor who is reached, a limit one that stands around
 * them, and a new pair has to lead from them to somebody who has room or can make it. Nearest first.
 *
 * @param reached - `undefined` where there are no paths to follow: then these are only those at hand
 */
export function candidateChanges(
  one: Case,
  reach: Reach,
  mentee: number,
  reached: Reached | undefined,
): readonly Change[] {
  const { columns, policy, placesLeft, fixed } = one;
  const all = reached?.mentees ?? [mentee];
  const own = Array.from(listOf(one, reach.allowed(mentee)));
  // Under limits, mentors without a place beside what is decided are on no path.
  const near = new Set([
    ...(reached?.mentors ?? []),
    ...all.flatMap((k) => closedTo(one, reach, k)),
    ...(reached ? [] : own),
  ]);
  const places = [...near]
    .filter((mentor) => placesLeft[mentor]! <= 0)
    .map((mentor): Change => {
      const capacity = Math.max(columns.capacity[mentor]!, fixed.mentorUsed[mentor]!) + 1;
      return { kind: "place", mentorId: columns.mentors[mentor]!.id, capacity };
    });
  const tight =
    reached === undefined
      ? policy.limits.filter(({ atMost }) => atMost !== undefined).map(({ id }) => ({ id, bound: "most" as const }))
      : reached.limits;
  const limits = [...new Map(tight.map((own) => [`${own.bound} ${own.id}`, own])).values()].map(
    ({ id, bound }): Change => {
      const { atMost = 0, atLeast = 0 } = policy.limits.find((limit) => limit.id === id)!;
      return bound === "most" ? { kind: "limit", id, atMost: atMost + 1 } : { kind: "limit", id, atLeast: atLeast - 1 };
    },
  );
  return [...places, ...limits, ...overrides(one, reach, all, new Set(reached?.mentors ?? own))];
}

const listOf = ({ columns }: Case, row: Int32Array): Int32Array => {
  const list = new Int32Array(columns.mentors.length);
  return list.subarray(0, listMentors(row, list, 0));
};

/** Mentors whom nothing refuses to a mentee and who have no place beside what is decided. */
const closedTo = (one: Case, reach: Reach, mentee: number): number[] =>
  Array.from(listOf(one, reach.allowed(mentee))).filter((mentor) => one.fixed.capacity[mentor] === 0);

/** Pairs that one rule alone refuses, from somebody reached to a mentor who is not and has room or can make it. */
function overrides(one: Case, reach: Reach, mentees: readonly number[], near: ReadonlySet<number>): Change[] {
  const { columns, policy, fixed } = one;
  const everybody = presentMentors(columns);
  const refused = refusedRows(columns, everybody);
  const roomy = reach.roomy();
  const rules = new Set([...policy.must.map(({ id }) => id), "minimumScore"]);
  return mentees.flatMap((mentee) => {
    const rows = [...refused(mentee)].filter(([, row]) => row.some((word) => word !== 0));
    return rows.flatMap(([rule, row]) => {
      if (!rules.has(rule)) return [];
      const sole = row.slice();
      for (const [other, out] of rows) if (other !== rule) takeOut(sole, out);
      return Array.from(listOf(one, sole))
        .filter((mentor) => !near.has(mentor) && hasMentor(roomy, mentor) && fixed.capacity[mentor]! > 0)
        .map((mentor): Change => {
          const [menteeId, mentorId] = [columns.mentees[mentee]!.id, columns.mentors[mentor]!.id];
          return { kind: "override", menteeId, mentorId, rule };
        });
    });
  });
}
