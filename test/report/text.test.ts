/** The plain text of a result, from results as `match` gives them. */
import { expect, test } from "vitest";
import { type MatchResult, match, type PolicyInput, type PoolInput, parsePolicy } from "../../src/index.js";
import { columnsOf } from "../../src/report/columns.js";
import { textReport } from "../../src/report/text.js";

function report(pool: PoolInput, policy: Partial<PolicyInput> = {}, change: Partial<MatchResult> = {}): string {
  const whole = { name: "Test", ...policy };
  return textReport(parsePolicy(whole), { ...match(pool, whole), ...change });
}

/** The lines of one section, without its title. */
function section(text: string, title: string): string[] {
  const lines = text.split("\n");
  const from = lines.indexOf(title) + 1;
  return from === 0 ? [] : lines.slice(from, lines.indexOf("", from));
}

test("columnsOf() pads cells to the widest of their column and leaves no blanks at the ends", () => {
  expect(columnsOf([["a", "bcd", ""], ["abc", "d"], []])).toEqual(["a    bcd", "abc  d", ""]);
});

test("textReport() tells who is matched and why nobody else is", () => {
  const text = report(
    {
      mentees: [
        { id: "ann", department: "Art", seeks: ["law"] },
        { id: "bo", department: "Law" },
        { id: "cy", department: ["Art", "Law", "Sea"] },
        { id: "dot", department: "Art", optedIn: false },
      ],
      mentors: [
        { id: "mo", department: "Law", offers: ["law"] },
        { id: "xi", department: "Sea", offers: ["tax"], capacity: 3 },
        { id: "zed", department: "Art", capacity: 0, optedIn: true },
      ],
    },
    {
      must: [{ rule: "different-department" }],
      prefer: [{ criterion: "shared-areas", weight: 3 }, { criterion: "shared-interests" }],
      participation: { mentees: [{ rule: "opted-in", onUnknown: "allow" }] },
    },
  );
  expect(text.split("\n")[0]).toBe("Test: 2 of 3 mentees matched, mean score 6 875; proved: nothing better exists");
  expect(section(text, "Matches")).toEqual([
    "  ann  mo  8 750  shared-areas 7 500 + shared-interests 1 250",
    "  bo   xi  5 000  shared-areas 3 750 + shared-interests 1 250",
  ]);
  expect(section(text, "Unmatched mentees")).toEqual([
    "  cy: no mentor is eligible",
    "    different-department refuses 3 mentors, 3 by itself",
  ]);
  expect(section(text, "Mentors in reserve")).toEqual(["  xi  2 places"]);
  expect(section(text, "Not taking part")).toEqual(["  dot  mentee  opted-in"]);
  expect(section(text, "Proof")[0]).toMatch(/^ {2}coverage {2}value 2 +bound 2$/);
  expect(text).toMatch(/ {2}seed Test · solver flow · version \S+ · pool [0-9a-f]{12}\n$/);
});

test("textReport() says of whoever is left over how many mentors are full", () => {
  const left = (mentors: number, change: object) => {
    const ids = Array.from({ length: mentors }, (_, at) => ({ id: `m${at}` }));
    const pool = { mentees: [{ id: "ann" }], mentors: ids };
    const unmatched = [{ menteeId: "ann", refusedBy: [], eligible: 0, full: 0, ...change }];
    return section(report(pool, {}, { unmatched }), "Unmatched mentees");
  };
  expect(left(1, { eligible: 1, full: 1 })).toEqual(["  ann: 1 mentor eligible, who is full"]);
  expect(left(2, { eligible: 2, full: 2 })).toEqual(["  ann: 2 mentors eligible, all full"]);
  expect(left(2, { eligible: 2, full: 1 })).toEqual(["  ann: 2 mentors eligible, 1 full"]);
  expect(left(2, { refusedBy: [{ id: "self", mentors: 1, soleMentors: 0 }] })).toEqual([
    "  ann: no mentor is eligible",
    "    self refuses 1 mentor",
  ]);
});

test("textReport() notes beside a match what is special about it", () => {
  const text = report(
    {
      mentees: [
        { id: "ann", grade: "Postdoc", nominations: ["mo"] },
        { id: "bo", department: "Law" },
        { id: "cy", grade: "Dean" },
        { id: "dot", lineManager: "xi" },
      ],
      mentors: [{ id: "mo" }, { id: "pi", department: "Law" }, { id: "ro" }, { id: "xi" }],
      pairs: [{ menteeId: "dot", mentorId: "xi", status: "met" }],
      locks: [
        { menteeId: "ann", mentorId: "mo" },
        { menteeId: "bo", mentorId: "pi" },
      ],
      overrides: [{ menteeId: "bo", mentorId: "pi", rule: "different-department", reason: "only one" }],
    },
    {
      must: [{ rule: "not-line-manager" }, { rule: "different-department", onUnknown: "confirm" }],
    },
  );
  const notes = Object.fromEntries(
    section(text, "Matches")
      .map((line) => line.trim().split(/ {2,}/))
      .map((cells) => [cells[0], cells.at(-1)]),
  );
  expect(notes).toEqual({
    ann: "locked; choice 1; check different-department",
    bo: "locked; override different-department",
    cy: "check different-department",
    dot: "standing; breaks not-line-manager",
  });
});

test("textReport() says first what makes a pool infeasible", () => {
  const pool = { mentees: [{ id: "ann" }], mentors: [{ id: "mo", minimum: 2, capacity: 2 }] };
  const text = report(pool);
  expect(text).toContain("infeasible: see what was noticed");
  expect(section(text, "Noticed")).toEqual([
    "  their minimum of mentees cannot be met (minimum): mo",
    "  their minimum could be met in part while everything else is kept (minimum): mo",
  ]);
  expect(text.indexOf("Noticed")).toBeLessThan(text.indexOf("Unmatched mentees"));
});

test("textReport() tells what was noticed in words, a few people and how many more", () => {
  const many = Array.from({ length: 10 }, (_, at) => ({ id: `e${at}`, grade: "Dean" }));
  const graded = report({ mentees: many, mentors: [{ id: "mo", grade: "Postdoc" }] }, { ladder: ["Postdoc"] });
  expect(section(graded, "Noticed")).toEqual([
    "  their grade is on no step of the ladder, so rules cannot tell: e0, e1, e2, e3, e4, e5, e6, e7 and 2 more",
  ]);
  expect(section(report({ mentees: [], mentors: [] }), "Noticed")).toEqual([
    "  nobody asks for a mentor",
    "  nobody offers to be a mentor",
  ]);
  const findings = [
    { code: "lock-refused", path: "locks.no-conflict", ids: ["ann", "mo"], numbers: {} },
    { code: "from-elsewhere", path: "", ids: [], numbers: {} },
  ];
  expect(section(report({ mentees: [], mentors: [] }, {}, { findings }), "Noticed")).toEqual([
    "  a locked pair that cannot be made (no-conflict): ann, mo",
    "  from-elsewhere",
  ]);
});

test("textReport() names the values that look alike, and how many people have each", () => {
  const people = [
    { id: "bo", department: "Dept of Law" },
    { id: "al", attributes: { site: 'The "Hill".' } },
  ];
  const mentors = [
    { id: "ada", department: "Law" },
    { id: "cy", department: "Law", attributes: { site: "Hill" } },
  ];
  const must = [{ rule: "different-department" }, { rule: "same-attribute", attribute: "site" }] as const;
  const text = textReport(parsePolicy({ name: "x", must }), match({ mentees: people, mentors }, { name: "x", must }));
  expect(text).toContain('department: "Dept of Law" (1 person) and "Law" (2 people) look alike');
  expect(text).toContain('attributes.site: "Hill" (1 person) and "The \\"Hill\\"." (1 person) look alike');
});

test("textReport() says how far a result can be trusted, and leaves out empty sections", () => {
  const first = (status: MatchResult["status"]) =>
    report({ mentees: [{ id: "ann" }], mentors: [{ id: "mo" }] }, {}, { status }).split("\n")[0];
  expect(first("proved")).toBe("Test: 1 of 1 mentee matched, mean score 0; proved: nothing better exists");
  expect(first("searched")).toMatch(/; searched to the end$/);
  expect(first("unproved")).toMatch(/; not proved best$/);
  expect(first("stopped")).toMatch(/; stopped before the end$/);
  const text = report({ mentees: [{ id: "ann" }], mentors: [{ id: "mo" }] });
  for (const title of ["Unmatched mentees", "Mentors in reserve", "Not taking part", "Noticed"])
    expect(text).not.toContain(title);
});

test("textReport() flags a weak match and tells what the policy declares", () => {
  const positiveAction = {
    characteristic: "sex",
    ground: "few",
    evidence: "count",
    aim: "more",
    reviewDate: "2027-01-01",
  };
  const must = [{ rule: "same-attribute", attribute: "gender", onUnknown: "allow", positiveAction }] as const;
  const text = report(
    { mentees: [{ id: "ann" }], mentors: [{ id: "mo" }] },
    { must, protected: ["gender"], prefer: [{ criterion: "shared-areas" }], weakScore: 9000 },
  );
  expect(section(text, "Matches")[0]).toMatch(/weak$/);
  expect(section(text, "Declared")[0]).toMatch(
    /^ {2}\S+ +declared: sex; few; count; more; to be reviewed on 2027-01-01$/,
  );
});
