/** What a change gains: the same question solved again, less what it was before. */
import type { MatchResult } from "../../types.js";
import { type Asked, type LevelDifference, levelDifferences } from "../what-if.js";

/** What there is more than before, or less where a number is below 0. */
export interface Gain {
  /** mentees with a mentor */
  readonly people: number;
  /** the total score of all matches */
  readonly score: number;
  /** each level of the objective but the lottery, in its order */
  readonly levels: readonly LevelDifference[];
}

/** The gain from one result to another. */
export function gainOf(before: MatchResult, after: MatchResult, asked: Asked): Gain {
  return {
    people: peopleIn(after) - peopleIn(before),
    score: scoreOf(after) - scoreOf(before),
    levels: levelDifferences(before, after, asked).filter(({ name }) => name !== "lottery"),
  };
}

/** Orders gains as the objective does, greatest first; what no level tells apart, by people and then by score. */
export function byGain(a: Gain, b: Gain): number {
  for (const [at, { difference }] of a.levels.entries()) {
    const other = b.levels[at]?.difference ?? [];
    for (let k = 0; k < Math.max(difference.length, other.length); k++) {
      const more = (other[k] ?? 0) - (difference[k] ?? 0);
      if (more !== 0) return more;
    }
  }
  return b.people - a.people || b.score - a.score;
}

/** Whether anything at all is other than before. */
export const isGain = ({ people, score, levels }: Gain): boolean =>
  people !== 0 || score !== 0 || levels.some(({ difference }) => difference.some((more) => more !== 0));

export const peopleIn = ({ matches }: MatchResult): number => new Set(matches.map(({ menteeId }) => menteeId)).size;

const scoreOf = ({ matches }: MatchResult): number => matches.reduce((sum, { score }) => sum + score, 0);
