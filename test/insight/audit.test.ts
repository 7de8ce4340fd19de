/** What an audit keeps to itself, what it refuses, and what evidence assembles. */
import { expect, test } from "vitest";
import { canonicalJson, fingerprint } from "../../src/fingerprint.js";
import { audit, evidence, InputError, match, parsePolicy, parsePool } from "../../src/index.js";

const ids = Array.from({ length: 24 }, (_, at) => `e${String(at).padStart(2, "0")}`);
const pool = {
  asOf: "2026-10-01",
  mentees: ids.map((id, at) => ({
    id,
    name: `Name ${at}`,
    department: at % 3 === 0 ? "Art" : "Law",
    waitingSince: at < 12 ? "2026-09-01" : "2026-06-01",
  })),
  mentors: [
    { id: "max", department: "Art", capacity: 9 },
    { id: "nia", department: "Law", capacity: 4 },
  ],
  pairs: ids.slice(0, 8).map((menteeId, at) => ({
    menteeId,
    mentorId: "max",
    status: at < 6 ? ("completed" as const) : ("declined" as const),
  })),
};
const policy = { name: "PaLS", must: [{ rule: "different-department" }] };
const result = match(pool, policy);
const grouping = (sizes: readonly number[], name = "time") => {
  let next = 0;
  return {
    name,
    members: sizes.flatMap((size, group) =>
      Array.from({ length: size }, () => ({ id: ids[next++]!, group: `g${group}` })),
    ),
  };
};

test("audit() tells nothing of a group under five, nor of the one that subtraction would tell it by", () => {
  const { groupings } = audit(pool, policy, result, [grouping([3, 6, 15])]);
  expect(
    groupings[0]!.groups.map(({ group, isSuppressed, comparisons }) => [group, isSuppressed, comparisons.length > 0]),
  ).toEqual([
    ["g0", true, false],
    ["g1", true, false],
    ["g2", false, true],
  ]);
});

test("audit() counts stages, amounts and what each rule refuses", () => {
  const { groupings, comparisons } = audit(pool, policy, result, [grouping([12, 12])]);
  const [first, second] = groupings[0]!.groups;
  const of = (measure: string) => first!.comparisons.find((one) => one.measure === measure)!;
  expect(of("takes-part").group).toMatchObject({ people: 12, count: 12, share: 1, interval: [0.7354, 1] });
  expect(of("waiting-days")).toMatchObject({ group: { mean: 30, count: 0 }, others: { mean: 122, count: 12 } });
  expect(of("waiting-days").probability).toBeLessThan(0.0001);
  expect(of("must.different-department").group.mean).toBe(5000);
  // Only the first twelve were ever answered: nobody is left to compare them with.
  expect(first!.comparisons.map(({ measure }) => measure)).not.toContain("accepted");
  expect(second!.comparisons.length).toBe(first!.comparisons.length);
  for (const { probability, corrected } of first!.comparisons) expect(corrected).toBeGreaterThanOrEqual(probability);
  expect(comparisons).toBe(first!.comparisons.length);
});

test("audit() compares by missing data without being given a group", () => {
  const mentees = pool.mentees.map(({ department, ...mentee }, at) =>
    at % 2 === 0 ? mentee : { ...mentee, department },
  );
  const sparse = { ...pool, mentees, pairs: [] };
  const { groupings } = audit(sparse, policy, match(sparse, policy), []);
  const [department] = groupings;
  expect(department).toMatchObject({ name: "department", role: "mentee", by: "missing-data" });
  const missing = department!.groups.find(({ group }) => group === "missing")!;
  expect(missing.comparisons.find(({ measure }) => measure === "eligible")).toMatchObject({
    group: { people: 12, count: 0 },
  });
});

test("audit() and evidence() tell of people by id or not at all, and never by name", () => {
  const given = audit(pool, policy, result, [grouping([12, 12])]);
  expect(JSON.stringify(given)).not.toMatch(/Name|e0\d/);
  expect(JSON.stringify(evidence(pool, policy, result, [grouping([12, 12])]))).not.toContain("Name");
});

test.each<[unknown, string]>([
  ["groups", "invalid"],
  [[{ name: "time" }], "invalid"],
  [[{ name: "", members: [] }], "invalid"],
  [[{ name: "time", role: "manager", members: [] }], "invalid"],
  [[null], "invalid"],
  [[{ name: "time", members: [{ id: "zoe", group: "full" }] }], "unknown-person"],
  [[{ name: "time", members: [{ id: "e00", group: 7 }] }], "invalid"],
  [
    [
      {
        name: "time",
        members: [
          { id: "e00", group: "a" },
          { id: "e00", group: "b" },
        ],
      },
    ],
    "duplicate",
  ],
  [[grouping([12]), grouping([12])], "duplicate"],
])("audit() refuses groups %j", (groups, code) => {
  try {
    audit(pool, policy, result, groups as never);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).issues.map((issue) => issue.code)).toContain(code);
  }
});

test("audit() and evidence() refuse the result of another policy", () => {
  const other = { ...policy, lottery: "other" };
  expect(() => audit(pool, other, result, [])).toThrow(InputError);
  expect(() => evidence(pool, other, result)).toThrow(InputError);
});

test("evidence() has the hashes, words, levels, overrides and declarations that a third party checks", () => {
  const declared = {
    ...policy,
    protected: ["gender"],
    must: [
      ...policy.must,
      {
        rule: "same-attribute",
        attribute: "attributes.gender",
        onUnknown: "allow",
        positiveAction: { characteristic: "sex", ground: "g", evidence: "e", aim: "a", reviewDate: "2027-01-01" },
      },
    ],
    limits: [{ id: "places", atMost: 20 }],
    minimumScore: 1,
    objective: ["coverage", "score"],
    participation: { mentees: [{ rule: "has-attribute", attribute: "department" }] },
  };
  const words = { menteeId: "e12", mentorId: "max", reason: "asked for both" };
  const overridden = {
    ...pool,
    overrides: ["different-department", "minimumScore"].map((rule) => ({ ...words, rule })),
  };
  const made = match(overridden, declared);
  const given = evidence(overridden, declared, made);
  expect(given.run).toEqual(made.run);
  expect(given.resultHash).toBe(fingerprint(JSON.parse(JSON.stringify(made))));
  expect(given.policy.lines.map(({ path }) => path)).toEqual([
    "participation.mentees.has-attribute",
    "must.different-department",
    "must.same-attribute",
    "minimumScore",
    "limits.places",
    "objective.1",
    "objective.2",
  ]);
  expect(given.levels).toEqual(made.levels);
  expect(given.overrides.map(({ rule, isUsed }) => [rule, isUsed])).toEqual([
    ["different-department", true],
    ["minimumScore", true],
  ]);
  expect(given.declarations).toMatchObject([{ path: "must.same-attribute", characteristic: "sex" }]);
  expect(given).not.toHaveProperty("audit");
  // The same whatever the order of rows.
  const reversed = { ...overridden, mentees: [...overridden.mentees].reverse() };
  expect(canonicalJson(evidence(reversed, declared, match(reversed, declared)) as never)).toBe(
    canonicalJson(given as never),
  );
  expect(evidence(parsePool(overridden), parsePolicy(declared), made)).toEqual(given);
});

test("evidence() says what a stable objective asks for", () => {
  const stable = { name: "x", objective: { stable: "mentors" as const } };
  const { policy: worded, status } = evidence({ ...pool, pairs: [] }, stable, match({ ...pool, pairs: [] }, stable));
  expect([status, worded.lines.map(({ path }) => path)]).toEqual(["proved", ["objective.stable"]]);
});
