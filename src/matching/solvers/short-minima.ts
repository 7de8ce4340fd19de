/**
 * Why minima alone cannot be met: mentors whose minima exceed what all mentees eligible for them can fill, though those of any
 * of them could be given up for the others, and how near each can come while all other minima are met.
 *
 * Minima are filled by augmenting paths. A mentor who finds none stands, with everybody whom its search reached, in such a set
 * (Hall 1935, Ore 1955). Lacking one match only, the set is irreducible, for anybody reached can hand one over; lacking more,
 * those are left out without whom it lacks some still.
 */
import { impossibleMinima } from "./minima.js";
import type { Conflict, Problem } from "./solver.js";
import { columnStarts } from "./units.js";

/**
 * The conflict, ascending; `undefined` where all minima can be met. Mentors whose minimum is above their own capacity are each
 * a conflict of their own.
 *
 * @remarks a search over the pairs for each unit of the minima, and a few for each mentor of the conflict
 */
export function shortMinima(problem: Problem): readonly Conflict[] | undefined {
  const start = emptyState(problem);
  const impossible = impossibleMinima(problem);
  const short = impossible.length > 0 ? impossible : irreducible(start);
  if (short === undefined) return undefined;
  // The state goes on with whatever minima can be met, for the nearest counts are asked of all others.
  for (let j = 0; j < problem.mentors; j++) fill(start, j);
  return Array.from(short, (mentor): Conflict => {
    const nearest = nearestOf(copyOf(start), mentor);
    return { mentor, bound: "least", ...(nearest === undefined ? {} : { nearest }) };
  });
}

interface State {
  readonly problem: Problem;
  /** pairs of mentor `j`: `column[columnStart[j]] …`, and the mentee of each pair */
  readonly columnStart: Int32Array;
  readonly column: Int32Array;
  readonly menteeOf: Int32Array;
  /** what each mentor must have; whoever has more can hand it over */
  readonly need: Int32Array;
  readonly load: Int32Array;
  readonly used: Int32Array;
  readonly isChosen: Uint8Array;
  /** labels of the last search: the mentors that it reached, in order, the pair by which each one's mentee is taken, and that mentee's new pair */
  readonly reached: number[];
  readonly isReached: Uint8Array;
  readonly lost: Int32Array;
  readonly won: Int32Array;
}

function emptyState(problem: Problem): State {
  const { mentees, mentors, start, mentor, minimum, capacity } = problem;
  const menteeOf = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) menteeOf.fill(i, start[i], start[i + 1]);
  const columnStart = columnStarts(mentor, mentors);
  const next = columnStart.slice();
  const column = new Int32Array(mentor.length);
  for (let p = 0; p < mentor.length; p++) column[next[mentor[p]!]!++] = p;
  return {
    ...{ problem, columnStart, column, menteeOf },
    need: minimum.map((least, j) => Math.min(least, capacity[j]!)),
    load: new Int32Array(mentors),
    used: new Int32Array(mentees),
    isChosen: new Uint8Array(mentor.length),
    reached: [],
    isReached: new Uint8Array(mentors),
    lost: new Int32Array(mentors),
    won: new Int32Array(mentors),
  };
}

const copyOf = (state: State): State => ({
  ...state,
  need: state.need.slice(),
  load: state.load.slice(),
  used: state.used.slice(),
  isChosen: state.isChosen.slice(),
});

/** Mentors of one conflict, ascending; `undefined` where all minima can be met. */
function irreducible(state: State): Int32Array | undefined {
  const root = state.need.findIndex((_, j) => !fill(state, j));
  if (root < 0) return undefined;
  let part = state;
  let members = part.reached.slice();
  const needed = new Set([root]);
  for (;;) {
    const lacking = part.need[root]! - part.load[root]!;
    // Anybody reached hands one over.
    if (lacking === 1) break;
    const candidate = members.find((mentor) => !needed.has(mentor));
    if (candidate === undefined) break;
    needed.add(candidate);
    const without = copyOf(part);
    without.need[candidate] = 0;
    if (fill(without, root)) continue;
    // Short without it, too: it stays out, and gives up what it has.
    part = without;
    members = part.reached.filter((mentor) => mentor !== candidate);
  }
  return Int32Array.from(members).sort();
}

/** Most that a mentor can have while all others have what they must; `undefined` where they cannot even without it. */
function nearestOf(state: State, mentor: number): number | undefined {
  const { need, load, problem } = state;
  if (impossibleMinima(problem).some((other) => other !== mentor)) return undefined;
  need[mentor] = 0;
  for (let j = 0; j < problem.mentors; j++) if (!fill(state, j)) return undefined;
  need[mentor] = problem.capacity[mentor]!;
  fill(state, mentor);
  return load[mentor];
}

/** Gives a mentor what it must have; false where it cannot, and then the labels hold all who might have helped. */
function fill(state: State, mentor: number): boolean {
  while (state.load[mentor]! < state.need[mentor]!) if (!augment(state, mentor)) return false;
  return true;
}

/** One match more for a mentor, by a breadth-first search for a mentee with a place left or a mentor with one to spare. */
function augment(state: State, root: number): boolean {
  const { problem, columnStart, column, menteeOf, need, load, used, isChosen, reached, isReached, lost, won } = state;
  const { start, mentor, demand } = problem;
  isReached.fill(0);
  reached.length = 0;
  reached.push(root);
  isReached[root] = 1;
  for (let at = 0; at < reached.length; at++) {
    const one = reached[at]!;
    for (let x = columnStart[one]!; x < columnStart[one + 1]!; x++) {
      const pair = column[x]!;
      if (isChosen[pair] === 1) continue;
      const mentee = menteeOf[pair]!;
      if (used[mentee]! < demand[mentee]!) {
        used[mentee]!++;
        take(state, root, one, pair);
        return true;
      }
      for (let own = start[mentee]!; own < start[mentee + 1]!; own++) {
        const other = mentor[own]!;
        if (isChosen[own] === 0 || isReached[other] === 1) continue;
        isReached[other] = 1;
        lost[other] = own;
        won[other] = pair;
        if (load[other]! > need[other]!) {
          load[other]!--;
          isChosen[own] = 0;
          take(state, root, one, pair);
          return true;
        }
        reached.push(other);
      }
    }
  }
  return false;
}

/** The last mentor takes a pair; each before it takes the mentee whom the next one loses. */
function take({ problem, isChosen, load, lost, won }: State, root: number, last: number, pair: number): void {
  isChosen[pair] = 1;
  for (let one = last; one !== root; ) {
    const [left, gained] = [lost[one]!, won[one]!];
    isChosen[left] = 0;
    isChosen[gained] = 1;
    one = problem.mentor[gained]!;
  }
  load[root]!++;
}
