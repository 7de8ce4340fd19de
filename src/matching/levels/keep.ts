/** Few changes: standing pairs that may move and do not. */
import { levelFactory } from "../../level.js";

/**
 * As many as possible of the standing pairs that may move are kept. Which may is the policy's `standing`: none where pairs are
 * fixed, and then the level changes nothing.
 */
export const keep = levelFactory({
  name: "keep",
  shape: () => ({}),
  reads: () => [],
  words: () => "as many standing pairs as possible are kept",
  bind: ({ isMovable }) => [{ name: "keep", base: 0, pair: (mentee, mentor) => (isMovable(mentee, mentor) ? 1 : 0) }],
});
