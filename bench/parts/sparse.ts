/** Lists of thirty: how large it can get. */
import { ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, table } from "../table.js";
import { OURS, type Solved } from "./solve.js";

const QUICK = ["30 000 × 12 000, top 30", "30 000 × 12 000, top 30, balanced"];
const LARGE = ["100 000 × 40 000, top 30", "100 000 × 40 000, top 30, balanced"];

export const sparse: Part = ({ isQuick }) => {
  const rows = (isQuick ? QUICK : [...QUICK, ...LARGE]).map((instance) => ownRow<Solved>("solve", OURS, instance));
  const lines = rows.map((row) => [row.instance, `${row.pairs}`, duration(row.cpuMs), `${row.peakMegabytes} MB`]);
  return { text: `Sparse\n\n${table(["instance", "pairs", "CPU", "peak"], lines)}`, rows };
};
