/** The lottery as the last level of every objective: least sum of tickets over the matches, then least sum of draws. */
import type { LevelComponent, LevelContext } from "../../level.js";
import { drawsOf } from "./lottery.js";
import { unitValues } from "./units.js";

/** Not listed in a policy: it is always there, and always last. Fixed matches take no part in it. */
export function lottery({ mentees, mentors, demand, seed }: LevelContext): readonly LevelComponent[] {
  const { ticket, draw } = drawsOf(
    seed,
    mentees.map(({ id }) => id),
    mentors.map(({ id }) => id),
  );
  return [
    { name: "lottery", base: 0, mentee: unitValues(demand, (mentee) => -ticket[mentee]!) },
    { name: "lottery", base: 0, pair: (mentee, mentor) => -draw(mentee, mentor) },
  ];
}
