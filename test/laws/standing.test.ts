/** The law of standing pairs: those that may move do so for the objective's sake alone, and no other ever moves. */
import { expect, test } from "vitest";
import { match, verify } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { bestMatchings } from "../helpers/naive-levels.js";
import { random } from "../helpers/problems.js";
import { allMatchings, type TinyPair, tinyPool } from "../helpers/tiny-pools.js";

const keyOf = (pairs: readonly TinyPair[]): string =>
  pairs
    .map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)
    .sort()
    .join();

const OBJECTIVES = [
  ["keep", "coverage", "score"],
  ["coverage", "keep", "score"],
  ["coverage", "access", "keep"],
  ["coverage", "score"],
  ["score", "keep"],
];

/** A tiny pool in which more pairs stand, some of which may move. */
function standingPool(seed: number) {
  const next = random(seed + 11);
  const { pairs: _, ...pool } = tinyPool(seed);
  const willing = <P extends object>(people: readonly P[]) =>
    people.map((person) => (next() < 0.7 ? { ...person, willingToMove: next() < 0.8 } : person));
  const [mentees, mentors] = [willing(pool.mentees), willing(pool.mentors)];
  const all = mentees.flatMap((mentee) => mentors.map((mentor) => ({ mentee, mentor })));
  const ids = ({ mentee, mentor }: (typeof all)[number]): TinyPair => ({ menteeId: mentee.id, mentorId: mentor.id });
  const live = all.filter(() => next() < 0.3).map((pair) => ({ ...pair, isProposed: next() < 0.3 }));
  const isForbidden = (pair: TinyPair) => pool.forbids.some((one) => keyOf([one]) === keyOf([pair]));
  const locks = live
    .filter(() => next() < 0.1)
    .map(ids)
    .filter((pair) => !isForbidden(pair));
  const movable = live
    .filter(
      ({ mentee, mentor, isProposed }) =>
        isProposed ||
        ("willingToMove" in mentee && mentee.willingToMove && "willingToMove" in mentor && mentor.willingToMove),
    )
    .map(ids)
    .filter((pair) => !isForbidden(pair) && !locks.some((lock) => keyOf([lock]) === keyOf([pair])));
  const pairs = live.map((pair) => ({ ...ids(pair), status: pair.isProposed ? "proposed" : "accepted" }));
  return { people: { ...pool, mentees, mentors, pairs, locks }, movable, isForbidden };
}

test("match() moves only standing pairs that may move, and keeps as many as the objective says", () => {
  let moved = 0;
  let held = 0;
  let saved = 0;
  const wrong = faults(runs(600), (seed) => {
    const { people, movable, isForbidden } = standingPool(seed);
    const { scores, ...pool } = people;
    const objective = OBJECTIVES[seed % OBJECTIVES.length]!;
    const name = `seed ${seed}`;
    const minimumScore = seed % 2 === 0 ? 5000 : 0;
    const isPicky = seed % 3 === 0;
    const policy = {
      ...{ name, minimumScore, objective, standing: { pairs: "movable" } },
      must: isPicky ? [{ rule: "nominated" }] : [],
      prefer: [{ criterion: "pair-scores", scores, max: 10_000 }],
    };
    const isMovable = (pair: TinyPair) => movable.some((one) => keyOf([one]) === keyOf([pair]));
    const isRefused = ([menteeId, mentorId, score]: (typeof scores)[number]): boolean =>
      isForbidden({ menteeId, mentorId }) ||
      score < minimumScore ||
      (isPicky && !people.mentees.find(({ id }) => id === menteeId)!.nominations.includes(mentorId));
    const fixed = people.pairs.filter((pair) => !isMovable(pair));
    const forbids = scores
      .filter((row) => isRefused(row) && !isMovable({ menteeId: row[0], mentorId: row[1] }))
      .map(([menteeId, mentorId]) => ({ menteeId, mentorId }));
    const world = { ...people, pairs: fixed, forbids } as never;
    const keeps = (matching: readonly TinyPair[]): number => matching.filter(isMovable).length;
    const best = objective.reduce<readonly (readonly TinyPair[])[]>((left, level) => {
      if (level !== "keep") return bestMatchings(left, [level], world, name);
      const most = Math.max(...left.map(keeps));
      return left.filter((matching) => keeps(matching) === most);
    }, allMatchings(world));
    const result = match(pool as never, policy as never);
    if (result.status !== "proved") return result.status;
    if (!best.some((matching) => keyOf(matching) === keyOf(result.matches)))
      return `${objective}: ${keyOf(result.matches)} is not best; standing ${keyOf(people.pairs)}, movable ${keyOf(movable)}`;
    const made = keyOf(result.matches).split(",");
    const wrongOrigin = result.matches.find(
      (one) => (one.origin === "standing") !== people.pairs.some((pair) => keyOf([pair]) === keyOf([one])),
    );
    if (wrongOrigin !== undefined) return `${keyOf([wrongOrigin])} is ${wrongOrigin.origin}`;
    moved += movable.filter((pair) => !made.includes(keyOf([pair]))).length;
    held += fixed.length;
    if (
      result.matches.some(
        (one) =>
          isMovable(one) &&
          scores.some((row) => keyOf([{ menteeId: row[0], mentorId: row[1] }]) === keyOf([one]) && isRefused(row)),
      )
    )
      saved++;
    const checked = verify(pool as never, policy as never, result);
    return checked.status === "proved" ? undefined : `${objective}: ${JSON.stringify(checked.issues[0])}`;
  });
  expect(wrong).toEqual([]);
  expect([moved, held, saved].map((count) => count / runs(600) > 0.05)).toEqual([true, true, true]);
});
