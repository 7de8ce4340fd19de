/** Falsifies results and sees what `verify` lets pass; what it may is listed here, each with the reason. */
import { type MatchResult, match, type PolicyInput, parsePolicy, parsePool, verify } from "../../src/index.js";
import { compile } from "../../src/matching/compile.js";
import { fixPairs } from "../../src/matching/fixed.js";
import { eligiblePairs } from "../../src/matching/pairs.js";
import { formProblem } from "../../src/matching/problem.js";
import { prove } from "../../src/matching/solvers/bound.js";
import type { AnyCase } from "./any-case.js";
import type { Draft } from "./tamperings.js";

/** A case that the door lets in, its policy read, and a result of it. */
export interface Attacked {
  readonly pool: AnyCase["pool"];
  readonly policy: PolicyInput;
  readonly result: MatchResult;
  readonly seed: number;
}

/** What may differ from what `match` returned and still be true, with the reason. */
export type Allowances = { readonly [reason: string]: (attacked: Attacked, tampered: MatchResult) => boolean };

export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The result without what an allowance speaks of. */
export const without = (result: MatchResult, part: (draft: Draft) => void): string => {
  const draft = copy(result) as Draft;
  part(draft);
  return canonical(draft);
};

/** Of any result. */
export const ALLOWED: Allowances = {
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
  "how near one can come to a minimum is told where it is known, and need not be told": ({ result }, tampered) => {
    const blank = (draft: Draft): void => {
      draft.findings = draft.findings.filter(({ code }) => code !== "minimum-nearest");
    };
    const told = (one: MatchResult): string[] =>
      one.findings.filter(({ code }) => code === "minimum-nearest").map((finding) => canonical(finding));
    const isLess = told(tampered).every((finding) => told(result).includes(finding));
    return isLess && without(result, blank) === without(tampered, blank);
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
export interface Tally {
  readonly kinds: Map<string, number>;
  readonly allowed: Map<string, number>;
  readonly missed: string[];
  count: number;
}

/** Counts one falsified result as caught, allowed or missed. */
export function attack(attacked: Attacked, kind: string, tampered: unknown, tally: Tally, allowed = ALLOWED): void {
  const { pool, policy, result } = attacked;
  if (canonical(tampered) === canonical(result)) return;
  tally.count++;
  tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
  const { status, notes } = verify(pool, policy, tampered as MatchResult);
  if (status === "refuted" || notes.length > 0) return;
  const reason = Object.keys(allowed).find((one) => allowed[one]!(attacked, tampered as MatchResult));
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

export const newTally = (): Tally => ({ kinds: new Map(), allowed: new Map(), missed: [], count: 0 });
