/** How CPU time grows with the pairs: lists of thirty, from no hint, in compiled code. */
import { assign } from "../../src/solver.js";
import { timed } from "../clock.js";
import { makeInstance } from "../instances.js";
import { ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { provedAnswer } from "../proof.js";
import { duration, table } from "../table.js";

const QUICK = ["12 500 × 5000, top 30", "25 000 × 10 000, top 30", "50 000 × 20 000, top 30"];
const LARGE = ["100 000 × 40 000, top 30", "200 000 × 80 000, top 30"];
const BALANCED = ", balanced";
/** Another problem: it only has the code compiled. */
const WARM_UP = "5000 × 2000, top 30";
const WARM_UPS = 5;
const TRIES = 3;

export interface Grown {
  readonly instance: string;
  readonly isBalanced: boolean;
  readonly pairs: number;
  readonly cpuMs: number;
}

export const growth: Part<Grown> = ({ isQuick }) => {
  const sizes = isQuick ? QUICK : [...QUICK, ...LARGE];
  const measure = (instance: string) => ownRow<Grown>("growth", instance);
  const scarce = sizes.map(measure);
  const balanced = sizes.map((size) => measure(size + BALANCED));
  const head = ["instance", "pairs", "over-subscribed", "ns a pair", "nearly balanced", "ns a pair"];
  const cells = ({ cpuMs, pairs }: Grown) => [duration(cpuMs), ((cpuMs * 1e6) / pairs).toFixed(0)];
  const lines = scarce.map((row, x) => [row.instance, `${row.pairs}`, ...cells(row), ...cells(balanced[x]!)]);
  const text = [
    `\`assign()\` from no hint, each size in a process of its own whose code ${WARM_UPS} solves of another, smaller problem have
compiled; the least of ${TRIES}. CPU grows with the pairs by an exponent of **${exponent(scarce).toFixed(2)}** over-subscribed and
**${exponent(balanced).toFixed(2)}** nearly balanced (least squares over the logarithms).`,
    table(head, lines),
  ].join("\n\n");
  return { title: "Growth", text, rows: [...scarce, ...balanced] };
};

export function measureGrowth(name: string): Grown {
  const isBalanced = name.endsWith(BALANCED);
  const other = makeInstance(isBalanced ? WARM_UP + BALANCED : WARM_UP);
  for (let k = 0; k < WARM_UPS; k++) provedAnswer(other, assign(other));
  const instance = makeInstance(name);
  let cpuMs = Number.POSITIVE_INFINITY;
  for (let k = 0; k < TRIES; k++) {
    const run = timed(() => assign(instance));
    provedAnswer(instance, run.result);
    cpuMs = Math.min(cpuMs, run.cpuMs);
  }
  return { instance: name, isBalanced, pairs: instance.mentor.length, cpuMs };
}

/** The slope of the line that fits log CPU over log pairs best, by least squares. */
export function exponent(rows: readonly Grown[]): number {
  const points = rows.map(({ pairs, cpuMs }) => ({ x: Math.log(pairs), y: Math.log(cpuMs) }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  let covariance = 0;
  let variance = 0;
  for (const { x, y } of points) {
    covariance += (x - meanX) * (y - meanY);
    variance += (x - meanX) * (x - meanX);
  }
  return covariance / variance;
}
