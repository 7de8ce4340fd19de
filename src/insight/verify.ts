/**
 * Checks a result against its pool and policy from scratch: every pair against every rule, every count, score and finding, and
 * the bound that the prices prove over all pairs. Plain closures and loops; nothing of what made the result is used.
 */
import { entryKinds } from "../catalogue.js";
import { byCodeUnit } from "../door.js";
import { canonicalJson, fingerprint } from "../fingerprint.js";
import { canonicalPolicy, type Policy, type PolicyInput, stableSide } from "../policy/policy.js";
import { readPolicy } from "../policy/read.js";
import { canonicalPool, type PoolInput, parsePool } from "../pool.js";
import type { Json, LevelValue, Match, MatchResult, Pool, Status } from "../types.js";
import { VERSION } from "../version.js";
import { readResult } from "./read-result.js";
import { checkLevels, refutationOf } from "./verify/bound.js";
import { canBeKept } from "./verify/claims.js";
import { checkConstraints, mayBeSearched, rowsAsked, rowsPriced } from "./verify/constraints.js";
import { checkFindings } from "./verify/findings.js";
import { levelsKnown } from "./verify/levels.js";
import { checkLimits, groupsOf } from "./verify/limits.js";
import { checkStable } from "./verify/stable.js";
import { checkStatus } from "./verify/status.js";
import type { Expect, Made, World } from "./verify/terms.js";
import { worldOf } from "./verify/world.js";

/** One thing in a result that is not so. */
export interface Refutation {
  /** a stable word, for example `"rule-broken"` */
  readonly code: string;
  /** ids of the people, rules, limits or constraints it is about; empty where it is about the result as a whole */
  readonly ids: readonly string[];
  /** what was expected, as JSON */
  readonly expected: string;
  /** what the result says instead, as JSON */
  readonly got: string;
}

/** What {@link verify} found. */
export interface Verification {
  /** the result's status where nothing is wrong with it, `"refuted"` otherwise */
  readonly status: Status | "refuted";
  /** everything that is not so; empty unless the status is `"refuted"` */
  readonly issues: readonly Refutation[];
  /** the levels' values and bounds, computed anew */
  readonly levels: readonly LevelValue[];
  /** standing pairs that a rule binding always refuses today; they are no issue of the result */
  readonly standingBreaks: number;
  /** what is worth knowing and refutes nothing: `"other-version"` */
  readonly notes: readonly Refutation[];
}

/**
 * Re-derives everything that a result says: matches with scores, reasons and counts, levels with their bound, status,
 * findings, hashes. Some things are claims that no data can confirm: which of the known solvers ran, which version of
 * this package, that the caller stopped the run, and, where something cuts across, that a search ran to its end
 * (\`"searched"\`, or infeasible without prices that say so); that is refuted only where a simple look finds a better match, or
 * some that keep what could not be kept. A stopped result must therefore hold no new match and prove nothing,
 * and one of another version is noted, not refuted: results outlive the versions that made them.
 *
 * @param resultInput - what `match` returned, or what came out of `JSON.parse`
 * @throws InputError where pool or policy cannot be read
 * @remarks O(mentees × mentors × rules)
 */
export function verify(poolInput: PoolInput, policyInput: PolicyInput, resultInput: MatchResult): Verification {
  const pool = parsePool(poolInput);
  const policy = readPolicy(policyInput, CATALOGUE);
  const issues: Refutation[] = [];
  const expect = (code: string, ids: readonly string[], expected: unknown, got: unknown): void => {
    const [wanted, has] = [canonicalJson(expected as Json), canonicalJson((got ?? null) as Json)];
    if (wanted !== has) issues.push({ code, ids, expected: wanted, got: has });
  };
  const result = readResult(resultInput);
  if (result === undefined) return refutation("no-result", "a result", "something else");
  const world = worldOf(pool, policy);
  // Before each match is looked at: a list without end should not take without end.
  const most = world.freeDemand.reduce((sum, places) => sum + places, world.fixed.length);
  if (result.matches.length > most) return refutation("too-many-matches", most, result.matches.length);
  const matches = checkMatches(world, result, expect);
  checkCounts(world, result, matches, expect);
  const groups = groupsOf(world, policy);
  const rows = rowsAsked(world, policy);
  const isDue = result.status !== "infeasible" && result.status !== "stopped";
  checkLimits(groups, matches, isDue, expect);
  checkConstraints(world, policy, rows, matches, isDue, expect);
  const counted = { groups, rows: rowsPriced(world, policy, rows, result, expect) };
  checkPeople(world, result, matches, expect);
  const side = stableSide(policy);
  const levels =
    side === undefined
      ? checkLevels(world, policy, counted, result, matches, expect)
      : checkStable(world, policy, side, result, matches, expect);
  const refuted = result.status === "infeasible" ? refutationOf(world, counted, result, expect) : undefined;
  const isKept = result.status === "infeasible" && canBeKept(world, policy, counted, result.findings);
  const mayClaim = !isKept && mayBeSearched(policy, counted.rows, result);
  checkStatus(world, result, refuted !== undefined, mayClaim, levels, matches, expect);
  checkFindings(world, pool, policy, counted, refuted, result, expect);
  checkRun(pool, policy, result, expect);
  const standingBreaks = result.matches.filter(({ breaks }) => breaks !== undefined).length;
  const status = issues.length === 0 ? result.status : "refuted";
  return { status, issues, levels, standingBreaks, notes: notesOn(result) };
}

/** One value, so that the schemas made from it are made once. */
const CATALOGUE = { ...entryKinds, levels: levelsKnown };

function refutation(code: string, expected: Json, got: Json): Verification {
  const issue: Refutation = { code, ids: [], expected: canonicalJson(expected), got: canonicalJson(got) };
  return { status: "refuted", issues: [issue], levels: [], standingBreaks: 0, notes: [] };
}

/** Every match is a pair that may be, says what is so, and stands once, in order. */
function checkMatches(world: World, { matches }: MatchResult, expect: Expect): Made[] {
  const keys = matches.map(({ menteeId, mentorId }) => [String(menteeId), String(mentorId)] as const);
  const ordered = [...keys].sort((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]));
  expect("order", [], ordered, keys);
  expect("duplicate-match", [], new Set(keys.map((key) => key.join("\n"))).size, keys.length);
  const menteeAt = new Map(world.mentees.map(({ id }, index) => [id, index]));
  const mentorAt = new Map(world.mentors.map(({ id }, index) => [id, index]));
  return matches.flatMap((match): Made[] => {
    const mentee = menteeAt.get(match.menteeId);
    const mentor = mentorAt.get(match.mentorId);
    const ids = [String(match.menteeId), String(match.mentorId)];
    if (mentee === undefined || mentor === undefined) {
      expect("unknown-person", ids, "people of the pool", match);
      return [];
    }
    const origin = world.isStanding(mentee, mentor) ? "standing" : world.isLocked(mentee, mentor) ? "locked" : "new";
    if (origin !== "standing") expect("rule-broken", ids, [], world.refusals(mentee, mentor, "everything"));
    const breaks = origin === "standing" ? world.refusals(mentee, mentor, "always") : [];
    const checks = origin === "standing" ? world.holdsBack(mentee, mentor) : world.checks(mentee, mentor);
    const overrides = world.overrides(mentee, mentor);
    const choice = (world.mentees[mentee]!.nominations ?? []).indexOf(match.mentorId) + 1;
    const expected: Match = {
      menteeId: match.menteeId,
      mentorId: match.mentorId,
      ...world.score(mentee, mentor),
      origin,
      ...(choice > 0 ? { choice } : {}),
      ...(origin !== "standing" && world.isWeak(mentee, mentor) ? { weak: true } : {}),
      ...(checks.length > 0 ? { checks } : {}),
      ...(overrides.length > 0 ? { overrides } : {}),
      ...(breaks.length > 0 ? { breaks } : {}),
    };
    expect("match", ids, expected, match);
    return [{ mentee, mentor, isFixed: world.isFixed(mentee, mentor) }];
  });
}

/** Nobody has more than their places, nobody's minimum is missed, and no decided pair is missing. */
function checkCounts(world: World, { status }: MatchResult, matches: readonly Made[], expect: Expect): void {
  const decided = new Set(matches.filter(({ isFixed }) => isFixed).map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const refused = new Set(world.refusedLocks.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  for (const { mentee, mentor } of world.fixed) {
    if (!decided.has(`${mentee} ${mentor}`) && !refused.has(`${mentee} ${mentor}`))
      expect("pair-missing", [world.mentees[mentee]!.id, world.mentors[mentor]!.id], "a match", "none");
  }
  const fresh = matches.filter(({ isFixed }) => !isFixed);
  const menteeMade = countBy(fresh, ({ mentee }) => mentee);
  const mentorMade = countBy(fresh, ({ mentor }) => mentor);
  world.mentees.forEach(({ id }, mentee) => {
    const made = menteeMade.get(mentee) ?? 0;
    if (made > world.freeDemand[mentee]!) expect("over-demand", [id], world.freeDemand[mentee], made);
  });
  world.mentors.forEach(({ id }, mentor) => {
    const made = mentorMade.get(mentor) ?? 0;
    if (made > world.freeCapacity[mentor]!) expect("over-capacity", [id], world.freeCapacity[mentor], made);
    const isDue = status !== "infeasible" && status !== "stopped";
    if (isDue && made < world.freeMinimum[mentor]!) expect("under-minimum", [id], world.freeMinimum[mentor], made);
  });
}

/** Everybody who is not matched is told of, with the right reasons. */
function checkPeople(world: World, result: MatchResult, matches: readonly Made[], expect: Expect): void {
  const made = countBy(
    matches.filter(({ isFixed }) => !isFixed),
    ({ mentor }) => mentor,
  );
  const left = world.freeCapacity.map((places, mentor) => places - (made.get(mentor) ?? 0));
  const matched = new Set(matches.map(({ mentee }) => mentee));
  const unmatched = world.mentees.flatMap((_, mentee) =>
    world.asks(mentee) && !matched.has(mentee) ? [world.reasons(mentee, left)] : [],
  );
  expect("unmatched", [], unmatched, result.unmatched);
  const reserve = world.mentors.flatMap(({ id }, mentor) =>
    left[mentor]! > 0 ? [{ mentorId: id, places: left[mentor]! }] : [],
  );
  expect("reserve", [], reserve, result.reserve);
  expect("not-taking-part", [], world.notTakingPart, result.notTakingPart);
}

/** Names of solvers that a result may give. */
const SOLVERS = ["flow", "nested", "linear-program", "highs", "custom"];

/** A version as packages have it: three numbers, and perhaps what follows them. */
const IS_VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}([-+][\w.+-]{1,64})?$/;

function checkRun(pool: Pool, policy: Policy, { run }: MatchResult, expect: Expect): void {
  const canonical = canonicalPolicy(policy);
  expect("seed", [], policy.lottery, run.seed);
  expect("pool-hash", [], fingerprint(canonicalPool(pool)), run.poolHash);
  expect("policy-hash", [], canonical === null ? null : fingerprint(canonical), run.policyHash);
  expect("repeatable", [], canonical !== null, run.repeatable);
  const solvers = stableSide(policy) === undefined ? SOLVERS : ["deferred-acceptance"];
  if (!solvers.includes(run.solver)) expect("solver", [], `one of ${solvers.join(", ")}`, run.solver);
  if (!isVersion(run.version)) expect("version", [], "a version", run.version);
}

const isVersion = (version: unknown): boolean => typeof version === "string" && IS_VERSION.test(version);

/** A result may be older than this package, and hold all the same. */
function notesOn({ run }: MatchResult): Refutation[] {
  if (!isVersion(run.version) || run.version === VERSION) return [];
  const [expected, got] = [canonicalJson(VERSION), canonicalJson(run.version)];
  return [{ code: "other-version", ids: [], expected, got }];
}

function countBy<T>(list: readonly T[], key: (item: T) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
