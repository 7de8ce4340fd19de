/** What a third party needs to check a matching: nothing new, everything in one place. */

import type { PositiveAction } from "../entry.js";
import { canonicalJson, fingerprint } from "../fingerprint.js";
import { compile } from "../matching/compile.js";
import { pairRefusals } from "../matching/refusals.js";
import { checkTogether } from "../matching/together.js";
import { levelsOf, type Policy, type PolicyInput, stableSide } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { Json, LevelValue, MatchResult, Override, Pool, Proof, Run, Status } from "../types.js";
import { VERSION } from "../version.js";
import type { Audit } from "./audit/comparisons.js";
import type { GroupingInput } from "./audit/groupings.js";
import { audit } from "./audit.js";
import { confirmed } from "./confirmed.js";

/** One line of the policy, in words. */
export interface PolicyLine {
  /** `"must.more-senior"`, `"limits.places"`, `"objective.1"` */
  readonly path: string;
  /** reads after "The scheme demands that …"; of limits and constraints, their JSON */
  readonly words: string;
}

/** How many pairs, or people, one rule excluded. */
export interface RuleCount {
  /** `"participation.mentees.opted-in"`, `"pairs.forbid"` of what bars pairs, `"must.more-senior"`, `"minimumScore"` */
  readonly path: string;
  /** of all pairs of people who take part; of a participation rule, of all people in its role */
  readonly of: number;
  /** those it refused, alone or with others */
  readonly refused: number;
  /** those that nothing else refused */
  readonly refusedAlone: number;
}

/** A declared exception: an entry that reads a protected attribute, and why. */
export interface Declaration extends PositiveAction {
  /** the entry that is declared: `"prefer.same-attribute"` */
  readonly path: string;
}

/** An override as it was written, and whether it made a match. */
export interface UsedOverride extends Override {
  /** whether the result has the pair, and the rule would else refuse it or could not tell */
  readonly isUsed: boolean;
}

/** What {@link evidence} assembles. */
export interface Evidence {
  /** the format and its number, which grows when a field changes its meaning */
  readonly format: "mentor-match/evidence/1";
  /** the version of this package that assembled it */
  readonly version: string;
  /** the run that made the result: version, seed, solver, SHA-256 of pool and policy */
  readonly run: Run;
  /** SHA-256 of the result as canonical JSON */
  readonly resultHash: string;
  /** the result's, confirmed by `verify` */
  readonly status: Status;
  /** how many there are of each */
  readonly counts: {
    /** mentees in the pool, whether they take part or not */
    readonly mentees: number;
    /** mentors in the pool, whether they take part or not */
    readonly mentors: number;
    /** pairs of the result, those that stand or are locked among them */
    readonly matches: number;
    /** mentees who take part, ask and have no mentor */
    readonly unmatched: number;
    /** mentees and mentors who are turned away; somebody in both roles once for each */
    readonly notTakingPart: number;
  };
  /** the policy in words */
  readonly policy: {
    /** the scheme's name */
    readonly name: string;
    /** participation, rules, criteria, the least score, limits, constraints and the objective, each in the policy's order */
    readonly lines: readonly PolicyLine[];
  };
  /** participation rules, what bars pairs, rules, the least score */
  readonly rules: readonly RuleCount[];
  /** values with the bounds that the proof's prices give, re-derived by `verify` */
  readonly levels: readonly LevelValue[];
  /** the result's prices, with which anyone reckons the bounds again */
  readonly proof: Proof;
  /** all overrides of the pool, used or not, in order of their text */
  readonly overrides: readonly UsedOverride[];
  /** declared positive actions */
  readonly declarations: readonly Declaration[];
  /** absent unless groups were given */
  readonly audit?: Audit;
}

/**
 * Assembles what a third party needs to check a matching offline: hashes of what went in and came out, the policy in words, how
 * many pairs each rule excluded, the levels with their proof, overrides, declarations, versions. The result is verified first;
 * whoever has pool and policy can run `verify` or `match` again and compare the hashes.
 *
 * @param groups - tables for an `audit`, which is part of the evidence then
 * @throws InputError listing everything that is wrong with pool, policy or groups, or where the result is not what it says
 * @remarks O(mentees × mentors × rules)
 *
 * @example
 * ```ts
 * import { evidence, match } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo", department: "Law" }], mentors: [{ id: "ada", department: "Law" }] };
 * const policy = { name: "two", must: [{ rule: "different-department" }] };
 * const { status, rules } = evidence(pool, policy, match(pool, policy));
 * status; // => "proved"
 * rules; // => [{ path: "must.different-department", of: 1, refused: 1, refusedAlone: 1 }]
 * ```
 */
export function evidence(
  poolInput: PoolInput,
  policyInput: PolicyInput,
  resultInput: MatchResult,
  groups?: readonly GroupingInput[],
): Evidence {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  checkTogether(pool, policy);
  const result = confirmed(pool, policy, resultInput);
  const { matches, unmatched, notTakingPart, run, status, levels, proof } = result;
  return {
    format: "mentor-match/evidence/1",
    version: VERSION,
    run,
    resultHash: fingerprint(JSON.parse(JSON.stringify(result)) as Json),
    status,
    counts: {
      mentees: pool.mentees.length,
      mentors: pool.mentors.length,
      matches: matches.length,
      unmatched: unmatched.length,
      notTakingPart: notTakingPart.length,
    },
    policy: { name: policy.name, lines: linesOf(policy) },
    rules: [...peopleCounts(pool, policy), ...pairCounts(pool, policy)],
    levels,
    proof,
    overrides: usedOverrides(pool, result),
    declarations: declarationsIn(policy),
    ...(groups === undefined ? {} : { audit: audit(pool, policy, result, groups) }),
  };
}

function linesOf(policy: Policy): PolicyLine[] {
  const { participation, must, prefer, limits, constraints, minimumScore } = policy;
  const worded = (path: string, entries: readonly { readonly id: string; readonly words: string }[]): PolicyLine[] =>
    entries.map(({ id, words }) => ({ path: `${path}.${id}`, words }));
  const asJson = (path: string, entries: readonly { readonly id: string }[]): PolicyLine[] =>
    entries.map((entry) => ({ path: `${path}.${entry.id}`, words: canonicalJson(entry as unknown as Json) }));
  const side = stableSide(policy);
  return [
    ...worded("participation.mentees", participation.mentees),
    ...worded("participation.mentors", participation.mentors),
    ...worded("must", must),
    ...worded("prefer", prefer),
    ...(minimumScore > 0 ? [{ path: "minimumScore", words: `no pair scores less than ${minimumScore}` }] : []),
    ...asJson("limits", limits),
    ...asJson("constraints", constraints),
    ...levelsOf(policy).map(({ words }, at) => ({ path: `objective.${at + 1}`, words })),
    ...(side === undefined
      ? []
      : [{ path: "objective.stable", words: `no two who are not matched would both rather be; best for ${side}` }]),
  ];
}

function peopleCounts(pool: Pool, policy: Policy): RuleCount[] {
  const columns = compile(pool, policy);
  return (["mentees", "mentors"] as const).flatMap((role) => {
    const { refusedBy } = role === "mentees" ? columns.menteesPart : columns.mentorsPart;
    return policy.participation[role].map(({ id }): RuleCount => {
      const refused = refusedBy.filter((ids) => ids.includes(id));
      const refusedAlone = refused.filter((ids) => ids.length === 1).length;
      return { path: `participation.${role}.${id}`, of: refusedBy.length, refused: refused.length, refusedAlone };
    });
  });
}

/** What bars a pair is told of where it does; rules always. */
const BARS = ["self", "forbid", "avoid", "ended-pair"];

function pairCounts(pool: Pool, policy: Policy): RuleCount[] {
  const columns = compile(pool, policy);
  const ids = [...BARS, ...policy.must.map(({ id }) => id), ...(policy.minimumScore > 0 ? ["minimumScore"] : [])];
  const refused = new Map(ids.map((id) => [id, 0]));
  const refusedAlone = new Map(ids.map((id) => [id, 0]));
  const present = (part: typeof columns.menteesPart): number[] =>
    [...part.refusedBy.keys()].filter((person) => part.refusedBy[person]!.length === 0);
  const [mentees, mentors] = [present(columns.menteesPart), present(columns.mentorsPart)];
  for (const mentee of mentees) {
    for (const mentor of mentors) {
      const refusals = pairRefusals(columns, mentee, mentor);
      for (const id of refusals) refused.set(id, refused.get(id)! + 1);
      const [first] = refusals;
      if (refusals.length === 1) refusedAlone.set(first!, refusedAlone.get(first!)! + 1);
    }
  }
  const pathOf = (id: string, at: number): string =>
    at < BARS.length ? `pairs.${id}` : id === "minimumScore" ? id : `must.${id}`;
  return ids
    .map((id, at): RuleCount => {
      const of = mentees.length * mentors.length;
      return { path: pathOf(id, at), of, refused: refused.get(id)!, refusedAlone: refusedAlone.get(id)! };
    })
    .filter(({ refused: count }, at) => at >= BARS.length || count > 0);
}

function usedOverrides({ overrides }: Pool, { matches }: MatchResult): UsedOverride[] {
  const used = new Set(
    matches.flatMap(({ menteeId, mentorId, overrides: rules = [] }) =>
      rules.map((rule) => `${menteeId}\n${mentorId}\n${rule}`),
    ),
  );
  return [...overrides]
    .map((one): UsedOverride => ({ ...one, isUsed: used.has(`${one.menteeId}\n${one.mentorId}\n${one.rule}`) }))
    .sort((a, b) => (canonicalJson(a as unknown as Json) < canonicalJson(b as unknown as Json) ? -1 : 1));
}

function declarationsIn({ participation, must, prefer, limits, constraints }: Policy): Declaration[] {
  const lists: readonly (readonly [
    string,
    readonly { readonly id: string; readonly positiveAction?: PositiveAction }[],
  ])[] = [
    ["participation.mentees", participation.mentees],
    ["participation.mentors", participation.mentors],
    ["must", must],
    ["prefer", prefer],
    ["limits", limits],
    ["constraints", constraints],
  ];
  return lists.flatMap(([path, entries]) =>
    entries.flatMap(({ id, positiveAction }) =>
      positiveAction === undefined ? [] : [{ path: `${path}.${id}`, ...positiveAction }],
    ),
  );
}
