/** What would help a whole cohort: more places, other mentors, fewer rules. */
import { compile } from "../matching/compile.js";
import { match } from "../matching/match.js";
import { checkTogether } from "../matching/together.js";
import type { Policy, PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, Pool } from "../types.js";
import { byGain, type Gain, gainOf, isGain, peopleIn } from "./advise/gain.js";
import { type AreaLack, type GradeLack, lackingIn } from "./advise/lacking.js";
import {
  arePricesExact,
  mostWanted,
  opened,
  pricePlaces,
  reaches,
  withPlaces,
  withRecruits,
} from "./advise/more-places.js";
import { type ProfileField, type Recruit, recruitsFor } from "./advise/recruits.js";
import { type RulePrice, rulePrices } from "./advise/without-rule.js";
import { confirmed } from "./confirmed.js";
import { solvedAnew } from "./what-if.js";

/** One more place at a mentor. */
export interface PlaceAdvice {
  readonly mentorId: string;
  readonly gain: Gain;
}

/** A kind of mentor to recruit. */
export interface ProfileAdvice {
  readonly profile: readonly ProfileField[];
  /** what one, two, … five of them with one place each gain together, each solved again */
  readonly gains: readonly Gain[];
}

/** What {@link advise} says. */
export interface Advice {
  /** mentees who take part and want a mentor; how many of them the best matching gives one, and the most that any matching could */
  readonly coverage: { readonly asking: number; readonly matched: number; readonly bound: number };
  /** mentors at whom one more place gains something, most first; at all others it gains nothing */
  readonly places: readonly PlaceAdvice[];
  /** profiles of new mentors, by what five of them gain, most first; at most three */
  readonly profiles: readonly ProfileAdvice[];
  /** whether no other profile of those looked at gains more than the first one does */
  readonly isFirstProfileBest: boolean;
  /** what each rule costs, dearest first */
  readonly rules: readonly RulePrice[];
  /** areas that are sought, and grades of those who ask, each most lacking first */
  readonly areas: readonly AreaLack[];
  readonly grades: readonly GradeLack[];
}

/** Recruits are counted up to so many. */
const RECRUITS = 5;

/** Profiles that are told of. */
const TOLD = 3;

/** Profiles that are solved again at most to find the best. */
const MOST_TRIED = 12;

/**
 * Whom to recruit, whom to ask for another place, and which rule costs most: for every mentor what one more place gains, for
 * kinds of mentors who might be recruited what one to five of them gain, and for every rule what dropping it would gain. Gains
 * are differences of two optima.
 *
 * A profile is one value that occurs in the pool for each fact of mentors that rules read. Where there are more than 600, they
 * are those that mentors of the pool have.
 *
 * @param resultInput - what `match` made of this pool and policy; without one, before anybody is matched, it is found
 * @throws InputError listing everything that is wrong with the pool or the policy, or where the result is not what it says
 * @throws SolverError as `match` does
 * @remarks On a network (no limits, no constraints, standing pairs fixed) with coverage and score among the levels, places cost
 * no solve, and profiles at most 24; else one for each mentor without a place left. One solve for each rule that refuses pairs
 * alone. All are proved by their own bounds; those of the rules, and of the first profile, are verified besides.
 *
 * @example
 * ```ts
 * import { advise } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "ana", department: "Law" }, { id: "bo", department: "Art" }], mentors: [{ id: "max", department: "Art" }] };
 * const { places, rules, profiles } = advise(pool, { name: "two", must: [{ rule: "different-department" }] });
 * places; // => []
 * rules.map(({ path, gain }) => [path, gain.people]); // => [["must.different-department", 0]]
 * profiles[0]?.profile; // => [{ field: "department", value: "Law" }]
 * ```
 */
export function advise(poolInput: PoolInput, policyInput: PolicyInput, resultInput?: MatchResult): Advice {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  checkTogether(pool, policy);
  const best = resultInput === undefined ? solvedAnew(pool, policy) : confirmed(pool, policy, resultInput);
  const columns = compile(pool, policy);
  const asking = columns.mentees.filter(
    (_, mentee) => columns.demand[mentee]! > 0 && columns.menteesPart.refusedBy[mentee]!.length === 0,
  ).length;
  const { profiles, isFirstProfileBest, places } = placesAndProfiles(pool, policy, best);
  return {
    coverage: { asking, matched: peopleIn(best), bound: coverageBound(pool, policy, best) },
    places,
    profiles,
    isFirstProfileBest,
    rules: rulePrices({ pool, policy }, best),
    ...lackingIn(columns, best),
  };
}

/** The most mentees that can have a mentor, whatever else the objective asks for. */
function coverageBound(pool: Pool, policy: Policy, best: MatchResult): number {
  const [first] = best.levels;
  if (first?.name === "coverage") return first.bound[0]!;
  const most = solvedAnew(pool, parsePolicy({ ...policy, objective: ["coverage"] }));
  return most.levels[0]?.bound[0] ?? peopleIn(most);
}

function placesAndProfiles(
  own: Pool,
  ownPolicy: Policy,
  best: MatchResult,
): Pick<Advice, "places" | "profiles" | "isFirstProfileBest"> {
  const { pool, policy } = opened(own, ownPolicy);
  const recruits = recruitsFor(pool, policy);
  const isExact = arePricesExact(policy, best);
  const priced = isExact
    ? pricePlaces(
        pool,
        policy,
        best,
        recruits.map(({ record }) => record),
        RECRUITS,
      )
    : undefined;
  const again = (changed: Pool): Gain => gainOf(best, provedAnew(changed, policy), { pool, policy });
  const gains =
    priced?.gains ??
    fullMentors(pool, policy, best).map((mentorId) => ({ mentorId, gain: again(withPlaces(pool, mentorId, 1)) }));
  const recruitsOf = ({ record }: Recruit, count: number): Gain => again(withRecruits(pool, record, count));

  const unpriced = () =>
    mostWanted(
      pool,
      policy,
      best,
      recruits.map(({ record }) => record),
    ).map((at) => ({ at, bound: undefined }));
  const tried: { readonly recruit: Recruit; readonly gain: Gain }[] = [];
  let isFirstProfileBest = true;
  const isReached = (first: Gain | undefined, bound: Float64Array | undefined): boolean =>
    first !== undefined && bound !== undefined && reaches(first, bound, priced!.components);
  for (const { at, bound } of priced?.recruits ?? unpriced()) {
    const first = [...tried].sort((a, b) => byGain(a.gain, b.gain))[0];
    if (isReached(first?.gain, bound) && tried.length >= TOLD) break;
    if (tried.length >= MOST_TRIED) {
      isFirstProfileBest = isReached(first?.gain, bound);
      break;
    }
    tried.push({ recruit: recruits[at]!, gain: recruitsOf(recruits[at]!, RECRUITS) });
  }
  const told = tried
    .filter(({ gain }) => isGain(gain))
    .sort((a, b) => byGain(a.gain, b.gain))
    .slice(0, TOLD);
  const [first] = told;
  if (first !== undefined) solvedAnew(withRecruits(pool, first.recruit.record, RECRUITS), policy);
  return {
    places: gains
      .filter(({ gain }) => isGain(gain))
      .sort((a, b) => byGain(a.gain, b.gain) || (a.mentorId < b.mentorId ? -1 : 1)),
    profiles: told.map(({ recruit, gain }) => ({
      profile: recruit.profile,
      gains: [...[1, 2, 3, 4].map((count) => recruitsOf(recruit, count)), gain],
    })),
    isFirstProfileBest,
  };
}

/** A run whose own bound proves it; any other is checked from scratch. Checking takes longer than solving. */
function provedAnew(pool: Pool, policy: Policy): MatchResult {
  const result = match(pool, policy);
  return result.status === "proved" ? result : solvedAnew(pool, policy);
}

/** Mentors whom one more place might help: where something cuts across, all of them, else those without a place left. */
function fullMentors({ mentors }: Pool, policy: Policy, best: MatchResult): string[] {
  const hasPlaces = new Set(best.reserve.map(({ mentorId }) => mentorId));
  const away = new Set(best.notTakingPart.filter(({ role }) => role === "mentor").map(({ id }) => id));
  const isConvex =
    policy.constraints.length === 0 && best.run.solver !== "linear-program" && "length" in policy.objective;
  return mentors
    .map(({ id }) => id)
    .filter((id) => !away.has(id) && !(isConvex && hasPlaces.has(id)))
    .sort();
}
