/** Sheets that the library writes are read back as they were. */
import { expect, test } from "vitest";
import { csvText } from "../../src/report/csv.js";
import { SCHEMES } from "../../src/schemes/all.js";
import { readSheets } from "../../src/sheets/read.js";
import { peopleMap, peopleSheet } from "../../src/sheets/write.js";
import type { Mentee, Mentor, Person } from "../../src/types.js";

const bytes = (people: readonly (Mentee | Mentor)[]): Uint8Array =>
  new TextEncoder().encode(csvText(peopleSheet(people)));

/** People as sheets leave them: without names and addresses, without lists that hold nothing, one department like several. */
const bare = (people: readonly Person[]): object[] =>
  people.map(({ name: _name, email: _email, department, ...own }) =>
    Object.fromEntries(
      Object.entries({ ...own, department: [department ?? []].flat() }).filter(
        ([, value]) => !Array.isArray(value) || value.length > 0,
      ),
    ),
  );

test.each([...SCHEMES])("peopleSheet() of %s is read back with peopleMap()", (_, { cohort }) => {
  const pool = cohort();
  // Whoever stands in no sheet has no row to be found by.
  const ids = new Set([...pool.mentees, ...pool.mentors].map(({ id }) => id));
  const within = <P extends Mentee | Mentor>(people: readonly P[]): P[] =>
    people.map((person) => {
      const isOutside = (value: unknown): boolean => typeof value === "string" && !ids.has(value);
      const { lineManager, ...own } = person;
      const kept = ["appraisers", "supervisors", "conflicts", "avoid"].flatMap((field) => {
        const list = person[field as keyof Person];
        return Array.isArray(list) ? [[field, list.filter((id) => !isOutside(id))]] : [];
      });
      return {
        ...own,
        ...(lineManager === undefined || isOutside(lineManager) ? {} : { lineManager }),
        ...Object.fromEntries(kept),
      } as unknown as P;
    });
  const [mentees, mentors] = [within(pool.mentees), within(pool.mentors)];
  const read = readSheets(
    [
      { file: "mentees.csv", bytes: bytes(mentees), who: "mentee" },
      { file: "mentors.csv", bytes: bytes(mentors), who: "mentor" },
    ],
    peopleMap([...mentees, ...mentors]),
    { salt: "0123456789abcdef", asOf: pool.asOf, offsetOf: () => undefined },
  );
  expect(read.findings).toEqual([]);
  const sorted = (people: readonly object[]): unknown =>
    bare(people as Person[]).sort((a, b) => ((a as Person).id < (b as Person).id ? -1 : 1));
  expect(sorted(read.pool.mentees)).toEqual(sorted(mentees));
  expect(sorted(read.pool.mentors)).toEqual(sorted(mentors));
});
