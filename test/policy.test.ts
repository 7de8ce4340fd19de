import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { builtIns } from "../src/built-ins.js";
import { InputError, type Issue } from "../src/errors.js";
import { pairLevel } from "../src/matching/levels/pair-level.js";
import { match } from "../src/matching/match.js";
import { linearProgram } from "../src/matching/solvers/linear-program.js";
import { canonicalPolicy, type PolicyInput } from "../src/policy/policy.js";
import { parsePolicy } from "../src/policy.js";
import { rules } from "../src/rules/index.js";
import { pairRule } from "../src/rules/pair-rule.js";
import { atLeastGrade } from "../src/rules/participation/at-least-grade.js";
import { participation } from "../src/rules/participation/index.js";
import { ruleFactory } from "../src/rules/rule.js";
import { criteria } from "../src/scoring/index.js";
import { issuesOf } from "./helpers/issues-of.js";

function refusal(input: unknown, catalogue = builtIns): InputError {
  try {
    parsePolicy(input, catalogue);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("parsePolicy() accepted the input");
}

const issues = (input: unknown): readonly Issue[] => refusal(input).issues;

const briefly = (input: unknown): string[] => issues(input).map(({ code, path }) => `${code} ${path}`);

/** A rule whose verdict nobody can write down. */
const sameFloor = ruleFactory({
  name: "same-floor",
  when: "pairing",
  shape: () => ({}),
  reads: () => ({ mentee: ["attributes.floor"], mentor: ["attributes.Gender"] }),
  words: () => "the two sit on one floor",
  bind: () => () => 2,
});

const positiveAction = {
  characteristic: "gender",
  ground: "under-representation",
  evidence: "survey",
  aim: "parity",
  reviewDate: "2027-01-01",
};

/** The policy of the design without what this version does not do yet. */
const pals: PolicyInput = {
  $schema: "https://example.org/policy.json",
  name: "PaLS 2026",
  ladder: [
    "PhD student before upgrade",
    "PhD student",
    ["Postdoc", "Research Fellow"],
    "Lecturer",
    "Associate Professor",
    "Professor",
  ],
  participation: {
    mentees: [{ rule: "opted-in" }, { rule: "at-least-grade", grade: "PhD student" }],
    mentors: [{ rule: "opted-in" }, { rule: "at-least-grade", grade: "Postdoc" }],
  },
  must: [
    { rule: "different-department" },
    { rule: "more-senior", by: 1 },
    { rule: "outside-reporting-line", onUnknown: "confirm" },
    { rule: "no-conflict" },
  ],
  prefer: [
    { criterion: "shared-areas", weight: 3 },
    { criterion: "seniority-gap", weight: 1, ideal: 2 },
  ],
  capacity: { default: 1, max: 3 },
  limits: [],
  constraints: [],
  vocabulary: {},
  objective: ["coverage", "score"],
  minimumScore: 0,
  lottery: "PaLS 2026",
  standing: { pairs: "fixed", maxChanges: 0 },
  waiting: { limitDays: 60 },
  protected: ["gender", "ethnicity"],
  terms: { months: 12, meetings: { atLeast: 3, perMonths: 12 }, renewable: 1, feedbackMonths: [3, 6] },
};

describe("what a policy is read into", () => {
  test("parsePolicy() needs no more than a name", () => {
    const { objective, ...rest } = parsePolicy({ name: " Pals " });
    expect(rest).toEqual({
      name: "Pals",
      ladder: [],
      participation: { mentees: [], mentors: [] },
      must: [],
      prefer: [],
      capacity: { default: 1 },
      limits: [],
      constraints: [],
      minimumScore: 0,
      lottery: "Pals",
      standing: { pairs: "fixed", maxChanges: 0 },
      waiting: {},
      protected: [],
      restricted: [],
    });
    expect(objective).toMatchObject([{ name: "coverage" }, { name: "score" }]);
  });

  test("parsePolicy() reads the policy of the design", () => {
    const policy = parsePolicy(JSON.parse(JSON.stringify(pals)));
    expect(policy.ladder[2]).toEqual(["Postdoc", "Research Fellow"]);
    expect(policy.participation.mentors.map(({ id }) => id)).toEqual(["opted-in", "at-least-grade"]);
    expect(policy.must.map(({ id, onUnknown }) => [id, onUnknown])).toEqual([
      ["different-department", undefined],
      ["more-senior", undefined],
      ["outside-reporting-line", "confirm"],
      ["no-conflict", undefined],
    ]);
    expect(policy.prefer.map(({ id, weight }) => [id, weight])).toEqual([
      ["shared-areas", 3],
      ["seniority-gap", 1],
    ]); // prettier-ignore
    expect(policy.terms).toEqual(pals.terms);
    expect(policy).not.toHaveProperty("$schema");
  });

  test("parsePolicy() reads a parsed policy into an equal one", () => {
    const policy = parsePolicy(pals);
    expect(parsePolicy(policy)).toEqual(policy);
    expect(parsePolicy(policy).must[0]).toBe(policy.must[0]);
    expect(canonicalPolicy(parsePolicy(canonicalPolicy(policy)))).toEqual(canonicalPolicy(policy));
  });

  test("parsePolicy() takes entries as values beside entries as JSON", () => {
    const moreSenior = rules.moreSenior({ by: 2 });
    const policy = parsePolicy({
      ...pals,
      must: [moreSenior, { rule: "no-conflict" }],
      prefer: [criteria.sharedAreas({ weight: 2 })],
    });
    expect(policy.must[0]).toBe(moreSenior);
    expect(policy.prefer[0]!.weight).toBe(2);
  });

  test("parsePolicy() neither writes to a deep-frozen policy nor shares its lists", () => {
    const ladder = [["Postdoc"], ["Professor"]];
    const input = Object.freeze({
      name: "x",
      ladder,
      protected: Object.freeze(["gender", " gender"]),
      must: Object.freeze([]),
    });
    const policy = parsePolicy(input);
    ladder[0]!.push("Dean");
    expect(policy.ladder).toEqual([["Postdoc"], ["Professor"]]);
    expect(policy.protected).toEqual(["gender"]);
    expect(Object.isFrozen(policy) && Object.isFrozen(policy.ladder[0]) && Object.isFrozen(policy.must)).toBe(true);
  });

  test("parsePolicy() turns a number given for the lottery to text", () => {
    expect(parsePolicy({ name: "x", lottery: 7 }).lottery).toBe("7");
    expect(briefly({ name: "x", lottery: Number.NaN })).toEqual(["invalid lottery"]);
  });

  test("canonicalPolicy() is null where an entry holds a function, and JSON elsewhere", () => {
    const canonical = canonicalPolicy(parsePolicy(pals));
    expect(JSON.parse(JSON.stringify(canonical))).toEqual(canonical);
    expect(canonical).toMatchObject({
      name: "PaLS 2026",
      must: [{ rule: "different-department" }, { rule: "more-senior", by: 1 }, {}, {}],
    });
    const own = pairRule("own", { reads: { mentee: [], mentor: [] } }, () => true);
    expect(canonicalPolicy(parsePolicy({ name: "x", must: [own] }))).toBe(null);
  });
});

describe("what is wrong with a policy", () => {
  test.each<[string, object, string]>([
    ["an unknown field", { ladders: [] }, "unknown-field ladders"],
    ["a field called __proto__", JSON.parse('{"__proto__":[]}'), "unknown-field __proto__"],
    ["a name that is no text", { name: 7 }, "invalid name"],
    ["a blank name", { name: " " }, "invalid name"],
    ["null for a list", { must: null }, "invalid must"],
    ["an object for a list", { prefer: {} }, "invalid prefer"],
    ["a map for an object", { capacity: new Map() }, "invalid capacity"],
    ["an unknown rule", { must: [{ rule: "more-seniour" }] }, "unknown-rule must[0].rule"],
    ["an unknown criterion", { prefer: [{ criterion: "x" }] }, "unknown-criterion prefer[0].criterion"],
    ["an unknown level", { objective: ["scores"] }, "unknown-level objective[0].level"],
    ["an unknown parameter", { must: [{ rule: "no-conflict", bye: 1 }] }, "unknown-field must[0].bye"],
    ["an unknown role", { participation: { mentor: [] } }, "unknown-field participation.mentor"],
    [
      "an unknown participation rule",
      { participation: { mentors: [{ rule: "x" }] } },
      "unknown-rule participation.mentors[0].rule",
    ],
    ["a grade that stands twice", { ladder: ["A", ["B", " A"]] }, "duplicate ladder[1]"],
    ["a step without names", { ladder: [[]] }, "invalid ladder[0]"],
    ["a grade that is no text", { ladder: ["A", 7] }, "invalid ladder[1]"],
    ["a default above the ceiling", { capacity: { default: 4, max: 3 } }, "contradiction capacity.default"],
    ["a default of 1 above a ceiling of 0", { capacity: { max: 0 } }, "contradiction capacity.default"],
    ["half a place", { capacity: { default: 0.5 } }, "invalid capacity.default"],
    ["a minimum score above the scale", { minimumScore: 10_001 }, "invalid minimumScore"],
    ["an empty objective", { objective: [] }, "invalid objective"],
    ["a level that stands twice", { objective: ["score", { level: "score" }] }, "duplicate objective[1]"],
    ["the lottery as a level", { objective: ["score", "lottery"] }, "reserved objective[1]"],
    ["months of half", { terms: { months: 0.5 } }, "invalid terms.months"],
    ["meetings without a number", { terms: { meetings: { perMonths: 12 } } }, "missing terms.meetings.atLeast"],
    [
      "two entries with one id",
      { must: [{ rule: "no-conflict" }, { rule: "different-department", id: " no-conflict" }] },
      "duplicate must[1]",
    ],
    [
      "two entries of a kind without ids",
      { prefer: [{ criterion: "shared-areas" }, { criterion: "shared-areas" }] },
      "duplicate prefer[1]",
    ],
    ["an entry that makes no sense without a ladder", { must: [{ rule: "more-senior" }] }, "invalid must[0]"],
  ])("parsePolicy() refuses %s", (_, parts, expected) => {
    expect(briefly({ name: "x", ...parts })).toEqual([expected]);
  });

  test("parsePolicy() says that the lottery needs no listing", () => {
    expect(issues({ name: "x", objective: ["lottery", "score"] })[0]!.message).toBe(
      'expected no "lottery": it is always last and needs no listing',
    );
  });

  test.each(["self", "avoid", "forbid", "ended-pair", "minimumScore"])(
    "parsePolicy() reserves the id %s among rules",
    (id) => {
      expect(briefly({ name: "x", must: [{ rule: "no-conflict", id }] })).toEqual(["reserved must[0]"]);
      expect(parsePolicy({ name: "x", prefer: [{ criterion: "shared-areas", id }] }).prefer[0]!.id).toBe(id);
    },
  );

  test("parsePolicy() takes one id in several lists", () => {
    const both = [{ rule: "opted-in" }];
    expect(
      parsePolicy({ name: "x", participation: { mentees: both, mentors: both } }).participation.mentors,
    ).toHaveLength(1);
  });

  test.each([[null], [7], [[]], [new Map()], [undefined], ["policy"]])(
    "parsePolicy() refuses %o for a policy",
    (input) => {
      expect(briefly(input)).toEqual(["invalid "]);
    },
  );

  test("parsePolicy() reports every issue at once, and what is wrong between entries that could be read", () => {
    const input = {
      colour: "red",
      ladder: ["A", "B"],
      participation: { mentees: [{ rule: "at-least-grade", grade: "C" }] },
      must: [
        7,
        { rule: "more-senior", by: 0 },
        { rule: "same-attribute", attribute: "gender" },
        { rule: "no-conflict", id: "self" },
      ],
      prefer: [{ criterion: "shared-areas", weight: -1 }],
      limits: [{ id: "places", atMost: 60 }, { id: "places" }],
      minimumScore: "0",
      protected: ["gender"],
    };
    expect(briefly(input).sort()).toEqual([
      "invalid minimumScore",
      "invalid must[0]",
      "invalid must[1].by",
      "invalid participation.mentees[0]",
      "invalid prefer[0].weight",
      "missing limits[1]",
      "missing name",
      "protected must[2]",
      "reserved must[3]",
      "unknown-field colour",
    ]);
  });

  test("parsePolicy() does not blame entries for a ladder that could not be read", () => {
    expect(briefly({ name: "x", ladder: [7], must: [{ rule: "more-senior" }] })).toEqual(["invalid ladder[0]"]);
  });
});

describe("what is protected", () => {
  const gender = { attribute: "gender" };
  test.each<[string, object]>([
    ["a rule", { must: [{ rule: "same-attribute", ...gender }] }],
    [
      "a rule within a rule",
      {
        must: [
          {
            rule: "any-of",
            id: "same-attribute",
            rules: [{ rule: "no-conflict" }, { rule: "same-attribute", ...gender }],
          },
        ],
      },
    ],
    ["a criterion", { prefer: [{ criterion: "same-attribute", ...gender }] }],
    [
      "a participation rule",
      { participation: { mentors: [{ rule: "has-attribute", id: "same-attribute", ...gender }] } },
    ],
  ])("parsePolicy() refuses %s that reads a protected or restricted attribute", (_, parts) => {
    for (const field of ["protected", "restricted"]) {
      for (const name of ["gender", " Gender", "attributes.gender"]) {
        const [issue, ...others] = issues({ name: "x", [field]: ["ethnicity", name], ...parts });
        expect(others).toEqual([]);
        expect(issue!.code).toBe("protected");
        expect(issue!.message).toContain(`"same-attribute" reads ${JSON.stringify(name.trim())}`);
      }
    }
  });

  test("parsePolicy() refuses a value that reads a protected attribute of the mentor only", () => {
    expect(briefly({ name: "x", protected: ["gender"], must: [sameFloor()] })).toEqual(["protected must[0]"]);
  });

  test("parsePolicy() refuses an entry that reads a protected field", () => {
    expect(
      briefly({ name: "x", restricted: ["country"], prefer: [{ criterion: "same-attribute", attribute: "country" }] }),
    ).toEqual(["protected prefer[0]"]);
  });

  test("parsePolicy() lets an entry with a positiveAction read what is protected", () => {
    const must = [{ rule: "same-attribute", attribute: "gender", positiveAction }];
    expect(parsePolicy({ name: "x", protected: ["gender"], must }).must[0]!.positiveAction).toEqual(positiveAction);
  });
});

describe("constraints and changes", () => {
  const constraintsOf = (...constraints: unknown[]) => issues({ name: "x", constraints });

  test("parsePolicy() names a constraint after what it asks unless it has an id", () => {
    const constraints = [
      { noReciprocal: true },
      { noCycles: true },
      { totalLoad: 3 },
      { bothOrNeither: ["e1", "e2"] },
      { id: "physics", share: { mentees: { department: "Physics" } }, atMostPercent: 40 },
    ];
    expect(parsePolicy({ name: "x", constraints }).constraints).toEqual([
      { id: "no-reciprocal", noReciprocal: true },
      { id: "no-cycles", noCycles: true },
      { id: "total-load", totalLoad: 3 },
      { id: "both-or-neither", bothOrNeither: ["e1", "e2"] },
      { id: "physics", share: { mentees: { department: ["Physics"] } }, atMostPercent: 40 },
    ]);
    expect(parsePolicy(parsePolicy({ name: "x", constraints })).constraints).toHaveLength(5);
  });

  test.each<[string, unknown, string]>([
    ["nothing that is asked", {}, "missing constraints[0]"],
    ["two things at once", { noCycles: true, totalLoad: 2 }, "contradiction constraints[0]"],
    ["a wish that is none", { noCycles: false }, "invalid constraints[0].noCycles"],
    ["an unknown field", { noCycles: true, loud: 1 }, "unknown-field constraints[0].loud"],
    ["a load below 0", { totalLoad: -1 }, "invalid constraints[0].totalLoad"],
    ["one mentee alone", { bothOrNeither: ["e1"] }, "invalid constraints[0].bothOrNeither"],
    ["one mentee twice", { bothOrNeither: ["e1", " e1"] }, "duplicate constraints[0].bothOrNeither"],
    ["a share of nobody", { share: {}, atMostPercent: 4 }, "missing constraints[0].share"],
    ["a share without a bound", { share: { mentees: { grade: "A" } } }, "invalid constraints[0]"],
    [
      "a share with two bounds",
      { share: { mentees: { grade: "A" } }, atMostPercent: 4, atLeastPercent: 2 },
      "invalid constraints[0]",
    ],
    ["a bound without a share", { totalLoad: 1, atMostPercent: 4 }, "contradiction constraints[0].atMostPercent"],
    [
      "a share above all",
      { share: { mentees: { grade: "A" } }, atMostPercent: 101 },
      "invalid constraints[0].atMostPercent",
    ],
    ["no record", 7, "invalid constraints[0]"],
  ])("parsePolicy() refuses a constraint with %s", (_, constraint, expected) => {
    expect(constraintsOf(constraint).map(({ code, path }) => `${code} ${path}`)).toEqual([expected]);
  });

  test("parsePolicy() refuses constraints of one id, of something protected, and beside stability", () => {
    expect(constraintsOf({ totalLoad: 1 }, { totalLoad: 2 })[0]!.code).toBe("duplicate");
    const share = { mentees: { "attributes.gender": "x" } };
    const told = briefly({ name: "x", protected: ["gender"], constraints: [{ share, atLeastPercent: 10 }] });
    expect(told).toEqual(["protected constraints[0]"]);
    expect(briefly({ name: "x", objective: { stable: "mentees" }, constraints: [{ totalLoad: 1 }] })).toEqual([
      "contradiction constraints",
    ]);
  });

  test("parsePolicy() reads a cap on changes where pairs may move, and only there", () => {
    expect(parsePolicy({ name: "x", standing: { pairs: "movable", maxChanges: 2 } }).standing).toEqual({
      pairs: "movable",
      maxChanges: 2,
    });
    expect(parsePolicy({ name: "x", standing: { pairs: "movable" } }).standing).toEqual({ pairs: "movable" });
    expect(briefly({ name: "x", standing: { maxChanges: 2 } })).toEqual(["contradiction standing.maxChanges"]);
    const objective = { stable: "mentors" };
    expect(briefly({ name: "x", objective, standing: { pairs: "movable", maxChanges: 2 } })).toEqual([
      "contradiction standing.maxChanges",
    ]);
  });
});

describe("catalogues", () => {
  test.each<[string, unknown, string[]]>([
    ["null", null, ["invalid "]],
    ["text", "builtIns", ["invalid "]],
    ["nothing in it", {}, ["missing rules", "missing participation", "missing criteria", "missing levels"]],
    ["no list", { ...builtIns, rules: {} }, ["invalid rules"]],
    [
      "no kinds",
      { ...builtIns, rules: [null, rules.noConflict], levels: [{ name: "x" }] },
      ["invalid rules[0]", "invalid rules[1]", "invalid levels[0]"],
    ],
  ])("parsePolicy() refuses a catalogue that is %s", (_, catalogue, expected) => {
    const { subject, issues: told } = refusal({ name: "x" }, catalogue as never);
    expect([subject, told.map(({ code, path }) => `${code} ${path}`)]).toEqual(["catalogue", expected]);
  });

  test("parsePolicy() reads the kinds of a caller's own catalogue", () => {
    const catalogue = { ...builtIns, rules: [...builtIns.rules, sameFloor.kind] };
    expect(parsePolicy({ name: "x", must: [{ rule: "same-floor" }] }, catalogue).must[0]!.name).toBe("same-floor");
    expect(briefly({ name: "x", must: [{ rule: "same-floor" }] })).toEqual(["unknown-rule must[0].rule"]);
  });

  test("parsePolicy() refuses a catalogue with two kinds of one name", () => {
    const { subject, issues: told } = refusal({ name: "x" }, { ...builtIns, rules: [sameFloor.kind, sameFloor.kind] });
    expect([subject, told.map(({ code, path }) => `${code} ${path}`)]).toEqual([
      "catalogue",
      ["duplicate rules[1].name"],
    ]);
  });

  test("builtIns lists the kind of every factory", () => {
    expect(builtIns.rules).toContain(rules.moreSenior.kind);
    expect(builtIns.participation).toContain(atLeastGrade.kind);
    expect(builtIns.criteria).toContain(criteria.sharedAreas.kind);
    expect(builtIns.levels.map(({ name }) => name)).toEqual([
      "coverage",
      "priority",
      "access",
      "keep",
      "score",
      "worst-off",
      "first-choices",
      "last-choices",
      "spread",
    ]);
  });
});

describe("objectives", () => {
  test.each(["worst-off", "last-choices"])("parsePolicy() wants coverage before %s", (level) => {
    const wrong = { code: "wrong-order", path: "objective[1]" };
    expect(issues({ name: "x", objective: ["score", level] })).toMatchObject([wrong]);
    expect(issues({ name: "x", objective: ["score", level, "coverage"] })).toMatchObject([wrong]);
    const { objective } = parsePolicy({ name: "x", objective: ["coverage", level] });
    expect(objective).toMatchObject([{ name: "coverage" }, { name: level }]);
  });

  test.each(["mentees", "mentors"] as const)(
    "parsePolicy() reads stability with %s proposing, again and again",
    (stable) => {
      const policy = parsePolicy({ name: "x", objective: { stable } });
      expect(policy.objective).toEqual({ stable });
      expect(parsePolicy(policy)).toEqual(policy);
      expect(parsePolicy(canonicalPolicy(policy))).toEqual(policy);
    },
  );

  test.each<[string, object, string]>([
    ["an unknown side", { stable: "both" }, "invalid objective.stable"],
    ["no side", { stable: undefined }, "invalid objective.stable"],
    ["stability among levels", ["coverage", { stable: "mentees" }], "invalid objective[1]"],
    ["anything beside it", { stable: "mentees", level: "coverage" }, "unknown-field objective.level"],
  ])("parsePolicy() refuses %s", (_, objective, issue) => {
    expect(briefly({ name: "x", objective })).toEqual([issue]);
  });

  test("parsePolicy() reads standing pairs that move, and refuses what is neither fixed nor movable", () => {
    const policy = parsePolicy({ name: "x", standing: { pairs: "movable" }, objective: ["keep", "coverage"] });
    expect(policy.standing).toEqual({ pairs: "movable" });
    expect(parsePolicy(policy)).toEqual(policy);
    expect(briefly({ name: "x", standing: { pairs: "loose" } })).toEqual(["invalid standing.pairs"]);
  });

  test("match() refuses what a stable objective cannot promise", () => {
    const pool = { mentees: [{ id: "ana", demand: 2 }, { id: "bo" }], mentors: [{ id: "max", minimum: 1 }] };
    const policy = { name: "x", objective: { stable: "mentees" } };
    expect(issuesOf(() => match(pool, policy)).map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "mentees[0].demand: expected at most 1 under a stable objective, got 2",
      "mentors[0].minimum: expected at most 0 under a stable objective, got 1",
    ]);
    expect(() => match({ mentees: [], mentors: [] }, policy, { solver: linearProgram })).toThrow(
      "expected none beside a stable objective, got one",
    );
  });

  test("pairLevel() refuses the name of a built-in level and a field that is unknown", () => {
    const reads = { mentee: ["id"], mentor: ["id"] } as const;
    for (const name of [...builtIns.levels.map((kind) => kind.name), "keep", "lottery"])
      expect(() => pairLevel(name, { reads }, () => 0), name).toThrow(InputError);
    const typo = { mentee: ["garde"], mentor: [] } as never;
    expect(() => pairLevel("own", { reads: typo }, () => 0)).toThrow("garde");
  });

  test("match() names the people for whom a level of one's own gives no integer", () => {
    const half = pairLevel("half", { reads: { mentee: ["id"], mentor: ["id"] } }, () => 0.5);
    const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
    expect(() => match(pool, { name: "x", objective: [half] })).toThrow(/mentee "bo" and mentor "ada"/);
  });
});

describe("values made by factories", () => {
  const fake = { bind() {}, check() {}, reads: {}, words: "" };
  test.each<[string, object, string, string]>([
    [
      "a criterion",
      { must: [criteria.sameAttribute({ attribute: "s" })] },
      "must[0]",
      "expected a rule, got a criterion",
    ],
    ["a rule", { prefer: [rules.sameAttribute({ attribute: "s" })] }, "prefer[0]", "expected a criterion, got a rule"],
    [
      "a pair's rule",
      { participation: { mentees: [rules.noConflict()] } },
      "participation.mentees[0]",
      "expected a participation rule, got a rule",
    ],
    ["a person's rule", { must: [participation.optedIn()] }, "must[0]", "expected a rule, got a participation rule"],
    ["a rule for a level", { objective: [rules.noConflict()] }, "objective[0]", "expected a level, got a rule"],
    [
      "a criterion within a rule",
      { must: [{ rule: "any-of", rules: [criteria.sharedAreas()] }] },
      "must[0].rules[0]",
      "expected a rule, got a criterion",
    ],
    ...(["must", "prefer", "objective"] as const).map((list): [string, object, string, string] => [
      `something like an entry in ${list}`,
      { [list]: [fake] },
      `${list}[0]`,
      "expected JSON or a value made by a factory, got an object that is neither",
    ]),
    ...[9, Number.NaN].map((weight): [string, object, string, string] => [
      `a copy with weight ${weight}`,
      { prefer: [{ ...criteria.sharedAreas(), weight }] },
      "prefer[0]",
      "expected JSON or a value made by a factory, got an object that is neither",
    ]),
  ])("parsePolicy() refuses %s where it does not belong", (_, parts, path, message) => {
    expect(issues({ name: "x", ...parts }).map((issue) => [issue.path, issue.message])).toEqual([[path, message]]);
  });

  test("parsePolicy() takes entries that another copy of the package made, which are in the same register", async () => {
    vi.resetModules();
    const other = await import("../src/rules/index.js");
    expect(other.rules).not.toBe(rules);
    const theirs = other.rules.noConflict();
    expect(parsePolicy({ name: "x", must: [theirs] }).must[0]).toBe(theirs);
  });

  test("parsePolicy() hands out entries whose json and reads cannot be changed", () => {
    const { json, reads } = rules.anyOf({ rules: [rules.sameAttribute({ attribute: "site" })] });
    expect([json, json?.rules, reads, reads.mentee].map(Object.isFrozen)).toEqual([true, true, true, true]);
  });

  test("parsePolicy() tells a check that throws, and one that answers nonsense", () => {
    const checked = (check: () => never) =>
      ruleFactory({
        name: "odd",
        when: "pairing",
        shape: () => ({}),
        reads: () => ({ mentee: [], mentor: [] }),
        words: () => "",
        check,
        bind: () => () => 2,
      })();
    const odd = checked(() => {
      throw new Error("boom");
    });
    expect(issues({ name: "x", must: [odd] }).map(({ path, message }) => [path, message])).toEqual([
      ["must[0]", 'expected its check to return text or nothing, but it threw "boom"'],
    ]);
    expect(briefly({ name: "x", must: [rules.not({ of: odd })] })).toEqual(["invalid must[0]"]);
    expect(briefly({ name: "x", must: [checked(() => 7 as never)] })).toEqual(["invalid must[0]"]);
  });

  test("moreSenior() and its like say what could not be read", () => {
    expect(() => rules.moreSenior({ by: 0 })).toThrow('Cannot read the rule "more-senior": 1 issue\n  by: expected');
    expect(() => criteria.sharedAreas({ weight: 0 })).toThrow('Cannot read the criterion "shared-areas": 1 issue');
    expect(() => participation.atLeastGrade({ grade: "" })).toThrow(
      'Cannot read the participation rule "at-least-grade": 1 issue',
    );
  });

  test("sharedAreas() and its like take a positiveAction", () => {
    expect(criteria.sharedAreas({ positiveAction }).positiveAction).toEqual(positiveAction);
    expect(rules.noConflict({ positiveAction }).positiveAction).toEqual(positiveAction);
    expect(participation.optedIn({ positiveAction }).positiveAction).toEqual(positiveAction);
  });
});

describe("texts and numbers", () => {
  test.each<[string, object, string]>([
    ["the name", { name: "a\u001b[2Jb" }, "invalid name"],
    ["the lottery", { lottery: "a\u0007b" }, "invalid lottery"],
    ["a grade", { ladder: ["a\u009bb"] }, "invalid ladder[0][0]"],
    ["an id", { must: [{ rule: "no-conflict", id: "a\nb" }] }, "invalid must[0].id"],
    ["a rule's attribute", { must: [{ rule: "same-attribute", attribute: "a\nb" }] }, "invalid must[0].attribute"],
    [
      "a criterion's attribute",
      { prefer: [{ criterion: "same-attribute", attribute: "a\nb" }] },
      "invalid prefer[0].attribute",
    ],
    [
      "a participation rule's attribute",
      { participation: { mentors: [{ rule: "has-attribute", attribute: "a\nb" }] } },
      "invalid participation.mentors[0].attribute",
    ],
    [
      "a participation rule's grade",
      { participation: { mentors: [{ rule: "at-least-grade", grade: "a\nb" }] } },
      "invalid participation.mentors[0].grade",
    ],
  ])("parsePolicy() refuses control characters in %s", (_, parts, expected) => {
    const [issue, ...others] = issues({ name: "x", ...parts });
    expect([`${issue!.code} ${issue!.path}`, others]).toEqual([expected, []]);
    expect(issue!.message).toBe("expected text without control characters, got text with them");
  });

  test.each(["2026-02-30", "2027-13-01", "soon"])("parsePolicy() refuses %s as the day of a review", (reviewDate) => {
    const must = [{ rule: "no-conflict", positiveAction: { ...positiveAction, reviewDate } }];
    expect(briefly({ name: "x", must })).toEqual(["invalid must[0].positiveAction.reviewDate"]);
  });

  test("parsePolicy() takes weights from a millionth to a million", () => {
    const weighing = (weight: number) => ({ name: "x", prefer: [{ criterion: "shared-areas", weight }] });
    expect([1e-6, 1e6].map((weight) => parsePolicy(weighing(weight)).prefer[0]!.weight)).toEqual([1e-6, 1e6]);
    for (const weight of [9e-7, 1e6 + 1, 0, Number.NaN])
      expect(briefly(weighing(weight))).toEqual(["invalid prefer[0].weight"]);
  });
});

describe("hostile input", () => {
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
  const LOTS = 100_000;
  test.each<[string, () => object, string[], number]>([
    ["100 000 unknown fields", () => Object.fromEntries(many(LOTS, (i) => [`colour${i}`, 1])), ["unknown-field"], LOTS],
    [
      "100 000 unknown fields of an entry",
      () => ({ must: [{ rule: "no-conflict", ...Object.fromEntries(many(LOTS, (i) => [`colour${i}`, 1])) }] }),
      ["unknown-field"],
      LOTS,
    ],
    ["100 000 unknown rules", () => ({ must: many(LOTS, (i) => ({ rule: `rule${i}` })) }), ["too-many"], 1],
    ["1000 unknown rules", () => ({ must: many(1000, (i) => ({ rule: `rule${i}` })) }), ["unknown-rule"], 1000],
    [
      "100 000 entries with a slip",
      () => ({ prefer: many(LOTS, (i) => ({ criterion: "shared-areas", id: `c${i}`, wieght: 1 })) }),
      ["too-many"],
      1,
    ],
    [
      "1000 entries with a slip",
      () => ({ prefer: many(1000, (i) => ({ criterion: "shared-areas", id: `c${i}`, wieght: 1 })) }),
      ["unknown-field"],
      1000,
    ],
    [
      "100 000 good rules",
      () => ({ must: many(LOTS, (i) => ({ rule: "no-conflict", id: `r${i}` })) }),
      ["too-many"],
      1,
    ],
    [
      "100 000 participation rules",
      () => ({ participation: { mentees: many(LOTS, (i) => ({ rule: "opted-in", id: `r${i}` })) } }),
      ["too-many"],
      1,
    ],
    [
      "100 000 steps and an unknown grade",
      () => ({
        ladder: many(LOTS, (i) => `step ${i}`),
        participation: { mentees: [{ rule: "at-least-grade", grade: "stepp" }] },
      }),
      ["too-many"],
      1,
    ],
    ["100 000 names on a step", () => ({ ladder: [many(LOTS, (i) => `step ${i}`)] }), ["too-many"], 1],
    [
      "1000 steps, ten names each, and 1000 unknown grades",
      () => ({
        ladder: many(1000, (i) => many(10, (j) => `grade of step ${i} ${j}`)),
        participation: { mentees: many(1000, (i) => ({ rule: "at-least-grade", id: `r${i}`, grade: `step ${i} 0` })) },
      }),
      ["invalid"],
      1000,
    ],
    [
      "1000 steps and 1000 unknown grades",
      () => ({
        ladder: many(1000, (i) => `grade of step ${i}`),
        participation: { mentees: many(1000, (i) => ({ rule: "at-least-grade", id: `r${i}`, grade: `step of ${i}` })) },
      }),
      ["invalid"],
      1000,
    ],
    [
      "1000 entries that share 999",
      () => {
        const shared = many(999, () => ({ rule: "no-conflict" }));
        return { must: many(1000, (i) => ({ rule: "any-of", id: `r${i}`, rules: shared })) };
      },
      ["too-many"],
      1,
    ],
  ])("parsePolicy() refuses %s and ends", (_, parts, codes, count) => {
    const error = refusal({ name: "x", ...parts() });
    expect([[...new Set(error.issues.map(({ code }) => code))], error.count]).toEqual([codes, count]);
    expect(error.issues.length).toBe(Math.min(100, count));
    expect(error.message.length).toBeLessThan(100_000);
  });

  test.each([10, 20, 30])("parsePolicy() refuses %d levels of a rule that stands twice in itself", (levels) => {
    expect(briefly({ name: "x", must: [diamond(levels)] })).toEqual(["too-many must[0]"]);
    expect(briefly({ name: "x", must: [{ rule: "not", of: diamond(levels) }, { rule: "no-conflict" }] })).toEqual([
      "too-many must[0]",
    ]);
  });

  test("anyOf() refuses more than 1000 rules within one", () => {
    const within = (count: number) => rules.anyOf({ rules: many(count, () => rules.noConflict()) });
    expect(within(1000).name).toBe("any-of");
    expect(() => within(1001)).toThrow("expected at most 1000 entries within one, got 1001");
    let rule = rules.noConflict();
    const double = () => {
      for (let level = 0; level < 30; level++) rule = rules.anyOf({ rules: [rule, rule] });
    };
    expect(double).toThrow('Cannot read the rule "any-of": 1 issue\n  rule "any-of": expected at most 1000 entries');
  });

  const nested = (levels: number): unknown => {
    let rule: unknown = { rule: "no-conflict" };
    for (let level = 0; level < levels; level++) rule = { rule: "not", of: rule };
    return { name: "x", must: [rule] };
  };
  const diamond = (levels: number): unknown => {
    let rule: unknown = { rule: "no-conflict" };
    for (let level = 0; level < levels; level++) rule = { rule: "any-of", rules: [rule, rule] };
    return rule;
  };
  const throwing = {
    name: "x",
    get must() {
      throw new Error("no");
    },
  };
  let reads = 0;
  const moody = {
    name: "x",
    get must() {
      if (++reads > 1) throw new Error("no");
      return [];
    },
  };

  test.each([
    ["a million levels of nesting", nested(1_000_000), "too-deep"],
    ["a hundred levels that stand for 2^100 paths", { name: "x", must: [diamond(100)] }, "too-deep"],
    ["a getter that throws", throwing, "unreadable"],
    ["a getter that throws when it is read again", moody, "unreadable"],
  ])("parsePolicy() refuses %s", (_, input, code) => {
    expect(issues(input).map((issue) => issue.code)).toEqual([code]);
  });

  test("parsePolicy() answers anything at all with a policy or an InputError", () => {
    const field = fc.constantFrom(
      "name",
      "must",
      "prefer",
      "rule",
      "criterion",
      "ladder",
      "capacity",
      "objective",
      "terms",
      "standing",
      "participation",
      "mentees",
      "protected",
    );
    const anything = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.anything(),
        fc.dictionary(field, tie("value")),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.constantFrom("no-conflict", "more-senior", "score", 1),
      ),
    })).value;
    fc.assert(
      fc.property(anything, (input) => {
        try {
          parsePolicy(input);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 150 },
    );
  });
});
