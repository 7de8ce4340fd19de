/** Groups of people who all stand above one another, because their reporting lines run in a circle. */
import type { ReportingLines } from "./reporting-lines.js";

/** Everybody's component, counted from the top: whoever stands above has the smaller number. */
export interface Components {
  readonly of: Int32Array;
  readonly count: number;
}

/** Tarjan's strongly connected components along the lines upwards; a component is closed after all those above it. */
export function drawTogether({ size, above: { start, item } }: ReportingLines): Components {
  const of = new Int32Array(size).fill(-1);
  const found = new Int32Array(size);
  const least = new Int32Array(size);
  const edge = start.slice();
  const open: number[] = [];
  const path: number[] = [];
  let clock = 0;
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (found[root] !== 0) continue;
    path.push(root);
    for (let node = root; path.length > 0; node = path[path.length - 1]!) {
      if (found[node] === 0) {
        clock++;
        found[node] = clock;
        least[node] = clock;
        open.push(node);
      }
      if (edge[node]! < start[node + 1]!) {
        const manager = item[edge[node]!]!;
        edge[node]!++;
        if (found[manager] === 0) path.push(manager);
        else if (of[manager] === -1) least[node] = Math.min(least[node]!, found[manager]!);
        continue;
      }
      path.pop();
      const below = path[path.length - 1];
      if (below !== undefined) least[below] = Math.min(least[below]!, least[node]!);
      if (least[node] !== found[node]) continue;
      for (let member = -1; member !== node; ) {
        member = open.pop()!;
        of[member] = count;
      }
      count++;
    }
  }
  return { of, count };
}
