/** Who before with whom: being unlike the mentors never decides who is left out. */
import { levelFactory } from "../../level.js";
import { drawsOf } from "./lottery.js";
import { unitValues } from "./units.js";

/**
 * Mentees are served in the order of their lottery tickets, each if she and all served before her can be served together.
 * After `priority` the order is that of the tiers and then of the tickets. Coverage stays the greatest possible.
 *
 * Sets of mentees that can be served together, within what earlier levels leave, are the independent sets of a matroid: there
 * going through an order greedily reaches the greatest sum of any weights that fall along it (Rado 1957; Edmonds 1971), so
 * one linear level with the weights n, n − 1, … 1 serves exactly those people. Where limits, constraints or a cap on changes tie
 * people together there may be no matroid: then ten people at a time, with weights 512, 256, … 1, each of which is worth more
 * than all that come after it.
 */
export const access = levelFactory({
  name: "access",
  shape: () => ({}),
  reads: () => [],
  words: () => "who gets a mentor is settled by order and ticket, before with whom",
  bind: ({ mentees, demand, menteeUsed, seed, isTied }) => {
    const { ticket } = drawsOf(
      seed,
      mentees.map(({ id }) => id),
      [],
    );
    const order = [...mentees.keys()].sort((a, b) => ticket[a]! - ticket[b]! || a - b);
    const atOnce = isTied ? AT_ONCE : Math.max(1, order.length);
    return Array.from({ length: Math.max(1, Math.ceil(order.length / atOnce)) }, (_, part) => {
      const weight = new Float64Array(mentees.length);
      order.slice(part * atOnce, (part + 1) * atOnce).forEach((mentee, place) => {
        weight[mentee] = isTied ? 1 << (AT_ONCE - 1 - place) : order.length - place;
      });
      return {
        name: "access",
        base: weight.reduce((sum, own, mentee) => sum + (menteeUsed[mentee]! > 0 ? own : 0), 0),
        mentee: unitValues(demand, (mentee, unit) => (menteeUsed[mentee]! + unit === 0 ? weight[mentee]! : 0)),
      };
    });
  },
});

/** People whose turns fit into one level with weights that double. */
const AT_ONCE = 10;
