/**
 * Who stands anywhere above or below somebody, answered by looking up an interval.
 *
 * Source: R. Agrawal, A. Borgida, H. V. Jagadish, "Efficient management of transitive relationships in large data and
 * knowledge bases" (SIGMOD 1989): number the people so that each one's staff in a spanning forest are an interval, and give
 * each person the few further intervals that managers outside the forest bring. Cycles are first drawn together into one
 * component: R. Tarjan, "Depth-first search and linear graph algorithms" (1972), here without recursion.
 */
import { type Components, drawTogether } from "./line-components.js";
import type { Connected, ReportingLines } from "./reporting-lines.js";

/** Most intervals that are worth keeping: 16 MB. Real organisations need one or two a person. */
const MOST_INTERVALS = 1 << 21;

/**
 * Tells who stands above or below whom, through any number of people; people on one cycle stand above each other.
 *
 * @returns a test in O(log intervals of one person), in any order of asking; `undefined` where the lines are so entangled
 * that the intervals would be too many
 */
export function lineIntervals(lines: ReportingLines, most = MOST_INTERVALS): Connected | undefined {
  const components = drawTogether(lines);
  const managers = managersOf(lines, components);
  const spans = spanningForest(managers);
  const covered = cover(managers, spans, most);
  if (covered === undefined) return undefined;

  const { of } = components;
  const { start, from, to } = covered;
  const covers = (component: number, place: number): boolean => {
    let low = start[component]!;
    let high = start[component + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (to[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low < start[component + 1]! && from[low]! <= place;
  };
  return (a, b) => {
    if (a === b) return false;
    const first = of[a]!;
    const second = of[b]!;
    return first === second || covers(first, spans.place[second]!) || covers(second, spans.place[first]!);
  };
}

/** The components directly above each component, each once. */
function managersOf({ size, above: { start, item } }: ReportingLines, { of, count }: Components): readonly number[][] {
  const managers: number[][] = Array.from({ length: count }, () => []);
  for (let node = 0; node < size; node++) {
    const mine = managers[of[node]!]!;
    for (let index = start[node]!; index < start[node + 1]!; index++) {
      const manager = of[item[index]!]!;
      if (manager !== of[node]) mine.push(manager);
    }
  }
  return managers.map((list) => (list.length < 2 ? list : [...new Set(list)]));
}

/** A numbering of the components in which everybody below one in the forest follows it without a gap. */
interface Spans {
  /** the manager in the forest, −1 at the top */
  readonly parent: Int32Array;
  readonly place: Int32Array;
  /** the last place below */
  readonly last: Int32Array;
}

/** Hangs each component under the lowest of its managers: the longer the chains of the forest, the fewer lines cross it. */
function spanningForest(managers: readonly (readonly number[])[]): Spans {
  const count = managers.length;
  const parent = Int32Array.from(managers, (list) => list.reduce((lowest, one) => Math.max(lowest, one), -1));
  const weight = new Int32Array(count).fill(1);
  for (let component = count - 1; component >= 0; component--) {
    if (parent[component]! >= 0) weight[parent[component]!]! += weight[component]!;
  }
  const place = new Int32Array(count);
  const last = new Int32Array(count);
  const free = new Int32Array(count);
  let top = 0;
  for (let component = 0; component < count; component++) {
    const above = parent[component]!;
    place[component] = above < 0 ? top : free[above]!;
    if (above < 0) top += weight[component]!;
    else free[above]! += weight[component]!;
    free[component] = place[component]! + 1;
    last[component] = place[component]! + weight[component]! - 1;
  }
  return { parent, place, last };
}

/** `from[k] … to[k]` for `start[i] ≤ k < start[i + 1]` are the places of everybody below component `i`, and its own. */
interface Covered {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Hands every component's intervals to its managers, from the bottom up, leaving out what they cover themselves. */
function cover(
  managers: readonly (readonly number[])[],
  { parent, place, last }: Spans,
  most: number,
): Covered | undefined {
  const count = managers.length;
  const intervals: Interval[][] = Array.from({ length: count }, (_, one) => [{ from: place[one]!, to: last[one]! }]);
  let kept = count;
  for (let component = count - 1; component >= 0; component--) {
    const mine = merge(intervals[component]!);
    intervals[component] = mine;
    for (const manager of managers[component]!) {
      if (manager === parent[component] && mine.length === 1) continue;
      const theirs = intervals[manager]!;
      for (const one of mine) {
        if (one.from >= place[manager]! && one.to <= last[manager]!) continue;
        theirs.push(one);
        kept++;
      }
    }
    if (kept > most) return undefined;
  }
  const start = new Int32Array(count + 1);
  intervals.forEach((list, component) => {
    start[component + 1] = start[component]! + list.length;
  });
  const all = intervals.flat();
  return { start, from: Int32Array.from(all, ({ from }) => from), to: Int32Array.from(all, ({ to }) => to) };
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Ascending, none touching the next. */
function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const one of [...intervals].sort((a, b) => a.from - b.from)) {
    const before = merged[merged.length - 1];
    if (before === undefined || one.from > before.to + 1) merged.push(one);
    else if (one.to > before.to) merged[merged.length - 1] = { from: before.from, to: one.to };
  }
  return merged;
}
