/** The laws of ambiguity, interventions, quality and comparisons: each figure is what trying everything comes to. */
import { expect, test } from "vitest";
import { ambiguity, compare, interventions, type LevelDifference, match, quality } from "../../src/index.js";
import { greatest, plainPool, scored, tinyWorld, worthOf } from "../helpers/asked-pools.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { bestMatchings } from "../helpers/naive-levels.js";
import { random } from "../helpers/problems.js";
import { allMatchings, type TinyPair, type TinyPool } from "../helpers/tiny-pools.js";

const keyOf = ({ menteeId, mentorId }: TinyPair): string => `${menteeId} ${mentorId}`;
const has = (matching: readonly TinyPair[], pair: TinyPair): boolean =>
  matching.some((one) => keyOf(one) === keyOf(pair));

/** A price as {@link worthOf} lays worth out: coverage in so many places, then score. */
function flat(price: readonly LevelDifference[], length: number): number[] {
  const [coverage = [], score = []] = price.map(({ difference }) => difference);
  return [...Array.from({ length: length - 1 }, (_, at) => coverage[at] ?? 0), ...score];
}

const bestOf = (pool: TinyPool, matchings: readonly (readonly TinyPair[])[]): readonly number[] | undefined =>
  greatest(matchings.map((matching) => worthOf(pool, matching)));

const minus = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, at) => value - other[at]!);

test("ambiguity() names the new matches that some other optimum lacks, and the gap of the best result without one", () => {
  let several = 0;
  let gaps = 0;
  const objectives = [
    ["coverage", "score"],
    ["coverage", "first-choices"],
    ["score"],
    ["spread", "coverage", "worst-off"],
  ];
  const wrong = faults(runs(80, 4), (seed) => {
    const { pool, matchings } = tinyWorld(seed);
    const objective = objectives[seed % 4]!;
    const [people, policy] = scored(pool, { objective });
    const result = match(people, policy);
    const made = result.matches.filter(({ origin }) => origin === "new");
    const best = bestMatchings(matchings, objective, pool, "law");
    const expected = made.filter((pair) => best.some((matching) => !has(matching, pair))).map(keyOf);
    const { changeable, runnerUp } = ambiguity(people, policy, result);
    if (changeable.map(keyOf).join() !== expected.join()) return `${changeable.map(keyOf)}, not ${expected}`;
    if (expected.length > 0) several++;
    // With a limit that binds nobody every match is tried instead.
    const limited = scored(pool, { objective, limits: [{ id: "all", atMost: 99 }] });
    const tried = ambiguity(...limited, match(...limited)).changeable.map(keyOf);
    if (tried.join() !== expected.join()) return `${tried} when tried, not ${expected}`;
    if (seed % 4 !== 0 || made.length === 0) return undefined;
    const second = bestOf(
      pool,
      matchings.filter((matching) => made.some((pair) => !has(matching, pair))),
    );
    if ((second === undefined) !== (runnerUp === null)) return "a runner-up or none";
    if (second === undefined) return undefined;
    const gap = minus(bestOf(pool, matchings)!, second);
    gaps++;
    return flat(runnerUp!.price, gap.length).join() === gap.join() ? undefined : `gap of ${gap}`;
  });
  expect(wrong).toEqual([]);
  expect(several).toBeGreaterThan(0);
  expect(gaps).toBeGreaterThan(0);
});

test("interventions() prices each lock, forbid and override at the exact difference of two optima", () => {
  let locks = 0;
  let overridden = 0;
  const wrong = faults(runs(80, 4), (seed) => {
    const { pool, matchings } = tinyWorld(seed);
    const next = random(seed + 3);
    const free = matchings.filter((matching) => matching.length > pool.pairs.length);
    const some = free[Math.floor(next() * free.length)]?.filter((pair) => !has(pool.pairs, pair)) ?? [];
    const lock = next() < 0.7 ? some[0] : undefined;
    // A rule that refuses what the forbids do, and is set aside for one of them.
    const isRule = next() < 0.5;
    const set = isRule ? pool.forbids[0] : undefined;
    const rest = pool.forbids.filter((pair) => !isRule || pair === set);
    const words = {
      locks: lock === undefined ? [] : [{ ...lock, by: "kim", reasonClass: "asked for" }],
      forbids: isRule ? [] : pool.forbids,
      overrides: set === undefined ? [] : [{ ...set, rule: "same", reason: "law", on: "2026-01-02" }],
    };
    const barred = new Set(rest.map(keyOf));
    const department = (role: string, id: string) => `${role}${id}`;
    const people = {
      ...pool,
      ...words,
      mentees: pool.mentees.map((one) => ({
        ...one,
        department: isRule
          ? pool.mentors.filter(({ id }) => !barred.has(`${one.id} ${id}`)).map(({ id }) => department("x", id))
          : "x",
      })),
      mentors: pool.mentors.map((one) => ({ ...one, department: isRule ? department("x", one.id) : "x" })),
    };
    const mentees = people.mentees.map((one) => (one.department.length === 0 ? { ...one, department: "none" } : one));
    const must = [{ rule: "same-attribute", attribute: "department", id: "same" }];
    const [asked, policy] = scored({ ...people, mentees }, { must });
    const result = match(asked, policy);
    if (result.status === "infeasible") return undefined;
    // What the words leave, with one of them taken back.
    const allowed = (without?: string): readonly (readonly TinyPair[])[] => {
      const forbids = isRule
        ? rest.filter((pair) => !(pair === set && without !== "override"))
        : rest.filter((pair) => keyOf(pair) !== without);
      const all = allMatchings({ ...pool, forbids });
      return lock === undefined || without === "lock" ? all : all.filter((matching) => has(matching, lock));
    };
    const now = bestOf(pool, allowed())!;
    for (const one of interventions(asked, policy, result)) {
      const then = bestOf(pool, allowed(one.kind === "forbid" ? keyOf(one) : one.kind));
      if ((then === undefined) !== (one.price === null)) return `${one.kind} ${keyOf(one)}: possible or not`;
      if (then === undefined) continue;
      if (one.kind === "lock") locks++;
      if (one.kind === "override") overridden++;
      const price = flat(one.price!, now.length);
      if (price.join() !== minus(then, now).join())
        return `${one.kind} ${keyOf(one)}: ${price}, not ${minus(then, now)}`;
      if (one.kind === "lock" && (one.by !== "kim" || one.reasonClass !== "asked for")) return "who and why";
      if (one.kind !== "lock") continue;
      const without = match(...scored({ ...people, mentees, locks: [] }, { must }));
      const counts = (matches: readonly TinyPair[], id: string) =>
        matches.filter(({ menteeId }) => menteeId === id).length;
      const displaced = pool.mentees
        .map(({ id }) => id)
        .filter((id) => counts(without.matches, id) > counts(result.matches, id));
      if (displaced.join() !== one.displaces.join()) return `displaces ${one.displaces}, not ${displaced}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(locks).toBeGreaterThan(0);
  expect(overridden).toBeGreaterThan(0);
});

test("quality() counts envy, ranks, choices, load and scores as one counts them by hand", () => {
  let envy = 0;
  const wrong = faults(runs(120, 4), (seed) => {
    const { pool } = tinyWorld(seed);
    const [people, policy] = scored(pool, { objective: [["coverage", "score"], ["score"]][seed % 2] });
    const result = match(people, policy);
    const told = quality(people, policy, result);
    const mentorsOf = (id: string) => result.matches.filter(({ menteeId }) => menteeId === id);
    const counts = pool.mentors.map(({ id }) => result.matches.filter(({ mentorId }) => mentorId === id).length);
    const decided = (id: string) => pool.pairs.filter(({ mentorId }) => mentorId === id).length;
    const wish = (mentee: TinyPool["mentees"][number], id: string): number => {
      const at = mentee.nominations.indexOf(id);
      return at >= 0 ? 1e6 - at : pool.scores.find((row) => row[0] === mentee.id && row[1] === id)![2];
    };
    const ranks: number[] = [];
    for (const mentee of pool.mentees) {
      const standing = pool.pairs.filter(({ menteeId }) => menteeId === mentee.id);
      const free = pool.mentors
        .filter(({ id, capacity }) => decided(id) < capacity && standing.length < mentee.demand)
        .map(({ id }) => id)
        .filter((id) => ![...pool.forbids, ...standing].some((p) => p.menteeId === mentee.id && p.mentorId === id));
      const own = mentorsOf(mentee.id).filter(({ origin }) => origin === "new");
      ranks.push(
        ...own.map(({ mentorId }) => 1 + free.filter((id) => wish(mentee, id) > wish(mentee, mentorId)).length),
      );
      const hasRoom = own.length < mentee.demand - standing.length;
      const envied = free
        .filter((id) => !own.some(({ mentorId }) => mentorId === id))
        .filter(
          (id) =>
            counts[pool.mentors.findIndex((one) => one.id === id)]! >=
            pool.mentors.find((one) => one.id === id)!.capacity,
        )
        .filter((id) => hasRoom || own.some(({ mentorId }) => wish(mentee, id) > wish(mentee, mentorId)));
      envy += envied.length;
      const listed = told.envious.find(({ menteeId }) => menteeId === mentee.id)?.mentorIds ?? [];
      if (listed.join() !== envied.join()) return `${mentee.id} envies ${listed}, not ${envied}`;
    }
    const tally = (numbers: readonly number[]) =>
      [...new Set(numbers)]
        .sort((a, b) => a - b)
        .map((n) => `${n}:${numbers.filter((one) => one === n).length}`)
        .join();
    if (told.ranks.map(({ rank, matches }) => `${rank}:${matches}`).join() !== tally(ranks))
      return `ranks ${tally(ranks)}`;
    if (told.load.mentors.map((one) => `${one.matches}:${one.mentors}`).join() !== tally(counts))
      return `load ${tally(counts)}`;
    const empty = pool.mentors.reduce((sum, { capacity }, at) => sum + Math.max(0, capacity - counts[at]!), 0);
    if (told.load.empty !== empty || told.load.filled !== result.matches.length) return `${told.load.empty} places`;
    const asked = result.matches.filter(
      ({ menteeId }) => pool.mentees.find(({ id }) => id === menteeId)!.nominations.length > 0,
    );
    const choices = asked.map(({ menteeId, mentorId }) => {
      const at = pool.mentees.find(({ id }) => id === menteeId)!.nominations.indexOf(mentorId);
      return at < 0 ? 99 : at + 1;
    });
    if (told.choices.map(({ choice, matches }) => `${choice ?? 99}:${matches}`).join() !== tally(choices))
      return "choices";
    const total = result.matches.reduce((sum, { score }) => sum + score, 0);
    return (told.scores?.total ?? 0) === total ? undefined : "total";
  });
  expect(wrong).toEqual([]);
  expect(envy).toBeGreaterThan(0);
});

test("compare() tells who joined, left and changed, whose mentors are others, and why the earlier ones are not theirs", () => {
  let refused = 0;
  const wrong = faults(runs(150, 4), (seed) => {
    const next = random(seed + 9);
    const before = plainPool(seed);
    const after = {
      ...before,
      mentees: before.mentees
        .filter(() => next() < 0.8)
        .map((one) => (next() < 0.3 ? { ...one, department: "New" } : one))
        .concat(next() < 0.5 ? [{ id: "new", department: "New" }] : []),
      mentors: before.mentors.map((one) => (next() < 0.3 ? { ...one, capacity: one.capacity + 1 } : one)),
    };
    const isIn = ({ menteeId }: TinyPair): boolean => after.mentees.some(({ id }) => id === menteeId);
    after.forbids = before.forbids
      .filter(isIn)
      .concat(
        before.mentors
          .flatMap(({ id }) => after.mentees.map((one) => ({ menteeId: one.id, mentorId: id })))
          .filter(() => next() < 0.1),
      );
    const sides = [before, after].map((pool) => {
      const [people, policy] = scored(pool, { lottery: next() < 0.5 ? "one" : "two" });
      return { pool: people, policy, result: match(people, policy) };
    });
    const told = compare(sides[0]!, sides[1]!);
    const joined = after.mentees.filter(({ id }) => !before.mentees.some((one) => one.id === id)).map(({ id }) => id);
    const left = before.mentees.filter(({ id }) => !after.mentees.some((one) => one.id === id)).map(({ id }) => id);
    if (told.pool.joined.map(({ id }) => id).join() !== joined.join()) return `joined ${joined}`;
    if (told.pool.left.map(({ id }) => id).join() !== left.join()) return `left ${left}`;
    const changed = [
      ...before.mentees.filter(({ id, department }) =>
        after.mentees.some((one) => one.id === id && one.department !== department),
      ),
      ...before.mentors.filter(({ id, capacity }) =>
        after.mentors.some((one) => one.id === id && one.capacity !== capacity),
      ),
    ].map(({ id }) => id);
    if (told.pool.changed.map(({ id }) => id).join() !== changed.join()) return `changed ${changed}`;
    const isSame = JSON.stringify(sides[0]!.pool) === JSON.stringify(sides[1]!.pool);
    if (told.pool.isSame && joined.length + left.length + changed.length > 0) return "the same pool";
    if (isSame !== told.pool.isSame && !(after.forbids.length === before.forbids.length)) return "the same pool or not";
    if (told.seed.isSame !== (sides[0]!.result.run.seed === sides[1]!.result.run.seed)) return "seed";
    const [then, now] = sides.map(({ result }) => result.matches);
    const ids = [...new Set([...before.mentees, ...after.mentees].map(({ id }) => id))].sort();
    const differ = ids.filter((id) => {
      const own = (matches: readonly TinyPair[]) =>
        matches
          .filter(({ menteeId }) => menteeId === id)
          .map(keyOf)
          .join();
      return own(then!) !== own(now!);
    });
    if (told.mentees.map(({ menteeId }) => menteeId).join() !== differ.join()) return `${differ} differ`;
    for (const { menteeId, lost } of told.mentees) {
      for (const { mentorId, elsewhere } of lost) {
        const isForbidden = has(after.forbids, { menteeId, mentorId });
        const isFull = after.mentors.find(({ id }) => id === mentorId)!.capacity === 0;
        const expected = left.includes(menteeId) ? "absent" : isForbidden || isFull ? "refused" : "possible";
        if (elsewhere === "refused") refused++;
        if (elsewhere !== expected) return `${menteeId} ${mentorId}: ${elsewhere}, not ${expected}`;
      }
    }
    const coverage = told.levels.find(({ name }) => name === "coverage");
    return coverage?.before?.[0] === then!.length && coverage?.after?.[0] === now!.length ? undefined : "coverage";
  });
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(0);
});
