/** Small policies that each show one code, and the page of codes. */
import { expect, test } from "vitest";
import { lint, lintCodes, type PolicyInput, type PoolInput } from "../../src/index.js";

const ladder = ["Postdoc", "Lecturer", "Professor"];
const person = (id: string, department?: string, grade?: string) => ({
  id,
  ...(department === undefined ? {} : { department }),
  ...(grade === undefined ? {} : { grade }),
});
const two = { mentees: [person("bo", "Law", "Postdoc")], mentors: [person("ada", "Art", "Professor")] };

/** For each code a policy, with a pool where it takes one, that shows it at that place. */
const examples: { readonly [code: string]: readonly [path: string, policy: PolicyInput, pool?: PoolInput] } = {
  "duplicate-entry": [
    "must.again",
    { name: "x", must: [{ rule: "no-conflict" }, { rule: "no-conflict", id: "again" }] },
  ],
  "contradictory-rules": [
    "must.different-department, must.same",
    {
      name: "x",
      must: [{ rule: "different-department" }, { rule: "same-attribute", attribute: "department", id: "same" }],
    },
  ],
  "ladder-allows-nobody": ["ladder", { name: "x", ladder, must: [{ rule: "more-senior", by: 3 }] }],
  "step-without-mentors": ["ladder[2]", { name: "x", ladder, must: [{ rule: "more-senior" }] }],
  "years-stand-in-for-age": [
    "prefer.experience-gap",
    { name: "x", prefer: [{ criterion: "experience-gap", ideal: 5 }] },
  ],
  "weight-below-a-point": [
    "prefer.shared-areas",
    {
      name: "x",
      prefer: [
        { criterion: "shared-areas", weight: 0.001 },
        { criterion: "shared-interests", weight: 100 },
      ],
    },
  ],
  "rule-refuses-everybody": [
    "must.same-attribute",
    { name: "x", must: [{ rule: "same-attribute", attribute: "department" }] },
    two,
  ],
  "rule-refuses-nobody": [
    "participation.mentees.has-attribute",
    { name: "x", participation: { mentees: [{ rule: "has-attribute", attribute: "department" }] } },
    two,
  ],
  "rule-refuses-nobody-alone": [
    "must.near",
    {
      name: "x",
      ladder,
      must: [
        { rule: "more-senior", atMost: 1, id: "near" },
        { rule: "same-attribute", attribute: "department" },
      ],
    },
    { ...two, mentors: [...two.mentors, person("cy", "Law", "Lecturer")] },
  ],
  "empties-mentees-list": [
    "must.different-department",
    { name: "x", must: [{ rule: "different-department" }] },
    { mentees: [...two.mentees, person("di", "Art")], mentors: two.mentors },
  ],
  "empties-mentors-list": [
    "must.different-department",
    { name: "x", must: [{ rule: "different-department" }] },
    { mentees: two.mentees, mentors: [...two.mentors, person("ed", "Law")] },
  ],
  "missing-data-decides": [
    "must.different-department",
    { name: "x", must: [{ rule: "different-department" }] },
    { mentees: [...two.mentees, person("fay")], mentors: two.mentors },
  ],
  "declaration-absent": ["must.no-conflict", { name: "x", must: [{ rule: "no-conflict" }] }, two],
  "criterion-never-varies": ["prefer.shared-areas", { name: "x", prefer: [{ criterion: "shared-areas" }] }, two],
  "weight-drowns-others": [
    "prefer.same-attribute",
    {
      name: "x",
      prefer: [{ criterion: "same-attribute", attribute: "department", weight: 9 }, { criterion: "shared-areas" }],
    },
    {
      mentees: [{ ...person("bo", "Law"), seeks: ["grants"] }],
      mentors: [person("ada", "Law"), { ...person("cy", "Art"), offers: ["grants"] }],
    },
  ],
  "demand-unreachable": [
    "mentors.minimum",
    { name: "x", must: [{ rule: "different-department" }] },
    { mentees: two.mentees, mentors: [{ ...person("ed", "Law"), minimum: 1 }] },
  ],
  "score-decides-who": ["objective", { name: "x" }, { mentees: [person("bo"), person("di")], mentors: two.mentors }],
  "grade-not-on-ladder": [
    "ladder",
    { name: "x", ladder },
    { mentees: [person("gus", "Law", "Dean")], mentors: two.mentors },
  ],
  "step-empty": ["ladder[1]", { name: "x", ladder }, two],
};

test("lint() has an example of every code, and no other code", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(lintCodes).sort());
});

test.each(Object.entries(examples))("lint() shows %s where it is so", (code, [path, policy, pool]) => {
  const found = lint(policy, pool).filter((one) => one.code === code);
  expect(found.map((one) => one.path)).toContain(path);
  for (const { suggestion } of found) expect(suggestion).toBe(lintCodes[code as keyof typeof lintCodes].suggestion);
});

test("lint() finds nothing in a policy that says little, and tells no name", () => {
  expect(lint({ name: "x" })).toEqual([]);
  const named = { mentees: [{ ...person("bo"), name: "Bo Berg", email: "bo@example.org" }], mentors: two.mentors };
  expect(JSON.stringify(lint(examples["missing-data-decides"]![1], named))).not.toMatch(/Berg|example\.org/);
});

test("lint() says the same whatever the order of rows", () => {
  const [, policy] = examples["empties-mentees-list"]!;
  const mentees = [person("di", "Art"), ...two.mentees, person("fay")];
  expect(lint(policy, { ...two, mentees: [...mentees].reverse() })).toEqual(lint(policy, { ...two, mentees }));
});

test("lint() counts the mentees on a top step that nobody may mentor, those who ask alone", () => {
  const policy = { name: "x", ladder, must: [{ rule: "more-senior" }] };
  const mentees = [person("bo", "Law", "Professor"), person("di", "Art", "Professor"), person("ed", "Art", "Postdoc")];
  const idle = { ...person("gus", "Law", "Professor"), demand: 0 };
  const [finding] = lint(policy, { mentees: [...mentees, idle], mentors: two.mentors });
  expect(finding).toMatchObject({
    code: "step-without-mentors",
    path: "ladder[2]",
    ids: ["bo", "di"],
    numbers: { people: 2 },
  });
  const peers = { rule: "any-of", rules: [{ rule: "more-senior" }, { rule: "same-attribute", attribute: "grade" }] };
  expect(lint({ ...policy, must: [peers] }, { mentees, mentors: two.mentors }).map(({ code }) => code)).not.toContain(
    "step-without-mentors",
  );
});
