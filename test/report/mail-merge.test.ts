/** Letters: cells that no spreadsheet runs, and what is wrong with what they are made from. */
import { expect, test } from "vitest";
import { match } from "../../src/index.js";
import { mailMerge } from "../../src/report/index.js";
import { issuesOf } from "../helpers/issues-of.js";

const pool = {
  mentees: [{ id: "bo", name: "=HYPERLINK(1)", email: "bo@example.org", seeks: ["grants"] }],
  mentors: [{ id: "ada", name: "Ada, Dr", offers: ["grants"] }],
};
const policy = { name: "Letters", prefer: [{ criterion: "shared-areas" }] };
const result = match(pool, policy);

test("mailMerge() writes a name that could be a formula as text, and leaves out pairs that stood before", () => {
  const { files } = mailMerge(pool, policy, result, { firstContact: "2026-10-15" });
  expect(files["mentors.csv"]).toContain(`ada,"Ada, Dr",,'=HYPERLINK(1),bo@example.org,shared-areas,2026-10-15\r\n`);
  const stood = { ...pool, pairs: [{ menteeId: "bo", mentorId: "ada", status: "agreed" as const }] };
  const known = mailMerge(stood, policy, match(stood, policy), { firstContact: "2026-10-15" });
  expect(known.files["mentees.csv"].trimEnd().split("\r\n")).toHaveLength(1);
});

test("mailMerge() holds pairs back until each of their checks is ticked, and names them", () => {
  const two = {
    mentees: [{ id: "bo" }, { id: "cy", department: "Art" }],
    mentors: [
      { id: "ada", department: "Law", trained: false },
      { id: "max", department: "Sea", trained: true },
    ],
    locks: [{ menteeId: "bo", mentorId: "ada" }],
  };
  const careful = {
    name: "Letters",
    must: [{ rule: "different-department", onUnknown: "confirm" as const }],
    participation: { mentors: [{ rule: "trained", when: "release" as const }] },
  };
  const made = match(two, careful);
  const write = (ticked?: readonly { menteeId: string; mentorId: string; checks: string[] }[]) =>
    mailMerge(two, careful, made, { firstContact: "2026-10-15", ticked });
  const rows = (letters: ReturnType<typeof write>): string[] =>
    Object.values(letters.files).flatMap((sheet) =>
      sheet
        .slice(1)
        .trimEnd()
        .split("\r\n")
        .slice(1)
        .map((row) => row.split(",")[0]!),
    );
  const checks = ["different-department", "trained"];
  expect(write().held).toEqual([{ menteeId: "bo", mentorId: "ada", checks: expect.arrayContaining(checks) }]);
  expect(rows(write())).toEqual(["cy", "max"]);
  const half = write([{ menteeId: "bo", mentorId: "ada", checks: ["trained"] }]);
  expect(half.held).toEqual([{ menteeId: "bo", mentorId: "ada", checks: ["different-department"] }]);
  expect(rows(half)).toEqual(["cy", "max"]);
  const all = write(write().held as never);
  expect(all.held).toEqual([]);
  expect(rows(all)).toEqual(["bo", "cy", "ada", "max"]);
  const slips = [{ menteeId: "cy", mentorId: "ada", checks }, { menteeId: "cy", mentorId: "max", checks }, 7];
  expect(issuesOf(() => write(slips as never)).map(({ path, message }) => [path, message])).toEqual([
    ["ticked[0]", 'the result has no match of "cy" and "ada"'],
    ["ticked[1]", 'this match has no check "different-department"; it has none'],
    ["ticked[2]", "expected a pair with its checks"],
  ]);
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
