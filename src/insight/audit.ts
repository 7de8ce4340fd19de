/** Whether a matching is fair to groups: how far each came beside everybody else, with exact intervals for small numbers. */
import { byCodeUnit } from "../door.js";
import { compile } from "../matching/compile.js";
import { checkTogether } from "../matching/together.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult } from "../types.js";
import { corrected, rateDifference, rateInterval } from "./audit/exact-rates.js";
import { type GroupingInput, readGroupings } from "./audit/groupings.js";
import { type Measure, type Measured, measuresOf } from "./audit/measures.js";
import { suppressed } from "./audit/suppressed.js";
import { confirmed } from "./confirmed.js";

/** What is known of some people. Shares are 0 … 1, to four places. */
export interface Figures {
  /** those whom the measure concerns */
  readonly people: number;
  /** those for whom it is so; of an amount, those above the median of all */
  readonly count: number;
  readonly share: number;
  /** the exact 95 % interval of the share (Clopper and Pearson) */
  readonly interval: readonly [least: number, most: number];
  /** of an amount only: its mean, to a whole number; of choices and scores as results give them */
  readonly mean?: number;
}

/** One measure of one group beside everybody else. */
export interface GroupComparison {
  /**
   * `"takes-part"`, of those who applied; `"eligible"`, of those; `"matched"`, of those; `"accepted"`, of those whose pairs were
   * answered; `"lasted"` to their end, of those whose accepted pairs have ended. `"score"`, `"choice"`, `"waiting-days"`; and for
   * each rule what part of 10 000 it refuses them, of those who might have been a pair with them
   */
  readonly measure: string;
  readonly group: Figures;
  readonly others: Figures;
  /** how probable such a difference of shares, or a less likely one, is by chance alone (Fisher's exact test, two-sided) */
  readonly probability: number;
  /** the same when so many comparisons are made at once (Holm's correction over the whole audit) */
  readonly corrected: number;
}

/** One group; of one that is suppressed nothing is told, not even its size. */
export interface AuditedGroup {
  /** `null` for those of whom it is not stated */
  readonly group: string | null;
  readonly isSuppressed: boolean;
  /** measures that are suppressed are not among them */
  readonly comparisons: readonly GroupComparison[];
}

/** One way to tell people apart. */
export interface AuditedGrouping {
  readonly name: string;
  readonly role: "mentee" | "mentor";
  /** whether the groups were given, or are made of whose record lacks a field that the policy reads */
  readonly by: "groups" | "missing-data";
  /** in order of their names, those not stated last */
  readonly groups: readonly AuditedGroup[];
}

/** What {@link audit} finds. */
export interface Audit {
  readonly groupings: readonly AuditedGrouping[];
  /** how many comparisons Holm's correction is for */
  readonly comparisons: number;
}

/**
 * Compares each group with everybody else: who takes part, is eligible, is matched, accepts, lasts; scores, choices and waiting
 * times; and whom each rule refuses. The groups stand in a table of their own, which `match` never sees. Whether records lack
 * what the policy reads is compared in the same way.
 *
 * Groups under five are suppressed, and so many more, smallest first, that nobody finds them by subtraction; likewise each
 * measure that concerns fewer than five. Groupings that cut across each other are not looked at together: what two of them
 * leave between them is for whoever publishes both to judge.
 *
 * @param resultInput - what `match` made of this pool and policy
 * @param groups - a table for each way to tell people apart; none compares by missing data alone
 * @throws InputError listing everything that is wrong with the pool, the policy or the groups, or where the result is not what
 * it says
 * @remarks O(mentees × mentors × rules)
 *
 * @example
 * ```ts
 * import { audit, match } from "mentor-match";
 *
 * const ids = Array.from({ length: 20 }, (_, at) => `e${at}`);
 * const pool = { mentees: ids.map((id) => ({ id })), mentors: [{ id: "ada", capacity: 12 }] };
 * const members = ids.map((id, at) => ({ id, group: at < 8 ? "part-time" : "full-time" }));
 * const policy = { name: "Any pair" };
 * const { groupings } = audit(pool, policy, match(pool, policy), [{ name: "working time", members }]);
 * const [, partTime] = groupings[0]!.groups;
 * partTime!.comparisons.find(({ measure }) => measure === "matched")?.group.people; // => 8
 * ```
 */
export function audit(
  poolInput: PoolInput,
  policyInput: PolicyInput,
  resultInput: MatchResult,
  groups: readonly GroupingInput[],
): Audit {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  checkTogether(pool, policy);
  const given = readGroupings(pool, groups);
  const result = confirmed(pool, policy, resultInput);
  const columns = compile(pool, policy);
  const measured = { mentee: measuresOf(columns, result, "mentee"), mentor: measuresOf(columns, result, "mentor") };
  const told = given.map(({ name, role, groupOf }): Compared => {
    const of = measured[role].ids.map((id) => groupOf.get(id) ?? null);
    return { name, role, by: "groups", groups: compared(measured[role], of) };
  });
  const missing = (["mentee", "mentor"] as const).flatMap((role) =>
    measured[role].missing.map(({ field, lacks }): Compared => {
      const of = lacks.map((is) => (is ? "missing" : "given"));
      return { name: field, role, by: "missing-data", groups: compared(measured[role], of) };
    }),
  );
  // A field of which everybody, or nobody, tells compares nothing.
  return correctedAll([...told, ...missing.filter((grouping) => grouping.groups.length > 1)]);
}

/** A comparison before the correction, which takes all of them together. */
type Single = Omit<GroupComparison, "corrected">;

type Compared = Omit<AuditedGrouping, "groups"> & {
  readonly groups: readonly (Omit<AuditedGroup, "comparisons"> & { readonly comparisons: readonly Single[] })[];
};

/** @param of - the group of each person who applied */
function compared({ measures }: Measured, of: readonly (string | null)[]): Compared["groups"] {
  const names = [...new Set(of)].sort(
    (a, b) => Number(a === null) - Number(b === null) || byCodeUnit(a ?? "", b ?? ""),
  );
  const sizes = names.map((name) => of.filter((own) => own === name).length);
  const out = suppressed(sizes);
  const outOf = measures.map((measure) =>
    suppressed(
      names.map((name) => measure.of.filter((value, at) => value !== undefined && of[at] === name).length),
      out,
    ),
  );
  return names.map((group, at) => ({
    group,
    isSuppressed: out.has(at),
    // One group alone has nobody to be compared with.
    comparisons:
      names.length === 1
        ? []
        : measures.flatMap((measure, m) =>
            outOf[m]!.has(at) ? [] : [comparison(measure, (person) => of[person] === group)],
          ),
  }));
}

function comparison({ name, kind, of }: Measure, isIn: (person: number) => boolean): Single {
  const values = of.filter((value) => value !== undefined);
  const median = kind === "amount" ? [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]! : 0;
  const figures = (own: readonly number[]): Figures => {
    const count = own.filter((value) => value > median).length;
    const [least, most] = rateInterval(count, own.length);
    return {
      people: own.length,
      count,
      share: own.length === 0 ? 0 : places(count / own.length),
      interval: [places(least), places(most)],
      ...(kind === "amount" && own.length > 0
        ? { mean: Math.round(own.reduce((sum, value) => sum + value, 0) / own.length) }
        : {}),
    };
  };
  const part = (is: boolean): number[] =>
    of.filter((value, at): value is number => value !== undefined && isIn(at) === is);
  const [group, others] = [figures(part(true)), figures(part(false))];
  const probability = places(rateDifference(group.count, group.people, others.count, others.people));
  return { measure: name, group, others, probability };
}

/** To four places. */
const places = (share: number): number => Math.round(10_000 * share) / 10_000;

/** Of two groups, each is everybody else to the other: their comparisons are one test. */
function correctedAll(groupings: readonly Compared[]): Audit {
  const tests = new Map<string, number>();
  const keyOf = (grouping: number, group: number, measure: string): string =>
    JSON.stringify([grouping, groupings[grouping]!.groups.length === 2 ? 0 : group, measure]);
  groupings.forEach(({ groups }, at) => {
    groups.forEach(({ comparisons }, group) => {
      for (const { measure, probability } of comparisons) tests.set(keyOf(at, group, measure), probability);
    });
  });
  const list = corrected([...tests.values()]);
  const known = new Map([...tests.keys()].map((key, at) => [key, places(list[at]!)]));
  return {
    groupings: groupings.map((grouping, at) => ({
      ...grouping,
      groups: grouping.groups.map((own, group) => ({
        ...own,
        comparisons: own.comparisons.map((one) => ({ ...one, corrected: known.get(keyOf(at, group, one.measure))! })),
      })),
    })),
    comparisons: tests.size,
  };
}
