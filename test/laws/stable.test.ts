/** The laws of stability: no pair blocks, the side that proposes does best, and it never pays a mentee to nominate otherwise. */
import { expect, test } from "vitest";
import { blockingPairs, match, verify } from "../../src/index.js";
import type { MatchResult } from "../../src/types.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";
import {
  asked,
  keyOf,
  matchingsOf,
  menteeList,
  mentorList,
  naiveBlocking,
  type StablePool,
  stablePool,
} from "../helpers/stable-pools.js";
import type { TinyPair } from "../helpers/tiny-pools.js";

const SIDES = ["mentees", "mentors"] as const;

type Matching = readonly TinyPair[];

/** Whether nobody of a side would rather have the second matching. */
function suits(pool: StablePool, side: (typeof SIDES)[number], one: Matching, other: Matching, seed: string): boolean {
  const key = side === "mentees" ? "menteeId" : "mentorId";
  const partner = side === "mentees" ? "mentorId" : "menteeId";
  const listOf = side === "mentees" ? menteeList : mentorList;
  return pool[side].every(({ id }) => {
    const list = listOf(pool, id, seed);
    const places = (matching: Matching): number[] =>
      matching
        .filter((pair) => pair[key] === id)
        .map((pair) => list.indexOf(pair[partner]))
        .sort((a, b) => a - b);
    const [has, would] = [places(one), places(other)];
    // Places filled, one by one: those of stable matchings are equally many.
    return has.length >= would.length && has.every((place, at) => place <= (would[at] ?? place));
  });
}

test("match() with a stable objective finds, of all stable matchings, the best for the side that proposes", () => {
  let several = 0;
  let decided = 0;
  const wrong = faults(runs(250, 3), (seed) => {
    const pool = stablePool(seed);
    const name = `seed ${seed}`;
    const stable = matchingsOf(pool).filter((matching) => naiveBlocking(pool, matching, name).length === 0);
    if (stable.length > 1) several++;
    if (pool.pairs.length + pool.locks.length > 0) decided++;
    for (const side of SIDES) {
      const [people, policy] = asked(pool, { stable: side }, name);
      const result = match(people, policy);
      const best = stable.filter((one) => stable.every((other) => suits(pool, side, one, other, name)));
      if (best.length !== 1) return `${best.length} matchings are best for the ${side}`;
      if (result.status !== "proved") return result.status;
      if (keyOf(result.matches) !== keyOf(best[0]!)) return `${side}: ${keyOf(result.matches)}, not ${keyOf(best[0]!)}`;
      const checked = verify(people, policy, result);
      if (checked.status !== "proved") return `${side}: ${JSON.stringify(checked.issues[0])}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(several / runs(250, 3)).toBeGreaterThan(0.1);
  expect(decided / runs(250, 3)).toBeGreaterThan(0.15);
});

/** A result as another objective's run would have it, told as one of this policy. */
const toldAs = (result: MatchResult, of: MatchResult): MatchResult => ({
  ...result,
  levels: of.levels,
  proof: of.proof,
  run: of.run,
  status: of.status,
});

test("verify() refutes a matching that is not stable, and a stable one that is not the best for the proposers", () => {
  let blocked = 0;
  let worse = 0;
  const wrong = faults(runs(150, 3), (seed) => {
    const pool = stablePool(seed);
    const name = `seed ${seed}`;
    for (const [side, other] of [SIDES, [...SIDES].reverse()] as const) {
      const [people, policy] = asked(pool, { stable: side }, name);
      const right = match(people, policy);
      for (const objective of [{ stable: other }, ["coverage", "score"]]) {
        const claimed = toldAs(match(...asked(pool, objective, name)), right);
        const { issues } = verify(people, policy, claimed);
        const blocking = naiveBlocking(pool, claimed.matches, name);
        const pairs = issues.filter(({ code }) => code === "blocking-pair").map(({ ids }) => ids.join("-"));
        if (pairs.sort().join() !== keyOf(blocking)) return `${side}: ${pairs} block, not ${keyOf(blocking)}`;
        if (blocking.length > 0) blocked++;
        const isWorse = blocking.length === 0 && keyOf(claimed.matches) !== keyOf(right.matches);
        if (isWorse) worse++;
        if (issues.some(({ code }) => code === "better-for-proposers") !== isWorse)
          return `${side}: ${keyOf(claimed.matches)} is ${isWorse ? "worse" : "best"}`;
      }
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(blocked / runs(150, 3)).toBeGreaterThan(0.3);
  expect(worse / runs(150, 3)).toBeGreaterThan(0.1);
});

test("blockingPairs() lists the pairs that would both rather be together, whatever the objective", () => {
  let found = 0;
  const wrong = faults(runs(150, 3), (seed) => {
    const pool = stablePool(seed);
    const name = `seed ${seed}`;
    const isAlike = (menteeId: string, one: string, other: string): boolean => {
      const { nominations } = pool.mentees.find(({ id }) => id === menteeId)!;
      const score = (mentorId: string) => pool.scores.find((row) => row[0] === menteeId && row[1] === mentorId)![2];
      return !nominations.includes(one) && !nominations.includes(other) && score(one) === score(other);
    };
    for (const objective of [["coverage", "score"], ["score"], ["first-choices"], { stable: "mentors" }]) {
      const [people, policy] = asked(pool, objective, name);
      const result = match(people, policy);
      const pairs = naiveBlocking(pool, result.matches, name, isAlike);
      if (pairs.length > 0) found++;
      const got = blockingPairs(people, policy, result);
      if (keyOf(got) !== keyOf(pairs)) return `${JSON.stringify(objective)}: ${keyOf(got)}, not ${keyOf(pairs)}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(found / runs(150, 3)).toBeGreaterThan(0.3);
});

test("match() with a stable objective fills the same places whoever proposes, and no others could be filled", () => {
  const places = (list: Matching, key: "menteeId" | "mentorId"): string =>
    list
      .map((pair) => pair[key])
      .sort()
      .join();
  let differ = 0;
  const wrong = faults(runs(150, 3), (seed) => {
    const pool = stablePool(seed);
    const [one, other] = SIDES.map((side) => match(...asked(pool, { stable: side }, `seed ${seed}`)));
    if (keyOf(one!.matches) !== keyOf(other!.matches)) differ++;
    for (const key of ["menteeId", "mentorId"] as const)
      if (places(one!.matches, key) !== places(other!.matches, key)) return `${key} differ`;
    // The theorem of the rural hospitals: whoever has places left has the very same mentees.
    for (const { mentorId } of one!.reserve) {
      const its = (result: MatchResult) => keyOf(result.matches.filter((pair) => pair.mentorId === mentorId));
      if (its(one!) !== its(other!)) return `${mentorId} has others`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(differ / runs(150, 3)).toBeGreaterThan(0.1);
});

test("match() with mentees proposing never gives a mentee somebody she would rather have for nominating otherwise", () => {
  let changed = 0;
  const wrong = faults(runs(120, 3), (seed) => {
    const pool = stablePool(seed);
    const name = `seed ${seed}`;
    const next = random(seed + 1);
    const { id } = pool.mentees[Math.floor(next() * pool.mentees.length)]!;
    const list = menteeList(pool, id, name);
    const placeOf = (result: MatchResult): number => {
      const own = result.matches.find(({ menteeId }) => menteeId === id);
      return own === undefined ? list.length : list.indexOf(own.mentorId);
    };
    const honest = placeOf(match(...asked(pool, { stable: "mentees" }, name)));
    for (const nominations of arrangements(pool.mentors.map((mentor) => mentor.id))) {
      const mentees = pool.mentees.map((mentee) => (mentee.id === id ? { ...mentee, nominations } : mentee));
      const got = placeOf(match(...asked({ ...pool, mentees }, { stable: "mentees" }, name)));
      if (got !== honest) changed++;
      if (got < honest) return `${id} gains by nominating ${nominations}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(changed / runs(120, 3)).toBeGreaterThan(1);
});

/** Every list of some of them in any order. */
function arrangements(ids: readonly string[]): string[][] {
  return [[], ...ids.flatMap((id) => arrangements(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]))];
}
