/** Bars that stand side by side. */
import { type Attributes, element, label, picture, type Said } from "./svg.js";

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** told above the bar instead of the value: where it may not be told exactly, say */
  readonly told?: string;
}

const HEIGHT = 220;
const TOP = 24;
const FOOT = 44;
const LEFT = 12;
/** Widest and narrowest that a bar with its gap gets. */
const WIDEST = 56;
const NARROWEST = 26;
/** So wide that letters stay legible on a narrow screen, too. */
const WIDTH = 350;

/** Bars from a common base line, each with its number above and its name below. */
export function barsPicture(said: Said, axis: string, bars: readonly Bar[]): string {
  const step = Math.max(NARROWEST, Math.min(WIDEST, WIDTH / Math.max(1, bars.length)));
  const width = Math.max(240, LEFT * 2 + step * bars.length);
  const base = HEIGHT - FOOT;
  const most = bars.reduce((high, { value }) => Math.max(high, value), 0);
  const middle: Attributes = { "text-anchor": "middle" };
  const drawn = bars.map(({ label: name, value, told = value === 0 ? "" : String(value) }, at) => {
    const x = LEFT + at * step;
    const height = most === 0 ? 0 : (value / most) * (base - TOP);
    const shape = { class: "bar", x: x + step * 0.12, y: base - height, width: step * 0.76, height };
    return [
      element("rect", shape),
      told === "" ? "" : label(x + step / 2, base - height - 6, told, middle),
      label(x + step / 2, base + 16, name, middle),
    ].join("");
  });
  const line = element("line", { class: "axis", x1: LEFT, y1: base, x2: width - LEFT, y2: base });
  return picture(width, HEIGHT, said, [
    line,
    ...drawn,
    label(width / 2, HEIGHT - 8, axis, { ...middle, class: "quiet" }),
  ]);
}
