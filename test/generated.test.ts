/** What is made from the sources and committed: pages and JSON Schemas. `npm run generate` makes them again. */
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { syntheticCohort } from "../src/cohort.js";
import { levels } from "../src/matching/levels/index.js";
import { match } from "../src/matching/match.js";
import { parsePolicy } from "../src/policy.js";
import { parsePool } from "../src/pool.js";
import { rules } from "../src/rules/index.js";
import { participation } from "../src/rules/participation/index.js";
import { criteria } from "../src/scoring/index.js";
import { parseColumnMap } from "../src/sheets/column-map.js";
import { coveragePage } from "./generated/coverage.js";
import { criterionExamples, levelExamples, participationExamples, ruleExamples } from "./generated/examples.js";
import { lintPage } from "./generated/lint.js";
import { type Described, page } from "./generated/pages.js";
import { columnsSchema, policySchema, poolSchema, resultSchema } from "./generated/schemas.js";
import { anyRule } from "./helpers/any-rule.js";
import { codeBlocks } from "./helpers/code-blocks.js";
import { smallPolicy, smallPools } from "./helpers/pools.js";
import { rows } from "./schemes/rows.js";

const ladder = ["PhD student", ["Postdoc", "Research Fellow"], "Lecturer", "Professor"];
const examplePolicy = (list: string, entry: unknown) => {
  const lists =
    list === "participation" ? { participation: { mentees: [entry], mentors: [entry] } } : { [list]: [entry] };
  return { name: "example", ladder, ...lists };
};

/** A list of kinds with what their pages say; the example is read as a policy reads it. */
function described(list: string, factories: object, examples: { readonly [factory: string]: object }): Described[] {
  return Object.entries(factories as { readonly [factory: string]: { readonly kind: Described["kind"] } }).map(
    ([factory, { kind }]) => {
      const example = examples[factory]!;
      const policy = parsePolicy(examplePolicy(list, example));
      const made =
        list === "participation"
          ? policy.participation.mentees[0]!
          : list === "must"
            ? policy.must[0]!
            : policy.prefer[0]!;
      return { kind, example, made: made as Described["made"] };
    },
  );
}

/** The levels with what their page says; each is read behind coverage, which some must follow. */
function describedLevels(): Described[] {
  return Object.entries(levels as object as { readonly [factory: string]: { readonly kind: Described["kind"] } }).map(
    ([factory, { kind }]) => {
      const example = levelExamples[factory as keyof typeof levels] as { readonly level: string };
      const { objective } = parsePolicy(levelPolicy(example));
      return { kind, example, made: (objective as readonly object[]).at(-1) as Described["made"] };
    },
  );
}

const levelPolicy = (level: { readonly level: string }) => ({
  name: "example",
  objective: level.level === "coverage" ? [level] : ["coverage", level],
});

const pages = {
  rules: () =>
    page(
      "Rules",
      "Entries of a policy's `must`. A pair of which one refuses does not exist; see [policies.md](policies.md) for what every entry may carry.",
      "rules",
      described("must", rules, ruleExamples),
    ),
  criteria: () =>
    page(
      "Criteria",
      "Entries of a policy's `prefer`: each gives a pair 0 … 1, times its `weight`; see [policies.md](policies.md) for how scores are made.",
      "scoring",
      described("prefer", criteria, criterionExamples),
    ),
  participation: () =>
    page(
      "Participation rules",
      "Entries of a policy's `participation`, for `mentees` or `mentors`: whom one refuses takes no part and is listed with its id.",
      "rules/participation",
      described("participation", participation, participationExamples),
    ),
  levels: () =>
    page(
      "Levels",
      "Entries of a policy's `objective`, in strict order of importance; one without parameters is also written as its name alone. See [objectives](objectives.md) for each at work, for stability, and for the lottery, which comes last by itself.",
      "matching/levels",
      describedLevels(),
    ),
};

describe("the pages", () => {
  test.each(Object.entries(pages))("docs/%s.md is what the sources say", async (name, make) => {
    await expect(make()).toMatchFileSnapshot(`../docs/${name}.md`);
  });

  test("docs/schemes/coverage.md is what the tests of the schemes show", async () => {
    await expect(coveragePage(rows)).toMatchFileSnapshot("../docs/schemes/coverage.md");
  });

  test("docs/lint.md is what the codes say", async () => {
    await expect(lintPage()).toMatchFileSnapshot("../docs/lint.md");
  });

  test("every JSON example on them is read by parsePolicy()", () => {
    for (const [name, list] of [
      ["rules", "must"],
      ["criteria", "prefer"],
      ["participation", "participation"],
    ] as const) {
      const blocks = codeBlocks(`docs/${name}.md`, pages[name]()).filter(({ language }) => language === "json");
      expect(blocks.length).toBeGreaterThanOrEqual(9);
      for (const { code } of blocks) expect(() => parsePolicy(examplePolicy(list, JSON.parse(code)))).not.toThrow();
    }
    const blocks = codeBlocks("docs/levels.md", pages.levels()).filter(({ language }) => language === "json");
    expect(blocks.length).toBe(Object.keys(levels).length);
    for (const { code } of blocks) expect(() => parsePolicy(levelPolicy(JSON.parse(code)))).not.toThrow();
  });
});

describe("the JSON Schemas", () => {
  const schemas = { pool: poolSchema(), policy: policySchema(), result: resultSchema(), columns: columnsSchema() };
  const ajv = new Ajv2020({ allErrors: false, allowUnionTypes: true });
  const valid = {
    pool: ajv.compile(schemas.pool),
    policy: ajv.compile(schemas.policy),
    result: ajv.compile(schemas.result),
    columns: ajv.compile(schemas.columns),
  };
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  test.each(["pool", "policy", "result", "columns"] as const)(
    "schemas/%s.json is what the sources say",
    async (name) => {
      await expect(`${JSON.stringify(schemas[name], null, 1)}\n`).toMatchFileSnapshot(`../schemas/${name}.json`);
    },
  );

  test("they accept pools and policies that are read, and results that are given", () => {
    fc.assert(
      fc.property(smallPools, (pool) => {
        expect([valid.pool(json(pool)), valid.pool(json(parsePool(pool)))]).toEqual([true, true]);
        expect(valid.result(json(match(pool, smallPolicy)))).toBe(true);
      }),
      { numRuns: 30, seed: 1 },
    );
    const cohort = syntheticCohort({ mentees: 40, mentors: 30, seed: 1 });
    expect([valid.pool(json(cohort.pool)), valid.policy(json(cohort.policy))]).toEqual([true, true]);
    expect(valid.result(json(match(cohort.pool, cohort.policy)))).toBe(true);
    expect(valid.policy({ $schema: "mentor-match/schemas/policy.json", ...(json(smallPolicy) as object) })).toBe(true);
  });

  test("they accept every kind of entry", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(valid.policy(json(examplePolicy("must", rule)))).toBe(true);
      }),
      { numRuns: 100, seed: 2 },
    );
    const lists = [
      ["must", ruleExamples],
      ["prefer", criterionExamples],
      ["participation", participationExamples],
    ] as const;
    for (const [list, examples] of lists) {
      for (const example of Object.values(examples))
        expect(valid.policy(json(examplePolicy(list, example)))).toBe(true);
    }
  });

  test("they accept every map of columns that is read, and refuse what is not", () => {
    const mentee = { field: "id", prefix: "e" };
    const uses = [
      "grade",
      "ignore",
      "attributes.home town",
      "matters.shared-areas",
      { field: "areas", split: ", ", options: ["A, B"], values: { x: "A", y: null } },
      { field: "attributes.floor", as: "number" },
      { field: "waitingSince", dates: "dmy" },
      { mentee, mentor: "id" },
      "grades",
      "attributes.",
      { field: "grade", splitt: ";" },
      { field: "areas", split: "" },
      { field: "areas", dates: "ymd" },
      { mentee },
      7,
    ];
    const maps: object[] = [
      ...uses.map((use) => ({ columns: { Header: use } })),
      { $schema: "mentor-match/schemas/columns.json", asOf: "2026-10-01", columns: {} },
      { columns: {}, pairs: { Mentee: "menteeId", State: { field: "status", values: { fine: "agreed" } } } },
      { columns: {}, reportingLines: { Name: "person", Boss: "manager", From: { field: "from", dates: "mdy" } } },
      { columns: {}, pairs: { Mentee: "mentee" } },
      { columns: {}, locks: { Rule: "rule" } },
      { column: {} },
      {},
    ];
    const isRead = (map: object): boolean => {
      try {
        parseColumnMap(map);
        return true;
      } catch {
        return false;
      }
    };
    expect(maps.map((map) => valid.columns(map))).toEqual(maps.map(isRead));
    expect(maps.filter(isRead)).toHaveLength(11);
  });

  const people = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
  test.each<["pool" | "policy" | "result", unknown]>([
    ["pool", { mentees: [] }],
    ["pool", { ...people, mentees: [{ id: "bo", linemanager: "ada" }] }],
    ["pool", { ...people, mentees: [{ name: "Bo" }] }],
    ["pool", { ...people, mentors: [{ id: "ada", capacity: "2" }] }],
    ["pool", { ...people, mentors: [{ id: "ada", seeks: ["grants"] }] }],
    ["pool", { ...people, asOf: "1 October 2026" }],
    ["pool", { ...people, pairs: [{ menteeId: "bo", mentorId: "ada", status: "over" }] }],
    ["pool", { ...people, relations: [{ person: "bo", kind: "friend", other: "ada" }] }],
    ["policy", {}],
    ["policy", { name: "x", mus: [] }],
    ["policy", { name: "x", must: [{ rule: "more-seniour" }] }],
    ["policy", { name: "x", must: [{ rule: "more-senior", by: "1" }] }],
    ["policy", { name: "x", must: [{ rule: "time-zone-within" }] }],
    ["policy", { name: "x", must: [{ rule: "not", of: { rule: "no-conflicts" } }] }],
    ["policy", { name: "x", prefer: [{ criterion: "shared-areas", weight: 0 }] }],
    ["policy", { name: "x", objective: ["covrage"] }],
    ["policy", { name: "x", vocabulary: { department: ["Linguistics"] } }],
    ["result", { format: "mentor-match/result/1" }],
    ["result", { ...match(people, { name: "x" }), status: "fine" }],
    ["result", { ...match(people, { name: "x" }), name: "Bo" }],
  ])("the schema of a %s refuses %j", (name, value) => {
    expect(valid[name](json(value))).toBe(false);
  });
});
