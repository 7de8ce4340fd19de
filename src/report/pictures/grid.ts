/** Many pairs at once: rows and columns of people, darker where more is possible. */
import { element, label, picture, type Said } from "./svg.js";

/** Rows and columns; each value a share from 0 to 1, or below 0 where there is nothing. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly value: (row: number, column: number) => number;
}

/** Shades besides "nothing". */
export const SHADES = 4;
const SIDE = 352;
/** Width of one shade in the legend: its square, and the score from which it is used, in per cent. */
const LEGEND = 64;
const LEFT = 20;
const TOP = 22;

/** Cells of one shade are one path, so that thousands of them stay a small picture. */
export function gridPicture(said: Said, axes: { readonly x: string; readonly y: string }, grid: Grid): string {
  const { rows, columns, value } = grid;
  const cell = Math.max(2, Math.min(16, SIDE / Math.max(1, rows, columns)));
  const paths: string[][] = Array.from({ length: SHADES }, () => []);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const shade = shadeOf(value(row, column));
      if (shade > 0) paths[shade - 1]!.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  const [width, height] = [columns * cell, rows * cell];
  const drawn = paths.map((parts, at) => element("path", { class: `shade-${at + 1}`, d: parts.join("") }));
  const frame = element("rect", { class: "frame", x: LEFT, y: TOP, width, height });
  const scaled = element("g", { transform: `translate(${LEFT} ${TOP}) scale(${cell.toFixed(3)})` }, drawn.join(""));
  const turned = { transform: `translate(13 ${TOP + height}) rotate(-90)`, class: "quiet" };
  const legend = Array.from({ length: SHADES }, (_, at) => {
    const [x, y] = [LEFT + at * LEGEND, TOP + height + 12];
    const square = element("rect", { class: `shade-${at + 1}`, x, y, width: 14, height: 14 });
    return square + label(x + 19, y + 12, `${(at * 100) / SHADES}+`);
  });
  return picture(Math.max(width, SHADES * LEGEND) + LEFT + 8, TOP + height + 34, said, [
    scaled,
    ...legend,
    frame,
    label(LEFT, TOP - 8, axes.x, { class: "quiet" }),
    element("g", turned, label(0, 0, axes.y)),
  ]);
}

/** 0 for nothing, and 1 … `SHADES` for a share from 0 to 1. */
export const shadeOf = (share: number): number => (share < 0 ? 0 : Math.min(SHADES, 1 + Math.floor(share * SHADES)));
