/** Most mentees with a mentor. */
import { type LevelComponent, levelFactory } from "../../level.js";
import { unitValues } from "./units.js";

/**
 * As many mentees as possible get a mentor; where some ask for several, everyone gets one before anyone gets two.
 * Its value has one integer for each number of mentors asked for: mentees with at least one, at least two, …
 */
export const coverage = levelFactory({
  name: "coverage",
  shape: () => ({}),
  reads: () => [],
  words: () => "as many mentees as possible have a mentor, and everyone has one before anyone has two",
  bind: ({ demand, menteeUsed }) => {
    let most = 1;
    for (let mentee = 0; mentee < demand.length; mentee++) most = Math.max(most, demand[mentee]! + menteeUsed[mentee]!);
    return Array.from({ length: most }, (_, nth): LevelComponent => {
      let base = 0;
      for (const used of menteeUsed) if (used > nth) base++;
      return {
        name: "coverage",
        base,
        mentee: unitValues(demand, (mentee, unit) => (menteeUsed[mentee]! + unit === nth ? 1 : 0)),
      };
    });
  },
});
