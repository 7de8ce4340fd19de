/** One number against another. */
import { points } from "../wording.js";
import { element, label, picture, type Said } from "./svg.js";

/** A place on the curve. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const WIDTH = 380;
const HEIGHT = 240;
const LEFT = 76;
const RIGHT = 20;
const TOP = 20;
const FOOT = 48;

/** A line through places in order of `x`, a mark at the last one; its first and last values are told at the axes. */
export function curvePicture(
  said: Said,
  axes: { readonly x: string; readonly y: string },
  places: readonly Place[],
): string {
  const [first, last] = [places[0]!, places.at(-1)!];
  const low = places.reduce((least, { y }) => Math.min(least, y), 0);
  const high = places.reduce((most, { y }) => Math.max(most, y), low + 1);
  const span = Math.max(1, last.x - first.x);
  const across = ({ x }: Place): number => LEFT + ((x - first.x) / span) * (WIDTH - LEFT - RIGHT);
  const up = (y: number): number => TOP + (1 - (y - low) / (high - low)) * (HEIGHT - TOP - FOOT);
  const path = places.map((place) => `${across(place).toFixed(1)},${up(place.y).toFixed(1)}`).join(" ");
  const base = HEIGHT - FOOT;
  const end = { "text-anchor": "end" };
  return picture(WIDTH, HEIGHT, said, [
    element("line", { class: "axis", x1: LEFT, y1: base, x2: WIDTH - RIGHT, y2: base }),
    element("line", { class: "axis", x1: LEFT, y1: TOP, x2: LEFT, y2: base }),
    element("polyline", { class: "curve", points: path }),
    element("circle", { class: "mark", cx: across(last), cy: up(last.y), r: 4 }),
    label(LEFT - 8, up(high) + 4, points(high), end),
    label(LEFT - 8, base + 4, points(low), end),
    label(LEFT, base + 18, String(first.x)),
    label(WIDTH - RIGHT, base + 18, String(last.x), end),
    label((LEFT + WIDTH) / 2, HEIGHT - 8, axes.x, { "text-anchor": "middle", class: "quiet" }),
    label(LEFT, TOP - 7, axes.y, { class: "quiet" }),
  ]);
}
