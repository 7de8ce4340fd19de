/** Counts by a field of people, with small groups suppressed, and those that would give them away. */
import { byCodeUnit } from "../../door.js";
import type { GroupValue } from "../../policy/limits.js";
import { fieldValue, isMissing } from "../../records.js";
import type { Mentee, Mentor } from "../../types.js";

/** People who have a value in common. */
export interface Group {
  /** `null` for those of whom it is not known */
  readonly value: GroupValue | null;
  /** how many have the value: no fewer than the least group */
  readonly people: number;
  /** those of them who are in a live pair, or were in one that ended */
  readonly paired: number;
}

/** The groups that are not shown one by one. */
export interface OtherGroups {
  /** how many groups these are, 1 or more */
  readonly groups: number;
  /** how many people are in any of them, each counted once; `null` where they are too few even together */
  readonly people: number | null;
  /** those of them who are in a live pair, or were in one that ended; `null` where `people` is */
  readonly paired: number | null;
}

/** One side of a scheme by one field. */
export interface ByField {
  /** the largest first, then by value */
  readonly groups: readonly Group[];
  /** absent where every group is shown */
  readonly others?: OtherGroups;
}

/**
 * Groups of at least `least` people. If the others were few, whoever subtracts the shown groups from all would have their
 * counts: so the smallest shown groups join them until all others together are `least` people, or no group is shown. Whoever has
 * several values is in several groups.
 */
export function groupsBy(
  people: readonly (Mentee | Mentor)[],
  field: string,
  isPaired: (id: string) => boolean,
  least: number,
): ByField {
  const members = new Map<GroupValue | null, string[]>();
  for (const person of people) {
    for (const value of valuesOf(fieldValue(person, field))) {
      const own = members.get(value) ?? [];
      own.push(person.id);
      members.set(value, own);
    }
  }
  const all = [...members]
    .map(([value, ids]) => ({ value, ids }))
    .sort((a, b) => b.ids.length - a.ids.length || byCodeUnit(textOf(a.value), textOf(b.value)));
  let shown = all.filter(({ ids }) => ids.length >= least).length;
  const hidden = (): ReadonlySet<string> => new Set(all.slice(shown).flatMap(({ ids }) => ids));
  while (shown > 0 && shown < all.length && hidden().size < least) shown--;
  const groups = all.slice(0, shown).map(({ value, ids }): Group => {
    return { value, people: ids.length, paired: ids.filter(isPaired).length };
  });
  if (shown === all.length) return { groups };
  const rest = [...hidden()];
  const isMany = rest.length >= least;
  const others: OtherGroups = {
    groups: all.length - shown,
    people: isMany ? rest.length : null,
    paired: isMany ? rest.filter(isPaired).length : null,
  };
  return { groups, others };
}

function valuesOf(value: unknown): readonly (GroupValue | null)[] {
  if (isMissing(value)) return [null];
  return (Array.isArray(value) ? value : [value]) as readonly GroupValue[];
}

/** What orders values of any kind: numbers are apart from texts that look like them. */
const textOf = (value: GroupValue | null): string => `${typeof value} ${String(value)}`;
