/** Shapes that are hard for assignment solvers, against an ordinary instance of the same size. */
import { familyNames } from "../families.js";
import { familyInstance } from "../instances.js";
import { ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, table } from "../table.js";
import { OURS, type Solved } from "./solve.js";

export const families: Part = () => {
  const solve = (instance: string) => ownRow<Solved>("solve", OURS, instance);
  const ordinary = solve("1000 × 600");
  const rows = familyNames.map((family) => solve(familyInstance(family)));
  const lines = [ordinary, ...rows].map((row) => [
    row.instance,
    duration(row.cpuMs),
    (row.cpuMs / ordinary.cpuMs).toFixed(1),
  ]);
  const text = `Hard families\n\n${table(["instance", "CPU", "times the ordinary one"], lines)}`;
  return { text, rows: [ordinary, ...rows] };
};
