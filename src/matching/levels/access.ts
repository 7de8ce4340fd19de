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
 * one linear level with the weights n, n − 1, … 1 serves exactly those people.
 */
export const access = levelFactory({
  name: "access",
  shape: () => ({}),
  reads: () => [],
  words: () => "who gets a mentor is settled by order and ticket, before with whom",
  bind: ({ mentees, demand, menteeUsed, seed }) => {
    const { ticket } = drawsOf(
      seed,
      mentees.map(({ id }) => id),
      [],
    );
    const order = [...mentees.keys()].sort((a, b) => ticket[a]! - ticket[b]! || a - b);
    const weight = new Int32Array(mentees.length);
    order.forEach((mentee, place) => {
      weight[mentee] = order.length - place;
    });
    return [
      {
        name: "access",
        base: weight.reduce((sum, own, mentee) => sum + (menteeUsed[mentee]! > 0 ? own : 0), 0),
        mentee: unitValues(demand, (mentee, unit) => (menteeUsed[mentee]! + unit === 0 ? weight[mentee]! : 0)),
      },
    ];
  },
});
