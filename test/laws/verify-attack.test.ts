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
  parsePool,
  type Solver,
  verify,
} from "../../src/index.js";
import { compile } from "../../src/matching/compile.js";
import { fixPairs } from "../../src/matching/fixed.js";
import { eligiblePairs } from "../../src/matching/pairs.js";
import { formProblem } from "../../src/matching/problem.js";
import { prove } from "../../src/matching/solvers/bound.js";
import { type AnyCase, anyCase } from "../helpers/any-case.js";
import { withFunctions } from "../helpers/any-policy.js";
import { chanceOf } from "../helpers/chance.js";
import { areFew, runs } from "../helpers/counts.js";
import { jointTamperings } from "../helpers/joint-tamperings.js";
import { type Draft, plainTamperings, type Tampering } from "../helpers/tamperings.js";

/** A case that the door lets in, its policy read, and a result of it. */
interface Attacked {
  readonly pool: AnyCase["pool"];
  readonly policy: PolicyInput;
  readonly result: MatchResult;
  readonly seed: number;
}

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

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The result without what an allowance speaks of. */
const without = (result: MatchResult, part: (draft: Draft) => void): string => {
  const draft = copy(result) as Draft;
  part(draft);
  return canonical(draft);
};

/** What may differ from what `match` returned and still be true, with the reason. Nothing else may pass. */
const ALLOWED: { readonly [reason: string]: (attacked: Attacked, tampered: MatchResult) => boolean } = {
  "prices are no part of the answer: any that give the same bound prove it": (attacked, tampered) => {
    const blank = (draft: Draft): void => {
      draft.proof = { mentees: [], mentors: [] };
    };
    return without(attacked.result, blank) === without(tampered, blank) && boundIsThat(attacked, tampered);
  },
  "which of the known solvers ran is a claim that leaves no trace": ({ result }, tampered) => {
    const blank = (draft: Draft): void => {
      draft.run.solver = "";
    };
    const isKnown = ["flow", "linear-program", "custom"].includes(tampered.run.solver);
    return isKnown && without(result, blank) === without(tampered, blank);
  },
  "several sets of mentors may each have minima that are too many": ({ pool, policy, result }, tampered) => {
    const isUnmet = ({ code }: { readonly code: string }): boolean => code === "minimum-unmet";
    const blank = (draft: Draft): void => {
      draft.findings = draft.findings.filter((one) => !isUnmet(one));
    };
    const named = tampered.findings.find(isUnmet)?.ids ?? [];
    // With the minima of these alone it is infeasible still.
    const mentors = pool.mentors.map((one) => (named.includes(one.id) ? one : { ...one, minimum: 0 }));
    const alone = match({ ...pool, mentors }, policy);
    return without(result, blank) === without(tampered, blank) && alone.findings.some(isUnmet);
  },
  "a run that made no new match may have been stopped, even before it knew that no pair is eligible": (
    attacked,
    tampered,
  ) => {
    const { result } = attacked;
    const blank = (draft: Draft): void => {
      draft.status = "stopped";
      draft.levels = [];
      draft.proof = { mentees: [], mentors: [] };
      draft.findings = draft.findings.filter(({ code }) => code !== "no-eligible-pair");
    };
    const saysNothing = tampered.status === "stopped" && tampered.matches.every(({ origin }) => origin !== "new");
    return saysNothing && result.status !== "infeasible" && without(result, blank) === without(tampered, blank);
  },
};

/** Whether prices give the bound that a result states, by the sums of `match`, which shares no code with `verify`. */
function boundIsThat({ pool, policy }: Attacked, { levels, proof }: MatchResult): boolean {
  const columns = compile(parsePool(pool), parsePolicy(policy));
  const fixed = fixPairs(columns);
  const problem = formProblem(columns, fixed, eligiblePairs(columns, fixed)!);
  const sideOf = (people: readonly { readonly id: string }[], prices: typeof proof.mentees, at: number) =>
    Float64Array.from(people, ({ id }) => prices.find((one) => one.id === id)?.price[at] ?? 0);
  const prices = problem.levels.map((_, at) => ({
    mentee: sideOf(columns.mentees, proof.mentees, at),
    mentor: sideOf(columns.mentors, proof.mentors, at),
  }));
  const bound = prove(problem, { chosen: new Int32Array(0), prices }).bound.map(
    (sum, at) => sum + problem.levels[at]!.base,
  );
  return canonical(bound) === canonical(levels.flatMap((level) => level.bound));
}

/** What came of all tamperings: how many of each kind were caught or allowed, and those that were not. */
interface Tally {
  readonly kinds: Map<string, number>;
  readonly allowed: Map<string, number>;
  readonly missed: string[];
  count: number;
}

function attack(attacked: Attacked, kind: string, tampered: unknown, tally: Tally): void {
  const { pool, policy, result } = attacked;
  if (canonical(tampered) === canonical(result)) return;
  tally.count++;
  tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
  const { status, notes } = verify(pool, policy, tampered as MatchResult);
  if (status === "refuted" || notes.length > 0) return;
  const reason = Object.keys(ALLOWED).find((one) => ALLOWED[one]!(attacked, tampered as MatchResult));
  if (reason === undefined) tally.missed.push(`${kind}, seed ${attacked.seed}: ${difference(result, tampered)}`);
  else tally.allowed.set(reason, (tally.allowed.get(reason) ?? 0) + 1);
}

/** The fields that were tampered with, as they are now. */
function difference(result: MatchResult, tampered: unknown): string {
  const now = tampered as { readonly [field: string]: unknown };
  const changed = Object.entries(now).filter(([field, value]) => {
    return canonical(value) !== canonical((result as unknown as typeof now)[field]);
  });
  return JSON.stringify(Object.fromEntries(changed)).slice(0, 300);
}

const newTally = (): Tally => ({ kinds: new Map(), allowed: new Map(), missed: [], count: 0 });

test("verify() catches every tampering that changes what a result says", { timeout: 900_000 }, () => {
  const tally = newTally();
  const statuses = new Map<string, number>();
  const isDone = (): boolean =>
    tally.count >= runs(2000) && tally.kinds.size === tamperings.size && statuses.size === 4;
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
  expect(tally.count).toBeGreaterThanOrEqual(runs(2000));
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
