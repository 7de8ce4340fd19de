/** How CPU time grows with the pairs: cold, over-subscribed, lists of thirty. */
import { ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, table } from "../table.js";
import { OURS, type Solved } from "./solve.js";

const QUICK = ["12 500 × 5000, top 30", "25 000 × 10 000, top 30", "50 000 × 20 000, top 30"];
const LARGE = ["100 000 × 40 000, top 30"];

export const growth: Part = ({ isQuick }) => {
  const rows = (isQuick ? QUICK : [...QUICK, ...LARGE]).map((instance) => ownRow<Solved>("solve", OURS, instance));
  const exponent = slope(rows.map(({ pairs, cpuMs }) => ({ x: Math.log(pairs), y: Math.log(cpuMs) })));
  const lines = rows.map(({ instance, pairs, cpuMs }) => [instance, `${pairs}`, duration(cpuMs)]);
  const text = `Growth: exponent ${exponent.toFixed(2)} in pairs\n\n${table(["instance", "pairs", "CPU"], lines)}`;
  return { text, rows: [...rows, { exponent }] };
};

/** Of the line that fits best by least squares. */
function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
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
