/** All eligible pairs: this package beside its peers. */
import { inOwnProcess, type Outcome, ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { peers } from "../peers.js";
import { duration, ratio, table } from "../table.js";
import { OURS, OURS_BY_LP, type Solved } from "./solve.js";

const QUICK = ["20 × 25", "200 × 120", "1000 × 600"];
const LARGE = ["3000 × 1500", "3000 × 1500, balanced", "10 000 × 4000"];

/** Those beside `flow`, with the pairs of the largest instance on which they are started. */
const OTHERS: ReadonlyMap<string, number> = new Map([
  [OURS_BY_LP, 500_000],
  ...[...peers].map(([name, { mostPairs }]): [string, number] => [name, mostPairs]),
]);

export const dense: Part = ({ isQuick, peerTimeLimitMs }) => {
  const rows: object[] = [];
  const lines = (isQuick ? QUICK : [...QUICK, ...LARGE]).map((instance) => {
    const ours = ownRow<Solved>("solve", OURS, instance);
    rows.push(ours);
    const cells = [...OTHERS].map(([solver, mostPairs]) => {
      if (ours.pairs > mostPairs) return "–";
      const theirs = inOwnProcess<Solved>(peerTimeLimitMs, "solve", solver, instance);
      rows.push(typeof theirs === "string" ? { solver, instance, pairs: ours.pairs, outcome: theirs } : theirs);
      return cell(ours, theirs);
    });
    return [instance, `${ours.pairs}`, `${duration(ours.cpuMs)} / ${ours.peakMegabytes} MB`, ...cells];
  });
  const text = [
    "Dense: CPU time of the first solve in a fresh process / peak memory of that process (our time as a share of theirs)",
    "",
    table(["instance", "pairs", OURS, ...OTHERS.keys()], lines),
  ].join("\n");
  return { text, rows };
};

/** An answer counts only if it is worth as much as ours, which its prices prove to be the best. */
function cell(ours: Solved, theirs: Outcome<Solved>): string {
  if (typeof theirs === "string") return theirs;
  if (theirs.coverage !== ours.coverage || theirs.total !== ours.total) return "wrong answer";
  return `${duration(theirs.cpuMs)} / ${theirs.peakMegabytes} MB (${ratio(ours.cpuMs, theirs.cpuMs)})`;
}
