/** The fewest poor matches. */
import { type LevelComponent, levelFactory } from "../../level.js";
import { TENTHS, tenthOf } from "../../level-terms.js";

/**
 * As few matches as possible score in the lowest tenth of the scale (0 … 999), then in the next, … Its value has an integer
 * for each tenth but the best: minus the number of matches there. Only after `coverage`, or leaving people out would look good.
 */
export const worstOff = levelFactory({
  name: "worst-off",
  shape: () => ({}),
  reads: () => [],
  words: () => "as few matches as possible are in the lowest tenth of the scale, then in the next",
  after: "coverage",
  bind: ({ score, fixedPairs }) =>
    Array.from({ length: TENTHS - 1 }, (_, tenth): LevelComponent => {
      const pair = score.map((points) => (tenthOf(points) === tenth ? -1 : 0));
      const base = fixedPairs.filter((fixed) => tenthOf(fixed.score) === tenth).length;
      return { name: "worst-off", base: 0 - base, pair };
    }),
});
