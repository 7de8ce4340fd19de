/** The plan of an event: as text, as a sheet, and as a page to hang up. */
import { byCodeUnit } from "../door.js";
import type { MeetsNobody } from "../lifecycle/rota/absent.js";
import type { Rota } from "../lifecycle/rota.js";
import { columnsOf } from "./columns.js";
import { type Contact, csvText } from "./csv.js";
import type { Cell, Report, Section } from "./document.js";
import { officeEdition } from "./edition.js";
import { htmlOf } from "./html/page.js";
import { type TimetableRow, timetablePicture } from "./pictures/timetable.js";
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
    sectionText("Who meets nobody", columnsOf(rota.meetNobody.map((one) => [one.id, one.role, whyWords(one)]))),
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
  const tables = new Map<string, (number | undefined)[]>();
  const put = (id: string, round: number, table: number, whom: string): void => {
    const row = meets.get(id) ?? rota.rounds.map(() => "");
    row[round] = `${table}: ${whom}`;
    meets.set(id, row);
    const at = tables.get(id) ?? rota.rounds.map(() => undefined);
    at[round] = table;
    tables.set(id, at);
  };
  const mentors = new Set<string>();
  rota.rounds.forEach(({ meetings }, round) => {
    for (const { table, mentorId, menteeIds } of meetings) {
      mentors.add(mentorId);
      put(mentorId, round, table, menteeIds.map(person).join(", "));
      for (const id of menteeIds) put(id, round, table, person(mentorId));
    }
  });
  const head = ["Who", ...rota.rounds.map((_, at) => `Round ${at + 1}`)];
  const rowsOf = (isMentor: boolean): string[][] =>
    [...meets]
      .filter(([id]) => mentors.has(id) === isMentor)
      .map(([id, row]) => [person(id), ...row])
      .sort((a, b) => byCodeUnit(a[0]!, b[0]!));
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
  const absent = rota.meetNobody.map((one) => [person(one.id), one.role, whyWords(one)]);
  const ids = [...meets.keys()].sort((a, b) => Number(mentors.has(b)) - Number(mentors.has(a)) || byCodeUnit(a, b));
  const everybody = ids.map((id) => ({ label: person(id), tables: tables.get(id)! }));
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
      ...(everybody.length === 0 ? [] : [atAGlance(rota.rounds.length, everybody)]),
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

/** More people than this are no picture. */
const MOST_DRAWN = 120;

function atAGlance(rounds: number, rows: readonly TimetableRow[]): Section {
  const title = "Tables by round";
  const text =
    "A row for each person, mentors first; a filled field holds the number of the table, an empty one is a pause.";
  const head = ["Who", ...Array.from({ length: rounds }, (_, at) => `Round ${at + 1}`)];
  const data = rows.map(({ label, tables }): Cell[] => [label, ...tables.map((table) => table ?? "")]);
  const tooMany = `No picture is drawn of more than ${MOST_DRAWN} people, and there are ${rows.length}: the tables below hold everybody's rounds.`;
  return {
    id: "timetable",
    title: "Timetable",
    blocks:
      rows.length > MOST_DRAWN
        ? [{ kind: "text", text: tooMany }]
        : [
            {
              kind: "figure",
              title,
              text,
              svg: timetablePicture({ title, text }, rounds, rows),
              data: { kind: "table", caption: title, head, rows: data },
            },
          ],
  };
}

/** Why somebody meets nobody, in words. */
function whyWords({ why, turnedAwayBy = [], refusedBy = [] }: MeetsNobody): string {
  const by = turnedAwayBy.length > 0 ? turnedAwayBy : refusedBy.map(({ id, people }) => `${id} (${people})`);
  return by.length === 0 ? WHY[why] : `${WHY[why]}: ${by.join(", ")}`;
}

const WHY: { readonly [why in MeetsNobody["why"]]: string } = {
  "not-taking-part": "does not take part",
  "no-place": "has no place left beside the pairs that stand",
  "nobody-eligible": "may meet nobody of those who are there",
  "no-room": "might meet somebody, and the rounds and tables went to others",
};

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
