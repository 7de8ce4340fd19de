/** The JSON Schemas of the package: a policy's from its kinds, a pool's and a result's from tables that the types keep whole. */
import * as z from "zod";
import { builtIns } from "../../src/built-ins.js";
import type { ConstraintInput } from "../../src/policy/constraints.js";
import * as fields from "../../src/policy/fields.js";
import type { LimitInput } from "../../src/policy/limits.js";
import type { PolicyInput } from "../../src/policy/policy.js";
import type { Shape } from "../../src/shape.js";
import type { ColumnUse, SheetMap } from "../../src/sheets/column-map.js";
import { SHEET_FIELDS } from "../../src/sheets/fields.js";
import { type StatementList, statementFields } from "../../src/sheets/statement-fields.js";
import type { Match, MatchResult, Mentee, Mentor, Pool } from "../../src/types.js";

type Schema = { readonly [keyword: string]: unknown };
/** A schema for each field: a new field does not compile until it stands here. */
type Table<T> = { readonly [F in keyof T]-?: Schema };

const DRAFT = "https://json-schema.org/draft/2020-12/schema";
const text = { type: "string" };
const list = (items: Schema): Schema => ({ type: "array", items });
const texts = list(text);
const number = (minimum: number, maximum?: number): Schema => ({
  type: "number",
  minimum,
  ...(maximum === undefined ? {} : { maximum }),
});
const integer = (minimum: number, maximum?: number): Schema => ({ ...number(minimum, maximum), type: "integer" });
const integers = list({ type: "integer" });
const flag = { type: "boolean" };
const id = { type: "string", minLength: 1 };
const ids = list(id);
const day = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const oneOf = (...values: string[]): Schema => ({ enum: values });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
const record = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const map = (additionalProperties: Schema): Schema => ({ type: "object", additionalProperties });
const optional = (properties: Schema, required: readonly string[]): Schema =>
  record(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [
        name,
        required.includes(name) ? schema : orNull(schema as Schema),
      ]),
    ),
    required,
  );

/** A kind's parameters as JSON Schema; an entry of the same sort within it is a reference. */
function entry(
  sort: string,
  key: string,
  kind: { readonly name: string; readonly shape: (nested: never) => Shape },
  common: Schema,
): Schema {
  // No kind takes a symbol: it marks where another entry stands.
  const shape = kind.shape(z.symbol() as never);
  const own = z.toJSONSchema(z.strictObject(shape), {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "symbol") Object.assign(jsonSchema, { $ref: `#/$defs/${sort}` });
    },
  }) as { readonly properties?: Schema; readonly required?: readonly string[] };
  return record({ [key]: { const: kind.name }, ...common, ...own.properties }, [key, ...(own.required ?? [])]);
}

const plain = (schema: z.core.$ZodType): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest as Schema;
};

export function policySchema(): Schema {
  const positiveAction = record({ characteristic: id, ground: id, evidence: id, aim: id, reviewDate: day }, [
    "characteristic",
    "ground",
    "evidence",
    "aim",
    "reviewDate",
  ]);
  const onUnknown = { onUnknown: oneOf("refuse", "confirm", "allow") };
  const every = { id, positiveAction };
  const weight = { weight: { ...number(1e-6, 1e6), default: 1 } };
  const anyOf = (
    sort: string,
    key: string,
    kinds: readonly { readonly name: string; readonly shape: unknown }[],
    common: Schema,
  ): Schema => ({
    anyOf: kinds.map((kind) => entry(sort, key, kind as Parameters<typeof entry>[2], common)),
  });
  const groupValue = { type: ["string", "number", "boolean"] };
  const filter = { ...map({ anyOf: [groupValue, { ...list(groupValue), minItems: 1 }] }), minProperties: 1 };
  const bound = integer(0, 1_000_000);
  const limitFields: Table<LimitInput> = {
    ...{ id, atMost: bound, atLeast: bound, mentees: filter, mentors: filter, each: oneOf("mentee", "mentor") },
    ...{ groupBy: id, positiveAction },
  };
  const limit = {
    ...record(limitFields, ["id"]),
    anyOf: [{ required: ["atMost"] }, { required: ["atLeast"] }],
    dependentRequired: { groupBy: ["each"] },
  };
  const percent = integer(0, 100);
  const share = { ...record({ mentees: filter, mentors: filter }), minProperties: 1 };
  const constraintFields: Table<ConstraintInput> = {
    ...{ id, totalLoad: bound, noReciprocal: { const: true }, noCycles: { const: true } },
    ...{ bothOrNeither: { ...list(id), minItems: 2, maxItems: 1000, uniqueItems: true } },
    ...{ share, atMostPercent: percent, atLeastPercent: percent, positiveAction },
  };
  const sorts = ["totalLoad", "noReciprocal", "noCycles", "bothOrNeither", "share"];
  const constraint = {
    ...record(constraintFields),
    oneOf: sorts.map((sort) => ({ required: [sort] })),
    dependentRequired: { atMostPercent: ["share"], atLeastPercent: ["share"] },
  };
  const ref = (sort: string): Schema => ({ $ref: `#/$defs/${sort}` });
  const properties: Table<PolicyInput> = {
    $schema: text,
    name: id,
    ladder: list({ anyOf: [id, { ...list(id), minItems: 1 }] }),
    participation: record({ mentees: list(ref("participation")), mentors: list(ref("participation")) }),
    must: list(ref("rule")),
    prefer: list(ref("criterion")),
    capacity: plain(fields.capacity),
    limits: list(limit),
    constraints: list(constraint),
    vocabulary: map(map(texts)),
    objective: {
      anyOf: [
        {
          type: "array",
          minItems: 1,
          items: { anyOf: [oneOf(...builtIns.levels.map(({ name }) => name)), ref("level")] },
        },
        record({ stable: oneOf("mentees", "mentors") }, ["stable"]),
      ],
    },
    minimumScore: plain(fields.minimumScore),
    weakScore: plain(fields.minimumScore),
    lottery: { type: ["string", "number"] },
    standing: {
      anyOf: [
        record({ pairs: { const: "fixed" }, maxChanges: { const: 0 } }),
        record({ pairs: { const: "movable" } }, ["pairs"]),
      ],
    },
    waiting: plain(fields.waiting),
    protected: texts,
    restricted: texts,
    terms: plain(fields.terms),
    nominations: plain(fields.nominations),
  };
  return {
    $schema: DRAFT,
    title: "A policy of mentor-match",
    ...record(properties, ["name"]),
    $defs: {
      rule: anyOf("rule", "rule", builtIns.rules, { ...every, when: oneOf("pairing", "always"), ...onUnknown }),
      participation: anyOf("participation", "rule", builtIns.participation, {
        ...every,
        when: oneOf("pairing", "release"),
        ...onUnknown,
      }),
      criterion: anyOf("criterion", "criterion", builtIns.criteria, { ...every, ...weight }),
      level: anyOf("level", "level", builtIns.levels, every),
    },
  };
}

const oneOrMore = { anyOf: [text, texts] };
const span = record({ from: orNull(day), until: orNull(day) });
const post = optional({ organisation: oneOrMore, department: oneOrMore, grade: text, from: day, until: day }, []);
const place = record({ latitude: number(-90, 90), longitude: number(-180, 180) }, ["latitude", "longitude"]);
const value = { anyOf: [text, { type: "number" }, flag, texts, { type: "null" }] };
type Role = Mentee & Mentor;

const person: Table<Omit<Mentee, Exclude<keyof Mentee, keyof Mentor>>> = {
  ...{ id, name: text, email: text, organisation: oneOrMore, department: oneOrMore, grade: text },
  ...{ experienceYears: number(0), jobRole: text, profession: text, country: text, utcOffsetHours: number(-14, 14) },
  ...{
    languages: texts,
    location: place,
    modes: texts,
    lineManager: id,
    appraisers: ids,
    supervisors: ids,
    conflicts: ids,
  },
  ...{
    interests: texts,
    optedIn: flag,
    trained: flag,
    approved: flag,
    nominations: ids,
    avoid: ids,
    waitingSince: day,
  },
  ...{ hold: span, away: span, withdrawn: day, tier: integer(1), willingToMove: flag, posts: list(post) },
  attributes: map(value),
};
const menteeOnly: Table<Omit<Role, keyof Mentor>> = {
  seeks: texts,
  demand: integer(0, 50),
  maxDistanceKm: number(0),
  gapPreference: oneOf("near-peer", "broad", "none"),
  matters: map({ anyOf: [{ const: 0 }, number(1e-6, 1e6), { type: "null" }] }),
};
const mentorOnly: Table<Omit<Role, keyof Mentee>> = {
  offers: texts,
  capacity: integer(0, 1_000_000),
  minimum: integer(0, 1_000_000),
  mentoringExperience: number(0),
};

export function poolSchema(): Schema {
  const pair = ["menteeId", "mentorId"];
  const source = { by: text, on: day, reasonClass: text };
  const word = optional({ menteeId: id, mentorId: id, ...source, reason: text }, pair);
  const sides = optional({ mentee: flag, mentor: flag }, []);
  const status = oneOf("proposed", "accepted", "met", "agreed", "declined", "dissolved", "completed", "ended-early");
  const lists: Table<Pool> = {
    asOf: day,
    mentees: list(optional({ ...person, ...menteeOnly }, ["id"])),
    mentors: list(optional({ ...person, ...mentorOnly }, ["id"])),
    pairs: list(
      optional(
        {
          menteeId: id,
          mentorId: id,
          status,
          since: day,
          until: day,
          reopened: flag,
          outcome: optional({ objectivesMet: flag, useful: integer(1, 5) }, []),
          eventsChecked: flag,
          ...{ term: integer(1, 101), renewal: sides, reEnters: sides },
        },
        [...pair, "status"],
      ),
    ),
    locks: list(word),
    forbids: list(word),
    overrides: list(
      optional({ menteeId: id, mentorId: id, ...source, rule: id, reason: id }, [...pair, "rule", "reason"]),
    ),
    reportingLines: list(optional({ person: id, manager: id, from: day, until: day }, ["person", "manager"])),
    relations: list(
      optional({ person: id, kind: oneOf("appraiser", "supervisor", "conflict"), other: id, from: day, until: day }, [
        "person",
        "kind",
        "other",
      ]),
    ),
  };
  return { $schema: DRAFT, title: "A pool of mentor-match", ...optional(lists, ["mentees", "mentors"]) };
}

export function columnsSchema(): Schema {
  const values = map({ anyOf: [text, { type: "number" }, flag, { type: "null" }] });
  const dates = oneOf("dmy", "mdy");
  const field = {
    anyOf: [oneOf("ignore", ...SHEET_FIELDS), { type: "string", pattern: "^(attributes|matters)\\.[^]" }],
  };
  const use: Table<ColumnUse> = {
    field,
    split: { type: "string", minLength: 1, maxLength: 20 },
    options: texts,
    values,
    as: oneOf("text", "number", "yes-no"),
    dates,
    prefix: { type: "string", maxLength: 100 },
  };
  const one = { anyOf: [field, record(use, ["field"])] };
  const statements = (list: StatementList): Schema => {
    const name = oneOf("ignore", ...Object.keys(statementFields(list)));
    return map({ anyOf: [name, record({ field: name, values, dates, split: use.split }, ["field"])] });
  };
  const lists: Table<SheetMap> = {
    $schema: text,
    asOf: day,
    columns: map({ anyOf: [...one.anyOf, record({ mentee: one, mentor: one }, ["mentee", "mentor"])] }),
    pairs: statements("pairs"),
    posts: statements("posts"),
    locks: statements("locks"),
    forbids: statements("forbids"),
    overrides: statements("overrides"),
    reportingLines: statements("reportingLines"),
    relations: statements("relations"),
  };
  return { $schema: DRAFT, title: "What the columns of sheets stand for", ...record(lists, ["columns"]) };
}

export function resultSchema(): Schema {
  const all = (properties: Schema): Schema => record(properties, Object.keys(properties));
  const match: Table<Match> = {
    ...{
      menteeId: id,
      mentorId: id,
      score: integer(0, 10_000),
      parts: list(all({ id, points: integer(0) })),
      answered: number(0, 1),
    },
    ...{ origin: oneOf("new", "standing", "locked"), choice: integer(1) },
    ...{ weak: { const: true }, checks: ids, overrides: ids, breaks: ids },
  };
  const price = list(all({ id, price: integers }));
  const limitPrice = list(
    record({ id, personId: id, group: { type: ["string", "number", "boolean"] }, price: integers }, ["id", "price"]),
  );
  const constraintPrice = list(record({ id, ids, price: integers }, ["id", "price"]));
  const hash = { type: "string", pattern: "^[0-9a-f]{64}$" };
  const refusals = list(all({ id, mentors: integer(1), soleMentors: integer(0) }));
  const lists: Table<MatchResult> = {
    format: { const: "mentor-match/result/1" },
    status: oneOf("proved", "searched", "unproved", "infeasible", "stopped"),
    matches: list(record(match, ["menteeId", "mentorId", "score", "parts", "answered", "origin"])),
    unmatched: list(all({ menteeId: id, refusedBy: refusals, eligible: integer(0), full: integer(0) })),
    reserve: list(all({ mentorId: id, places: integer(1) })),
    notTakingPart: list(all({ id, role: oneOf("mentee", "mentor"), refusedBy: ids })),
    levels: list(all({ name: id, value: integers, bound: integers })),
    proof: record({ mentees: price, mentors: price, limits: limitPrice, constraints: constraintPrice }, [
      "mentees",
      "mentors",
    ]),
    findings: list(all({ code: id, path: text, ids, numbers: map({ type: "number" }) })),
    run: all({ version: id, seed: text, solver: id, poolHash: hash, policyHash: orNull(hash), repeatable: flag }),
  };
  return { $schema: DRAFT, title: "A result of mentor-match", ...all(lists) };
}
