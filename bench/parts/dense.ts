/** All eligible pairs: this package beside its peers. */
import { inOwnProcess, leastOf, ownLeast } from "../own-process.js";
import type { Part } from "../part.js";
import { peers, peerVersions } from "../peers.js";
import { duration, megabytes, ratio, table } from "../table.js";
import { OURS, OURS_BY_LP, type Solved } from "./solve.js";

const QUICK = ["20 × 25", "200 × 120", "1000 × 600"];
const LARGE = ["3000 × 1500", "3000 × 1500, balanced", "10 000 × 4000"];

/** Those beside `assign`, with the pairs of the largest instance on which they are started. */
const OTHERS: ReadonlyMap<string, number> = new Map([
  [OURS_BY_LP, 500_000],
  ...[...peers].map(([name, { mostPairs }]): [string, number] => [name, mostPairs]),
]);

/** A solver that gave no answer, or a wrong one, and why. */
export interface Failed {
  readonly solver: string;
  readonly instance: string;
  readonly pairs: number;
  readonly outcome: string;
}

export const dense: Part<Solved | Failed> = ({ isQuick, peerLimitMs }) => {
  const rows: (Solved | Failed)[] = [];
  const lines = (isQuick ? QUICK : [...QUICK, ...LARGE]).map((instance) => {
    const ours = ownLeast<Solved>("solve", OURS, instance);
    const theirs = [...OTHERS].map(([solver, mostPairs]) =>
      ours.pairs > mostPairs ? undefined : beside(ours, solver, peerLimitMs),
    );
    rows.push(ours, ...theirs.filter((row) => row !== undefined));
    return [instance, `${ours.pairs}`, cell(ours), ...theirs.map((row) => cell(row, ours))];
  });
  const text = [
    `CPU of the first solve in a fresh process → of a second one there, in compiled code (where the first took less than 2 s) /
peak memory of the process, the pairs included (our first time as a share of theirs). "–": not started, because the smaller
sizes show that it would not finish.`,
    `${OURS} is \`assign()\`, its check of the input and its proof included; ${OURS_BY_LP} is javascript-lp-solver with our column
generation. The next three get a dense matrix with a row or column for each place, filled before the clock starts; yalps, highs
and javascript-lp-solver (its Model API with full pricing) a linear programme, made on the clock; min-cost-flow a graph. Each
has ${peerLimitMs / 1000} s of CPU, the making of its input included.`,
    `Versions: ${peerVersions()}.`,
    table(["instance", "pairs", OURS, ...OTHERS.keys()], lines),
  ].join("\n\n");
  return { title: "Dense, beside other packages", text, rows };
};

/** An answer counts only if it is worth as much as ours, which its prices prove to be the best. */
function beside({ instance, pairs, coverage, total }: Solved, solver: string, limitMs: number): Solved | Failed {
  const found = leastOf(() => inOwnProcess<Solved>(limitMs, "solve", solver, instance));
  if (typeof found === "string") return { solver, instance, pairs, outcome: found };
  if (found.coverage !== coverage || found.total !== total) return { solver, instance, pairs, outcome: "wrong answer" };
  return found;
}

function cell(row: Solved | Failed | undefined, ours?: Solved): string {
  if (row === undefined) return "–";
  if ("outcome" in row) return row.outcome;
  const again = row.againMs === undefined ? "" : ` → ${duration(row.againMs)}`;
  const share = ours === undefined ? "" : ` (${ratio(ours.cpuMs, row.cpuMs)})`;
  return `${duration(row.cpuMs)}${again} / ${megabytes(row.peakMegabytes)}${share}`;
}
