/** Who stands within so many steps above or below somebody, by walking there. */
import type { Connected, ReportingLines } from "./reporting-lines.js";
import type { Rows } from "./rows.js";

/**
 * Tells who stands at most `levels` steps above or below whom.
 *
 * @param levels - an integer of 1 or more; `Infinity` for any number of steps
 * @remarks Breadth-first, up and down once for each new first argument: asking for one person against many is cheap.
 * O(people) memory.
 */
export function lineWalk({ size, above, below }: ReportingLines, levels: number): Connected {
  // `seen[node]` is `round` when the last walk met the node on its way up, `round + 1` on its way down.
  const seen = new Int32Array(size);
  const queue = new Int32Array(size);
  let round = -1;
  let start = -1;

  const walk = ({ start: first, item }: Rows, stamp: number): void => {
    let met = 0;
    queue[met++] = start;
    seen[start] = stamp;
    let next = 0;
    for (let step = 0; step < levels && next < met; step++) {
      for (const end = met; next < end; next++) {
        const node = queue[next]!;
        for (let index = first[node]!; index < first[node + 1]!; index++) {
          const neighbour = item[index]!;
          if (seen[neighbour] === stamp) continue;
          seen[neighbour] = stamp;
          queue[met++] = neighbour;
        }
      }
    }
  };

  return (a, b) => {
    if (a !== start) {
      start = a;
      round += 2;
      walk(above, round);
      walk(below, round + 1);
    }
    return a !== b && seen[b]! >= round;
  };
}
