/** Whether a matching is fair to groups: how far each came beside everybody else, with exact intervals for small numbers. */
import { byCodeUnit } from "../door.js";
import { compile } from "../matching/compile.js";
import { checkTogether } from "../matching/together.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult } from "../types.js";
import type { Audit, AuditedGroup, AuditedGrouping, Figures, GroupComparison } from "./audit/comparisons.js";
import { disclosed } from "./audit/disclosure.js";
import { corrected, rateDifference, rateInterval } from "./audit/exact-rates.js";
import { type GroupingInput, readGroupings } from "./audit/groupings.js";
import { type Measure, type Measured, measuresOf } from "./audit/measures.js";
import { LEAST_TOLD } from "./audit/suppressed.js";
import { confirmed } from "./confirmed.js";

/**
 * Compares each group with everybody else: who takes part, is eligible, is matched, accepts, lasts; scores, choices and waiting
 * times; and whom each rule refuses. The groups stand in a table of their own, which `match` never sees. Whether records lack
 * what the policy reads is compared in the same way.
 *
 * Groups under five are suppressed, likewise each measure that concerns fewer than five of a group, and so is whatever would
 * reveal them: other groups, measures, or a grouping as a whole, the later one first, until nobody can reckon from all that is
 * told how few they are, or how few people groups of two groupings have in common at any stage. Totals may be known from
 * elsewhere. What is told of a group of five or more is told whole, as that 3 of its 36 people were not matched; a mean is taken
 * as one of at least five. Whoever sees audits of two pools or two results may subtract those.
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
  const roles = (["mentee", "mentor"] as const).map((role): readonly Compared[] => {
    const measured = measuresOf(columns, result, role);
    const groupings = [
      ...given
        .filter((grouping) => grouping.role === role)
        .map(({ name, groupOf }): Sorted => {
          return sorted(
            name,
            "groups",
            measured.ids.map((id) => groupOf.get(id) ?? null),
          );
        }),
      ...measured.missing.map(({ field, lacks }): Sorted => {
        return sorted(
          field,
          "missing-data",
          lacks.map((is) => (is ? "missing" : "given")),
        );
      }),
    ];
    return compared(measured, role, groupings);
  });
  const all = roles.flat();
  const told = given.map(
    ({ name, role }) => all.find((one) => one.by === "groups" && one.name === name && one.role === role)!,
  );
  // A field of which everybody, or nobody, tells compares nothing.
  const missing = all.filter(({ by, groups: those }) => by === "missing-data" && those.length > 1);
  return correctedAll([...told, ...missing]);
}

/** A comparison before the correction, which takes all of them together. */
type Single = Omit<GroupComparison, "corrected">;

type Compared = Omit<AuditedGrouping, "groups"> & {
  readonly groups: readonly (Omit<AuditedGroup, "comparisons"> & { readonly comparisons: readonly Single[] })[];
};

/** A grouping with the names of its groups in order, and the place of each person's among them. */
interface Sorted extends Pick<AuditedGrouping, "name" | "by"> {
  readonly names: readonly (string | null)[];
  readonly of: readonly number[];
}

/** @param groupOf - the group of each person who applied */
function sorted(name: string, by: AuditedGrouping["by"], groupOf: readonly (string | null)[]): Sorted {
  const names = [...new Set(groupOf)].sort(
    (a, b) => Number(a === null) - Number(b === null) || byCodeUnit(a ?? "", b ?? ""),
  );
  const place = new Map(names.map((group, at) => [group, at]));
  return { name, by, names, of: groupOf.map((group) => place.get(group)!) };
}

function compared({ measures }: Measured, role: AuditedGrouping["role"], groupings: readonly Sorted[]): Compared[] {
  const counted = measures.map(({ kind, of }) => {
    const middle = kind === "amount" ? medianOf(of) : 0;
    return { kind, of: of.map((value) => (value === undefined ? undefined : value > middle)) };
  });
  const told = disclosed(
    counted,
    groupings.map(({ names, of }) => ({ groups: names.length, of })),
  );
  return groupings.map(({ name, by, names, of }, grouping) => {
    const groups = names.map((group, at) => {
      const own = measures.flatMap((measure, m) =>
        told[grouping]![m]!.has(at) ? [comparison(measure, counted[m]!.of, (person) => of[person] === at)] : [],
      );
      const size = of.filter((other) => other === at).length;
      // One group alone has nobody to be compared with.
      return names.length === 1
        ? { group, isSuppressed: size < LEAST_TOLD, comparisons: [] }
        : { group, isSuppressed: own.length === 0, comparisons: own };
    });
    return { name, role, by, groups };
  });
}

/** The middle value, of an even number the lower one. */
function medianOf(of: readonly (number | undefined)[]): number {
  const values = of.filter((value) => value !== undefined).sort((a, b) => a - b);
  return values[Math.floor((values.length - 1) / 2)] ?? 0;
}

function comparison(
  { name, kind, of }: Measure,
  counted: readonly (boolean | undefined)[],
  isIn: (person: number) => boolean,
): Single {
  const figures = (isOwn: boolean): Figures => {
    const own = [...of.keys()].filter((person) => of[person] !== undefined && isIn(person) === isOwn);
    const count = own.filter((person) => counted[person]).length;
    const [least, most] = rateInterval(count, own.length);
    return {
      people: own.length,
      count,
      share: own.length === 0 ? 0 : places(count / own.length),
      interval: [places(least), places(most)],
      ...(kind === "amount" && own.length > 0
        ? { mean: Math.round(own.reduce((sum, person) => sum + of[person]!, 0) / own.length) }
        : {}),
    };
  };
  const [group, others] = [figures(true), figures(false)];
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
