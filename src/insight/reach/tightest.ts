/**
 * The tightest shortage under limits: as few mentees, and then as few bounds, as still keep all of them from having a mentor.
 *
 * A result in which all but one have a mentor stays feasible when somebody need not keep hers, or a bound is lifted. So they
 * could then all have one iff a path opens from the one who has none (Ford and Fulkerson 1956, with lower bounds). Each is
 * lifted in turn, for good where nothing opens, else restored: what is left is needed (a deletion filter; Chinneck 2008, ch. 6).
 */
import { type Bound, boundsAround } from "./network.js";
import type { Short } from "./reached.js";
import type { Network } from "./sets.js";
import { spreadFrom } from "./spread.js";

/**
 * @param start - a mentee without a mentor for whom no path is open
 * @remarks O(pairs) for everything that can be left out, and at most that again for each mentee and bound that cannot
 */
export function tightest(network: Network, start: number): Short {
  const { limitOf, people } = network;
  const own: Network = { ...network, mentee: loosely(network.mentee), mentor: loosely(network.mentor) };
  const sides = { mentee: own.mentee, mentor: own.mentor };
  const seen = spreadFrom(own, start);
  // Nobody else is asked to keep a mentor than those who were reached; the farthest are left out first.
  const keepers = seen.order.filter(
    ({ side, set }) => side === "mentee" && set < people.mentee && set !== start && own.mentee.least[set] === 1,
  );
  own.mentee.least.fill(0, 0, people.mentee);
  for (const { set } of keepers) own.mentee.least[set] = 1;
  const lift = ({ side, set, bound }: Bound, to: number): boolean => {
    const { [bound]: bounds } = sides[side];
    const was = bounds[set]!;
    bounds[set] = to;
    if (!seen.opens({ side, set })) return false;
    bounds[set] = was;
    return true;
  };
  const needed = keepers.reverse().filter((place) => lift({ ...place, bound: "least" }, 0));
  const around = boundsAround(own, seen);
  const isAround = new Set(around.map(keyOf));
  for (const side of ["mentee", "mentor"] as const) {
    for (let set = side === "mentee" ? people.mentee : 0; set < sides[side].parent.length; set++) {
      if (!isAround.has(keyOf({ side, set, bound: "most" }))) sides[side].most[set] = Number.POSITIVE_INFINITY;
      if (!isAround.has(keyOf({ side, set, bound: "least" }))) sides[side].least[set] = 0;
    }
  }
  const tight = around.filter((one) => lift(one, one.bound === "most" ? Number.POSITIVE_INFINITY : 0));
  const isMentor = ({ side, set }: Bound): boolean => side === "mentor" && set < people.mentor;
  const mentorsAt = (bound: Bound["bound"]): number[] =>
    tight.filter((one) => isMentor(one) && one.bound === bound).map(({ set }) => set);
  return {
    mentees: [start, ...needed.reverse().map(({ set }) => set)],
    mentors: mentorsAt("most"),
    limits: tight.filter((one) => !isMentor(one)).map((one) => ({ group: limitOf(one), bound: one.bound })),
    minima: mentorsAt("least"),
  };
}

/** With bounds of its own. */
const loosely = <S extends Network["mentee"]>(sets: S): S => ({
  ...sets,
  least: sets.least.slice(),
  most: sets.most.slice(),
});

const keyOf = ({ side, set, bound }: Bound): string => `${side} ${set} ${bound}`;
