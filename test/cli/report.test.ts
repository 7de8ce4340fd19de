/** `mentor-match report` and the folder of a run that `--from` names. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { match } from "../../src/index.js";
import { command, scratch } from "./command.js";

const POOL = {
  asOf: "2026-10-01",
  mentees: [
    { id: "e07", name: "Kim Secret", email: "kim@example.org" },
    { id: "e09", name: "Lee Hidden" },
  ],
  mentors: [{ id: "r12", name: "Max Covert" }],
};
const POLICY = { name: "Example" };

/** The folder of a run, and one beside it to write into. */
async function run() {
  const { folder, file } = scratch();
  const from = join(folder, "run");
  const words = ["--pool", file("pool.json", POOL), "--policy", file("policy.json", POLICY), "--out", from];
  expect((await command("match", ...words)).code).toBe(0);
  return { from, out: join(folder, "out"), file };
}

const text = (...path: string[]): string => readFileSync(join(...path), "utf8");

test("mentor-match verify and report take a run's files --from its folder, but those that are named otherwise", async () => {
  const { from, out, file } = await run();
  expect(await command("verify", "--from", from)).toMatchObject({ code: 0, err: "" });
  const { code, out: said } = await command("report", "--from", from, "--out", out);
  expect([code, said]).toEqual([0, `Written: ${join(out, "report.html")}\nWritten: ${join(out, "report.md")}\n`]);
  // The report of its own looks into more: what would help whom.
  expect(text(from, "report.html")).not.toContain("one more place at r12");
  expect(text(out, "report.html")).toContain('<th scope="row">e09</th><td>one more place at r12, 2 in all</td>');
  expect(text(out, "report.html")).not.toContain("Secret");
  const other = file("other.json", { ...POOL, mentees: POOL.mentees.slice(1) });
  expect(await command("verify", "--from", from, "--pool", other)).toMatchObject({
    code: 3,
    out: expect.stringMatching(/^refuted: /),
  });
  expect(await command("verify", "--from", join(from, "no"))).toMatchObject({
    code: 2,
    err: `Cannot read --from ${join(from, "no")}: there is no such folder\n`,
  });
});

test("mentor-match report --names tells names, and --sign-off whose word it is", async () => {
  const { from, out } = await run();
  const signed = ["--sign-off", "Ada Coordinator", "--date", "2026-10-02"];
  expect((await command("report", "--from", from, "--out", out, "--names", ...signed)).code).toBe(0);
  expect(text(out, "report.html")).toContain("Kim Secret (e07)");
  expect(text(out, "report.html")).toContain("Signed off by Ada Coordinator on 2026-10-02");
  expect(text(from, "report.html")).toContain("Proposed, not signed off");
  expect((await command("report", "--from", from, "--out", out, "--force", ...signed.slice(0, 2))).code).toBe(0);
  expect(text(out, "report.html")).toMatch(/Signed off by Ada Coordinator(?! on)/);
});

test("mentor-match report --public names nobody, and writes the key apart", async () => {
  const { from, out } = await run();
  expect((await command("report", "--from", from, "--out", out, "--public")).code).toBe(0);
  expect(readdirSync(out)).toEqual(["public-key.csv", "public.html", "public.md"]);
  const told = text(out, "public.html") + text(out, "public.md");
  expect(told).not.toMatch(/e07|e09|r12|Secret|Hidden|Covert|example\.org/);
  expect(
    text(out, "public-key.csv")
      .split("\r\n")
      .slice(1, -1)
      .sort()
      .map((line) => line.split(",")[1]!)
      .sort(),
  ).toEqual(["e07", "e09", "r12"]);
  expect(await command("report", "--from", from, "--out", out, "--public", "--names")).toMatchObject({
    code: 2,
    out: "",
  });
});

test("mentor-match report refuses a result that does not hold, and a signature of nobody", async () => {
  const { from, out, file } = await run();
  const { unmatched: _, ...wrong } = match(POOL, POLICY);
  const result = file("wrong.json", { ...wrong, unmatched: [] });
  expect(await command("report", "--from", from, "--result", result, "--out", out)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^Cannot report on this result: /),
  });
  expect(await command("report", "--from", from, "--out", out, "--sign-off", "")).toMatchObject({ code: 2 });
  expect(await command("report", "--from", from)).toMatchObject({
    code: 2,
    err: "Cannot go on without --out: expected a folder to write into\n",
  });
});
