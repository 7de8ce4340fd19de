/** What a result says was noticed, looked for once more in the verifier's own words. */
import { byCodeUnit } from "../../door.js";
import { canonicalJson } from "../../fingerprint.js";
import { MAX_CHANGES } from "../../policy/constraints.js";
import type { Policy } from "../../policy/policy.js";
import { nearMisses } from "../../pool/near-misses.js";
import type { Finding, MatchResult, Pool } from "../../types.js";
import { circlesOf } from "./circles.js";
import { about, constraintsNoticed, mayBeSearched, type Rule } from "./constraints.js";
import { boundsOf, type Group, limitsNoticed, noticed } from "./limits.js";
import { nominationsNoticed } from "./nominations.js";
import type { Counted, PriceVectors } from "./prices.js";
import type { Expect, World } from "./terms.js";

/**
 * Every finding is so, and none is missing. Two are taken from the result once they have been checked: which mentors' minima
 * cannot be met together (several sets of them may be too many), and, where the caller stopped the run before pairs were
 * formed, that there is none.
 */
export function checkFindings(
  world: World,
  pool: Pool,
  policy: Policy,
  { groups, rows }: Counted,
  refutation: PriceVectors | undefined,
  result: MatchResult,
  expect: Expect,
): void {
  const claimed = (code: string): boolean => result.findings.some((one) => one.code === code);
  const isUnsaid = result.status === "stopped" && !claimed("no-eligible-pair");
  const short = result.findings.find(({ code }) => code === "minimum-unmet")?.ids ?? [];
  const isInfeasible = result.status === "infeasible" && world.refusedLocks.length === 0;
  const isShort = isInfeasible && refutation === undefined && world.cannotMeet(short);
  const isClaimed = isInfeasible && refutation === undefined && !isShort && mayBeSearched(policy, rows, result);
  const refutedRows = rows.filter((_, at) => (refutation?.row[at]?.[0] ?? 0) !== 0);
  const findings = [
    ...nothingThere(world, isUnsaid),
    ...aboutPeople(world, pool, policy),
    ...aboutOverrides(world, pool),
    ...nominationsNoticed(world, policy),
    ...aboutLocks(world),
    ...aboutAll("minimum-unmet", "mentors.minimum", isShort || isClaimed ? short : refutedMinima(world, refutation)),
    ...limitsNoticed(groups, policy),
    ...(isClaimed ? claimedLimits(groups, result.findings) : refutedLimits(groups, refutation, result.findings)),
    ...nearestMinima(world, isShort || isClaimed ? short : refutedMinima(world, refutation), result.findings),
    ...constraintsNoticed(world, policy, rows),
    ...unmetConstraints(policy, rows, isClaimed ? undefined : refutedRows, result.findings),
  ];
  expect("findings", [], findings, result.findings);
}

/** The mentors whose minimum the prices count on. */
function refutedMinima(world: World, refutation: PriceVectors | undefined): string[] {
  if (refutation === undefined) return [];
  return world.mentors
    .filter((_, mentor) => world.freeMinimum[mentor]! > 0 && refutation.mentor[mentor]![0]! < 0)
    .map(({ id }) => id);
}

/** The limits that the prices count on: a positive one on what a group may have at most, a negative one on its least. */
function refutedLimits(
  groups: readonly Group[],
  refutation: PriceVectors | undefined,
  claimed: readonly Finding[],
): Finding[] {
  return groups.flatMap((group, at) => {
    const [price = 0] = refutation?.group[at] ?? [];
    const { atMost = 0, atLeast = 0 } = group.limit;
    // Nothing is asked for where nothing more is due.
    if (price === 0 || (price < 0 && boundsOf(group).least === 0)) return [];
    const bare = noticed("limit-unmet", group, price > 0 ? { atMost } : { atLeast });
    const isNear = (count: number): boolean => (price > 0 ? count > atMost : count >= group.used && count < atLeast);
    return [withNearest(bare, claimed, isNear)];
  });
}

/** The bounds of limits that a search found not to be kept: no prices say so, but each is one that the policy sets. */
function claimedLimits(groups: readonly Group[], claimed: readonly Finding[]): Finding[] {
  return groups.flatMap((group) => {
    const { atMost, atLeast = 0 } = group.limit;
    const least = withNearest(
      noticed("limit-unmet", group, { atLeast }),
      claimed,
      (count) => count >= group.used && count < atLeast,
    );
    const most = withNearest(
      noticed("limit-unmet", group, { atMost: atMost ?? 0 }),
      claimed,
      (count) => count > atMost!,
    );
    const isDue = [atMost !== undefined, boundsOf(group).least > 0];
    return [most, least].filter(
      (finding, at) =>
        isDue[at] === true && claimed.some((one) => canonicalJson(one as never) === canonicalJson(finding as never)),
    );
  });
}

/** Constraints that cannot be kept: those that the prices count on, or those that the result names where a search found them. */
function unmetConstraints(
  policy: Policy,
  rows: readonly Rule[],
  refuted: readonly Rule[] | undefined,
  claimed: readonly Finding[],
): Finding[] {
  const isUnmet = (row: Rule, bare: Finding): boolean =>
    refuted === undefined
      ? claimed.some(
          (one) => one.code === bare.code && one.path === bare.path && one.ids.join("\n") === bare.ids.join("\n"),
        )
      : refuted.includes(row);
  const unmet = rows
    .filter(({ isCircle }) => isCircle !== true)
    .flatMap((row): Finding[] => {
      const { totalLoad } = policy.constraints.find(({ id }) => id === row.key.id) ?? {};
      const cap =
        row.key.id === MAX_CHANGES && "maxChanges" in policy.standing ? policy.standing.maxChanges : undefined;
      const atMost = totalLoad ?? cap;
      const bare = about("constraint-unmet", row.key, atMost === undefined ? {} : { atMost });
      if (!isUnmet(row, bare)) return [];
      return [atMost === undefined ? bare : withNearest(bare, claimed, (count) => count > atMost)];
    });
  const noCycles = policy.constraints.find((one) => one.noCycles === true);
  const ofCircles = noCycles === undefined ? [] : [about("constraint-unmet", { id: noCycles.id })];
  const hasCircle =
    refuted === undefined ? ofCircles.some((one) => isUnmet(rows[0]!, one)) : refuted.some(({ isCircle }) => isCircle);
  return hasCircle ? [...unmet, ...ofCircles] : unmet;
}

function nearestMinima(world: World, ids: readonly string[], claimed: readonly Finding[]): Finding[] {
  return world.mentors.flatMap(({ id, minimum = 0 }) => {
    const bare: Finding = { code: "minimum-nearest", path: "mentors.minimum", ids: [id], numbers: { minimum } };
    const found = ids.includes(id) ? withNearest(bare, claimed, (count) => count >= 0 && count < minimum) : bare;
    return found === bare ? [] : [found];
  });
}

/** With the count that the result says is nearest, if it is one: no price says how near one can come, so it is not checked further. */
function withNearest(bare: Finding, claimed: readonly Finding[], isNear: (count: number) => boolean): Finding {
  // A limit may be short of both its bounds: the number tells which is meant.
  const same = claimed.find(
    ({ code, path, ids, numbers }) =>
      code === bare.code &&
      path === bare.path &&
      ids.join("\n") === bare.ids.join("\n") &&
      Object.keys(bare.numbers).every((name) => numbers?.[name] === bare.numbers[name]),
  );
  const nearest = same?.numbers?.nearest;
  const isSo = typeof nearest === "number" && Number.isInteger(nearest) && isNear(nearest);
  return isSo ? { ...bare, numbers: { ...bare.numbers, nearest } } : bare;
}

function nothingThere({ mentees, mentors, ...world }: World, isUnsaid: boolean): Finding[] {
  const hasPlaces = world.freeCapacity.some((places) => places > 0);
  const hasDemand = world.freeDemand.some((places) => places > 0);
  const so: readonly (readonly [code: string, path: string, isSo: boolean])[] = [
    ["no-mentees", "mentees", mentees.length === 0],
    ["no-mentors", "mentors", mentors.length === 0],
    ["no-places", "mentors.capacity", mentors.length > 0 && !hasPlaces],
    ["no-eligible-pair", "must", !isUnsaid && hasPlaces && hasDemand && !world.hasFreePair()],
  ];
  return so.filter(([, , isSo]) => isSo).map(([code, path]) => ({ code, path, ids: [], numbers: {} }));
}

function aboutPeople({ mentees, mentors, ...world }: World, pool: Pool, policy: Policy): Finding[] {
  const { ladder } = policy;
  const grades = new Set(ladder.flat());
  const idsOf = (people: readonly { readonly id: string }[]): string[] => people.map(({ id }) => id);
  const [menteeIds, mentorIds] = [new Set(idsOf(mentees)), new Set(idsOf(mentors))];
  const offLadder = [...mentees, ...mentors].filter(({ grade }) => grade !== undefined && !grades.has(grade));
  const isDecided = new Set(
    [...world.fixed, ...world.movable].map(({ mentee, mentor }) => `${mentees[mentee]!.id}\n${mentors[mentor]!.id}`),
  );
  const left = pool.pairs.filter(
    ({ menteeId, mentorId, status }) =>
      ["proposed", "accepted", "met", "agreed"].includes(status) && !isDecided.has(`${menteeId}\n${mentorId}`),
  );
  return [
    ...aboutAll("grade-not-on-ladder", "grade", ladder.length > 0 ? idsOf(offLadder) : []),
    // Not in words of its own: which of several like values is named beside which, only one reading can say.
    ...nearMisses(mentees, mentors, policy),
    ...circlesOf(pool).map((ids): Finding => {
      return { code: "reporting-line-cycle", path: "lineManager", ids, numbers: { people: ids.length } };
    }),
    ...aboutAll("over-capacity", "pairs", idsOf(mentors.filter((_, mentor) => world.isOverfull(mentor)))),
    ...aboutAll(
      "ended-by-withdrawal",
      "pairs",
      left.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
    ),
    ...aboutAll("avoid-unknown", "avoid", [
      ...mentees.flatMap(({ avoid = [] }) => avoid.filter((id) => !mentorIds.has(id))),
      ...mentors.flatMap(({ avoid = [] }) => avoid.filter((id) => !menteeIds.has(id))),
    ]),
  ];
}

function aboutOverrides({ mentees, mentors, overrides }: World, pool: Pool): Finding[] {
  const menteeAt = new Map(mentees.map(({ id }, index) => [id, index]));
  const mentorAt = new Map(mentors.map(({ id }, index) => [id, index]));
  return pool.overrides
    .filter(
      ({ menteeId, mentorId, rule }) => !overrides(menteeAt.get(menteeId)!, mentorAt.get(mentorId)!).includes(rule),
    )
    .sort(
      (a, b) => byCodeUnit(a.menteeId, b.menteeId) || byCodeUnit(a.mentorId, b.mentorId) || byCodeUnit(a.rule, b.rule),
    )
    .map(({ menteeId, mentorId, rule }) => {
      return { code: "override-not-needed", path: `overrides.${rule}`, ids: [menteeId, mentorId], numbers: {} };
    });
}

function aboutLocks({ mentees, mentors, refusedLocks }: World): Finding[] {
  const inOrder = [...refusedLocks].sort((a, b) => a.mentee - b.mentee || a.mentor - b.mentor);
  return inOrder.flatMap(({ mentee, mentor, refusedBy }) =>
    refusedBy.map((rule): Finding => {
      const ids = [mentees[mentee]!.id, mentors[mentor]!.id];
      return { code: "lock-refused", path: `locks.${rule}`, ids, numbers: {} };
    }),
  );
}

/** One finding about all of them, or none about nobody. */
function aboutAll(code: string, path: string, ids: readonly string[]): Finding[] {
  const once = [...new Set(ids)].sort(byCodeUnit);
  return once.length === 0 ? [] : [{ code, path, ids: once, numbers: { people: once.length } }];
}
