/** Circles in the reporting lines, found once more by another way: by who can be reached from whom. */
import { byCodeUnit } from "../../door.js";
import type { Pool } from "../../types.js";

type Lines = ReadonlyMap<string, ReadonlySet<string>>;

/** The ids of the people on each circle, in order, the circles by their first id. O(lines), and again for each circle. */
export function circlesOf(pool: Pool): readonly (readonly string[])[] {
  const above = new Map<string, Set<string>>();
  const below = new Map<string, Set<string>>();
  const report = (person: string, manager: string): void => {
    // People who are entered as their own manager have none.
    if (person === manager) return;
    above.set(person, (above.get(person) ?? new Set()).add(manager));
    below.set(manager, (below.get(manager) ?? new Set()).add(person));
  };
  for (const { id, lineManager, supervisors } of [...pool.mentees, ...pool.mentors])
    for (const manager of [lineManager ?? [], supervisors ?? []].flat()) report(id, manager);
  for (const { person, manager } of pool.reportingLines) report(person, manager);

  // Whoever has nobody above, or nobody below, is on no circle, and so on until only circles and what joins them are left.
  const left = new Set([...above.keys()].filter((id) => below.has(id)));
  trim(left, above, below);
  trim(left, below, above);
  const circles: (readonly string[])[] = [];
  for (const id of left) {
    const under = reach(id, below, left);
    const circle = [...reach(id, above, left)].filter((other) => under.has(other)).sort(byCodeUnit);
    for (const member of [id, ...circle]) left.delete(member);
    if (circle.length > 1) circles.push(circle);
  }
  return circles.sort((a, b) => byCodeUnit(a[0]!, b[0]!));
}

/** Takes out those of whom no line leads on to somebody who is left. Each comes to an end once, with the last one after them. */
function trim(left: Set<string>, on: Lines, back: Lines): void {
  const isEnd = (id: string): boolean => [...on.get(id)!].every((next) => !left.has(next));
  const ends = [...left].filter(isEnd);
  for (const id of ends) {
    left.delete(id);
    for (const before of back.get(id)!) if (left.has(before) && isEnd(before)) ends.push(before);
  }
}

/** Everybody that lines lead to from somebody, themself included. */
function reach(from: string, on: Lines, within: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const id of reached) for (const next of on.get(id)!) if (within.has(next)) reached.add(next);
  return reached;
}
