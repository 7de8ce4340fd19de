/**
 * Alternating paths under limits: a flow from the mentees' groups to the mentors' groups, and what is left of it. The sets are
 * those of the solver's two families; a unit may enter a set that is not full, and leave one that has more than its least.
 */
import type { Fixed } from "../../matching/fixed.js";
import { type LimitGroup, limitGroups } from "../../matching/limit-groups.js";
import { eligiblePairs } from "../../matching/pairs.js";
import { formProblem } from "../../matching/problem.js";
import { type Families, type Family, familiesOf, isCrossing } from "../../matching/solvers/nested/families.js";
import type { Case } from "../case.js";
import type { Reached } from "./reached.js";
import type { Network, Place, Sets } from "./sets.js";
import { type Spread, spreadFrom } from "./spread.js";

/**
 * The network of a result; `undefined` where constraints or limits cut across.
 *
 * @param opened - what decides which pairs there are, where that is not what is decided: with places for those who have none, say
 */
export function networkOf(one: Case, opened: Fixed = one.fixed): Network | undefined {
  const { columns, fixed, mentorsOf } = one;
  const pairs = eligiblePairs(columns, opened)!;
  const problem = formProblem(columns, opened, pairs);
  const families = familiesOf(problem);
  if (problem.constraints !== undefined || isCrossing(families)) return undefined;
  const limits = problem.limits ?? limitGroups(columns, fixed);
  const isChosen = new Uint8Array(pairs.mentor.length);
  for (let mentee = 0; mentee < columns.mentees.length; mentee++) {
    for (let p = pairs.start[mentee]!; p < pairs.start[mentee + 1]!; p++)
      isChosen[p] = mentorsOf[mentee]!.includes(pairs.mentor[p]!) ? 1 : 0;
  }
  const people = { mentee: columns.mentees.length, mentor: columns.mentors.length };
  const limitOf = ({ side, set }: Place): LimitGroup => limits[families[side].limits[set - people[side]]!]!;
  const setsOf = (side: keyof Families, least: ArrayLike<number>, most: ArrayLike<number>): Sets => {
    const bound = (own: ArrayLike<number>, of: (limit: LimitGroup) => number): Float64Array =>
      Float64Array.from(families[side].parent, (_, set) =>
        set < people[side] ? own[set]! : of(limitOf({ side, set })),
      );
    return {
      ...structureOf(families[side], isChosen),
      least: bound(least, (limit) => limit.least),
      most: bound(most, (limit) => limit.most),
    };
  };
  // Whoever has one mentor keeps one.
  const last = Float64Array.from(mentorsOf, (all) => (all.length === 1 ? 1 : 0));
  const mentee = setsOf("mentee", last, fixed.demand);
  const mentor = setsOf("mentor", fixed.minimum, fixed.capacity);
  return { mentee, mentor, families, isChosen, people, limitOf };
}

/** Everybody whom alternating paths from a mentee reach. */
export function networkReach(network: Network, start: number): Reached {
  const { people, limitOf } = network;
  const seen = spreadFrom(network, start);
  const isOpen = seen.isOpen();
  const reached = (side: keyof Families): number[] =>
    seen.order.filter((one) => one.side === side && one.set < people[side]).map(({ set }) => set);
  const mentors = reached("mentor");
  return {
    mentees: reached("mentee"),
    mentors: isOpen ? mentors : mentors.filter((set) => !seen.isHolderSeen({ side: "mentor", set })),
    isOpen,
    limits: isOpen
      ? []
      : boundsAround(network, seen)
          .filter(({ side, set }) => set >= people[side])
          .map(({ bound, ...place }) => ({ id: limitOf(place).id, bound })),
  };
}

/** A bound of a set beside the mentees' own. */
export interface Bound extends Place {
  readonly bound: "most" | "least";
}

/** The bounds that keep paths from going on: full ones, and such as are at their least; mentees' own are not told. */
export function boundsAround({ mentee, mentor, people }: Network, seen: Spread): Bound[] {
  return (["mentee", "mentor"] as const).flatMap((side) => {
    const { parent, least } = side === "mentee" ? mentee : mentor;
    return [...parent.keys()].slice(side === "mentee" ? people.mentee : 0).flatMap((set): Bound[] => {
      const place = { side, set };
      const isHolderSeen = seen.isHolderSeen(place);
      if (seen.isSeen(place) === isHolderSeen) return [];
      // A unit enters a mentees' set from its holder and leaves a mentors' set for it.
      const bound = (side === "mentee") === isHolderSeen ? "most" : "least";
      return bound === "most" || least[set]! > 0 ? [{ ...place, bound }] : [];
    });
  });
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
