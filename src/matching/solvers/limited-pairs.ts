/** Which pairs a limit counts. */
import type { Limit, Problem } from "./solver.js";

/** Positions of the pairs that a limit counts, ascending. */
export function limitedPairs({ mentees, mentors, start, mentor }: Problem, limit: Limit): Int32Array {
  const found: number[] = [];
  const wanted = limit.mentors === undefined ? undefined : memberMarks(limit.mentors, mentors);
  const rows = limit.mentees?.length ?? mentees;
  for (let row = 0; row < rows; row++) {
    const mentee = limit.mentees?.[row] ?? row;
    const [from, to] = [start[mentee]!, start[mentee + 1]!];
    // Somebody's own limit names one mentor, and there is one for each of hundreds.
    if (limit.mentors?.length === 1) {
      const at = positionOf(mentor, limit.mentors[0]!, from, to);
      if (at >= 0) found.push(at);
    } else {
      for (let p = from; p < to; p++) if (wanted === undefined || wanted[mentor[p]!] === 1) found.push(p);
    }
  }
  return Int32Array.from(found);
}

function memberMarks(members: Int32Array, size: number): Uint8Array {
  const marks = new Uint8Array(size);
  for (const member of members) marks[member] = 1;
  return marks;
}

/** Where a value stands in an ascending part of a list, or −1. */
function positionOf(list: Int32Array, value: number, from: number, to: number): number {
  let low = from;
  for (let high = to; low < high; ) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low < to && list[low] === value ? low : -1;
}
