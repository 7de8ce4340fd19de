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
  const isDecided = new Set(decided.map(({ from, to }) => `${from}\n${to}`));
  const locked = fixed.pairs.filter(({ origin }) => origin === "locked");
  const isLocked = new Set(locked.map(({ mentee, mentor }) => `${mentees[mentee]!.id}\n${mentors[mentor]!.id}`));
  const eligible = Array.from(pairs.mentor, (mentor, p) => arc(menteeOf[p]!, mentor));
  if (circlesAmong([...decided, ...eligible]).length === 0) return undefined;
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
  const brokenBy = (chosen: Int32Array): readonly PolicyRow[] =>
    circlesAmong([...decided, ...Array.from(chosen, (p) => eligible[p]!)])
      // Decided pairs alone may be a circle already, which nothing can undo; a lock never bends a constraint.
      .filter((circle) =>
        circle.some(({ from, to }) => !isDecided.has(`${from}\n${to}`) || isLocked.has(`${from}\n${to}`)),
      )
      .map(rowFor);
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

/** Circles that share nobody, each from its first id on; none only where there is none. Depth first, without recursion. */
function circlesAmong(arcs: readonly Arc[]): Arc[][] {
  const of = new Map<string, Arc[]>();
  for (const one of arcs) {
    const same = of.get(one.from);
    if (same === undefined) of.set(one.from, [one]);
    else same.push(one);
  }
  const circles: Arc[][] = [];
  const done = new Set<string>();
  for (const start of of.keys()) {
    // The way from the start: at each person the arcs tried so far.
    const way: { readonly person: string; tried: number }[] = [{ person: start, tried: 0 }];
    const isOnWay = new Set([start]);
    while (way.length > 0 && !done.has(start)) {
      const last = way.at(-1)!;
      const next = of.get(last.person)?.[last.tried++];
      if (next === undefined) {
        done.add(last.person);
        isOnWay.delete(last.person);
        way.pop();
      } else if (isOnWay.has(next.to)) {
        const from = way.findIndex(({ person }) => person === next.to);
        const circle = way.slice(from).map(({ person, tried }) => of.get(person)![tried - 1]!);
        circles.push(fromFirst(circle));
        // What leads into a circle is looked at again once it is broken.
        for (const { person } of way) done.add(person);
      } else if (!done.has(next.to)) {
        way.push({ person: next.to, tried: 0 });
        isOnWay.add(next.to);
      }
    }
  }
  return circles;
}

/** A circle turned so that its first id comes first. */
function fromFirst(circle: readonly Arc[]): Arc[] {
  const ids = circle.map(({ from }) => from);
  const first = ids.reduce((least, id, at) => (id < ids[least]! ? at : least), 0);
  return [...circle.slice(first), ...circle.slice(0, first)];
}
