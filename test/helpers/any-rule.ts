/** Rules of every kind, with parameters, made of others or not. */
import fc from "fast-check";
import { rules } from "../../src/rules/index.js";
import { type Rule, type RuleKind, ruleSchema } from "../../src/rules/rule.js";
import type { RuleJson } from "./naive-rules.js";
import { ATTRIBUTES } from "./people.js";

const kinds = Object.values(rules).map(({ kind }) => kind as unknown as RuleKind);
const schema = ruleSchema(kinds);
/** Reads a rule as a policy would. */
export const readRule = (json: RuleJson): Rule => schema.parse(json);

const attribute = fc
  .constantFrom(
    "organisation",
    "department",
    "languages",
    "profession",
    "tier",
    "optedIn",
    "lineManager",
    "supervisors",
  )
  .chain((field) =>
    fc.constantFrom(field, `attributes.${field}`, ...ATTRIBUTES, ...ATTRIBUTES.map((name) => `attributes.${name}`)),
  );

/** Parameters for every rule that is not made of others. A new rule does not compile, and fails below, until it has some. */
const atoms: { readonly [F in Exclude<keyof typeof rules, "anyOf" | "allOf" | "not">]: fc.Arbitrary<object> } = {
  differentDepartment: fc.constant({}),
  moreSenior: fc.constantFrom(
    {},
    { by: 1 },
    { by: 2 },
    { by: 1, atMost: 2 },
    { topStep: "peer" },
    { by: 2, atMost: 2, topStep: "peer" },
    { by: 3, topStep: "peer" },
    { by: 3, topStep: "peer" },
  ),
  differentOrganisation: fc.constant({}),
  moreExperienced: fc.constantFrom({}, { by: 1 }, { by: 0.2 }, { by: 10 }),
  notPreviouslyPaired: fc.constantFrom({}, { months: 1 }, { months: 7 }, { months: 12 }),
  nominated: fc.constantFrom({}, { by: "mentee" }, { by: "mentor" }, { by: "either" }, { by: "both" }),
  sharedLanguage: fc.constant({}),
  timeZoneWithin: fc.constantFrom({ hours: 0 }, { hours: 1 }, { hours: 5.5 }, { hours: 12 }),
  withinDistance: fc.constantFrom({}, { km: 0 }, { km: 100 }, { km: 1200 }, { km: 500, mode: "walking" }),
  outsideReportingLine: fc.constantFrom({}, { levels: 1 }, { levels: 2 }, { levels: 3 }, { levels: 100 }),
  notLineManager: fc.constant({}),
  notAppraiser: fc.constantFrom({}, { months: 9 }),
  notSupervisor: fc.constantFrom({}, { months: 12 }),
  noConflict: fc.constant({}),
  sameAttribute: fc.record({ attribute }),
  differentAttribute: fc.record({ attribute }),
};

const kindName = (factory: string): string => rules[factory as keyof typeof rules].kind.name;
const withName = (factory: string, parameters: fc.Arbitrary<object>): fc.Arbitrary<RuleJson> =>
  parameters.map((given) => ({ rule: kindName(factory), ...given }));

/** Any rule, made of others or not. */
const { any, anyOf, allOf, not } = fc.letrec<{
  any: RuleJson;
  anyOf: RuleJson;
  allOf: RuleJson;
  not: RuleJson;
  atom: RuleJson;
}>((tie) => ({
  atom: fc.oneof(...Object.entries(atoms).map(([factory, parameters]) => withName(factory, parameters))),
  anyOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((parts) => ({ rule: "any-of", rules: parts })),
  allOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((parts) => ({ rule: "all-of", rules: parts })),
  not: tie("any").map((of) => ({ rule: "not", of })),
  any: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { arbitrary: tie("atom"), weight: 3 },
    tie("anyOf"),
    tie("allOf"),
    tie("not"),
  ),
}));

export const anyRule = any;

/** Rules of each kind, by the names of their factories. */
export const ruleSamples = new Map<string, fc.Arbitrary<RuleJson>>([
  ...Object.entries(atoms).map(([factory, parameters]) => [factory, withName(factory, parameters)] as const),
  ["anyOf", anyOf],
  ["allOf", allOf],
  ["not", not],
]);
