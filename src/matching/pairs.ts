/** The pairs that may be made: every rule allows them, they reach the least score, and both sides have a place left. */
import { candidates } from "./candidates.js";
import type { Columns } from "./compile.js";
import { isOverridden } from "./eligibility.js";
import type { Fixed } from "./fixed.js";
import { countOf, listMentors } from "./mentor-row.js";
import type { Pairs, ScoredPairs } from "./pair-rows.js";
import { scorePairs } from "./score.js";

/** Called every {@link SCANNED} pairs with their number so far; `false` stops the scan. */
export type OnScanned = (scanned: number) => boolean | undefined;

/** How many pairs are looked at between two calls of `onScanned`. */
const SCANNED = 65_536;

/** Pairs that room is made for at once where rules have to be asked about each: 256 MB, of which none is used until filled. */
const MOST_AHEAD = 1 << 26;

/**
 * Forms the pairs, or `undefined` when the caller stopped it.
 *
 * @remarks 8 bytes a pair and no more, unless rules without an index refuse pairs of more than 2^26 that the others allow.
 */
export function eligiblePairs(
  columns: Columns,
  fixed: Fixed,
  onScanned?: OnScanned,
  mostAhead = MOST_AHEAD,
): ScoredPairs | undefined {
  const allowed = allowedPairs(columns, fixed, mostAhead, onScanned);
  if (allowed === undefined) return undefined;
  const pairs = { ...allowed, score: scorePairs(columns, allowed) };
  return columns.policy.minimumScore === 0 ? pairs : strongPairs(columns, fixed, pairs);
}

/** Counts what the rules with an index allow, makes room for as many, and fills it with what the other rules leave. */
function allowedPairs(
  columns: Columns,
  fixed: Fixed,
  mostAhead: number,
  onScanned: OnScanned | undefined,
): Pairs | undefined {
  const { mentees, mentors, rules } = columns;
  const indexed = rules.filter(({ verdict }) => verdict.index !== undefined);
  const asked = rules.filter(({ verdict }) => verdict.index === undefined);
  const likely = candidates(columns, fixed, indexed);
  let most = 0;
  for (let i = 0; i < mentees.length; i++) most += countOf(likely(i));

  const allowed = candidates(columns, fixed, [...indexed, ...asked]);
  const start = new Int32Array(mentees.length + 1);
  let mentor = new Int32Array(asked.length === 0 ? most : Math.min(most, mostAhead));
  let scanned = 0;
  for (let i = 0; i < mentees.length; i++) {
    const row = allowed(i);
    if (start[i]! + countOf(row) > mentor.length) mentor = grown(mentor, start[i]! + mentors.length);
    start[i + 1] = listMentors(row, mentor, start[i]!);
    const before = scanned;
    scanned += fixed.demand[i]! > 0 ? mentors.length : 0;
    for (let told = before - (before % SCANNED) + SCANNED; told <= scanned; told += SCANNED) {
      if (onScanned?.(told) === false) return undefined;
    }
  }
  return { start, mentor: mentor.subarray(0, start[mentees.length]) };
}

function grown(list: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, list.length * 2));
  larger.set(list);
  return larger;
}

/** Moves the pairs that reach the least score together, in place. */
function strongPairs(columns: Columns, fixed: Fixed, { start, mentor, score }: ScoredPairs): ScoredPairs {
  const strongStart = new Int32Array(start.length);
  let count = 0;
  for (let i = 0; i < columns.mentees.length; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const isStrong = score[k]! >= columns.policy.minimumScore;
      const isDue = isStrong || fixed.isMovable(i, mentor[k]!);
      if (!isDue && !isOverridden(columns, i, mentor[k]!, "minimumScore")) continue;
      mentor[count] = mentor[k]!;
      score[count++] = score[k]!;
    }
    strongStart[i + 1] = count;
  }
  return { start: strongStart, mentor: mentor.subarray(0, count), score: score.subarray(0, count) };
}
