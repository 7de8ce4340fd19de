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

test("mailMerge() refuses what is no list of reasons or ticks and no map of names, and says what criteria there are", () => {
  const wrong = { firstContact: "2026-10-15", reasons: "areas", contacts: {}, ticked: 7 };
  expect(issuesOf(() => mailMerge(pool, policy, result, wrong as never)).map(({ message }) => message)).toEqual([
    'expected a list of ids, got "areas"',
    expect.stringMatching(/^expected a Map by id, got /),
    "expected a list of pairs with their checks, got 7",
  ]);
  const bare = { name: "Bare" };
  const reasons = { firstContact: "2026-10-15", reasons: ["areas"] };
  expect(issuesOf(() => mailMerge(pool, bare, match(pool, bare), reasons))[0]!.message).toBe(
    'the policy has no criterion "areas"; it has none',
  );
});

test("mailMerge() gives the weightiest reason first, and reasons that weigh the same by their ids", () => {
  const both = {
    mentees: [{ id: "bo", seeks: ["grants"], interests: ["chess"], languages: ["Greek"] }],
    mentors: [{ id: "ada", offers: ["grants"], interests: ["chess"], languages: ["Greek"] }],
  };
  const prefer = [
    { criterion: "shared-language" },
    { criterion: "shared-interests" },
    { criterion: "shared-areas", weight: 3 },
  ] as const;
  const letters = mailMerge(both, { name: "x", prefer }, match(both, { name: "x", prefer }), {
    firstContact: "2026-10-15",
  });
  expect(letters.files["mentees.csv"]).toContain(`"shared-areas; shared-interests; shared-language",2026-10-15\r\n`);
});
