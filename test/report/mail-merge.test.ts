/** Letters: cells that no spreadsheet runs, and what is wrong with what they are made from. */
import { expect, test } from "vitest";
import { mailMerge, match } from "../../src/index.js";
import { issuesOf } from "../helpers/issues-of.js";

const pool = {
  mentees: [{ id: "bo", name: "=HYPERLINK(1)", email: "bo@example.org", seeks: ["grants"] }],
  mentors: [{ id: "ada", name: "Ada, Dr", offers: ["grants"] }],
};
const policy = { name: "Letters", prefer: [{ criterion: "shared-areas" }] };
const result = match(pool, policy);

test("mailMerge() writes a name that could be a formula as text, and leaves out pairs that stood before", () => {
  const { "mentors.csv": sheet } = mailMerge(pool, policy, result, { firstContact: "2026-10-15" });
  expect(sheet).toContain(`ada,"Ada, Dr",,'=HYPERLINK(1),bo@example.org,shared-areas,2026-10-15\r\n`);
  const stood = { ...pool, pairs: [{ menteeId: "bo", mentorId: "ada", status: "agreed" as const }] };
  const known = mailMerge(stood, policy, match(stood, policy), { firstContact: "2026-10-15" });
  expect(known["mentees.csv"].trimEnd().split("\r\n")).toHaveLength(1);
});

test("mailMerge() lists what is wrong with its options, and takes no other pool's result", () => {
  const wrong = { firstContact: "soon", reasons: ["nominations"], reason: 1 };
  expect(issuesOf(() => mailMerge(pool, policy, result, wrong as never)).map(({ path }) => path)).toEqual([
    "reason",
    "firstContact",
    "reasons[0]",
  ]);
  expect(issuesOf(() => mailMerge(pool, policy, result, undefined as never)).map(({ code }) => code)).toEqual([
    "missing",
  ]);
  const other = { ...pool, mentors: [{ id: "ada" }] };
  expect(() => mailMerge(other, policy, result, { firstContact: "2026-10-15" })).toThrow("got that of another");
});
