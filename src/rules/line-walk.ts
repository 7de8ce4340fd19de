/** Who stands within so many steps above or below somebody, by walking there. */
import type { Connected, ReportingLines } from "./reporting-lines.js";
import { type Rows, toRows } from "./rows.js";

/**
 * Tells who stands at most `levels` steps above or below whom.
 *
 * @param levels - an integer of 1 or more; `Infinity` for any number of steps
 * @remarks Walks once for each new first argument: asking for one person against many is cheap. O(people) memory.
 */
export function lineWalk(lines: ReportingLines, levels: number): Connected {
  const walk = walker(lines, levels);
  // Whose walk met a node last.
  const metBy = new Int32Array(lines.size).fill(-1);
  let start = -1;
  return (a, b) => {
    if (a !== start) {
      start = a;
      for (const node of walk(a)) metBy[node] = a;
    }
    return a !== b && metBy[b] === a;
  };
}

/**
 * For each mentee the mentors at most `levels` steps above or below.
 *
 * @param levels - as for {@link lineWalk}
 * @param most - how many people all walks together may meet, 64 a mentee unless given
 * @returns `undefined` where they meet more: where so many pairs are connected, a list of them saves nothing
 */
export function connectedRows(
  lines: ReportingLines,
  levels = Number.POSITIVE_INFINITY,
  most = 64 * lines.menteeNode.length,
): Rows | undefined {
  const { size, menteeNode, mentorNode } = lines;
  const walk = walker(lines, levels);
  const mentorAt = new Int32Array(size).fill(-1);
  for (let mentor = 0; mentor < mentorNode.length; mentor++) mentorAt[mentorNode[mentor]!] = mentor;
  const rows: number[][] = [];
  let left = most;
  for (const start of menteeNode) {
    const row: number[] = [];
    const met = walk(start);
    left -= met.length;
    if (left < 0) return undefined;
    for (const node of met) if (node !== start && mentorAt[node]! >= 0) row.push(mentorAt[node]!);
    rows.push(row);
  }
  return toRows(rows);
}

/** Lists, breadth first, a node and everybody above it, then itself again and everybody below: until the next call. */
function walker({ size, above, below }: ReportingLines, levels: number): (start: number) => Int32Array {
  // `seen[node]` is the number of the last walk, up or down, that met the node.
  const seen = new Int32Array(size);
  const queue = new Int32Array(2 * size);
  let walks = 0;

  const walk = (start: number, { start: first, item }: Rows, from: number): number => {
    walks++;
    let met = from;
    queue[met++] = start;
    seen[start] = walks;
    let next = from;
    for (let step = 0; step < levels && next < met; step++) {
      for (const end = met; next < end; next++) {
        const node = queue[next]!;
        for (let index = first[node]!; index < first[node + 1]!; index++) {
          const neighbour = item[index]!;
          if (seen[neighbour] === walks) continue;
          seen[neighbour] = walks;
          queue[met++] = neighbour;
        }
      }
    }
    return met;
  };

  return (start) => queue.subarray(0, walk(start, below, walk(start, above, 0)));
}
