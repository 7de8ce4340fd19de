/** What was noticed of limits: those that count nobody, those that decided pairs exceed, those that cannot be kept. */
import type { Finding } from "../types.js";
import type { Columns } from "./compile.js";
import { type LimitGroup, limitKey } from "./limit-groups.js";
import type { Assignment } from "./solvers/solver.js";

/** Findings in the order of the limits and their groups. */
export function limitFindings(
  { policy }: Columns,
  groups: readonly LimitGroup[],
  { refutation }: Assignment,
): readonly Finding[] {
  const isEmpty = (members: Int32Array | undefined): boolean => members?.length === 0;
  const nobody = policy.limits.filter((_, at) => {
    const own = groups.filter((group) => group.at === at);
    return own.every(({ mentees, mentors }) => isEmpty(mentees) || isEmpty(mentors));
  });
  const isOver = ({ at, used }: LimitGroup): boolean => used > (policy.limits[at]!.atMost ?? Number.POSITIVE_INFINITY);
  const unmet = groups.flatMap((group, g): Finding[] => {
    const price = refutation?.limit?.[g] ?? 0;
    if (price === 0) return [];
    const { atMost = 0, atLeast = 0 } = policy.limits[group.at]!;
    return [about("limit-unmet", group, price > 0 ? { atMost } : { atLeast })];
  });
  return [
    ...nobody.map(({ id }): Finding => ({ code: "limit-counts-nobody", path: `limits.${id}`, ids: [], numbers: {} })),
    ...groups.filter(isOver).map((group) => about("over-limit", group, { matches: group.used })),
    ...unmet,
  ];
}

function about(code: string, group: LimitGroup, numbers: Finding["numbers"]): Finding {
  const { id, personId, group: value } = limitKey(group);
  const path = value === undefined ? `limits.${id}` : `limits.${id}.${String(value)}`;
  return { code, path, ids: personId === undefined ? [] : [personId], numbers };
}
