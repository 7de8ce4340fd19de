/** Coverage tier by tier: who has waited longest, or is named first, comes first. */
import { type LevelComponent, levelFactory } from "../../level.js";
import { priorityShape, urgencyOf } from "../../level-terms.js";
import { unitValues } from "./units.js";

/**
 * As many as possible of the most urgent mentees get a mentor, then of the next, … Its value has one integer a group: how
 * many of it have a mentor. By `"waiting"`, groups are full months (or years) since `waitingSince`; by `"tier"`, the tiers of
 * the data. As coverage it costs nobody a place: on a network, `["priority", "coverage"]` matches as many as coverage alone.
 */
export const priority = levelFactory({
  name: "priority",
  shape: () => priorityShape,
  reads: ({ by }) => [by === "tier" ? "tier" : "waitingSince"],
  words: ({ by, step }) =>
    by === "tier"
      ? "as many as possible of the first tier have a mentor, then of the next"
      : `as many as possible of those who have waited most ${step}s have a mentor, then of the next`,
  bind: ({ mentees, demand, menteeUsed, asOf }, params) => {
    const urgency = urgencyOf(mentees, asOf, params);
    const asks = urgency.filter((_, mentee) => demand[mentee]! + menteeUsed[mentee]! > 0);
    return [...new Set(asks)]
      .sort((a, b) => (a > b ? -1 : 1))
      .map(
        (group): LevelComponent => ({
          name: "priority",
          base: urgency.filter((own, mentee) => own === group && menteeUsed[mentee]! > 0).length,
          mentee: unitValues(demand, (mentee, unit) =>
            urgency[mentee] === group && menteeUsed[mentee]! + unit === 0 ? 1 : 0,
          ),
        }),
      );
  },
});
