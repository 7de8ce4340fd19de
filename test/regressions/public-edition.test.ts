/** What the public edition once told: who is who by the order of rows, and small counts by subtraction. */
import { expect, test } from "vitest";
import { match, type PolicyInput, type PoolInput } from "../../src/index.js";
import { markdownReport, pseudonyms } from "../../src/report/index.js";

const SALT = "0123456789abcdef";
const people = (count: number, letter: string): { id: string }[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${letter}${String(at).padStart(2, "0")}` }));

/** The public edition, and the rows of its tables by caption. */
function publicOf(pool: PoolInput, policy: PolicyInput) {
  const names = pseudonyms(pool, SALT);
  const result = match(pool, policy);
  const text = markdownReport(pool, policy, result, { pseudonyms: names });
  const rowsUnder = (title: string): string[][] => {
    const [, after = ""] = text.split(new RegExp(`^#+ ${title}$`, "m"));
    const table = after.split("\n\n").find((block) => block.startsWith("| ")) ?? "";
    const rows = table.split("\n").map((line) => line.slice(2, -2).split(" | "));
    return rows.slice(2);
  };
  return { text, rowsUnder, result };
}

test("rows of the public edition stand in the order of pseudonyms, which tells nothing of ids", () => {
  const pool = { mentees: people(12, "e"), mentors: people(18, "r") };
  const { rowsUnder, result } = publicOf(pool, { name: "n" });
  expect(result.matches.length).toBe(12);
  for (const title of ["Matches", "Mentors in reserve"]) {
    const first = rowsUnder(title).map(([name]) => name!);
    expect(first.length).toBeGreaterThan(5);
    expect(first).toEqual([...first].sort());
  }
});

test("mentees without a mentor cannot be counted by subtraction where they are few", () => {
  const { text } = publicOf({ mentees: people(12, "e"), mentors: people(10, "r") }, { name: "n" });
  expect(text).toContain("mentees matched: **nearly all**");
  expect(text).not.toMatch(/\b12\b/);
});

test("a small count of choices cannot be found from the others, nor from the values of levels", () => {
  const mentors = people(12, "r");
  const mentees = people(12, "e").map(({ id }, at) => ({
    id,
    nominations: [mentors[at < 9 ? at : 0]!.id, mentors[at]!.id].slice(0, at < 9 ? 1 : 2),
  }));
  const policy = { name: "n", objective: ["coverage", "first-choices"] };
  const { text, rowsUnder, result } = publicOf({ mentees, mentors }, policy);
  expect(result.levels[1]?.value).toEqual([9, 3]);
  expect(rowsUnder("Nominations that came true")).toEqual([
    ["1", "not told"],
    ["2", "under 5"],
    ["none", "0"],
  ]);
  expect(text).not.toContain("9, 3");
  expect(text).toContain("| first-choices | yes |");
});
