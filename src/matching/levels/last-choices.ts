/** The fewest last choices. */
import { type LevelComponent, levelFactory } from "../../level.js";
import { choicesOf, mostChoices } from "../../level-terms.js";

/**
 * As few matches as possible are with somebody whom the mentee did not nominate, then with the last place of the longest
 * list, then with the one before, … but the first. Its value has an integer for each: minus the number of such matches. Only
 * after `coverage`; together they are generous-maximum. Whoever nominates nobody is indifferent: always content.
 */
export const lastChoices = levelFactory({
  name: "last-choices",
  shape: () => ({}),
  reads: () => ["nominations"],
  words: () =>
    "as few mentees as possible get somebody they did not nominate, then their last nomination, then the one before",
  after: "coverage",
  bind: ({ mentees, mentors, fixedPairs }) => {
    const choice = choicesOf(mentees);
    const most = mostChoices(mentees);
    const places = [0, ...Array.from({ length: most - 1 }, (_, at) => most - at)];
    return places.map((place): LevelComponent => {
      const is = (mentee: number, mentor: number) => (choice(mentee, mentors[mentor]!.id) === place ? -1 : 0);
      const base = fixedPairs.reduce((sum, { mentee, mentor }) => sum + is(mentee, mentor), 0);
      return { name: "last-choices", base, pair: is };
    });
  },
});
