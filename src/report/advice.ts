/** Advice on a whole cohort as plain text: whom to recruit, whom to ask, which rule costs most. */

import type { Gain } from "../insight/advise/gain.js";
import type { Advice } from "../insight/advise.js";
import { columnsOf } from "./columns.js";
import { plural, points, sectionText } from "./wording.js";

/** Lines of at most so many entries; the rest are counted. */
const MOST = 10;

/** The advice, lines ending in `\n`. */
export function adviceText({ coverage, places, profiles, isFirstProfileBest, rules, areas, grades }: Advice): string {
  const { asking, matched, bound } = coverage;
  const more =
    bound > matched ? `; another objective could give ${bound} of them one` : "; no matching gives more of them one";
  const first = isFirstProfileBest ? "" : " (of those that were tried)";
  const sections = [
    `${matched} of ${plural(asking, "mentee")} who ask have a mentor${more}\n`,
    section("One more place at one of these mentors gains", places, ({ mentorId, gain }) => [mentorId, gainText(gain)]),
    section(`One, two … five new mentors like this gain${first}`, profiles, ({ profile, gains }) => [
      profile.map(({ field, value }) => `${field} ${JSON.stringify(value)}`).join(", "),
      gains.map(({ people }) => `+${people}`).join(" "),
      "mentees",
    ]),
    section(
      "Without this rule there would be",
      rules.filter(({ gain }) => gain.people !== 0 || gain.score !== 0),
      ({ path, gain }) => [path, gainText(gain)],
    ),
    section(
      "Areas that are short",
      areas.filter(({ mentees, places: free }) => mentees > free),
      ({ area, mentees, places: free }) => [area, `${mentees} seek it`, plural(free, "place")],
    ),
    section(
      "Grades that are short",
      grades.filter(({ unmatched }) => unmatched > 0),
      ({ grade, mentees, places: free, unmatched }) => [
        grade ?? "(none)",
        `${plural(unmatched, "mentee")} of ${mentees} without a mentor`,
        plural(free, "place"),
      ],
    ),
  ];
  return sections.filter((text) => text !== "").join("\n");
}

function gainText({ people, score }: Gain): string {
  const sign = score < 0 ? "−" : "+";
  return `${people < 0 ? "−" : "+"}${plural(Math.abs(people), "mentee")}, ${sign}${points(Math.abs(score))} points`;
}

function section<T>(title: string, list: readonly T[], row: (one: T) => string[]): string {
  const lines = columnsOf(list.slice(0, MOST).map(row));
  const rest = list.length > MOST ? [`… and ${list.length - MOST} more`] : [];
  return sectionText(title, [...lines, ...rest]);
}
