/** Few mentors with hundreds of places each, against ordinary instances with about as many pairs. */
import { ownLeast } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, table } from "../table.js";
import { OURS, type Solved } from "./solve.js";

/** Each with its ordinary instance. */
const PAIRED: readonly (readonly [crowded: string, ordinary: string])[] = [
  ["20 000 × 100, hundreds of places", "2000 × 1000"],
  ["20 000 × 100, hundreds of places, balanced", "2000 × 1000, balanced"],
  ["20 000 × 100, hundreds of places, top 30", "20 000 × 8000, top 30"],
  ["20 000 × 100, hundreds of places, top 30, balanced", "20 000 × 8000, top 30, balanced"],
];

export interface Crowded {
  readonly crowded: Solved;
  readonly ordinary: Solved;
  readonly times: number;
}

export const places: Part<Crowded> = () => {
  const rows = PAIRED.map(([crowdedName, ordinaryName]) => {
    const crowded = ownLeast<Solved>("solve", OURS, crowdedName);
    const ordinary = ownLeast<Solved>("solve", OURS, ordinaryName);
    // By the pair, for the two have not quite as many.
    const times = crowded.cpuMs / crowded.pairs / (ordinary.cpuMs / ordinary.pairs);
    return { crowded, ordinary, times };
  });
  const lines = rows.map(({ crowded, ordinary, times }) => [
    ...[crowded, ordinary].flatMap((row) => [row.instance, `${row.pairs}`, duration(row.cpuMs)]),
    times.toFixed(1),
  ]);
  const text = [
    "`assign()`, cold, with about two hundred places for each mentor, beside an ordinary instance with about as many pairs.",
    table(["instance", "pairs", "CPU", "ordinary instance", "pairs", "CPU", "times, by the pair"], lines),
  ].join("\n\n");
  return { title: "Few mentors, hundreds of places", text, rows };
};
