/** Standing pairs against today's rules: people change posts, managers and roles while their pairs go on. */
import { byCodeUnit } from "../door.js";
import { type Columns, compile } from "../matching/compile.js";
import { bindingRefusals } from "../matching/eligibility.js";
import { type FixedPair, fixPairs } from "../matching/fixed.js";
import { checkTogether } from "../matching/together.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { onDay } from "../pool/posts.js";
import { isLive } from "../pool/statements.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { PairIds, PairStatus, Pool, StandingPair } from "../types.js";

/** Something that refuses a standing pair today. */
export interface Break {
  /** the rule's id, or `"forbid"`, `"avoid"`, `"ended-pair"` */
  readonly id: string;
  /** the day of a relation, reporting line or post since which it does, `YYYY-MM-DD`, where dates tell */
  readonly since?: string;
}

/** A standing pair that today's rules would not make, though they bind always. */
export interface ReviewedPair extends PairIds {
  /** how far the pair has come: one of the four that are live */
  readonly status: PairStatus;
  /** the day the pair was made, `YYYY-MM-DD`; absent where it is not recorded */
  readonly since?: string;
  /** everything that refuses it today, at least one */
  readonly breaks: readonly Break[];
}

/**
 * The live pairs that a rule which binds always (line, appraisal, supervision, conflict …), a forbid or a veto refuses on the
 * day of the pool. Rules that bind at pairing only, seniority and department say, break no pair. The pairs still stand: what
 * becomes of them is for people to decide.
 *
 * @returns in order of the mentee's id and then of the mentor's; empty where all is well
 * @throws InputError listing everything that is wrong with the pool or the policy
 * @remarks O(people) and, where something is broken and relations, reporting lines or posts have dates, the same again for each day
 * on which one of them began
 *
 * @example
 * ```ts
 * import { review } from "mentor-match";
 *
 * const pool = {
 *   asOf: "2026-10-01",
 *   mentees: [{ id: "bo" }],
 *   mentors: [{ id: "ada" }],
 *   pairs: [{ menteeId: "bo", mentorId: "ada", status: "agreed" as const, since: "2026-01-12" }],
 *   reportingLines: [{ person: "bo", manager: "ada", from: "2026-06-01" }],
 * };
 * review(pool, { name: "PaLS", must: [{ rule: "outside-reporting-line" }] })[0]?.breaks;
 * // => [{ id: "outside-reporting-line", since: "2026-06-01" }]
 * ```
 */
export function review(pool: PoolInput, policy: PolicyInput): readonly ReviewedPair[] {
  const people = parsePool(pool);
  const rules = parsePolicy(policy);
  checkTogether(people, rules);
  const columns = compile(people, rules);
  const live = liveRecords(people);
  const broken = fixPairs(columns)
    .pairs.filter(({ origin }) => origin === "standing")
    .map((pair) => ({ pair, ids: bindingRefusals(columns, pair.mentee, pair.mentor) }))
    .filter(({ ids }) => ids.length > 0);
  if (broken.length === 0) return [];
  const days = daysOf(people);
  const columnsOn = new Map<string, Columns>();
  const isBrokenOn = (day: string, { mentee, mentor }: FixedPair, id: string): boolean => {
    const then = columnsOn.get(day) ?? compile(onDay(people, day), rules);
    columnsOn.set(day, then);
    return bindingRefusals(then, mentee, mentor).includes(id);
  };
  return broken.map(({ pair, ids }): ReviewedPair => {
    const menteeId = columns.mentees[pair.mentee]!.id;
    const mentorId = columns.mentors[pair.mentor]!.id;
    const { status, since } = live.get(`${menteeId}\n${mentorId}`)!;
    const breaks = ids.map((id): Break => {
      const day = brokenSince(days, since, (then) => isBrokenOn(then, pair, id));
      return day === undefined ? { id } : { id, since: day };
    });
    return { menteeId, mentorId, status, ...(since === undefined ? {} : { since }), breaks };
  });
}

/** The live pair of each two ids. */
function liveRecords({ pairs }: Pool): ReadonlyMap<string, StandingPair> {
  return new Map(
    pairs.filter(({ status }) => isLive(status)).map((pair) => [`${pair.menteeId}\n${pair.mentorId}`, pair]),
  );
}

/** Days until today on which a relation, a reporting line or a post began, latest first. */
function daysOf({ asOf, mentees, mentors, reportingLines, relations = [] }: Pool): string[] {
  const posts = [...mentees, ...mentors].flatMap((person) => person.posts ?? []);
  const began = [...reportingLines, ...relations, ...posts].map(({ from }) => from);
  const past = began.filter((day): day is string => day !== undefined && asOf !== undefined && day <= asOf);
  return [...new Set(past)].sort((a, b) => byCodeUnit(b, a));
}

/** The first of those days since which a pair `isBroken`; none where it was when it was made, or where nobody knows when. */
function brokenSince(
  days: readonly string[],
  made: string | undefined,
  isBroken: (day: string) => boolean,
): string | undefined {
  if (made === undefined || isBroken(made)) return undefined;
  const since = days.filter((day) => day > made);
  const whole = since.findIndex((day) => !isBroken(day));
  return whole < 0 ? since.at(-1) : since[whole - 1];
}
