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
import { arePricesExact, opened, pricePlaces, reaches, withPlaces, withRecruits } from "./advise/more-places.js";
import { isMore } from "./advise/one-place.js";
import { type RecruitBounds, recruitBounds } from "./advise/recruit-bounds.js";
import { type ProfileField, type Recruit, recruitsFor } from "./advise/recruits.js";
import { type RulePrice, rulePrices } from "./advise/without-rule.js";
import { confirmed } from "./confirmed.js";
import { solvedAnew } from "./what-if.js";

/** One more place at a mentor. */
export interface PlaceAdvice {
  /** id of the mentor who would have one place more than now */
  readonly mentorId: string;
  /** what that place gains, everybody matched anew; never nothing at all */
  readonly gain: Gain;
}

/** A kind of mentor to recruit. */
export interface ProfileAdvice {
  /**
   * a value for each fact of mentors that the policy's rules read and the pool knows, in order of the field; empty
   * where rules read none
   */
  readonly profile: readonly ProfileField[];
  /** what one, two, … five of them with one place each gain together, each solved again */
  readonly gains: readonly Gain[];
}

/** What {@link advise} says. */
export interface Advice {
  /** how many mentees could have a mentor at best */
  readonly coverage: {
    /** mentees who take part and want a mentor, those with a standing pair among them */
    readonly asking: number;
    /** mentees to whom the best matching gives at least one mentor */
    readonly matched: number;
    /** mentees who have one at most in any matching, whatever else the objective asks for: the proved bound of coverage */
    readonly bound: number;
  };
  /** mentors at whom one more place gains something, most first; at all others it gains nothing */
  readonly places: readonly PlaceAdvice[];
  /** profiles of new mentors, by what five of them gain, most first; at most three */
  readonly profiles: readonly ProfileAdvice[];
  /** whether it is proved that no profile gains more than the first one does; else too much was left to try */
  readonly isFirstProfileBest: boolean;
  /** what each rule costs, dearest first */
  readonly rules: readonly RulePrice[];
  /** areas sought by mentees who still want a mentor, the one that lacks most places first */
  readonly areas: readonly AreaLack[];
  /** grades of mentees who still want a mentor, the one that lacks most places first */
  readonly grades: readonly GradeLack[];
}

/** Recruits are counted up to so many. */
const RECRUITS = 5;

/** Profiles that are told of. */
const TOLD = 3;

/** Profiles that are solved again at most to find the best. */
const MOST_TRIED = 40;

/**
 * Whom to recruit, whom to ask for another place, and which rule costs most: for every mentor what one more place gains, for
 * kinds of mentors who might be recruited what one to five of them gain, and for every rule what dropping it would gain. Gains
 * are differences of two optima.
 *
 * A profile is one value that occurs in the pool for each fact of mentors that rules read. Which one is best is proved by bounds
 * from the prices of what was solved: those profiles whose bound the best one reaches need no trying. `isFirstProfileBest` is
 * `false` only where bounds do not close in 40 tries, or where there are more than 4 000 000 profiles × mentees: then they
 * are those that mentors of the pool have.
 *
 * @param resultInput - what `match` made of this pool and policy; without one, before anybody is matched, it is found
 * @throws InputError listing everything that is wrong with the pool or the policy, or where the result is not what it says
 * @throws SolverError as `match` does
 * @remarks On a network (no limits, no constraints, standing pairs fixed) with coverage and score among the levels, places cost
 * no solve; else one for each mentor without a place left. One solve for each rule that refuses pairs
 * alone, and 52 at most for the profiles. All are proved by their own bounds; those of the rules, and of the first profile, are verified besides.
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
        recruits.list.map(({ record }) => record),
        RECRUITS,
      )
    : undefined;
  const again = (changed: Pool): Gain => gainOf(best, provedAnew(changed, policy), { pool, policy });
  const gains =
    priced?.gains ??
    fullMentors(pool, policy, best).map((mentorId) => ({ mentorId, gain: again(withPlaces(pool, mentorId, 1)) }));
  const recruitsOf = ({ record }: Recruit, count: number): Gain => again(withRecruits(pool, record, count));

  const records = recruits.list.map(({ record }) => record);
  const bounds = recruitBounds(pool, policy, best, records, RECRUITS);
  bounds.tighten(best);
  for (const { at, bound } of priced?.recruits ?? []) bounds.lower(at, bound);
  // Where places' prices are exact, whoever has none gains nothing.
  const left = new Set(priced === undefined ? bounds.candidates : priced.recruits.map(({ at }) => at));
  const tried: { readonly recruit: Recruit; readonly gain: Gain }[] = [];
  let isFirstProfileBest = recruits.areAll;
  for (let at = greatest(left, bounds); at !== undefined; at = greatest(left, bounds)) {
    const first = [...tried].sort((a, b) => byGain(a.gain, b.gain))[0];
    const bound = bounds.of(at);
    const isReached = first !== undefined && bound !== undefined && reaches(first.gain, bound, bounds.components);
    if (isReached && tried.length >= TOLD) break;
    if (tried.length >= MOST_TRIED) {
      isFirstProfileBest &&= isReached;
      break;
    }
    left.delete(at);
    const recruit = recruits.list[at]!;
    const after = provedAnew(withRecruits(pool, recruit.record, RECRUITS), policy);
    tried.push({ recruit, gain: gainOf(best, after, { pool, policy }) });
    bounds.tighten(after);
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

/** The recruit of the greatest bound, the first of several; where nothing is known of one, that. */
function greatest(left: ReadonlySet<number>, { of }: RecruitBounds): number | undefined {
  let found: number | undefined;
  for (const at of left) {
    const [bound, most] = [of(at), found === undefined ? undefined : of(found)];
    if (bound === undefined) return at;
    if (most === undefined || isMore(bound, most, 0)) found = at;
  }
  return found;
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
