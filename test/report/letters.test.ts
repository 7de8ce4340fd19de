/** Letters to those left out: the right cause, and never a word of anybody else. */
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { match, type PolicyInput, type PoolInput } from "../../src/index.js";
import { CAUSES, letterTemplates, mailMerge, unmatchedLetters } from "../../src/report/index.js";
import { plainPool, solvedCase } from "../helpers/asked-pools.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";

const rowsOf = (sheet: string): readonly string[][] => parse(sheet, { bom: true }).slice(1);

/** The cause of each mentee who was left out. */
function causes(pool: PoolInput, policy: PolicyInput): { readonly [id: string]: string } {
  const { "left-out.csv": sheet } = unmatchedLetters(pool, policy, match(pool, policy));
  return Object.fromEntries(rowsOf(sheet).map(([id, , , , cause]) => [id, cause]));
}

test("unmatchedLetters() gives everybody left out the cause that it is", () => {
  const mentors = [{ id: "ada", department: "Art" }];
  const two = { mentees: [{ id: "bo" }, { id: "cy" }], mentors: [{ id: "ada" }] };
  expect(Object.values(causes(two, { name: "Any pair" }))).toEqual(["lottery"]);
  expect(Object.values(causes(two, { name: "Any pair", objective: ["coverage", "access", "score"] }))).toEqual([
    "lottery",
  ]);
  const scored = {
    name: "Scored",
    prefer: [
      {
        criterion: "pair-scores",
        scores: [
          ["bo", "ada", 2],
          ["cy", "ada", 1],
        ],
        max: 2,
      },
    ],
  } as PolicyInput;
  expect(causes(two, scored)).toEqual({ cy: "mentors-full" });
  // Tickets come before the score, which might have told the two apart.
  const fair = causes(two, { ...scored, objective: ["coverage", "access", "score"] });
  expect(Object.values(fair)).toEqual(["lottery"]);
  const refused = { mentees: [{ id: "bo", department: "Art" }], mentors };
  expect(causes(refused, { name: "Apart", must: [{ rule: "different-department" }] })).toEqual({
    bo: "no-eligible-mentor",
  });
  expect(causes(two, { name: "None", objective: ["score"] })).toEqual({
    bo: "scheme-order",
    cy: "scheme-order",
  });
  expect(causes(two, { name: "Small", limits: [{ id: "all", atMost: 0 }] })).toEqual({
    bo: "mentors-full",
    cy: "mentors-full",
  });
  const people = {
    asOf: "2026-10-01",
    mentees: [
      { id: "all", optedIn: true, trained: true },
      { id: "away", optedIn: true, trained: true, away: { from: "2026-09-01" } },
      { id: "early", optedIn: true, trained: false, grade: "Student" },
      { id: "held", optedIn: true, trained: true, hold: { from: "2026-09-01" } },
      { id: "no", optedIn: false, trained: false },
      { id: "raw", optedIn: true, trained: false },
    ],
    mentors: [{ id: "ada" }],
  };
  const strict = {
    name: "Strict",
    ladder: ["Student", "Postdoc"],
    participation: {
      mentees: [
        { rule: "opted-in" },
        { rule: "trained", id: "what the board decided" },
        { rule: "at-least-grade", grade: "Postdoc", onUnknown: "allow" },
      ],
    },
  } as PolicyInput;
  expect(causes(people, strict)).toEqual({
    away: "request-closed",
    early: "not-eligible",
    held: "request-closed",
    no: "not-opted-in",
    raw: "not-trained",
  });
});

test("unmatchedLetters() speaks of lots exactly where other lots give somebody a mentor", () => {
  const objectives = [["coverage", "score"], ["coverage", "access", "score"], ["score"]] as const;
  let lots = 0;
  let others = 0;
  const wrong = faults(runs(12), (seed) => {
    const pool = plainPool(seed);
    const policy = {
      name: "law",
      must: [{ rule: "different-department" as const }],
      objective: objectives[seed % 3]!,
      // Few scores, so that many are equal.
      prefer: [{ criterion: "pair-scores" as const, scores: pool.scores.map(([a, b, s]) => [a, b, s % 2]), max: 1 }],
    } as unknown as PolicyInput;
    const { scores: _, ...people } = pool;
    const told = causes(people, policy);
    const served = new Set<string>();
    for (let lottery = 0; lottery < 50; lottery++)
      for (const { menteeId } of match(people, { ...policy, lottery: `lots ${lottery}` }).matches) served.add(menteeId);
    const fault = Object.entries(told).find(([id, cause]) => (cause === "lottery") !== served.has(id));
    for (const cause of Object.values(told)) cause === "lottery" ? lots++ : others++;
    return fault === undefined
      ? undefined
      : `${fault.join(": ")}, yet other lots ${served.has(fault[0]) ? "" : "never "}serve`;
  });
  expect(wrong).toEqual([]);
  expect([lots > 0, others > 0]).toEqual([true, true]);
});

test("unmatchedLetters() holds of each row's person the id, name and address, and nothing else that is not fixed", () => {
  let letters = 0;
  const wrong = faults(runs(80, 4), (seed) => {
    const { pool, policy, result } = solvedCase(seed) ?? {};
    if (pool === undefined || policy === undefined || result === undefined) return undefined;
    const contacts = new Map(pool.mentees.map(({ id }) => [id, { name: `Name of ${id}`, email: `${id}@example.org` }]));
    const rows = rowsOf(unmatchedLetters(pool, policy, result, contacts)["left-out.csv"]);
    const left = new Set(result.matches.map(({ menteeId }) => menteeId));
    const out = [
      ...result.unmatched.map(({ menteeId }) => menteeId),
      ...result.notTakingPart.flatMap(({ id, role }) => (role === "mentee" && !left.has(id) ? [id] : [])),
    ].sort();
    if (
      rows
        .map(([id]) => unquoted(id!))
        .sort()
        .join() !== out.join()
    )
      return "not a row each";
    for (const [id, name, email, scheme, cause, reason, next] of rows) {
      letters++;
      const own = contacts.get(unquoted(id!))!;
      if (name !== own.name || unquoted(email!) !== own.email) return `${id} with the address of ${name}`;
      if (unquoted(scheme!) !== policy.name) return `${scheme}`;
      const fixed = CAUSES[cause as keyof typeof CAUSES];
      if (fixed?.reason !== reason || fixed?.next !== next) return `${id}: ${cause}: ${reason}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(letters).toBeGreaterThan(50);
});

/** Without the apostrophe that keeps a cell from being a formula. */
const unquoted = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, "");

test("unmatchedLetters() is the same whoever barred a pair and for whatever reason", () => {
  const policy = {
    name: "law",
    must: [
      { rule: "no-conflict" },
      { rule: "not-supervisor" },
      { rule: "not-appraiser" },
      { rule: "different-department" },
      { rule: "same-attribute", attribute: "religion", id: "same religion" },
    ],
  } as PolicyInput;
  const own = { id: "bo", department: "Art", attributes: { religion: "one" } };
  const max = { id: "max", department: "Law", attributes: { religion: "one" } };
  const bars: readonly Partial<PoolInput>[] = [
    { forbids: [{ menteeId: "bo", mentorId: "max", reason: "a complaint", by: "dean" }] },
    { mentees: [{ ...own, avoid: ["max"] }] },
    { mentors: [{ ...max, avoid: ["bo"] }] },
    { mentees: [{ ...own, conflicts: ["max"] }] },
    { mentees: [{ ...own, supervisors: ["max"] }] },
    { mentees: [{ ...own, appraisers: ["max"] }] },
    { mentees: [{ ...own, department: "Law" }] },
    { mentors: [{ ...max, attributes: { religion: "another" } }] },
    { mentors: [] },
    { pairs: [{ menteeId: "bo", mentorId: "max", status: "declined" }] },
  ];
  const seen = bars.map((bar) => {
    const pool = { mentees: [own], mentors: [max], ...bar } as PoolInput;
    return unmatchedLetters(pool, policy, match(pool, policy))["left-out.csv"];
  });
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toContain("no-eligible-mentor");
});

test("letterTemplates() has a letter for each side and each cause, whose placeholders are columns of its sheet", () => {
  const pool = { mentees: [{ id: "bo" }, { id: "cy" }], mentors: [{ id: "ada" }] };
  const policy = { name: "Letters" };
  const made = match(pool, policy);
  const { files } = mailMerge(pool, policy, made, { firstContact: "2026-10-15" });
  const headings = (sheet: string): readonly string[] => parse(sheet, { bom: true })[0]!;
  const templates = letterTemplates();
  expect(Object.keys(templates)).toEqual([
    "mentee.md",
    "mentor.md",
    ...Object.keys(CAUSES).map((cause) => `left-out-${cause}.md`),
  ]);
  for (const [file, text] of Object.entries(templates)) {
    const sheet =
      file === "mentee.md"
        ? files["mentees.csv"]
        : file === "mentor.md"
          ? files["mentors.csv"]
          : unmatchedLetters(pool, policy, made)["left-out.csv"];
    const placeholders = [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name!);
    expect(placeholders.length).toBeGreaterThan(1);
    expect(placeholders.filter((name) => !headings(sheet).includes(name))).toEqual([]);
  }
  for (const [cause, { reason, next }] of Object.entries(CAUSES))
    expect(templates[`left-out-${cause}.md`]).toContain(`${reason}\n\n${next}\n`);
});
