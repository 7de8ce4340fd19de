/** The plan of an event: as text, as a sheet, and as a page to hang up. */
import type { Rota } from "../lifecycle/rota.js";
import { columnsOf } from "./columns.js";
import { type Contact, csvText } from "./csv.js";
import type { Report } from "./document.js";
import { officeEdition } from "./edition.js";
import { htmlOf } from "./html/page.js";
import { plural, sectionText } from "./wording.js";

/** Rounds with their tables, and who meets nobody, lines ending in `\n`. */
export function rotaText(rota: Rota): string {
  const sections = [
    `${summary(rota)}\n`,
    ...rota.rounds.map(({ meetings }, at) =>
      sectionText(
        `Round ${at + 1}`,
        columnsOf(meetings.map(({ table, mentorId, menteeIds }) => [`table ${table}`, mentorId, menteeIds.join(", ")])),
      ),
    ),
    sectionText("Who meets nobody", columnsOf(rota.meetNobody.map(({ id, role, why }) => [id, role, why]))),
  ];
  return sections.filter((text) => text !== "").join("\n");
}

/** One row a meeting. */
export function rotaSheet({ rounds }: Rota): string {
  const rows = rounds.flatMap(({ meetings }, at) =>
    meetings.map(({ table, mentorId, menteeIds, score }) => [at + 1, table, mentorId, menteeIds.join("; "), score]),
  );
  return csvText([["round", "table", "mentor", "mentees", "score"], ...rows]);
}

/** The timetable as one page: everybody's row, a column for each round. */
export function rotaPage(rota: Rota, title: string, contacts?: ReadonlyMap<string, Contact>): string {
  const { person } = officeEdition(contacts);
  const meets = new Map<string, string[]>();
  const put = (id: string, round: number, what: string): void => {
    const row = meets.get(id) ?? rota.rounds.map(() => "");
    row[round] = what;
    meets.set(id, row);
  };
  const mentors = new Set<string>();
  rota.rounds.forEach(({ meetings }, round) => {
    for (const { table, mentorId, menteeIds } of meetings) {
      mentors.add(mentorId);
      put(mentorId, round, `${table}: ${menteeIds.map(person).join(", ")}`);
      for (const id of menteeIds) put(id, round, `${table}: ${person(mentorId)}`);
    }
  });
  const head = ["Who", ...rota.rounds.map((_, at) => `Round ${at + 1}`)];
  const rowsOf = (isMentor: boolean): string[][] =>
    [...meets]
      .filter(([id]) => mentors.has(id) === isMentor)
      .map(([id, row]) => [person(id), ...row])
      .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  const timetable = (id: string, heading: string, rows: string[][]): Report["sections"] =>
    rows.length === 0
      ? []
      : [
          {
            id,
            title: heading,
            blocks: [{ kind: "table", caption: "Table and whom they meet, by round", head, rows }],
          },
        ];
  const absent = rota.meetNobody.map(({ id, role, why }) => [person(id), role, why]);
  return htmlOf({
    title,
    subtitle: summary(rota),
    facts: [
      { label: "rounds", value: String(rota.rounds.length) },
      { label: "meetings", value: String(meetingsIn(rota)) },
      {
        label: "at once, at most",
        value: String(rota.rounds.reduce((most, { meetings }) => Math.max(most, meetings.length), 0)),
      },
    ],
    sections: [
      ...timetable("mentors", "Mentors", rowsOf(true)),
      ...timetable("mentees", "Mentees", rowsOf(false)),
      ...(absent.length === 0
        ? []
        : [
            {
              id: "absent",
              title: "Who meets nobody",
              blocks: [
                {
                  kind: "table",
                  caption: "Who meets nobody, and why",
                  head: ["Who", "Role", "Why"],
                  rows: absent,
                } as const,
              ],
            },
          ]),
    ],
  });
}

function summary({ status, rounds, leastRounds, isLeast, ...rota }: Rota): string {
  const fewest = isLeast ? "these cannot be held in fewer" : `${leastRounds} might do`;
  const best =
    status === "proved"
      ? "no other meetings are better"
      : status === "searched"
        ? "no better meetings were found to the end of the search"
        : "the meetings were chosen round by round";
  return `${plural(meetingsIn({ ...rota, rounds }), "meeting")} in ${plural(rounds.length, "round")}; ${fewest}; ${best}`;
}

const meetingsIn = ({ rounds }: Pick<Rota, "rounds">): number =>
  rounds.reduce((sum, { meetings }) => sum + meetings.length, 0);
