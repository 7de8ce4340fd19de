/** Bad policies, options and catalogues, and bad parameters of the factories. */
import {
  builtIns,
  type Catalogue,
  criteria,
  levels,
  type MatchOptions,
  match,
  type PolicyInput,
  type Problem,
  pairCriterion,
  pairRule,
  parsePolicy,
  participation,
  personRule,
  rules,
  verify,
} from "../../src/index.js";
import {
  cyclic,
  type Expected,
  hostile,
  hostileProxy,
  LONG,
  MARKED,
  nested,
  type Row,
  revoked,
  thrower,
} from "../helpers/hostile.js";

const pool = { mentees: [{ id: "bo", ...MARKED }], mentors: [{ id: "ada", ...MARKED }] };
const policy = (rest: object) => ({ name: "n", ...rest });
const must = (...list: readonly unknown[]) => policy({ must: list });
const prefer = (...list: readonly unknown[]) => policy({ prefer: list });
const ownKey = (json: string): unknown => JSON.parse(json);

/** Rules within rules, each standing twice in the one above: few objects, 2^levels paths. */
function doubled(times: number): object {
  let rule: object = { rule: "no-conflict" };
  for (let level = 0; level < times; level++) rule = { rule: "all-of", rules: [rule, rule] };
  return rule;
}

function deep(times: number): object {
  let rule: object = { rule: "no-conflict" };
  for (let level = 0; level < times; level++) rule = { rule: "not", of: rule, negate: rule };
  return rule;
}

const selfish = (() => {
  const rule: Record<string, unknown> = { rule: "all-of" };
  rule.rules = [rule];
  return rule;
})();

const rows: readonly (readonly [string, unknown, Expected])[] = [
  ["nothing for a policy", undefined, "invalid "],
  ["null for a policy", null, "invalid "],
  ["text for a policy", "PaLS", "invalid "],
  ["a list for a policy", [], "invalid "],
  ["a function for a policy", () => ({ name: "n" }), "invalid "],
  ["a map for a policy", new Map([["name", "n"]]), "invalid "],
  ["a policy that inherits its name", Object.create({ name: "n" }), "invalid "],
  ["a policy without a name", {}, "missing name"],
  ["a number for a name", { name: 7 }, "invalid name"],
  ["an empty name", { name: " " }, "invalid name"],
  ["a name of 100 000 characters", { name: LONG }, "invalid name"],
  ["a name of 100 000 accents", { name: `e${"\u0301\u0323".repeat(50_000)}` }, "invalid name"],
  ["a name with an escape", { name: "\u001b[2J" }, "invalid name"],
  ["an unknown field", policy({ musts: [] }), "unknown-field musts"],
  ["__proto__ for a field", ownKey('{"name":"n","__proto__":{"must":[]}}'), "unknown-field __proto__"],
  [
    "a policy that contains itself",
    Object.assign(cyclic(), { name: "n" }),
    "too-deep self.self.self.self.self.self.self.self",
  ],
  ["100 000 levels of nesting", policy({ terms: nested(100_000) }), "too-deep terms.a.a.a.a.a.a.a"],
  ["a policy that throws when read", Object.assign(thrower("must"), { name: "n" }), "unreadable must"],
  ["a proxy that throws for a policy", hostileProxy(), "unreadable "],
  ["a revoked proxy for a rule", must(revoked()), "unreadable must[0]"],
  [
    "a ladder of 100 000 steps",
    policy({ ladder: Array.from({ length: 100_000 }, (_, step) => `step ${step}`) }),
    "too-many ladder",
  ],
  [
    "one step of 100 000 names",
    policy({ ladder: [Array.from({ length: 100_000 }, (_, step) => `step ${step}`)] }),
    "too-many ladder",
  ],
  ["a grade on two steps, in NFC and NFD", policy({ ladder: ["L\u00e9", "Le\u0301"] }), "duplicate ladder[1]"],
  ["a step without names", policy({ ladder: [[]] }), "invalid ladder[0]"],
  ["a number for a ladder", policy({ ladder: 7 }), "invalid ladder"],
  ["an object for must", policy({ must: {} }), "invalid must"],
  ["a gap in must", policy({ must: new Array(2) }), "invalid must[0]"],
  ["100 000 rules", policy({ must: new Array(100_000).fill({ rule: "no-conflict" }) }), "too-many must"],
  ["null for a rule", must(null), "invalid must[0]"],
  ["a name for a rule", must("no-conflict"), "invalid must[0]"],
  ["a rule without a name", must({}), "unknown-rule must[0].rule"],
  ["an unknown rule", must({ rule: "no-conflicts" }), "unknown-rule must[0].rule"],
  ["a rule called constructor", must({ rule: "constructor" }), "unknown-rule must[0].rule"],
  ["a rule called __proto__", must({ rule: "__proto__" }), "unknown-rule must[0].rule"],
  ["a rule of 100 000 characters", must({ rule: LONG }), "unknown-rule must[0].rule"],
  ["an unknown parameter", must({ rule: "more-senior", buy: 1 }), "unknown-field must[0].buy"],
  ["a rule that stands twice", must({ rule: "no-conflict" }, { rule: "no-conflict" }), "duplicate must[1]"],
  ["a reserved id", must({ rule: "no-conflict", id: "forbid" }), "reserved must[0]"],
  ["a rule made by nobody", must({ name: "x", bind: () => () => 2 }), "invalid must[0]"],
  ["a copy of a rule", must({ ...rules.noConflict() }), "invalid must[0]"],
  ["a criterion among rules", must(criteria.sharedAreas()), "wrong-sort must[0]"],
  ["a rule that contains itself", must(selfish), "too-deep must[0].rules[0].rules[0].rules[0]"],
  ["thirty rules that stand for 2^30", must(doubled(30)), "too-many must[0]"],
  ["rules 10 000 levels deep", must(deep(10_000)), "too-deep must[0].of.of.of.of.of.of"],
  ["a step of NaN", must({ rule: "more-senior", by: Number.NaN }), "invalid must[0].by"],
  ["a step of text", must({ rule: "more-senior", by: "1" }), "invalid must[0].by"],
  ["a weight of 0", prefer({ criterion: "shared-areas", weight: 0 }), "invalid prefer[0].weight"],
  ["a weight of -1", prefer({ criterion: "shared-areas", weight: -1 }), "invalid prefer[0].weight"],
  ["a weight of NaN", prefer({ criterion: "shared-areas", weight: Number.NaN }), "invalid prefer[0].weight"],
  ["an endless weight", prefer({ criterion: "shared-areas", weight: Infinity }), "invalid prefer[0].weight"],
  ["a weight of 10^308", prefer({ criterion: "shared-areas", weight: 1e308 }), "invalid prefer[0].weight"],
  ["text for a weight", prefer({ criterion: "shared-areas", weight: "3" }), "invalid prefer[0].weight"],
  [
    "names for scores",
    prefer({ criterion: "pair-scores", scores: [["bo", "ada", MARKED.name]] }),
    "invalid prefer[0].scores[0][2]",
  ],
  [
    "a name for a row of scores",
    prefer({ criterion: "pair-scores", scores: [MARKED.name] }),
    "invalid prefer[0].scores[0]",
  ],
  [
    "100 000 rows of scores that are none",
    prefer({ criterion: "pair-scores", scores: new Array(100_000).fill(null) }),
    "invalid prefer[0].scores[0]",
  ],
  [
    "a score of NaN",
    prefer({ criterion: "pair-scores", scores: [["bo", "ada", Number.NaN]] }),
    "invalid prefer[0].scores[0][2]",
  ],
  [
    "a pair that is scored in NFC and NFD",
    prefer({
      criterion: "pair-scores",
      scores: [
        ["Zo\u00eb", "ada", 1],
        ["Zoe\u0308", "ada", 2],
      ],
    }),
    "duplicate prefer[0].scores[1]",
  ],
  ["a capacity of -1", policy({ capacity: { default: -1 } }), "invalid capacity.default"],
  ["a capacity above its ceiling", policy({ capacity: { default: 3, max: 2 } }), "contradiction capacity.default"],
  ["a minimum score of a half", policy({ minimumScore: 0.5 }), "invalid minimumScore"],
  ["a minimum score above the scale", policy({ minimumScore: 10_001 }), "invalid minimumScore"],
  ["an object for a lottery", policy({ lottery: {} }), "invalid lottery"],
  ["an objective of nothing", policy({ objective: [] }), "invalid objective"],
  ["text for an objective", policy({ objective: "coverage" }), "invalid objective"],
  ["an unknown level", policy({ objective: ["coverag"] }), "unknown-level objective[0].level"],
  ["a level that stands twice", policy({ objective: ["score", "score"] }), "duplicate objective[1]"],
  ["the lottery as a level", policy({ objective: ["lottery"] }), "reserved objective[0]"],
  [
    "an attribute that is protected",
    policy({ protected: ["office"], must: [{ rule: "same-attribute", attribute: "office" }] }),
    "protected must[0]",
  ],
  ["terms of no months", policy({ terms: { months: 0 } }), "invalid terms.months"],
  ["participation of text", policy({ participation: { mentees: "opted-in" } }), "invalid participation.mentees"],
  [
    "participation by a grade on no ladder",
    policy({ participation: { mentors: [{ rule: "at-least-grade", grade: "x" }] } }),
    "invalid participation.mentors[0]",
  ],
];

hostile(
  "parsePolicy()",
  rows.map(([what, input, issue]): Row => [what, () => parsePolicy(input), issue]),
);
const noPolicies = rows.slice(0, 12);
hostile(
  "match()",
  noPolicies.map(([what, input, issue]): Row => [what, () => match(pool, input as PolicyInput), issue]),
);

const result = match(pool, { name: "n" });
hostile(
  "verify()",
  noPolicies.map(([what, input, issue]): Row => [what, () => verify(pool, input as PolicyInput, result), issue]),
);

const matchWith = (options: unknown) => () => match(pool, { name: "n" }, options as MatchOptions);
const solved = (answer: unknown) => matchWith({ solver: () => answer });
/** A price of 0 for everybody at each level. */
const unpriced = (problem: Problem) => {
  const side = (people: number) => new Float64Array(people);
  return problem.levels.map(() => ({ mentee: side(problem.mentees), mentor: side(problem.mentors) }));
};
const choosing = (...chosen: readonly number[]) =>
  matchWith({
    solver: (problem: Problem) => ({
      ...empty,
      stop: "optimal",
      prices: unpriced(problem),
      chosen: Int32Array.from(chosen),
    }),
  });
const empty = { chosen: new Int32Array(0), prices: [], short: new Int32Array(0) };

hostile("match()", [
  ["null for options", matchWith(null), "invalid "],
  ["text for options", matchWith("flow"), "invalid "],
  ["an unknown option", matchWith({ sovler: 1 }), "unknown-field sovler"],
  ["text for a solver", matchWith({ solver: "flow" }), "invalid solver"],
  ["a number for onProgress", matchWith({ onProgress: 7 }), "invalid onProgress"],
  ["options that throw when read", matchWith(thrower("solver")), "unreadable solver"],
  ["a solver that names pairs that are not there", choosing(99), { solver: "not-feasible" }],
  ["a solver that names one pair twice", choosing(0, 0), { solver: "not-feasible" }],
  ["a solver that proves nothing", solved({ ...empty, stop: "optimal" }), { solver: "no-assignment" }],
  ["a solver that stops", solved({ ...empty, stop: "stopped" }), { gives: { status: "stopped", matches: [] } }],
  ["a solver that answers null", solved(null), { solver: "no-assignment" }],
  ["a solver that answers an empty object", solved({}), { solver: "no-assignment" }],
  [
    "a solver that chooses NaN",
    solved({ ...empty, stop: "optimal", chosen: [Number.NaN] }),
    { solver: "no-assignment" },
  ],
]);

const broken = (make: (options: never) => unknown, options: unknown) => () => make(options as never);
const reads = { mentee: [], mentor: [] } as const;

hostile("a factory", [
  ["a step of text", broken(rules.moreSenior, { by: "1" }), "invalid by"],
  ["an endless step", broken(rules.moreSenior, { by: Infinity }), "invalid by"],
  ["null for options", broken(rules.noConflict, null), "invalid "],
  ["a number for options", broken(rules.noConflict, 7), "invalid "],
  ["options that throw when read", broken(rules.noConflict, thrower("id")), "unreadable id"],
  ["an unknown option", broken(rules.noConflict, { idd: "x" }), "unknown-field idd"],
  ["an id of 100 000 characters", broken(rules.noConflict, { id: LONG }), "invalid id"],
  ["a rule of nothing", broken(rules.anyOf, { rules: [] }), "invalid rules"],
  ["a rule that contains itself", broken(rules.allOf, selfish), "too-deep rules[0].rules[0].rules[0].rules[0]"],
  ["the name of an attribute that is a number", broken(rules.sameAttribute, { attribute: 7 }), "invalid attribute"],
  ["a weight of a list", broken(criteria.sharedAreas, { weight: [1] }), "invalid weight"],
  ["scores that are no list", broken(criteria.pairScores, { scores: "bo,ada,1" }), "invalid scores"],
  ["an unknown option of a level", broken(levels.coverage, { at: 1 }), "unknown-field at"],
  ["a grade that is a number", broken(participation.atLeastGrade, { grade: 3 }), "invalid grade"],
  [
    "a pair rule that reads names",
    () => pairRule("x", { reads: { mentee: ["name" as never], mentor: [] } }, () => true),
    "unknown-field reads.mentee[0]",
  ],
  [
    "a pair rule that reads addresses",
    () => pairRule("x", { reads: { mentee: [], mentor: ["email" as never] } }, () => true),
    "unknown-field reads.mentor[0]",
  ],
  ["a pair rule without a function", () => pairRule("x", { reads }, 7 as never), "invalid verdict"],
  ["a pair rule without a name", () => pairRule("", { reads }, () => true), "invalid name"],
  ["null for a pair rule's options", () => pairRule("x", null as never, () => true), "missing reads"],
  [
    "a person rule that reads names",
    () => personRule("x", { reads: ["name" as never] }, () => true),
    "unknown-field reads[0]",
  ],
  ["a pair criterion without a function", () => pairCriterion("x", { reads }, null as never), "invalid value"],
  [
    "a pair rule that answers text",
    () => match(pool, { name: "n", must: [pairRule("x", { reads }, () => MARKED.name as never)] }),
    "invalid-verdict ",
  ],
  [
    "a pair criterion that answers NaN",
    () => match(pool, { name: "n", prefer: [pairCriterion("x", { reads }, () => Number.NaN)] }),
    "invalid-result ",
  ],
  [
    "a pair criterion that answers 2",
    () => match(pool, { name: "n", prefer: [pairCriterion("x", { reads }, () => 2)] }),
    "invalid-result ",
  ],
]);

const withCatalogue = (catalogue: unknown) => () => parsePolicy({ name: "n" }, catalogue as Catalogue);

hostile("parsePolicy()", [
  ["null for a catalogue", withCatalogue(null), "invalid "],
  ["text for a catalogue", withCatalogue("builtIns"), "invalid "],
  ["an empty catalogue", withCatalogue({}), "missing rules"],
  ["a catalogue of nobody's kinds", withCatalogue({ ...builtIns, rules: [{ name: "x" }] }), "invalid rules[0]"],
  ["a catalogue of null", withCatalogue({ ...builtIns, levels: [null] }), "invalid levels[0]"],
  [
    "a catalogue with a kind twice",
    withCatalogue({ ...builtIns, rules: [...builtIns.rules, builtIns.rules[0]] }),
    `duplicate rules[${builtIns.rules.length}].name`,
  ],
  ["a catalogue that throws when read", withCatalogue(thrower("rules")), "unreadable rules"],
  ["a kind that throws when read", withCatalogue({ ...builtIns, rules: [hostileProxy()] }), "unreadable rules"],
]);
