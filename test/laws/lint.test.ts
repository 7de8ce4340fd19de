/** The laws of the lint: what it says of rules and criteria is what leaving them out, or having them alone, shows. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { eligiblePairs, type LintFinding, lint, match, type PolicyInput } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { bestMatching, ladder, type SmallPool, smallPolicy, smallPools } from "../helpers/pools.js";

interface RuleJson {
  readonly rule: string;
  readonly id?: string;
  readonly [param: string]: unknown;
}

const RULES: readonly RuleJson[] = [
  { rule: "different-department" },
  { rule: "more-senior" },
  { rule: "no-conflict" },
  { rule: "outside-reporting-line" },
  { rule: "same-attribute", attribute: "department", id: "same" },
  { rule: "same-attribute", attribute: "grade", id: "peers", onUnknown: "allow" },
  { rule: "not", of: { rule: "more-senior", by: 2 }, id: "near", onUnknown: "confirm" },
];

interface Linted {
  readonly pool: SmallPool;
  readonly policy: Omit<PolicyInput, "must"> & { readonly must: readonly RuleJson[] };
}

const linted: fc.Arbitrary<Linted> = fc
  .record({
    pool: smallPools,
    must: fc.subarray([...RULES], { minLength: 1 }),
    minimumScore: fc.constantFrom(0, 0, 4000),
  })
  .map(({ pool, must, minimumScore }) => ({
    pool,
    policy: { name: "law", ladder, must, prefer: [{ criterion: "shared-areas" }], minimumScore },
  }));

const idOf = ({ id, rule }: RuleJson): string => id ?? rule;

const idsOf = (findings: readonly LintFinding[], code: string): string[] =>
  findings.filter((one) => one.code === code).map(({ path }) => path);

/** Pairs that some rules of a policy allow, as `mentee mentor`. */
function allowed({ pool, policy }: Linted, which: (id: string) => boolean): Set<string> {
  const open = { ...policy, must: policy.must.filter((rule) => which(idOf(rule))) };
  const score = which("minimumScore") ? (policy.minimumScore ?? 0) : 0;
  const pairs = eligiblePairs(pool, { ...open, minimumScore: score });
  return new Set(pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`));
}

/** The paths of a policy's rules, each with its id. */
function rulesOf({ policy }: Linted): { id: string; path: string }[] {
  const must = policy.must.map((rule) => ({ id: idOf(rule), path: `must.${idOf(rule)}` }));
  return policy.minimumScore === 0 ? must : [...must, { id: "minimumScore", path: "minimumScore" }];
}

test("lint() calls a rule dead that refuses nobody or nobody alone, and one that refuses everybody, as leaving it out shows", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(linted, (given) => {
      const findings = lint(given.policy, given.pool);
      const open = allowed(given, () => false);
      const all = allowed(given, () => true);
      const naive = rulesOf(given).flatMap(({ id, path }) => {
        const own = allowed(given, (other) => other === id);
        const others = allowed(given, (other) => other !== id);
        if (open.size === 0) return [];
        if (own.size === 0) return [`rule-refuses-everybody ${path}`];
        if (own.size === open.size) return [`rule-refuses-nobody ${path}`];
        return others.size === all.size ? [`rule-refuses-nobody-alone ${path}`] : [];
      });
      const said = findings
        .filter(({ code }) => code.startsWith("rule-refuses"))
        .map(({ code, path }) => `${code} ${path}`);
      expect(said).toEqual(naive);
      for (const one of naive) seen.set(one.split(" ")[0]!, 1);
    }),
    { numRuns: runs(200, 3), seed: 21 },
  );
  expect(seen.size).toBe(3);
});

test("lint() names the people whose list one rule alone empties, and no others", () => {
  let emptied = 0;
  fc.assert(
    fc.property(linted, (given) => {
      const findings = lint(given.policy, given.pool);
      const peopleIn = (pairs: ReadonlySet<string>, side: 0 | 1) =>
        new Set([...pairs].map((pair) => pair.split(" ")[side]!));
      const all = allowed(given, () => true);
      for (const [side, code] of [
        [0, "empties-mentees-list"],
        [1, "empties-mentors-list"],
      ] as const) {
        const has = peopleIn(all, side);
        const naive = rulesOf(given).flatMap(({ id, path }) => {
          const without = peopleIn(
            allowed(given, (other) => other !== id),
            side,
          );
          const ids = [...without].filter((person) => !has.has(person)).sort();
          return ids.length === 0 ? [] : [{ path, ids, numbers: { people: ids.length } }];
        });
        const said = findings.filter((one) => one.code === code);
        expect(said.map(({ path, ids, numbers }) => ({ path, ids, numbers }))).toEqual(naive);
        emptied += naive.length;
      }
    }),
    { numRuns: runs(200, 3), seed: 22 },
  );
  expect(emptied).toBeGreaterThan(0);
});

test("lint() calls two rules contradictory that each allow pairs and together none", () => {
  let contrary = 0;
  fc.assert(
    fc.property(linted, (given) => {
      const list = rulesOf(given);
      const ofPool = list.flatMap((later, at) =>
        list.slice(0, at).flatMap((earlier) => {
          const some = [later, earlier].every(({ id }) => allowed(given, (other) => other === id).size > 0);
          const both = allowed(given, (other) => other === later.id || other === earlier.id);
          return some && both.size === 0 ? [`${earlier.path}, ${later.path}`] : [];
        }),
      );
      const ofPolicy = idsOf(lint(given.policy), "contradictory-rules");
      const said = idsOf(lint(given.policy, given.pool), "contradictory-rules");
      expect(said.sort()).toEqual([...new Set([...ofPolicy, ...ofPool])].sort());
      // What the policy alone shows holds in every pool.
      for (const path of ofPolicy) {
        const ids = path.split(", ").map((one) => one.slice("must.".length));
        expect(allowed(given, (id) => ids.includes(id)).size).toBe(0);
      }
      contrary += ofPool.length;
    }),
    { numRuns: runs(200, 3), seed: 23 },
  );
  expect(contrary).toBeGreaterThan(0);
});

test("lint() counts the pairs that are refused only because a rule cannot tell, as letting them pass shows", () => {
  let decided = 0;
  fc.assert(
    fc.property(linted, (given) => {
      const findings = lint(given.policy, given.pool).filter(({ code }) => code === "missing-data-decides");
      const all = allowed(given, () => true);
      const naive = given.policy.must.flatMap((rule) => {
        const id = idOf(rule);
        // A conflict that nobody declared is none, whatever becomes of the unknown.
        if (rule.onUnknown !== undefined || ["no-conflict", "outside-reporting-line"].includes(id)) return [];
        const must = given.policy.must.map((other) =>
          other === rule ? { ...other, onUnknown: "allow" as const } : other,
        );
        const more = eligiblePairs(given.pool, { ...given.policy, must }).length - all.size;
        return more === 0 ? [] : [{ path: `must.${id}`, pairs: more }];
      });
      expect(findings.map(({ path, numbers }) => ({ path, pairs: numbers.pairs }))).toEqual(naive);
      const { mentees, mentors } = given.pool;
      for (const { path, ids } of findings) {
        const field = path === "must.more-senior" ? "grade" : "department";
        expect(ids.length).toBeGreaterThan(0);
        for (const id of ids) expect([...mentees, ...mentors].find((one) => one.id === id)![field]).toBeUndefined();
      }
      decided += naive.length;
    }),
    { numRuns: runs(200, 3), seed: 24 },
  );
  expect(decided).toBeGreaterThan(0);
});

const CRITERIA = [
  { criterion: "shared-areas", weight: 1 },
  { criterion: "same-attribute", attribute: "department", weight: 1 },
  { criterion: "seniority-gap", weight: 3 },
  { criterion: "same-attribute", attribute: "grade", id: "grade", weight: 30 },
] as const;

test("lint() says of a criterion that it never varies or drowns all others only where every order of mentors shows it", () => {
  const seen = { constant: 0, drowning: 0, other: 0 };
  fc.assert(
    fc.property(smallPools, fc.subarray([...CRITERIA], { minLength: 1 }), (pool, prefer) => {
      const policy = { name: "law", ladder, prefer };
      const findings = lint(policy, pool);
      const together = eligiblePairs(pool, policy);
      for (const criterion of prefer) {
        const id = "id" in criterion ? criterion.id : criterion.criterion;
        const alone = eligiblePairs(pool, { ...policy, prefer: [criterion] });
        const isConstant = together.length > 0 && alone.every(({ score }) => score === alone[0]!.score);
        expect(idsOf(findings, "criterion-never-varies").includes(`prefer.${id}`)).toBe(isConstant);
        seen.constant += Number(isConstant);
        if (!idsOf(findings, "weight-drowns-others").includes(`prefer.${id}`)) {
          seen.other++;
          continue;
        }
        seen.drowning++;
        for (const [at, one] of alone.entries()) {
          for (const [other, another] of alone.entries()) {
            if (one.menteeId !== another.menteeId || one.score <= another.score) continue;
            expect(together[at]!.score).toBeGreaterThanOrEqual(together[other]!.score);
          }
        }
      }
    }),
    { numRuns: runs(200, 3), seed: 25 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

test("lint() says that the score decides who is left out exactly where the greatest coverage leaves somebody out who has a mentor to choose from", () => {
  let scarce = 0;
  fc.assert(
    fc.property(smallPools, (pool) => {
      const [finding] = lint(smallPolicy, pool).filter(({ code }) => code === "score-decides-who");
      const hasMentor = new Set(eligiblePairs(pool, smallPolicy).map(({ menteeId }) => menteeId)).size;
      const left = hasMentor - bestMatching(pool).coverage;
      expect(finding?.numbers.leftOut ?? 0).toBe(left);
      scarce += Number(left > 0);
      const fair = { ...smallPolicy, objective: ["coverage", "access", "score"] };
      expect(idsOf(lint(fair, pool), "score-decides-who")).toEqual([]);
    }),
    { numRuns: runs(200, 3), seed: 26 },
  );
  expect(scarce).toBeGreaterThan(0);
});

test("lint() says that demands cannot be kept exactly where match() proves it", () => {
  let unreachable = 0;
  fc.assert(
    fc.property(smallPools, fc.nat(2), fc.nat(4), (pool, minimum, atLeast) => {
      const mentors = pool.mentors.map((mentor, at) => {
        const places = mentor.capacity ?? 1;
        return { ...mentor, minimum: at === 0 ? Math.min(minimum, places) : 0 };
      });
      const limits = atLeast === 0 ? [] : [{ id: "seniors", atLeast, mentors: { grade: "Senior" } }];
      const policy = { ...smallPolicy, limits };
      const { status } = match({ ...pool, mentors }, policy);
      const said = lint(policy, { ...pool, mentors }).filter(({ code }) => code === "demand-unreachable");
      expect(said.length > 0).toBe(status === "infeasible");
      for (const { path } of said) expect(path).toMatch(/^mentors\.minimum$|^limits\.seniors/);
      unreachable += Number(said.length > 0);
    }),
    { numRuns: runs(200, 3), seed: 27 },
  );
  expect(unreachable).toBeGreaterThan(0);
});
