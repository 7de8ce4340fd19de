/** The commands that answer to people: `explain`, `compare`, `audit`, `evidence`, and the report that looks into more. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { audit, compare, evidence, explain, match, whatWouldHelp } from "../../src/index.js";
import { command, scratch } from "./command.js";

const POOL = {
  mentees: [
    { id: "ana", department: "Law" },
    { id: "bo", department: "Law" },
    { id: "cy", department: "Art" },
  ],
  mentors: [
    { id: "max", department: "Art" },
    { id: "nia", department: "Law", capacity: 2 },
  ],
  forbids: [{ menteeId: "ana", mentorId: "max", by: "Ada Office", reason: "asked" }],
};
const POLICY = { name: "Example", must: [{ rule: "different-department" }] };
const RESULT = match(POOL, POLICY);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The folder of a run, and what else may be written. */
async function run(pool: object = POOL) {
  const { folder, file } = scratch();
  const from = join(folder, "run");
  await command("match", "--pool", file("pool.json", pool), "--policy", file("policy.json", POLICY), "--out", from);
  return { from, out: join(folder, "out"), file };
}

test("mentor-match explain says why of everybody left out, of one with what would help, and of a pair", async () => {
  const { from } = await run();
  const all = await command("explain", "--from", from);
  expect([all.code, all.out.startsWith("ana has no mentor: ")]).toEqual([0, true]);
  const one = await command("explain", "ana", "--from", from);
  expect(one.out).toContain("What would give ana a mentor\n  different-department set aside for ana and nia");
  const json = plain([
    {
      explanation: explain(POOL, POLICY, RESULT, { mentee: "ana" }),
      help: whatWouldHelp(POOL, POLICY, RESULT, "ana"),
    },
  ]);
  expect(JSON.parse((await command("explain", "ana", "--from", from, "--json")).out)).toEqual(json);
  expect((await command("explain", "ana", "max", "--from", from)).out).toContain("forbid");
  const fine = await run({ ...POOL, mentees: POOL.mentees.slice(1), forbids: [] });
  expect((await command("explain", "--from", fine.from)).out).toBe("Everybody who asks has a mentor.\n");
});

test("mentor-match explain --for a mentee or a mentor names nobody else and no word against them", async () => {
  const { from } = await run();
  const { out } = await command("explain", "ana", "--from", from, "--for", "mentee");
  expect(out).not.toMatch(/\b(max|nia|bo|cy|forbid)\b/);
  const pair = await command("explain", "bo", "max", "--from", from, "--for", "mentor");
  expect([pair.code, /\b(ana|cy|nia)\b/.test(pair.out)]).toEqual([0, false]);
  expect((await command("explain", "bo", "--from", from, "--for", "mentor")).code).toBe(2);
  expect((await command("explain", "bo", "--from", from, "--for", "press")).err).toContain(
    "coordinator, mentee, mentor",
  );
  expect((await command("explain", "nobody", "--from", from)).code).toBe(2);
});

test("mentor-match compare says who has other mentors, and ends with 3 if anybody has", async () => {
  const other = { ...POOL, forbids: [{ menteeId: "bo", mentorId: "max" }] };
  const [before, after] = [await run(), await run(other)];
  const { code, out } = await command("compare", before.from, after.from);
  expect(code).toBe(3);
  expect(out).toContain("What else differs\n  pool: forbids\n");
  const compared = compare(
    { pool: POOL, policy: POLICY, result: RESULT },
    { pool: other, policy: POLICY, result: match(other, POLICY) },
  );
  expect(JSON.parse((await command("compare", before.from, after.from, "--json")).out)).toEqual(plain(compared));
  expect(await command("compare", before.from, before.from)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Nobody has other mentors than before\.\n/),
  });
  expect((await command("compare", before.from)).code).toBe(2);
});

const MANY = {
  mentees: Array.from({ length: 16 }, (_, at) => ({ id: `e${10 + at}` })),
  mentors: [{ id: "ada", capacity: 8 }],
};
const SHEET = `id,working time\n${MANY.mentees.map(({ id }, at) => `${id},${at < 6 ? "part-time" : at < 15 ? "full-time" : ""}`).join("\n")}\n`;
const GROUPS = [
  {
    name: "working time",
    role: "mentee" as const,
    members: MANY.mentees.slice(0, 15).map(({ id }, at) => ({ id, group: at < 6 ? "part-time" : "full-time" })),
  },
];

test("mentor-match audit reads a sheet of groups and suppresses small ones", async () => {
  const { from, file } = await run(MANY);
  const policy = { name: "Example", must: [{ rule: "different-department" }] };
  const result = JSON.parse(readFileSync(join(from, "result.json"), "utf8"));
  const groups = file("groups.csv", SHEET);
  const { code, out } = await command("audit", "--from", from, "--groups", groups);
  expect([code, out]).toEqual([0, expect.stringContaining("working time (mentees)\n")]);
  expect(out).toContain("too few to be told of");
  const json = await command("audit", "--from", from, "--groups", groups, "--json");
  expect(JSON.parse(json.out)).toEqual(plain(audit(MANY, policy, result, GROUPS)));
  const refused = await command("audit", "--from", from, "--groups", file("wrong.csv", "who,x\na,b\n"));
  expect(refused.err).toContain('wrong.csv, line 1: expected a column headed "id"');
  const nobody = await command("audit", "--from", from, "--groups", file("blank.csv", "x,ID\na,e10\nb,\n"));
  expect(nobody.err).toContain('blank.csv, line 3, column B ("ID"): expected an id, got nothing\n');
  const book = await command("audit", "--from", from, "--groups", file("book.csv", "PK\u0003\u0004"));
  expect(book.err).toMatch(/^Cannot read the sheets: 1 issue\n {2}book\.csv, line 1: got an Excel or zip file; /);
  expect((await command("audit", "--from", from, "--groups", groups, "--role", "boss")).code).toBe(2);
});

test("mentor-match audit without a sheet of groups compares by missing data alone", async () => {
  const pool = {
    ...MANY,
    mentees: MANY.mentees.map((one, at) => ({ ...one, ...(at < 6 ? {} : { department: "Law" }) })),
  };
  const { from } = await run(pool);
  const { code, out } = await command("audit", "--from", from);
  expect([code, out]).toEqual([0, expect.stringContaining("department (mentees)\n  given ")]);
  expect(JSON.parse((await command("audit", "--from", from, "--json")).out)).toEqual(
    plain(audit(pool, POLICY, match(pool, POLICY), [])),
  );
});

test("mentor-match evidence prints or writes what a third party needs", async () => {
  const { from, out } = await run();
  const printed = await command("evidence", "--from", from);
  expect(JSON.parse(printed.out)).toEqual(plain(evidence(POOL, POLICY, RESULT)));
  expect((await command("evidence", "--from", from, "--out", out)).out).toBe(
    `Written: ${join(out, "evidence.json")}\n`,
  );
});

test("mentor-match report says what would help, what words cost, how good it is and how groups fared", async () => {
  const { from, out } = await run();
  await command("report", "--from", from, "--out", out);
  const report = readFileSync(join(out, "report.md"), "utf8");
  expect(report).toContain("| ana | different-department set aside");
  expect(report).toMatch(/\| ana \| max \| forbid \| .* \|/);
  expect(report).toContain("## Quality");
  const many = await run(MANY);
  const groups = many.file("groups.csv", SHEET);
  await command("report", "--from", many.from, "--out", many.out, "--public", "--groups", groups);
  expect(readFileSync(join(many.out, "public.md"), "utf8")).toContain("too few to be told of");
});
