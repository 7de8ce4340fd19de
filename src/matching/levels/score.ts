/** Greatest total score. */
import { levelFactory } from "../../level.js";

/** The sum of the scores of all matches, 0 … 10 000 each. Alone, without coverage, it may leave people unmatched. */
export const score = levelFactory({
  name: "score",
  shape: () => ({}),
  reads: () => [],
  words: () => "the total score is the greatest possible",
  bind: ({ score, fixedPairs }) => [
    { name: "score", base: fixedPairs.reduce((sum, fixed) => sum + fixed.score, 0), pair: score },
  ],
});
