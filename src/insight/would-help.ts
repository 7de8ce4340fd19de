/** The smallest change that would help somebody who was left out: tried, never guessed. */
import { InputError } from "../errors.js";
import type { PolicyInput } from "../policy/policy.js";
import type { PoolInput } from "../pool.js";
import type { MatchResult } from "../types.js";
import { asks, type Case, menteeAt, readCase } from "./case.js";
import { reachOf } from "./reach.js";
import { type LevelDifference, levelDifferences, solvedAnew, whoChanges } from "./what-if.js";
import { type Change, candidateChanges, changed } from "./would-help/changes.js";

/** A change and what it would come to. */
export interface Help {
  /** the one change that was tried */
  readonly change: Change;
  /** `"helps"`: she has a mentor, and nobody has fewer than now · `"helps-another"`: somebody else gains by it, or at a price */
  readonly effect: "helps" | "helps-another";
  /** ids of mentees who would have more mentors than now, in order; at least one */
  readonly gains: readonly string[];
  /** ids of mentees who would have fewer mentors than now, in order */
  readonly loses: readonly string[];
  /** mentees who would have as many, but not the same */
  readonly moves: number;
  /** what every level before the lottery would gain */
  readonly levels: readonly LevelDifference[];
}

/** What would help one mentee. */
export interface WhatWouldHelp {
  /** id of the unmatched mentee who was asked about */
  readonly menteeId: string;
  /** those that help first, then those that move the fewest people */
  readonly changes: readonly Help[];
  /** changes that were not tried, because of `most` */
  readonly untried: number;
  /** whether no other single place, override or limit helps: none was left untried, and places were what she lacked */
  readonly isWhole: boolean;
}

/** How far to look. */
export interface HelpOptions {
  /** the most changes of each kind that are tried, nearest first: an integer of 1 or more, 12 unless given */
  readonly most?: number;
}

/**
 * Which single change would give an unmatched mentee a mentor: a place more at one mentor, one rule set aside for one pair, one
 * group limit looser by one. Each is solved again and verified. It helps if in that optimum she has a mentor and nobody has
 * fewer than now; what gives somebody else a mentor is listed as helping another.
 *
 * Changes are picked from the alternating paths that leave her: any other change of these kinds leaves the mentees on them
 * one more than their places. Where coverage did not decide, or constraints or crossing limits leave no paths, those at hand are
 * tried and the list is not whole.
 *
 * @param result - what `match` returned for this pool and policy
 * @throws InputError where one of them cannot be read, where the result is of another pool or policy or chose no pairs, and
 * where she has a mentor, does not ask for one or does not take part
 * @remarks a solve and a check for each change that is tried: at most 3 × `most`
 *
 * @example
 * ```ts
 * import { match, whatWouldHelp } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo", department: "Art" }], mentors: [{ id: "max", department: "Art" }] };
 * const policy = { name: "PaLS", must: [{ rule: "different-department" }] };
 * whatWouldHelp(pool, policy, match(pool, policy), "bo").changes.map(({ change }) => change);
 * // => [{ kind: "override", menteeId: "bo", mentorId: "max", rule: "different-department" }]
 * ```
 */
export function whatWouldHelp(
  pool: PoolInput,
  policy: PolicyInput,
  result: MatchResult,
  menteeId: string,
  { most = 12 }: HelpOptions = {},
): WhatWouldHelp {
  const one = readCase(pool, policy, result);
  const mentee = menteeAt(one, menteeId);
  if (!Number.isSafeInteger(most) || most < 1)
    throw refused("most", `expected an integer of 1 or more, got ${String(most)}`);
  if (!asks(one, mentee)) throw refused("mentee", "expected somebody who takes part and asks for a mentor");
  if (one.mentorsOf[mentee]!.length > 0)
    throw refused("mentee", "expected somebody without a mentor, got one who has one");
  const reach = reachOf(one);
  const reached = reach.from(mentee);
  const candidates = candidateChanges(one, reach, mentee, reached);
  const tried = KINDS.flatMap((kind) => candidates.filter((change) => change.kind === kind).slice(0, most));
  const untried = candidates.length - tried.length;
  const changes = tried
    .map((change) => helpOf(one, menteeId, change))
    .filter((help) => help !== undefined)
    .sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || a.moves - b.moves);
  return { menteeId, changes, untried, isWhole: untried === 0 && reached?.isOpen === false };
}

const KINDS: readonly Change["kind"][] = ["place", "limit", "override"];
const EFFECTS: readonly Help["effect"][] = ["helps", "helps-another"];

function refused(path: string, message: string): InputError {
  return new InputError("question", [{ code: "invalid", path, message }]);
}

/** What a change comes to; nothing where it gives nobody a mentor. */
function helpOf(one: Case, menteeId: string, change: Change): Help | undefined {
  const after = solvedAnew(...changed(one, change));
  if (after.status === "infeasible") return undefined;
  const { gains, loses } = whoChanges(one.result, after);
  if (gains.length === 0) return undefined;
  const effect = gains.includes(menteeId) && loses.length === 0 ? "helps" : "helps-another";
  const levels = levelDifferences(one.result, after, one).filter(({ name }) => name !== "lottery");
  return { change, effect, gains, loses, moves: movers(one.result, after, new Set([...gains, ...loses])), levels };
}

/** Mentees, but for these, who do not have the same mentors. */
function movers(before: MatchResult, after: MatchResult, others: ReadonlySet<string>): number {
  const keys = ({ matches }: MatchResult) =>
    new Map(matches.map((one) => [`${one.menteeId}\n${one.mentorId}`, one.menteeId]));
  const [then, now] = [keys(before), keys(after)];
  const moved = [...then].filter(([key]) => !now.has(key)).map(([, id]) => id);
  return new Set(moved.filter((id) => !others.has(id))).size;
}
