/** What happens to a cohort between two solves: mentees leave, mentees join, pairs are forbidden. */
import type { Answer, Instance } from "./instance.js";
import { random } from "./random.js";

export const LEAVING = 75;
export const JOINING = 50;
export const FORBIDDEN = 25;

export interface Changed {
  readonly before: Instance;
  readonly after: Instance;
  /** what each mentee of `after` had before, `none` for those who joined */
  readonly carry: (values: ArrayLike<number>, none: number) => number[];
}

/**
 * The last mentees of the instance are those who join; who leaves and which pairs are forbidden is drawn.
 *
 * @param solve - the answer of `before`, for only a forbidden pair that was chosen changes anything
 */
export function changed(whole: Instance, solve: (instance: Instance) => Answer): Changed {
  const next = random(42);
  const stayed = whole.mentees - JOINING;
  const before = only(whole, span(stayed));
  const answer = solve(before);
  const draw = (count: number, isFit: (mentee: number) => boolean) => {
    const drawn = new Set<number>();
    while (drawn.size < count) {
      const mentee = Math.floor(next() * stayed);
      if (isFit(mentee)) drawn.add(mentee);
    }
    return drawn;
  };
  const leaving = draw(LEAVING, () => true);
  const refused = draw(FORBIDDEN, (i) => answer[i]! >= 0 && !leaving.has(i));
  const mentee = span(whole.mentees).filter((i) => !leaving.has(i));
  const after = only(whole, mentee, (i, j) => refused.has(i) && answer[i] === j);
  return { before, after, carry: (values, none) => mentee.map((i) => (i < stayed ? values[i]! : none)) };
}

function span(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** Some of the mentees, in order, without the forbidden pairs. */
function only(
  whole: Instance,
  mentees: readonly number[],
  isForbidden: (mentee: number, mentor: number) => boolean = () => false,
): Instance {
  const start = new Int32Array(mentees.length + 1);
  const mentor = new Int32Array(whole.mentor.length);
  const score = new Int32Array(whole.mentor.length);
  let size = 0;
  mentees.forEach((i, k) => {
    for (let p = whole.start[i]!; p < whole.start[i + 1]!; p++) {
      if (isForbidden(i, whole.mentor[p]!)) continue;
      mentor[size] = whole.mentor[p]!;
      score[size++] = whole.score[p]!;
    }
    start[k + 1] = size;
  });
  return {
    ...whole,
    mentees: mentees.length,
    start,
    mentor: mentor.subarray(0, size),
    score: score.subarray(0, size),
  };
}
