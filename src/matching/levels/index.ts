/** Every level this package brings: one line each. The lottery is not listed: it is always last. */
import { coverage } from "./coverage.js";
import { score } from "./score.js";

export const levels = {
  coverage,
  score,
};
