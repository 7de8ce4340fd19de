/** Every level this package brings: one line each. The lottery is not listed: it is always last. */
import { access } from "./access.js";
import { coverage } from "./coverage.js";
import { firstChoices } from "./first-choices.js";
import { keep } from "./keep.js";
import { lastChoices } from "./last-choices.js";
import { priority } from "./priority.js";
import { score } from "./score.js";
import { spread } from "./spread.js";
import { worstOff } from "./worst-off.js";

/** The levels of this package, as factories: `levels.coverage()` is an entry of `objective`. */
export const levels = {
  coverage,
  priority,
  access,
  keep,
  score,
  worstOff,
  firstChoices,
  lastChoices,
  spread,
};
