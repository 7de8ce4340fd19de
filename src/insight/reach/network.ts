/**
 * Alternating paths under limits: a flow from the mentees' groups to the mentors' groups, and what is left of it. The sets are
 * those of the solver's two families; a unit may enter a set that is not full, and leave one that has more than its least.
 */
import { type LimitGroup, limitGroups } from "../../matching/limit-groups.js";
import { eligiblePairs } from "../../matching/pairs.js";
import { formProblem } from "../../matching/problem.js";
import { type Families, type Family, familiesOf, isCrossing } from "../../matching/solvers/nested/families.js";
import type { Case } from "../case.js";
import type { Reached } from "./reached.js";

/** One side's sets: what they hold, and between what they must. */
interface Sets {
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
  readonly count: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** pairs that lie in a set and in none of its subsets */
  readonly pairs: readonly (readonly number[])[];
}

/** Prepares the paths; `undefined` for everybody where constraints or limits cut across. */
export function networkReach(one: Case): (mentee: number) => Reached | undefined {
  const { columns, fixed, mentorsOf } = one;
  const pairs = eligiblePairs(columns, fixed)!;
  const problem = formProblem(columns, fixed, pairs);
  const families = familiesOf(problem);
  if (problem.constraints !== undefined || isCrossing(families)) return () => undefined;
  const limits = problem.limits ?? limitGroups(columns, fixed);
  const isChosen = new Uint8Array(pairs.mentor.length);
  for (let mentee = 0; mentee < columns.mentees.length; mentee++) {
    for (let p = pairs.start[mentee]!; p < pairs.start[mentee + 1]!; p++)
      isChosen[p] = mentorsOf[mentee]!.includes(pairs.mentor[p]!) ? 1 : 0;
  }
  const people = { mentee: columns.mentees.length, mentor: columns.mentors.length };
  // Whoever has one mentor keeps one.
  const last = Float64Array.from(mentorsOf, (all) => (all.length === 1 ? 1 : 0));
  const setsOf = (family: Family, side: keyof Families, least: ArrayLike<number>, most: ArrayLike<number>): Sets => {
    const bound = (own: ArrayLike<number>, of: (limit: LimitGroup) => number): Float64Array =>
      Float64Array.from(family.parent, (_, set) =>
        set < people[side] ? own[set]! : of(limits[family.limits[set - people[side]]!]!),
      );
    return {
      ...structureOf(family, isChosen),
      least: bound(least, (limit) => limit.least),
      most: bound(most, (limit) => limit.most),
    };
  };
  const mentee = setsOf(families.mentee, "mentee", last, fixed.demand);
  const mentor = setsOf(families.mentor, "mentor", fixed.minimum, fixed.capacity);
  return (start) => {
    const seen = search(mentee, mentor, families, isChosen, start);
    return cutOf(mentee, mentor, families, limits, people, seen, start);
  };
}

function structureOf(
  { parent, innermost }: Family,
  isChosen: Uint8Array,
): Pick<Sets, "parent" | "children" | "count" | "pairs"> {
  const children = Array.from(parent, (): number[] => []);
  const pairs = Array.from(parent, (): number[] => []);
  const count = new Int32Array(parent.length);
  parent.forEach((holder, set) => {
    if (holder >= 0) children[holder]!.push(set);
  });
  innermost.forEach((set, p) => {
    pairs[set]!.push(p);
    for (let holder = set; isChosen[p] === 1 && holder >= 0; holder = parent[holder]!) count[holder]!++;
  });
  return { parent, children, count, pairs };
}

/** Sets that were reached, and whether the root was, from which units come and to which they go. */
interface Seen {
  readonly mentee: Uint8Array;
  readonly mentor: Uint8Array;
  readonly root: boolean;
  /** mentees' and mentors' sets in the order in which they were reached */
  readonly order: readonly { readonly side: keyof Families; readonly set: number }[];
}

function search(mentee: Sets, mentor: Sets, families: Families, isChosen: Uint8Array, start: number): Seen {
  const seen = { mentee: new Uint8Array(mentee.parent.length), mentor: new Uint8Array(mentor.parent.length) };
  const order: { side: keyof Families; set: number }[] = [];
  let root = false;
  const visit = (side: keyof Families, set: number): void => {
    if (seen[side][set] === 1) return;
    seen[side][set] = 1;
    order.push({ side, set });
  };
  const isFull = ({ count, most }: Sets, set: number): boolean => count[set]! >= most[set]!;
  const isLeast = ({ count, least }: Sets, set: number): boolean => count[set]! <= least[set]!;
  const visitRoot = (): void => {
    if (root) return;
    root = true;
    mentee.parent.forEach((holder, set) => {
      if (holder < 0 && !isFull(mentee, set)) visit("mentee", set);
    });
    mentor.parent.forEach((holder, set) => {
      if (holder < 0 && !isLeast(mentor, set)) visit("mentor", set);
    });
  };
  visit("mentee", start);
  for (const { side, set } of order) {
    const sets = side === "mentee" ? mentee : mentor;
    const holder = sets.parent[set]!;
    const mayLeave = side === "mentee" ? !isLeast(mentee, set) : !isFull(mentor, set);
    if (mayLeave && holder >= 0) visit(side, holder);
    else if (mayLeave) visitRoot();
    for (const child of sets.children[set]!) {
      if (side === "mentee" ? !isFull(mentee, child) : !isLeast(mentor, child)) visit(side, child);
    }
    for (const p of sets.pairs[set]!) {
      if (side === "mentee" && isChosen[p] === 0) visit("mentor", families.mentor.innermost[p]!);
      if (side === "mentor" && isChosen[p] === 1) visit("mentee", families.mentee.innermost[p]!);
    }
  }
  return { ...seen, root, order };
}

/** What the reached sets say: open where her own unit can be had, else what stands around them. */
function cutOf(
  mentee: Sets,
  mentor: Sets,
  families: Families,
  limits: readonly LimitGroup[],
  people: { readonly mentee: number; readonly mentor: number },
  seen: Seen,
  start: number,
): Reached {
  const isSeen = (side: keyof Families, set: number): boolean => (set < 0 ? seen.root : seen[side][set] === 1);
  const holderSeen = (side: keyof Families, set: number): boolean =>
    isSeen(side, (side === "mentee" ? mentee : mentor).parent[set]!);
  const isOpen = holderSeen("mentee", start);
  const reached = (side: keyof Families): number[] =>
    seen.order.filter((one) => one.side === side && one.set < people[side]).map(({ set }) => set);
  const groups = (side: keyof Families) =>
    Array.from(families[side].limits, (limit, at) => ({ group: limits[limit]!, set: people[side] + at }));
  const around = (["mentee", "mentor"] as const).flatMap((side) =>
    groups(side)
      .filter(({ set }) => isSeen(side, set) !== holderSeen(side, set))
      .map(({ group, set }) => {
        // A unit enters a mentees' set from its holder and leaves a mentors' set for it.
        const isEntered = (side === "mentee") === holderSeen(side, set);
        return { group, bound: isEntered ? ("most" as const) : ("least" as const) };
      }),
  );
  const own = reached("mentee");
  return {
    // Others who were reached can do with what is there; these need a unit each from outside.
    mentees: isOpen ? own : own.filter((set) => !holderSeen("mentee", set)),
    all: own,
    mentors: isOpen ? reached("mentor") : reached("mentor").filter((set) => !holderSeen("mentor", set)),
    isOpen,
    limits: isOpen ? [] : around.filter(({ group, bound }) => bound === "most" || group.least > 0),
    minima: isOpen ? [] : [...mentor.parent.keys()].filter((set) => set < people.mentor && isHeld(set)),
  };
  function isHeld(set: number): boolean {
    return mentor.least[set]! > 0 && seen.mentor[set] === 0 && holderSeen("mentor", set);
  }
}
