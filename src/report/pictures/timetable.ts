/** Who is at which table in which round. */
import { element, label, picture, type Said, shortened } from "./svg.js";

/** One person: the table in each round, or nothing where they meet nobody in it. */
export interface TimetableRow {
  readonly label: string;
  readonly tables: readonly (number | undefined)[];
}

const LEFT = 150;
const TOP = 24;
const ROW = 20;
const COLUMN = 36;
const MOST_LETTERS = 19;

/** Rows of people, a column for each round; a filled field has the number of the table. */
export function timetablePicture(said: Said, rounds: number, rows: readonly TimetableRow[]): string {
  const middle = { "text-anchor": "middle" };
  const head = Array.from({ length: rounds }, (_, at) =>
    label(LEFT + (at + 0.5) * COLUMN, TOP - 8, String(at + 1), { ...middle, class: "quiet" }),
  );
  const drawn = rows.map(({ label: name, tables }, row) => {
    const y = TOP + row * ROW;
    const fields = tables.map((table, at) => {
      const x = LEFT + at * COLUMN;
      const shape = { x: x + 1, y: y + 1, width: COLUMN - 2, height: ROW - 2 };
      return table === undefined
        ? element("rect", { class: "ground", ...shape })
        : element("rect", { class: "bar", ...shape }) +
            label(x + COLUMN / 2, y + 14, String(table), { ...middle, class: "bar-text" });
    });
    return label(0, y + 14, shortened(name, MOST_LETTERS)) + fields.join("");
  });
  return picture(LEFT + rounds * COLUMN + 2, TOP + rows.length * ROW + 4, said, [
    label(0, TOP - 8, "round", { class: "quiet" }),
    ...head,
    ...drawn,
  ]);
}
