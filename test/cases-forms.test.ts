/** Real forms, read as a coordinator would read them, under that scheme's own rules: the answers are known. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { match, type PairScoreInput, type PolicyInput, verify } from "../src/index.js";
import { readSheets, type SheetsRead } from "../src/sheets/read.js";
import { cases, isHere } from "./helpers/cases.js";

const LADDER = ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4"];
const CHARACTERISTICS = { field: "attributes.characteristics", split: ", " };

/** "match with similar identity" is ignored: the scheme's points do not look at it. */
const COLUMNS = {
  columns: {
    "first name": "firstName",
    "last name": "lastName",
    "email address": "email",
    "both mentor and mentee": "ignore",
    "job title": "jobRole",
    grade: "grade",
    organisation: "organisation",
    profession: "profession",
    "match with similar identity": "ignore",
    "identity to match": CHARACTERISTICS,
    characteristics: CHARACTERISTICS,
    biography: "ignore",
  },
};

function readForms(): SheetsRead {
  const bytes = (name: string) => readFileSync(resolve(process.env.MENTOR_MATCH_CASES!, "forms", name));
  const [mentees, mentors] = ["civil-service-mentees.csv", "civil-service-mentors.csv"] as const;
  const sheets = [
    { file: mentees, bytes: bytes(mentees), who: "mentee" },
    { file: mentors, bytes: bytes(mentors), who: "mentor" },
  ] as const;
  return readSheets(sheets, COLUMNS, { salt: "cases", asOf: undefined, offsetOf: () => undefined });
}

/** The scheme's points: 9 for one grade above and 12 for two, 10 for the same profession, 6 for a shared characteristic. */
function pointsOf({ mentees, mentors }: SheetsRead["pool"]): PairScoreInput[] {
  const step = (grade: string | null | undefined): number => LADDER.indexOf(grade ?? "");
  const listed = (person: (typeof mentees)[number]) => (person.attributes?.characteristics ?? []) as readonly string[];
  return mentees.flatMap((mentee) =>
    mentors.flatMap((mentor): PairScoreInput[] => {
      const steps = step(mentor.grade) - step(mentee.grade);
      if (mentor.organisation === mentee.organisation || (steps !== 1 && steps !== 2)) return [];
      const profession = mentor.profession === mentee.profession ? 10 : 0;
      const shared = listed(mentee).some((value) => listed(mentor).includes(value)) ? 6 : 0;
      return [[mentee.id, mentor.id, (steps === 1 ? 9 : 12) + profession + shared]];
    }),
  );
}

describe.skipIf(!isHere)("real forms", () => {
  test.each([
    [1, 35],
    [2, 49],
    [3, 50],
  ])(
    "match() finds with capacity %i the %i pairs of the most points among the civil service's forms",
    (capacity, most) => {
      const { pool, findings } = readForms();
      expect([pool.mentees.length, pool.mentors.length, findings]).toEqual([50, 50, []]);
      const policy: PolicyInput = {
        name: "Civil service",
        ladder: LADDER,
        must: [
          { rule: "different-attribute", attribute: "organisation" },
          { rule: "more-senior", by: 1, atMost: 2 },
        ],
        prefer: [{ criterion: "pair-scores", scores: pointsOf(pool) }],
        capacity: { default: capacity },
      };
      const result = match(pool, policy);
      expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
      expect(result.matches).toHaveLength(most);

      const mentorOf = new Map(result.matches.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
      const mentorRow = new Map(pool.mentors.map(({ id }, row) => [id, row]));
      const answer = pool.mentees.map(({ id }) => mentorRow.get(mentorOf.get(id) ?? "") ?? -1);
      const grade = cases!.grade(`civilservice-small-cap${capacity}`, answer);
      expect(grade).toMatchObject({ errors: [], cardinality: most, lexOptimal: true });
    },
  );
});
