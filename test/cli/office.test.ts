/** The commands of a scheme's office between rounds: `letters`, `statistics`, `overdue`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { overdue, statistics } from "../../src/index.js";
import { command, scratch } from "./command.js";

const POLICY = {
  name: "Example",
  prefer: [{ criterion: "shared-areas" }],
  terms: { proposalDays: 14, firstMeetingDays: 30 },
};
const POOL = {
  asOf: "2026-11-20",
  mentees: [
    ...Array.from({ length: 6 }, (_, at) => ({ id: `e${at}`, country: "Kenya" })),
    { id: "bo", country: "Peru" },
  ],
  mentors: [{ id: "ada" }],
  pairs: [{ menteeId: "bo", mentorId: "ada", status: "accepted" as const, since: "2026-10-01" }],
};

test("mentor-match letters gives each side the other's address, from the key of a run with sheets", async () => {
  const { folder, file } = scratch();
  const mentees = file("mentees.csv", "Name,E-mail,Areas\nKim Kent,kim@example.org,Grants\n");
  const mentors = file("mentors.csv", "Name,E-mail,Areas\nMax Moor,max@example.org,Grants\n");
  const [from, out] = [join(folder, "run"), join(folder, "out")];
  const people = ["--mentees", mentees, "--mentors", mentors, "--policy", file("policy.json", POLICY)];
  expect((await command("match", ...people, "--out", from)).code).toBe(0);
  expect((await command("letters", "--from", from, "--date", "2026-12-01", "--out", out)).code).toBe(0);
  const sheets = ["letters-left-out.csv", "letters-mentees.csv", "letters-mentors.csv"];
  expect(readdirSync(out).filter((name) => name.endsWith(".csv"))).toEqual(sheets);
  expect(readFileSync(join(out, "letters-mentee.md"), "utf8")).toContain("{{mentor e-mail}}");
  const row = (name: string): string => readFileSync(join(out, name), "utf8").split("\r\n")[1]!;
  expect(row("letters-mentees.csv")).toMatch(
    /^p-[0-9a-f]{12},Kim Kent,kim@example\.org,Max Moor,max@example\.org,shared-areas,2026-12-01$/,
  );
  expect(row("letters-mentors.csv")).toMatch(/,Max Moor,max@example\.org,Kim Kent,kim@example\.org,/);
  expect((await command("letters", "--from", from, "--out", out)).err).toContain("--date");
});

test("mentor-match letters holds back pairs with checks, and tells which", async () => {
  const { folder, file } = scratch();
  const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
  const policy = { name: "Careful", must: [{ rule: "different-department", onUnknown: "confirm" }] };
  const from = join(folder, "run");
  const words = ["--pool", file("pool.json", pool), "--policy", file("policy.json", policy), "--out", from];
  expect((await command("match", ...words)).code).toBe(0);
  const letters = ["letters", "--from", from, "--date", "2026-12-01"];
  const held = await command(...letters, "--out", join(folder, "held"));
  expect(held.code).toBe(3);
  expect(held.out).toContain("to be ticked first\n  bo with ada: different-department\n");
  expect(
    readFileSync(join(folder, "held", "letters-mentees.csv"), "utf8")
      .trimEnd()
      .split("\r\n"),
  ).toHaveLength(1);
  const list = file("ticked.csv", "mentee,mentor\nbo,ada\n");
  const done = await command(...letters, "--out", join(folder, "done"), "--list", list);
  expect(done).toMatchObject({ code: 0, err: "" });
  expect(readFileSync(join(folder, "done", "letters-mentees.csv"), "utf8")).toContain("\r\nbo,");
  const slip = file("slip.csv", "mentee,mentor\nbo,xan\n");
  const refused = await command(...letters, "--out", join(folder, "slip"), "--list", slip);
  expect([refused.code, refused.err.split("\n")[1]]).toEqual([
    2,
    '  ticked[0]: the result has no match of "bo" and "xan"',
  ]);
});

test("mentor-match statistics prints figures by field, or writes them with the workload list", async () => {
  const { folder, file } = scratch();
  const words = ["statistics", "--pool", file("pool.json", POOL), "--by", "country"];
  expect(JSON.parse((await command(...words)).out)).toEqual(
    JSON.parse(JSON.stringify(statistics(POOL, { by: ["country"] }))),
  );
  const out = join(folder, "year");
  expect((await command(...words, "--out", out)).code).toBe(0);
  expect(readFileSync(join(out, "workload.csv"), "utf8")).toContain("\r\nada,1,1,0\r\n");
  expect(readFileSync(join(out, "statistics.csv"), "utf8")).toContain("\r\nrequests,,people,7\r\n");
  expect((await command(...words.slice(0, 3), "--by", "shoe size")).code).toBe(2);
  expect(JSON.parse((await command(...words.slice(0, 3))).out)).toEqual(JSON.parse(JSON.stringify(statistics(POOL))));
});

test("mentor-match overdue lists what is late, and ends with 3 if anything is", async () => {
  const { file } = scratch();
  const words = ["overdue", "--policy", file("policy.json", POLICY), "--pool"];
  const late = await command(...words, file("pool.json", POOL));
  expect(late).toMatchObject({ code: 3, out: "bo  ada  accepted  to meet by 2026-10-31\n" });
  expect(JSON.parse((await command(...words, file("pool.json", POOL), "--json")).out)).toEqual(overdue(POOL, POLICY));
  const fine = await command(...words, file("fine.json", { ...POOL, pairs: [] }));
  expect(fine).toMatchObject({ code: 0, out: "Nothing is late.\n" });
});
