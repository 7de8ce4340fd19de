/** Every volunteer is used before anybody is used twice. */
import { type LevelComponent, levelFactory } from "../../level.js";
import { unitValues } from "./units.js";

/**
 * As many mentors as possible have at least one mentee, then at least two, … standing pairs included. Its value has an
 * integer for each number of mentees that a mentor may have.
 */
export const spread = levelFactory({
  name: "spread",
  shape: () => ({}),
  reads: () => [],
  words: () => "as many mentors as possible have a mentee, then as many as possible have two",
  bind: ({ capacity, mentorUsed }) => {
    const most = capacity.reduce((high, places, mentor) => Math.max(high, places + mentorUsed[mentor]!), 1);
    return Array.from(
      { length: most },
      (_, nth): LevelComponent => ({
        name: "spread",
        base: mentorUsed.reduce((count, used) => count + (used > nth ? 1 : 0), 0),
        mentor: unitValues(capacity, (mentor, unit) => (mentorUsed[mentor]! + unit === nth ? 1 : 0)),
      }),
    );
  },
});
