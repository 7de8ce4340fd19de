/**
 * What so many recruits of one profile gain at most, from the prices of any result of the pool or of the pool with other recruits.
 *
 * Whatever the prices, they bound what the pool can reach (weak duality; the formula stands with `Prices`), and so many recruits
 * add no more to that bound than the best of their pairs are worth above their mentees' and limits' prices. The prices of
 * the pool with some recruits bound those who are like these best: so each profile that is solved rules out others.
 */
import { compile } from "../../matching/compile.js";
import { fixPairs } from "../../matching/fixed.js";
import { limitKey } from "../../matching/limit-groups.js";
import { eligiblePairs } from "../../matching/pairs.js";
import { formProblem } from "../../matching/problem.js";
import { limitedPairs } from "../../matching/solvers/limited-pairs.js";
import type { Policy } from "../../policy/policy.js";
import { parsePool } from "../../pool.js";
import type { MatchResult, Mentor, Pool, Price, Proof } from "../../types.js";
import { componentsOf, keepTop, type Priced } from "./more-places.js";
import { isMore, pairValue } from "./one-place.js";

export interface RecruitBounds {
  readonly components: Priced["components"];
  /** recruits of whom somebody could have one, each sort once, in an order that begins with those whom most people lack */
  readonly candidates: readonly number[];
  /** the bound that is known of one of them; `undefined` where no prices tell */
  readonly of: (at: number) => Float64Array | undefined;
  readonly lower: (at: number, bound: Float64Array) => void;
  /** lowers all bounds by what the prices of another result tell; those of constraints are no use */
  readonly tighten: (result: MatchResult) => void;
}

/** @param most - how many of each recruit the bounds are for */
export function recruitBounds(
  pool: Pool,
  policy: Policy,
  best: MatchResult,
  recruits: readonly Mentor[],
  most: number,
): RecruitBounds {
  const columns = compile(parsePool({ ...pool, mentors: [...pool.mentors, ...recruits] }), policy);
  const fixed = fixPairs(columns);
  const pairs = eligiblePairs(columns, fixed)!;
  const problem = formProblem(columns, fixed, pairs);
  const { mentees, mentors, start, mentor: mentorOf, demand, capacity, minimum, limits = [] } = problem;
  const levels = problem.levels.filter(({ name }) => name !== "lottery");
  const size = levels.length;
  const nothing = new Float64Array(size);
  const menteeUnit = firsts(demand);
  const mentorUnit = firsts(capacity);
  const recruitAt = Int32Array.from(columns.mentors, () => -1);
  for (const [at, { id }] of recruits.entries()) recruitAt[columns.mentorIndex.get(id)!] = at;
  const counted = limits.map((limit) => limitedPairs(problem, limit));

  /** The pairs of each recruit, and the mentee of each pair. */
  const own = recruits.map((): number[] => []);
  const menteeOf = new Int32Array(mentorOf.length);
  for (let i = 0; i < mentees; i++) {
    menteeOf.fill(i, start[i]!, start[i + 1]!);
    for (let p = start[i]!; p < start[i + 1]!; p++)
      if (recruitAt[mentorOf[p]!]! >= 0) own[recruitAt[mentorOf[p]!]!]!.push(p);
  }
  const left = new Set(best.unmatched.map(({ menteeId }) => columns.menteeIndex.get(menteeId)!));
  const wanted = own.map((list) => list.filter((p) => left.has(menteeOf[p]!)).length);
  const known = new Set<string>();
  const candidates = [...recruits.keys()]
    .filter((at) => {
      const key = own[at]!.map((p) => `${menteeOf[p]}:${pairs.score[p]}`).join(" ");
      if (own[at]!.length === 0 || known.has(key)) return false;
      known.add(key);
      return true;
    })
    .sort((a, b) => wanted[b]! - wanted[a]! || a - b);
  const bounds: (Float64Array | undefined)[] = recruits.map(() => undefined);
  const value = valueOfBest();

  return {
    components: componentsOf({ pool, policy }, levels, columns.mentees, (i) => demand[i]! + fixed.menteeUsed[i]! > 0),
    candidates,
    of: (at) => bounds[at],
    lower,
    tighten: ({ proof, levels: told }) => {
      // Fewer levels there, of fewer places or groups, have other prices.
      const names = told
        .flatMap(({ name, value: parts }) => parts.map(() => name))
        .filter((name) => name !== "lottery");
      if (names.join() !== levels.map(({ name }) => name).join()) return;
      const prices = pricesIn(proof);
      const base = prices && baseOf(prices);
      if (base === undefined) return;
      for (const at of candidates) {
        const top: Float64Array[] = [];
        for (const p of own[at]!) {
          const i = menteeOf[p]!;
          const unit = mentorUnit[mentorOf[p]!]!;
          const worth = prices!.left(p);
          for (let l = 0; l < size; l++) worth[l]! += levels[l]!.mentor?.[unit] ?? 0;
          // Somebody who asks for several mentors may have several of them.
          for (let k = Math.min(most, demand[i]!); k > 0 && isMore(worth, nothing, 0); k--) keepTop(top, worth, most);
        }
        lower(at, top.reduce(plus, base));
      }
    },
  };

  function lower(at: number, bound: Float64Array): void {
    if (bounds[at] === undefined || isMore(bounds[at], bound, 0)) bounds[at] = bound;
  }

  /** The prices of a proof by index; `undefined` where something has one that is not known here. */
  function pricesIn({ mentees: ofMentees, mentors: ofMentors, limits: ofLimits = [], constraints = [] }: Proof) {
    if (constraints.some(({ price }) => price.slice(0, size).some((one) => one !== 0))) return undefined;
    const listed = (index: ReadonlyMap<string, number>, count: number, list: readonly Price[]): Float64Array[] => {
      const all = Array.from({ length: count }, () => nothing);
      for (const { id, price } of list)
        if (index.has(id)) all[index.get(id)!] = Float64Array.from(price.slice(0, size));
      return all;
    };
    const ofKey = new Map(ofLimits.map(({ price, ...key }) => [keyOf(key), Float64Array.from(price.slice(0, size))]));
    const limit = limits.map((group) => ofKey.get(keyOf(limitKey(group))) ?? nothing);
    const byLimits = new Map<number, Float64Array>();
    for (const [g, positions] of counted.entries()) {
      if (limit[g] === nothing) continue;
      for (const p of positions) byLimits.set(p, plus(byLimits.get(p) ?? nothing, limit[g]!));
    }
    const mentee = listed(columns.menteeIndex, mentees, ofMentees);
    const mentor = listed(columns.mentorIndex, mentors, ofMentors);
    /** what a pair is worth above its mentee's and limits' prices */
    const leftOf = (p: number): Float64Array => {
      const i = menteeOf[p]!;
      const limited = byLimits.get(p) ?? nothing;
      return Float64Array.from(
        levels,
        (level, l) => pairValue(level, i, mentorOf[p]!, p) - mentee[i]![l]! - limited[l]!,
      );
    };
    return { mentee, mentor, limit, left: leftOf };
  }

  /** What the pool without recruits reaches at most above what it does; `undefined` where prices bound nothing. */
  function baseOf({ mentee, mentor, limit, left: leftOf }: NonNullable<ReturnType<typeof pricesIn>>) {
    const bound = value.map((own) => -own);
    const add = (worth: ArrayLike<number>, times: number): void => {
      for (let l = 0; l < size; l++) bound[l]! += times * worth[l]!;
    };
    const addGain = (worth: Float64Array): void => {
      if (isMore(worth, nothing, 0)) add(worth, 1);
    };
    const unitOf = (side: "mentee" | "mentor", price: Float64Array, unit: number): Float64Array =>
      price.map((one, l) => one + (levels[l]![side]?.[unit] ?? 0));
    for (let i = 0; i < mentees; i++)
      for (let k = 0; k < demand[i]!; k++) addGain(unitOf("mentee", mentee[i]!, menteeUnit[i]! + k));
    for (let j = 0; j < mentors; j++) {
      if (recruitAt[j]! >= 0) continue;
      for (let l = 0; l < capacity[j]!; l++) {
        const worth = unitOf("mentor", mentor[j]!, mentorUnit[j]! + l);
        if (l < minimum[j]!) add(worth, 1);
        else addGain(worth);
      }
    }
    for (const [g, price] of limit.entries()) {
      const isUpper = isMore(price, nothing, 0);
      if (isUpper && limits[g]!.most === Number.POSITIVE_INFINITY) return undefined;
      if (price !== nothing) add(price, isUpper ? limits[g]!.most : limits[g]!.least);
    }
    for (let p = 0; p < mentorOf.length; p++) {
      if (recruitAt[mentorOf[p]!]! >= 0) continue;
      const worth = leftOf(p);
      for (let l = 0; l < size; l++) worth[l]! -= mentor[mentorOf[p]!]![l]!;
      addGain(worth);
    }
    return bound;
  }

  /** What the levels give for the pairs of the best matching that were open to choice. */
  function valueOfBest(): Float64Array {
    const total = new Float64Array(size);
    const decided = new Set(fixed.pairs.map(({ mentee, mentor }) => mentee * mentors + mentor));
    const count = { mentee: new Int32Array(mentees), mentor: new Int32Array(mentors) };
    for (const { menteeId, mentorId } of best.matches) {
      const [i, j] = [columns.menteeIndex.get(menteeId)!, columns.mentorIndex.get(mentorId)!];
      if (decided.has(i * mentors + j)) continue;
      const p = start[i]! + mentorOf.subarray(start[i]!, start[i + 1]!).indexOf(j);
      const [menteeAt, mentorAt] = [menteeUnit[i]! + count.mentee[i]!++, mentorUnit[j]! + count.mentor[j]!++];
      for (const [l, level] of levels.entries())
        total[l]! += pairValue(level, i, j, p) + (level.mentee?.[menteeAt] ?? 0) + (level.mentor?.[mentorAt] ?? 0);
    }
    return total;
  }
}

const plus = (a: Float64Array, b: Float64Array): Float64Array => a.map((one, l) => one + b[l]!);

const keyOf = ({
  id,
  personId,
  group,
}: {
  readonly id: string;
  readonly personId?: string;
  readonly group?: unknown;
}) => JSON.stringify([id, personId ?? null, group ?? null]);

function firsts(places: Int32Array): Int32Array {
  const first = new Int32Array(places.length);
  for (let person = 1; person < places.length; person++) first[person] = first[person - 1]! + places[person - 1]!;
  return first;
}
