/** The laws of `verify`: no falsified result passes, and nothing whatever makes it fall over. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  flow,
  linearProgram,
  type MatchOptions,
  type MatchResult,
  match,
  type PolicyInput,
  parsePolicy,
  type Solver,
  verify,
} from "../../src/index.js";
import { anyCase } from "../helpers/any-case.js";
import { withFunctions } from "../helpers/any-policy.js";
import { type Attacked, attack, canonical, copy, newTally } from "../helpers/attack.js";
import { chanceOf } from "../helpers/chance.js";
import { areFew, runs } from "../helpers/counts.js";
import { jointTamperings } from "../helpers/joint-tamperings.js";
import { type Draft, plainTamperings, type Tampering } from "../helpers/tamperings.js";

const tamperings: ReadonlyMap<string, Tampering> = new Map([...plainTamperings, ...jointTamperings]);

/** No prices at all: an answer as good, without its proof. */
const unproven: Solver = (problem, onProgress) => {
  const found = flow(problem, onProgress);
  const none = { mentee: new Float64Array(problem.mentees), mentor: new Float64Array(problem.mentors) };
  return { ...found, prices: found.prices.map(() => none) };
};

/** How results come about: as a rule they are proved, but some are stopped, and some lack their proof. */
const HOW: readonly MatchOptions[] = [
  {},
  {},
  {},
  { solver: linearProgram },
  { solver: unproven },
  { solver: linearProgram, onProgress: () => false },
];

/** Cases in which every kind of tampering finds something to change; should the makers of cases change, others follow. */
const TELLING = [642, 472, 92, 612, 5, 67, 446, 4];

function attackedOf(seed: number, how = HOW): Attacked | undefined {
  try {
    const { pool, policy: json } = anyCase(seed, { mentees: 7, mentors: 5 });
    const policy = parsePolicy(withFunctions(json)) as unknown as PolicyInput;
    const result = match(pool, policy, how[seed % how.length]);
    return { pool, policy, result, seed };
  } catch {
    return undefined;
  }
}

test("verify() catches every tampering that changes what a result says", { timeout: 900_000 }, () => {
  const tally = newTally();
  const statuses = new Map<string, number>();
  const isDone = (): boolean =>
    tally.count >= runs(2000, 6) && tally.kinds.size === tamperings.size && statuses.size === 4;
  for (const seed of new Set([...TELLING, ...Array.from({ length: 2000 }, (_, at) => at)])) {
    if (isDone()) break;
    const attacked = attackedOf(seed);
    if (attacked === undefined) continue;
    const { pool, policy, result } = attacked;
    statuses.set(result.status, (statuses.get(result.status) ?? 0) + 1);
    expect(verify(pool, policy, result)).toMatchObject({ status: result.status, issues: [], notes: [] });
    const around = {
      chance: chanceOf(seed),
      menteeIds: pool.mentees.map(({ id }) => id),
      mentorIds: pool.mentors.map(({ id }) => id),
      bounds: [],
      constraints: [],
    };
    for (const [kind, tamper] of tamperings) {
      const draft = copy(result) as Draft;
      tamper(draft, around);
      attack(attacked, kind, draft, tally);
    }
  }
  console.log({
    tamperings: tally.count,
    kinds: tally.kinds.size,
    ...Object.fromEntries(statuses),
    allowed: tally.allowed,
  });
  expect(tally.missed).toEqual([]);
  expect([...tamperings.keys()].filter((kind) => !tally.kinds.has(kind))).toEqual([]);
  expect([...statuses.keys()].sort()).toEqual(["infeasible", "proved", "stopped", "unproved"]);
  expect(tally.count).toBeGreaterThanOrEqual(runs(2000, 6));
});

test("verify() catches the result of another pool or policy under this one's hashes", () => {
  const tally = newTally();
  for (let seed = 1; tally.count < runs(60); seed++) {
    const attacked = attackedOf(seed, [{}]);
    if (attacked === undefined) continue;
    const { pool, result } = attacked;
    const policy = parsePolicy(attacked.policy);
    const one = pool.mentees[seed % (pool.mentees.length + 1)];
    const forged: { readonly [kind: string]: () => MatchResult } = {
      "a mentee fewer": () => match({ ...pool, mentees: pool.mentees.slice(1) }, attacked.policy),
      "no rules": () => match({ ...pool, overrides: [] }, { ...policy, must: [] } as unknown as PolicyInput),
      "no criteria": () => match(pool, { ...policy, prefer: [] } as unknown as PolicyInput),
      "another lottery": () => match(pool, { ...policy, lottery: "another" } as unknown as PolicyInput),
      "no words": () => match({ ...pool, locks: [], forbids: [], pairs: [] }, attacked.policy),
      "a pair forbidden": () =>
        match(
          { ...pool, forbids: result.matches.slice(0, 1).map(({ menteeId, mentorId }) => ({ menteeId, mentorId })) },
          attacked.policy,
        ),
      "everybody has one place more": () =>
        match(
          { ...pool, mentors: pool.mentors.map((m) => ({ ...m, capacity: (m.capacity ?? 1) + 1 })) },
          attacked.policy,
        ),
      "somebody asks for nothing": () =>
        match({ ...pool, mentees: pool.mentees.map((m) => (m === one ? { ...m, demand: 0 } : m)) }, attacked.policy),
    };
    for (const [kind, forge] of Object.entries(forged)) {
      let other: MatchResult;
      try {
        other = forge();
      } catch {
        // The door refuses what the change makes of this pool.
        continue;
      }
      attack(attacked, kind, { ...other, run: result.run }, tally);
    }
  }
  console.log(Object.fromEntries(tally.kinds), tally.allowed);
  expect(tally.missed).toEqual([]);
  if (areFew()) return;
  expect([...tally.kinds.values()].every((count) => count >= 3)).toBe(true);
  expect(tally.kinds.size).toBe(8);
});

test("verify() never throws, whatever is passed for a result", () => {
  const pool = { mentees: [{ id: "a" }, { id: "b" }], mentors: [{ id: "x", minimum: 1 }] };
  const policy = parsePolicy({ name: "n" }) as unknown as PolicyInput;
  const result = match(pool, policy);
  const fields = Object.keys(result) as (keyof MatchResult)[];
  const statuses = fc.constantFrom("proved", "unproved", "infeasible", "stopped", "searched", "x");
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  );
  fc.assert(
    fc.property(anything, statuses, fc.subarray(fields, { minLength: 1 }), (value, status, replaced) => {
      expect(verify(pool, policy, value as MatchResult).status).toBe("refuted");
      const draft: object = { ...result, status, ...Object.fromEntries(replaced.map((field) => [field, value])) };
      const verdict = verify(pool, policy, draft as MatchResult);
      if (canonical(copy(result)) !== canonicalOrNothing(draft)) expect(verdict.status).toBe("refuted");
    }),
    { numRuns: runs(300), seed: 11 },
  );
  const deep = (levels: number): unknown => {
    let value: unknown = [];
    for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { parts: value };
    return value;
  };
  for (const levels of [9, 11, 500, 2_000, 5_000, 20_000, 200_000]) {
    const matches = [{ ...result.matches[0], parts: deep(levels) }];
    for (const hostile of [deep(levels), { ...result, matches }, { ...result, findings: deep(levels) }]) {
      expect(verify(pool, policy, hostile as MatchResult).status).toBe("refuted");
    }
  }
});

function canonicalOrNothing(value: unknown): string | undefined {
  try {
    return canonical(copy(value));
  } catch {
    return undefined;
  }
}
