/** Why: for a match, for a pair that did not happen, and for a mentee who was left out. */
import { InputError } from "../errors.js";
import { scoreParts } from "../matching/score.js";
import type { PolicyInput } from "../policy/policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult } from "../types.js";
import { asks, type Case, menteeAt, mentorAt, readCase } from "./case.js";
import { betterMentors, type Rank, rankOf } from "./explain/better-mentors.js";
import type { ExplainedMatch, ExplainedPart, Explanation, Reason } from "./explain/explanation.js";
import { reasonsAgainst } from "./explain/reasons.js";
import { personReasons, type Sensitive, sensitiveIn } from "./explain/sensitive.js";
import { type Unmatching, unmatching } from "./explain/unmatched.js";
import { type Reach, reachOf } from "./reach.js";
import { pricesBetween, solvedAnew, whoChanges } from "./what-if.js";

/** Who is asked about: a mentee, and a mentor where it is the pair. */
export interface Question {
  /** id of a mentee of the pool */
  readonly mentee: string;
  /** id of a mentor of the pool; absent where the question is about the mentee alone */
  readonly mentor?: string | undefined;
}

/** What all answers about one result share. */
interface Prepared {
  readonly one: Case;
  readonly sensitive: Sensitive;
  readonly reach: Reach;
  readonly rank: Rank;
  readonly unmatched: Unmatching;
}

/**
 * Answers why, as data: ids, rule names and numbers, for the coordinator. {@link forMentee} and {@link forMentor} make of an
 * answer what these may see, `explanationText` makes sentences.
 *
 * - A match: the parts of its score, the choice number, and each mentor the mentee would rather have, with what stood against it.
 * - A pair that did not happen: everything that refuses it; or, where it may be made, what every level would lose if it were
 *   locked, solved again and verified.
 * - A mentee left out: the mentors whom each reason refuses, and, where coverage decided, the shortage: more mentees, she among
 *   them, than there are places they may have.
 *
 * @param result - what `match` returned for this pool and policy; what `verify` refutes explains nothing
 * @param question - a mentee's id; a mentor's besides for the pair
 * @throws InputError where one of them cannot be read, where the result is of another pool or policy or chose no pairs, and
 * where the pool has no such person
 * @remarks `explainer` shares the work between questions. One solve and one check more for a pair that may be made
 *
 * @example
 * ```ts
 * import { explain, match } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "ana" }, { id: "bo" }], mentors: [{ id: "max" }] };
 * const policy = { name: "any pair" };
 * const result = match(pool, policy);
 * const [out] = result.unmatched.map(({ menteeId }) => explain(pool, policy, result, { mentee: menteeId }));
 * out?.kind === "unmatched" && out.shortage; // => { menteeIds: ["ana", "bo"], mentors: [{ mentorId: "max", places: 1 }], places: 1 }
 * ```
 */
export function explain(pool: PoolInput, policy: PolicyInput, result: MatchResult, question: Question): Explanation {
  return explainer(pool, policy, result)(question);
}

/**
 * Prepares {@link explain} for many questions about one result: pool and policy are bound once, and what the answers share is
 * worked out once.
 *
 * @throws InputError as `explain` does
 * @remarks O(people + matches) once, with what the rules take to bind; then for a mentee left out O(mentees + mentors × rules ÷ 32).
 * Under limits O(pairs) for each mentee and bound of her shortage at most; where they cut across, an integer programme for each
 * that might be left out, up to 400 000 pairs × these
 *
 * @example
 * ```ts
 * import { explainer, match } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo", department: "Art" }], mentors: [{ id: "max", department: "Art" }] };
 * const policy = { name: "PaLS", must: [{ rule: "different-department" }] };
 * const why = explainer(pool, policy, match(pool, policy));
 * why({ mentee: "bo", mentor: "max" }).kind; // => "refused"
 * ```
 */
export function explainer(
  pool: PoolInput,
  policy: PolicyInput,
  result: MatchResult,
): (question: Question) => Explanation {
  const one = readCase(parsePool(pool), policy, result);
  const sensitive = sensitiveIn(one.policy);
  const reach = reachOf(one);
  const prepared = { one, sensitive, reach, rank: rankOf(one), unmatched: unmatching(one, reach, sensitive) };
  return (question) => {
    if (typeof question !== "object" || question === null) {
      const message = "expected the id of a mentee, and of a mentor where it is about the pair";
      throw new InputError("question", [{ code: "invalid", path: "", message }]);
    }
    const mentee = menteeAt(one, question.mentee);
    return question.mentor === undefined
      ? aboutMentee(prepared, mentee)
      : aboutPair(prepared, mentee, mentorAt(one, question.mentor));
  };
}

function aboutMentee(prepared: Prepared, mentee: number): Explanation {
  const { one, sensitive, unmatched } = prepared;
  const { mentees, menteesPart } = one.columns;
  const menteeId = mentees[mentee]!.id;
  if (one.mentorsOf[mentee]!.length > 0) return matched(prepared, mentee, one.mentorsOf[mentee]!);
  const refusedBy = menteesPart.refusedBy[mentee]!;
  if (refusedBy.length > 0)
    return { kind: "not-taking-part", menteeId, refusedBy: personReasons("mentee", refusedBy, sensitive) };
  return asks(one, mentee) ? unmatched(mentee) : { kind: "asks-for-nobody", menteeId };
}

function aboutPair(prepared: Prepared, mentee: number, mentor: number): Explanation {
  const { one, sensitive } = prepared;
  if (one.mentorsOf[mentee]!.includes(mentor)) return matched(prepared, mentee, [mentor]);
  const menteeId = one.columns.mentees[mentee]!.id;
  const mentorId = one.columns.mentors[mentor]!.id;
  const refusedBy = reasonsAgainst(one, sensitive, mentee, mentor);
  return refusedBy.length > 0
    ? { kind: "refused", menteeId, mentorId, refusedBy }
    : { kind: "possible", menteeId, mentorId, ...scored(prepared, mentee, mentor), ...forced(one, menteeId, mentorId) };
}

function matched(prepared: Prepared, mentee: number, mentors: readonly number[]): Explanation {
  const { one, rank, sensitive } = prepared;
  const { columns, result } = one;
  const menteeId = columns.mentees[mentee]!.id;
  const origins = new Map(
    result.matches.filter((made) => made.menteeId === menteeId).map(({ mentorId, origin }) => [mentorId, origin]),
  );
  const against = (mentor: number): Reason[] => reasonsAgainst(one, sensitive, mentee, mentor);
  const matches = mentors.map((mentor): ExplainedMatch => {
    const mentorId = columns.mentors[mentor]!.id;
    return {
      mentorId,
      origin: origins.get(mentorId)!,
      ...scored(prepared, mentee, mentor),
      better: betterMentors(one, rank, mentee, mentor, against),
    };
  });
  return { kind: "matched", menteeId, matches };
}

function scored({ one: { columns }, sensitive }: Prepared, mentee: number, mentor: number) {
  const { score, parts, answered } = scoreParts(columns, mentee, mentor);
  const choice = (columns.mentees[mentee]!.nominations ?? []).indexOf(columns.mentors[mentor]!.id) + 1;
  const explained = parts.map((part): ExplainedPart => ({ ...part, isSensitive: sensitive.criterion(part.id) }));
  return { score, parts: explained, answered, ...(choice > 0 ? { choice } : {}) };
}

/** What a lock on the pair would do. */
function forced(one: Case, menteeId: string, mentorId: string) {
  const { pool, policy, result } = one;
  const locked = parsePool({ ...pool, locks: [...pool.locks, { menteeId, mentorId }] });
  const after = solvedAnew(locked, policy);
  if (after.status === "infeasible") {
    const conflicts = after.findings
      .filter(({ code }) => UNMET.includes(code))
      .map(({ code, path, ids }) => ({ code, path, ids }));
    return { price: null, conflicts, gains: [], loses: [] };
  }
  return { price: pricesBetween(result, after, one), conflicts: [], ...whoChanges(result, after) };
}

/** Findings that say what cannot be kept. */
const UNMET: readonly string[] = ["minimum-unmet", "limit-unmet", "constraint-unmet", "lock-refused"];
