/** Circles in the reporting lines: they occur in real data, and everybody on one counts as connected. */
import { byCodeUnit } from "../door.js";
import { drawTogether } from "../rules/line-components.js";
import type { ReportingLines } from "../rules/reporting-lines.js";

/** The ids of the people on each circle, in order, the circles by their first id. */
export function linesInCycles(lines: ReportingLines): readonly (readonly string[])[] {
  const { of, count } = drawTogether(lines);
  if (count === lines.size) return [];
  const members: string[][] = Array.from({ length: count }, () => []);
  lines.ids.forEach((id, node) => {
    members[of[node]!]!.push(id);
  });
  const circles = members.filter(({ length }) => length > 1).map((ids) => ids.sort(byCodeUnit));
  return circles.sort((a, b) => byCodeUnit(a[0]!, b[0]!));
}
