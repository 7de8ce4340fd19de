/** Circles of mentoring: somebody's mentor's mentor … is they themselves. */
import { byCodeUnit } from "../door.js";
import type { Columns } from "./compile.js";
import type { Fixed } from "./fixed.js";
import { type Made, type PolicyConstraints, type PolicyRow, positionsOf, rowOf, type Weigh } from "./policy-row.js";
import type { Row } from "./solvers/solver.js";

/** From a mentee to one of their mentors. */
interface Arc {
  readonly from: string;
  readonly to: string;
  readonly mentee: number;
  readonly mentor: number;
}

/**
 * Finds circles among chosen and decided pairs and makes a row of each; `undefined` where no eligible pair lies on one, as
 * under a rule of strict seniority.
 */
export function circlesIn(
  made: Made,
  at: number,
): Required<Pick<PolicyConstraints, "brokenBy" | "isOneOf">> | undefined {
  const { columns, fixed, pairs, menteeOf } = made;
  const { mentees, mentors, policy } = columns;
  const arc = (mentee: number, mentor: number): Arc => {
    return { from: mentees[mentee]!.id, to: mentors[mentor]!.id, mentee, mentor };
  };
  const decided = fixed.pairs.map(({ mentee, mentor }) => arc(mentee, mentor));
  const locks = decided.filter((_, at) => fixed.pairs[at]!.origin === "locked");
  const eligible = Array.from(pairs.mentor, (mentor, p) => arc(menteeOf[p]!, mentor));
  if (!hasCircle([...decided, ...eligible])) return undefined;
  const rows = new WeakSet<Row>();
  const rowFor = (circle: readonly Arc[]): PolicyRow => {
    const isOn = new Set(circle.map(({ mentee, mentor }) => mentee * mentors.length + mentor));
    const key = { id: policy.constraints[at]!.id, ids: circle.map(({ from }) => from) };
    const among = positionsOf(
      made,
      circle.map(({ mentee }) => mentee),
      [],
    );
    const weigh: Weigh = (mentee, mentor) => (isOn.has(mentee * mentors.length + mentor) ? 1 : 0);
    const row = rowOf(made, { at, key, most: circle.length - 1 }, weigh, among);
    rows.add(row);
    return row;
  };
  // Standing pairs alone may be a circle already, which nothing can undo; a lock never bends a constraint.
  const brokenBy = (chosen: Int32Array): readonly PolicyRow[] => {
    const fresh = Array.from(chosen, (p) => eligible[p]!);
    return circlesThrough([...fresh, ...locks], [...decided, ...fresh]).map(rowFor);
  };
  return { brokenBy, isOneOf: (row): row is PolicyRow => rows.has(row) };
}

/** Ids, in order, of those who are on a circle of decided pairs alone. */
export function peopleOnCircles({ mentees, mentors }: Columns, { pairs }: Fixed): readonly string[] {
  const of = new Map<string, string[]>();
  for (const { mentee, mentor } of pairs) {
    const [from, to] = [mentees[mentee]!.id, mentors[mentor]!.id];
    of.set(from, [...(of.get(from) ?? []), to]);
  }
  const comesBack = (id: string): boolean => {
    const seen = new Set<string>();
    const waiting = [...(of.get(id) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === id) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(of.get(next) ?? []));
    }
    return false;
  };
  return [...of.keys()].filter(comesBack).sort(byCodeUnit);
}

/** Whether anybody is on a circle: whoever leads nowhere is taken out until nobody is left, or only circles are (Kahn 1962). */
function hasCircle(arcs: readonly Arc[]): boolean {
  const left = new Map<string, number>();
  const into = new Map<string, string[]>();
  for (const { from, to } of arcs) {
    left.set(from, (left.get(from) ?? 0) + 1);
    if (!left.has(to)) left.set(to, 0);
    const same = into.get(to);
    if (same === undefined) into.set(to, [from]);
    else same.push(from);
  }
  const out = [...left.keys()].filter((person) => left.get(person) === 0);
  for (const person of out) {
    for (const from of into.get(person) ?? []) {
      const count = left.get(from)! - 1;
      left.set(from, count);
      if (count === 0) out.push(from);
    }
  }
  return out.length < left.size;
}

/** Shortest circles through some of the arcs, no two with anybody in common, each from its first id on; none only where there is none. */
function circlesThrough(some: readonly Arc[], arcs: readonly Arc[]): Arc[][] {
  const of = new Map<string, Arc[]>();
  for (const one of arcs) {
    const same = of.get(one.from);
    if (same === undefined) of.set(one.from, [one]);
    else same.push(one);
  }
  const circles: Arc[][] = [];
  const taken = new Set<string>();
  for (const first of some) {
    // Breadth first from its end, until its beginning is met.
    const by = new Map<string, Arc>();
    const met = new Set([first.to]);
    for (const person of met) {
      if (person === first.from) break;
      for (const next of of.get(person) ?? []) {
        if (met.has(next.to)) continue;
        met.add(next.to);
        by.set(next.to, next);
      }
    }
    if (!met.has(first.from)) continue;
    const circle = [first];
    for (let at = first.from; at !== first.to; at = circle[1]!.from) circle.splice(1, 0, by.get(at)!);
    if (circle.some(({ from }) => taken.has(from))) continue;
    for (const { from } of circle) taken.add(from);
    circles.push(fromFirst(circle));
  }
  return circles;
}

/** A circle turned so that its first id comes first. */
function fromFirst(circle: readonly Arc[]): Arc[] {
  const ids = circle.map(({ from }) => from);
  const first = ids.reduce((least, id, at) => (id < ids[least]! ? at : least), 0);
  return [...circle.slice(first), ...circle.slice(0, first)];
}
