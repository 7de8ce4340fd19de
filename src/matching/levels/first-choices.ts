/** The most first choices. */
import { type LevelComponent, levelFactory } from "../../level.js";
import { choicesOf, mostChoices } from "../../level-terms.js";

/**
 * As many matches as possible are with a first nomination, then with a second, … Its value has an integer for each place of
 * the longest list. Alone it is rank-maximal, after `coverage` greedy-maximum (Irving 2003). Whoever nominates nobody is
 * indifferent: every eligible mentor is a first choice.
 */
export const firstChoices = levelFactory({
  name: "first-choices",
  shape: () => ({}),
  reads: () => ["nominations"],
  words: () => "as many mentees as possible get their first nomination, then their second",
  bind: ({ mentees, mentors, fixedPairs }) => {
    const choice = choicesOf(mentees);
    return Array.from({ length: mostChoices(mentees) }, (_, at): LevelComponent => {
      const is = (mentee: number, mentor: number) => (choice(mentee, mentors[mentor]!.id) === at + 1 ? 1 : 0);
      const base = fixedPairs.reduce((sum, { mentee, mentor }) => sum + is(mentee, mentor), 0);
      return { name: "first-choices", base, pair: is };
    });
  },
});
