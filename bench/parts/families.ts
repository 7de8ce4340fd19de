/** Shapes that are hard for assignment solvers, against an ordinary instance of the same size. */
import { familyNames } from "../families.js";
import { type FamilySize, familyInstance } from "../instances.js";
import { ownLeast } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, table } from "../table.js";
import { OURS, type Solved } from "./solve.js";

const QUICK: readonly FamilySize[] = ["1000 × 600"];
const LARGE: readonly FamilySize[] = ["3000 × 1500"];

/** A solve beside that of the ordinary instance of its size. */
export interface Beside extends Solved {
  readonly timesOrdinary: number;
}

export const families: Part<Beside> = ({ isQuick }) => {
  const rows = (isQuick ? QUICK : [...QUICK, ...LARGE]).flatMap((size) => {
    const ordinary = solve(size);
    const hard = familyNames.map((family) => solve(familyInstance(family, size)));
    return [ordinary, ...hard].map((row) => ({ ...row, timesOrdinary: row.cpuMs / ordinary.cpuMs }));
  });
  const lines = rows.map((row) => [row.instance, `${row.pairs}`, duration(row.cpuMs), row.timesOrdinary.toFixed(1)]);
  const text = [
    `\`assign()\`, cold: *equal*, all scores alike; *five*, everybody wants the same five; *scarce*, one place for ten mentees;
*product*, a number of the mentee times one of the mentor; *clustered*, distances between towns; *million*, scores up to 10⁶.`,
    table(["instance", "pairs", "CPU", "times the ordinary one"], lines),
  ].join("\n\n");
  return { title: "Hard families", text, rows };
};

function solve(instance: string): Solved {
  return ownLeast<Solved>("solve", OURS, instance);
}
