/** Shares of groups with their intervals, one under the other. */
import { element, label, picture, type Said, shortened } from "./svg.js";

/** One share, 0 … 1, with the least and the most that it may be. */
export interface ShareRow {
  readonly label: string;
  /** told beside the label */
  readonly told: string;
  readonly share: number;
  readonly interval: readonly [least: number, most: number];
}

const WIDTH = 380;
const LEFT = 4;
const RIGHT = 12;
const ROW = 46;
const FOOT = 40;
const MOST_LETTERS = 34;

/** A bar each from 0 to 100 per cent, and over it a line from the least to the most. */
export function sharesPicture(said: Said, axis: string, rows: readonly ShareRow[]): string {
  const across = (share: number): number => LEFT + share * (WIDTH - LEFT - RIGHT);
  const base = rows.length * ROW + 4;
  const drawn = rows.map(({ label: name, told, share, interval: [least, most] }, at) => {
    const y = at * ROW + 22;
    const tick = (x: number): string => element("line", { class: "interval", x1: x, y1: y + 3, x2: x, y2: y + 13 });
    return [
      label(LEFT, y - 6, shortened(name, MOST_LETTERS)),
      label(WIDTH - RIGHT, y - 6, told, { "text-anchor": "end" }),
      element("rect", { class: "ground", x: LEFT, y, width: across(1) - LEFT, height: 16 }),
      element("rect", { class: "shade-2", x: LEFT, y, width: across(share) - LEFT, height: 16 }),
      element("line", { class: "interval", x1: across(least), y1: y + 8, x2: across(most), y2: y + 8 }),
      tick(across(least)),
      tick(across(most)),
    ].join("");
  });
  return picture(WIDTH, base + FOOT, said, [
    ...drawn,
    element("line", { class: "axis", x1: LEFT, y1: base, x2: across(1), y2: base }),
    label(LEFT, base + 16, "0"),
    label(across(1), base + 16, "100", { "text-anchor": "end" }),
    label((LEFT + across(1)) / 2, base + 32, axis, { "text-anchor": "middle", class: "quiet" }),
  ]);
}
