/** What changed from one result to another, as plain text. */
import type { ChangedPair, Comparison } from "../insight/compare/comparison.js";
import { columnsOf } from "./columns.js";
import { levelChangeWords } from "./level-words.js";
import { plural, sectionText } from "./wording.js";

/** The comparison, lines ending in `\n`. */
export function comparisonText({ pool, policy, seed, version, mentees, levels }: Comparison): string {
  const people = (list: readonly { readonly id: string; readonly role: string }[]): string[] =>
    list.map(({ id, role }) => `${id} (${role})`);
  const sections = [
    mentees.length === 0
      ? "Nobody has other mentors than before.\n"
      : `${plural(mentees.length, "mentee")} with other mentors than before\n`,
    sectionText("Joined", people(pool.joined)),
    sectionText("Left", people(pool.left)),
    sectionText(
      "Records that differ",
      pool.changed.map(({ id, role, fields }) => `${id} (${role}): ${fields.join(", ")}`),
    ),
    sectionText("What else differs", [
      ...pool.parts.map((part) => `pool: ${part}`),
      ...policy.parts.map((part) => `policy: ${part}`),
      ...policy.unknown.map((part) => `policy: ${part} holds functions, which cannot be compared`),
      ...(seed.isSame ? [] : ["the seed of the lottery"]),
      ...(version.isSame ? [] : ["the version of mentor-match"]),
    ]),
    ...mentees.map(({ menteeId, change, lost, gained }) =>
      sectionText(`${menteeId} ${CHANGE[change]}`, [
        ...lost.map((pair) => `before ${pair.mentorId}: ${elsewhere(pair, "now")}`),
        ...gained.map((pair) => `now ${pair.mentorId}: ${elsewhere(pair, "then")}`),
      ]),
    ),
    sectionText(
      "Level by level, now beside before",
      columnsOf(levels.map((level) => [level.name, levelChangeWords(level).join("; ") || "as before"])),
    ),
  ];
  return sections.filter((text) => text !== "").join("\n");
}

const CHANGE = { gains: "has more mentors", loses: "has fewer mentors", moves: "has another mentor" } as const;

function elsewhere({ elsewhere: state, refusedBy }: ChangedPair, when: "now" | "then"): string {
  if (state === "absent") return `one of the two is not there ${when}`;
  if (state === "refused") return `refused ${when} by ${refusedBy.map(({ id }) => id).join(", ")}`;
  return `possible ${when}, yet not part of what is best`;
}
