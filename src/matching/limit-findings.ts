/** What was noticed of limits: those that count nobody, those that decided pairs exceed, those that cannot be kept. */
import { groupText } from "../policy/limits.js";
import type { Finding } from "../types.js";
import type { Columns } from "./compile.js";
import { type LimitGroup, limitKey } from "./limit-groups.js";
import type { Assignment } from "./solvers/solver.js";

/** Findings in the order of the limits and their groups. */
export function limitFindings(
  { policy, mentees: allMentees, mentors: allMentors }: Columns,
  mentorUsed: Int32Array,
  groups: readonly LimitGroup[],
  { refutation, conflicts = [] }: Assignment,
): readonly Finding[] {
  const isEmpty = (members: Int32Array | undefined, all: readonly unknown[]): boolean => (members ?? all).length === 0;
  const nobody = policy.limits.filter((_, at) => {
    const own = groups.filter((group) => group.at === at);
    return own.every(({ mentees, mentors }) => isEmpty(mentees, allMentees) || isEmpty(mentors, allMentors));
  });
  const isOver = ({ at, used }: LimitGroup): boolean => used > (policy.limits[at]!.atMost ?? Number.POSITIVE_INFINITY);
  const unmet = groups.flatMap((group, g): Finding[] => {
    const price = refutation?.limit?.[g] ?? 0;
    const { atMost = 0, atLeast = 0 } = policy.limits[group.at]!;
    const own = conflicts.filter(({ limit }) => limit === g);
    // What prices count on, or what a search found where there are none. A least of 0 asks for nothing, whatever its price.
    const isUnmet = (bound: "least" | "most"): boolean =>
      refutation === undefined
        ? own.some((one) => one.bound === bound)
        : bound === "most"
          ? price > 0
          : price < 0 && group.least > 0;
    const numbers = (bound: "least" | "most") => {
      const near = nearest(own.find((one) => one.bound === bound)?.nearest, group.used);
      return { ...(bound === "most" ? { atMost } : { atLeast }), ...near };
    };
    return (["most", "least"] as const).filter(isUnmet).map((bound) => about("limit-unmet", group, numbers(bound)));
  });
  const minima = conflicts.flatMap(({ mentor, nearest: count }): Finding[] => {
    if (mentor === undefined || count === undefined) return [];
    const { id, minimum = 0 } = allMentors[mentor]!;
    const numbers = { minimum, ...nearest(count, mentorUsed[mentor]!) };
    return [{ code: "minimum-nearest", path: "mentors.minimum", ids: [id], numbers }];
  });
  return [
    ...nobody.map(({ id }): Finding => ({ code: "limit-counts-nobody", path: `limits.${id}`, ids: [], numbers: {} })),
    ...groups.filter(isOver).map((group) => about("over-limit", group, { matches: group.used })),
    ...unmet,
    ...minima,
  ];
}

/** What comes nearest to a bound while everything else is kept, decided pairs counted; nothing where that is not enough. */
const nearest = (count: number | undefined, used: number): Finding["numbers"] =>
  count === undefined ? {} : { nearest: used + count };

function about(code: string, group: LimitGroup, numbers: Finding["numbers"]): Finding {
  const { id, personId, group: value } = limitKey(group);
  const path = value === undefined ? `limits.${id}` : `limits.${id}.${groupText(value)}`;
  return { code, path, ids: personId === undefined ? [] : [personId], numbers };
}
