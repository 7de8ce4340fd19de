/** Pairs made by hand beside the proved best, as plain text. */
import type { AssessedPair, Assessment } from "../insight/assess.js";
import { columnsOf } from "./columns.js";
import { plural, points, sectionText } from "./wording.js";

/** The assessment, lines ending in `\n`. */
export function assessmentText({ pairs, overPlaces, broken, levels, leftOut }: Assessment): string {
  const bad = pairs.filter(({ refusedBy }) => refusedBy.length > 0);
  const dear = pairs.filter(({ cost }) => cost?.some(({ difference }) => difference.some((loss) => loss !== 0)));
  const same = pairs.filter(({ isInBest }) => isInBest);
  const sections = [
    `${plural(pairs.length, "pair")}: ${bad.length} may not be made, ${same.length} are in the best matching, too\n`,
    sectionText(
      "May not be made",
      columnsOf(bad.map(({ menteeId, mentorId, refusedBy }) => [menteeId, mentorId, refusedBy.join(", ")])),
    ),
    sectionText(
      "More pairs than places",
      columnsOf(
        overPlaces.map(({ id, role, pairs: many, places }) => [
          id,
          role,
          plural(many, "pair"),
          plural(places, "place"),
        ]),
      ),
    ),
    sectionText(
      "Not kept by the list as a whole",
      broken.map(({ code, ids, expected, got }) => `${[code, ...ids].join(" ")}: expected ${expected}, got ${got}`),
    ),
    sectionText(
      "The list beside the best",
      columnsOf(
        levels.map(({ name, value, best, gap }) => [name, told(value), `best ${told(best)}`, `short by ${told(gap)}`]),
      ),
    ),
    sectionText("What choices cost, however well the others are matched", columnsOf(dear.map(costRow))),
    sectionText("Left out by the list, matched in the best", leftOut),
  ];
  return sections.filter((text) => text !== "").join("\n");
}

function costRow({ menteeId, mentorId, cost }: AssessedPair): string[] {
  const losses = (cost ?? []).filter(
    ({ name, difference }) => name !== "lottery" && difference.some((loss) => loss !== 0),
  );
  return [menteeId, mentorId, losses.map(({ name, difference }) => `${name} ${told(difference)}`).join(", ")];
}

const told = (values: readonly number[]): string =>
  values.map((value) => (value < 0 ? String(value) : points(value))).join(", ");
