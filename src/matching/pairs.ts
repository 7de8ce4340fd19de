/** The pairs that may be made: every rule allows them, they reach the least score, and both sides have a place left. */
import type { Columns } from "./compile.js";
import { isAllowed, isOverridden } from "./eligibility.js";
import type { Fixed } from "./fixed.js";
import type { Pairs, ScoredPairs } from "./pair-rows.js";
import { scorePairs } from "./score.js";

/** Called every {@link SCANNED} pairs with their number so far; `false` stops the scan. */
export type OnScanned = (scanned: number) => boolean | undefined;

/** How many pairs are looked at between two calls of `onScanned`. */
const SCANNED = 65_536;

/** Forms the pairs, or `undefined` when the caller stopped it. */
export function eligiblePairs(columns: Columns, fixed: Fixed, onScanned?: OnScanned): ScoredPairs | undefined {
  const allowed = allowedPairs(columns, fixed, onScanned);
  if (allowed === undefined) return undefined;
  const score = scorePairs(columns, allowed);
  return columns.policy.minimumScore === 0 ? { ...allowed, score } : strongPairs(columns, { ...allowed, score });
}

function allowedPairs(columns: Columns, fixed: Fixed, onScanned?: OnScanned): Pairs | undefined {
  const start = new Int32Array(columns.mentees.length + 1);
  const decided = new Set(fixed.pairs.map(({ mentee, mentor }) => mentee * columns.mentors.length + mentor));
  let mentor = new Int32Array(1024);
  let count = 0;
  let scanned = 0;
  for (let i = 0; i < columns.mentees.length; i++) {
    for (let j = 0; j < columns.mentors.length && fixed.demand[i]! > 0; j++) {
      if (++scanned % SCANNED === 0 && onScanned?.(scanned) === false) return undefined;
      if (fixed.capacity[j] === 0 || !isAllowed(columns, i, j) || decided.has(i * columns.mentors.length + j)) continue;
      if (count === mentor.length) mentor = grown(mentor);
      mentor[count++] = j;
    }
    start[i + 1] = count;
  }
  return { start, mentor: mentor.slice(0, count) };
}

function strongPairs(columns: Columns, pairs: ScoredPairs): ScoredPairs {
  const start = new Int32Array(pairs.start.length);
  const keep: number[] = [];
  for (let i = 0; i < columns.mentees.length; i++) {
    for (let k = pairs.start[i]!; k < pairs.start[i + 1]!; k++) {
      const isStrong = pairs.score[k]! >= columns.policy.minimumScore;
      if (isStrong || isOverridden(columns, i, pairs.mentor[k]!, "minimumScore")) keep.push(k);
    }
    start[i + 1] = keep.length;
  }
  return {
    start,
    mentor: Int32Array.from(keep, (k) => pairs.mentor[k]!),
    score: Int32Array.from(keep, (k) => pairs.score[k]!),
  };
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
