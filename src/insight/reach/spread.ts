/** Which sets of a network units can come from, so that somebody could have one more; bounds may be loosened meanwhile. */
import type { Network, Place } from "./sets.js";

export interface Spread {
  /** sets in the order in which they were reached; the first is the mentee's own */
  readonly order: readonly Place[];
  readonly isSeen: (place: Place) => boolean;
  /** whether the set around it was reached, which for the outermost is the root, where all units come from and go */
  readonly isHolderSeen: (place: Place) => boolean;
  /** whether she can have one more unit, by moves that break no bound */
  readonly isOpen: () => boolean;
  /**
   * Goes on from a set whose bounds were loosened, and says whether that opens a way. If so, it is back where it was before, for
   * the bound to be restored.
   */
  readonly opens: (loosened: Place) => boolean;
}

/** Everything that can be reached from a mentee, breadth first. O(pairs) */
export function spreadFrom({ mentee, mentor, families, isChosen }: Network, start: number): Spread {
  const sides = { mentee, mentor };
  const seen = { mentee: new Uint8Array(mentee.parent.length), mentor: new Uint8Array(mentor.parent.length) };
  const order: Place[] = [];
  let hasRoot = false;
  const holderOf = ({ side, set }: Place): number => sides[side].parent[set]!;
  const isFull = ({ side, set }: Place): boolean => sides[side].count[set]! >= sides[side].most[set]!;
  const isLeast = ({ side, set }: Place): boolean => sides[side].count[set]! <= sides[side].least[set]!;
  const visit = (side: Place["side"], set: number): void => {
    if (seen[side][set] === 1) return;
    seen[side][set] = 1;
    order.push({ side, set });
  };
  // Mentees give units up to what holds them and take them from it; mentors the other way round.
  const leave = (place: Place): void => {
    if (place.side === "mentee" ? isLeast(place) : isFull(place)) return;
    const holder = holderOf(place);
    if (holder >= 0) visit(place.side, holder);
    else visitRoot();
  };
  const enter = (place: Place): void => {
    if (place.side === "mentee" ? !isFull(place) : !isLeast(place)) visit(place.side, place.set);
  };
  const visitRoot = (): void => {
    if (hasRoot) return;
    hasRoot = true;
    for (const side of ["mentee", "mentor"] as const)
      sides[side].parent.forEach((holder, set) => {
        if (holder < 0) enter({ side, set });
      });
  };
  const follow = (place: Place): void => {
    const { side, set } = place;
    leave(place);
    for (const child of sides[side].children[set]!) enter({ side, set: child });
    for (const p of sides[side].pairs[set]!) {
      if (side === "mentee" && isChosen[p] === 0) visit("mentor", families.mentor.innermost[p]!);
      if (side === "mentor" && isChosen[p] === 1) visit("mentee", families.mentee.innermost[p]!);
    }
  };
  const isSeen = ({ side, set }: Place): boolean => (set < 0 ? hasRoot : seen[side][set] === 1);
  const isHolderSeen = (place: Place): boolean => isSeen({ side: place.side, set: holderOf(place) });
  const isOpen = (): boolean => isHolderSeen({ side: "mentee", set: start });

  visit("mentee", start);
  for (const place of order) follow(place);
  return {
    order,
    isSeen,
    isHolderSeen,
    isOpen,
    opens: (loosened) => {
      const [known, hadRoot] = [order.length, hasRoot];
      if (isSeen(loosened)) leave(loosened);
      if (isHolderSeen(loosened)) enter(loosened);
      for (let at = known; at < order.length && !isOpen(); at++) follow(order[at]!);
      if (!isOpen()) return false;
      for (const { side, set } of order.splice(known)) seen[side][set] = 0;
      hasRoot = hadRoot;
      return true;
    },
  };
}
