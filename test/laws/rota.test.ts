/** The laws of the rota: every round can be held, no fewer rounds would do, and no better meetings exist. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { edgeColouring, greatestDegree } from "../../src/lifecycle/rota/edge-colouring.js";
import { planRota, type Rota } from "../../src/lifecycle/rota.js";
import { runs } from "../helpers/counts.js";
import { mayPair, pairScore, type SmallPool, smallPolicy, smallPools } from "../helpers/pools.js";

interface Event {
  readonly rounds: number;
  readonly tables?: number | undefined;
  readonly groupSize?: number;
}

/** What makes a rota one that can be held, whoever planned it. */
function checkHeld({ rounds }: Rota, { tables = Number.POSITIVE_INFINITY, groupSize = 1 }: Event): string[] {
  const met = rounds.flatMap(({ meetings }) =>
    meetings.flatMap(({ mentorId, menteeIds }) => menteeIds.map((menteeId) => `${menteeId}-${mentorId}`)),
  );
  expect(new Set(met).size).toBe(met.length);
  for (const { meetings, score } of rounds) {
    const people = meetings.flatMap(({ mentorId, menteeIds }) => [mentorId, ...menteeIds]);
    expect(new Set(people).size).toBe(people.length);
    expect(meetings.length).toBeLessThanOrEqual(tables);
    expect(meetings.length).toBeGreaterThan(0);
    expect(meetings.every(({ menteeIds }) => menteeIds.length >= 1 && menteeIds.length <= groupSize)).toBe(true);
    expect(meetings.map(({ table }) => table)).toEqual(meetings.map((_, at) => at + 1));
    expect(score).toBe(meetings.reduce((sum, one) => sum + one.score, 0));
  }
  const scores = rounds.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  return met.sort();
}

/** Mentees with one meeting, with two, …, and then the total score. */
type Worth = readonly number[];

const plus = (a: Worth, b: Worth): Worth => a.map((one, at) => one + b[at]!);

const isMore = (a: Worth, b: Worth): boolean => {
  const at = a.findIndex((one, x) => one !== b[x]);
  return at >= 0 && a[at]! > b[at]!;
};

const worthOf = (count: number, score: number, rounds: number): Worth => [
  ...Array.from({ length: rounds }, (_, level) => (count > level ? 1 : 0)),
  score,
];

/** The best that meetings can be worth, mentee by mentee: every set of mentors, every number of places left. */
function bestWorth(
  pool: SmallPool,
  allowed: (i: number, j: number) => boolean,
  places: number,
  rounds: number,
  total: number,
): Worth {
  const known = new Map<string, Worth>();
  const best = (i: number, left: readonly number[], more: number): Worth => {
    if (i === pool.mentees.length) return worthOf(0, 0, rounds);
    const key = `${i} ${left} ${more}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let found: Worth | undefined;
    for (let set = 0; set < 2 ** pool.mentors.length; set++) {
      const chosen = [...pool.mentors.keys()].filter((j) => ((set >> j) & 1) === 1);
      if (chosen.length > Math.min(rounds, more) || !chosen.every((j) => allowed(i, j) && left[j]! > 0)) continue;
      const score = chosen.reduce((sum, j) => sum + pairScore(pool.mentees[i]!, pool.mentors[j]!), 0);
      const after = left.map((one, j) => one - (chosen.includes(j) ? 1 : 0));
      const worth = plus(worthOf(chosen.length, score, rounds), best(i + 1, after, more - chosen.length));
      if (found === undefined || isMore(worth, found)) found = worth;
    }
    known.set(key, found!);
    return found!;
  };
  return best(
    0,
    pool.mentors.map(() => places),
    total,
  );
}

const countOf = (ids: readonly string[]): number[] => {
  const count = new Map<string, number>();
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
  return [...count.values()];
};

const greatest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);

/** What the chosen meetings are worth. */
function worthOfMet(met: readonly string[], scoreOf: (pair: string) => number, rounds: number): Worth {
  const counts = countOf(met.map((pair) => pair.split("-")[0]!));
  const none = worthOf(0, 0, rounds);
  const covered = counts.reduce((sum, count) => plus(sum, worthOf(count, 0, rounds)), none);
  return [...covered.slice(0, rounds), met.reduce((sum, pair) => sum + scoreOf(pair), 0)];
}

const events = fc.oneof(
  fc.record({
    rounds: fc.integer({ min: 1, max: 4 }),
    tables: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
  }),
  fc.record({ rounds: fc.integer({ min: 1, max: 3 }), groupSize: fc.integer({ min: 2, max: 3 }) }),
);

test("planRota() has nobody twice in a round, the fewest rounds there can be, and no better meetings exist", () => {
  let held = 0;
  fc.assert(
    fc.property(smallPools, events, (pool, event: Event) => {
      const { rounds, tables, groupSize = 1 } = event;
      const rota = planRota(pool, smallPolicy, event);
      const met = checkHeld(rota, event);
      const personOf = (id: string) => [...pool.mentees, ...pool.mentors].find((one) => one.id === id)!;
      const isThere = (j: number): boolean => pool.mentors[j]!.capacity !== 0;
      const allowed = (i: number, j: number) => isThere(j) && mayPair(pool, pool.mentees[i]!, pool.mentors[j]!);
      for (const pair of met) {
        const [i, j] = pair.split("-").map((id) => Number(id.slice(1)));
        expect(allowed(i!, j!)).toBe(true);
      }
      const perMentor = countOf(met.map((pair) => pair.split("-")[1]!)).map((count) => Math.ceil(count / groupSize));
      const perMentee = countOf(met.map((pair) => pair.split("-")[0]!));
      const byTables = tables === undefined ? 0 : Math.ceil(met.length / tables);
      expect(rota.rounds).toHaveLength(greatest([...perMentor, ...perMentee, byTables]));
      expect(rota).toMatchObject({ status: "proved", isLeast: true, leastRounds: rota.rounds.length });
      expect(rota.rounds.length).toBeLessThanOrEqual(rounds);
      const scoreOf = (pair: string): number => {
        const [mentee, mentor] = pair.split("-").map(personOf);
        return pairScore(mentee!, mentor!);
      };
      const total = tables === undefined ? Number.POSITIVE_INFINITY : rounds * tables;
      expect(worthOfMet(met, scoreOf, rounds)).toEqual(bestWorth(pool, allowed, rounds * groupSize, rounds, total));
      held += rota.rounds.length;
    }),
    { numRuns: runs(300), seed: 21 },
  );
  expect(held / runs(300)).toBeGreaterThan(1);
});

/** Up to five people, most of them in both roles, and at most twelve pairs of them that may meet, each with a score. */
const circles = fc
  .record({
    mentees: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 5 }),
    mentors: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 5 }),
    may: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 12, size: "max", selector: String }),
    score: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 25, maxLength: 25 }),
    rounds: fc.integer({ min: 1, max: 4 }),
    tables: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
  })
  .map(({ mentees, mentors, may, score, rounds, tables }) => {
    const isOne = (i: number, j: number): boolean => may.some(([a, b]) => a === i && b === j) && i !== j;
    const all = mentees.flatMap((i) => mentors.map((j) => [i, j] as const));
    const forbids = all.filter(([i, j]) => !isOne(i, j)).map(([i, j]) => ({ menteeId: `p${i}`, mentorId: `p${j}` }));
    const open = all.filter(([i, j]) => isOne(i, j));
    const scores = open.map(([i, j]): [string, string, number] => [`p${i}`, `p${j}`, score[5 * i + j]!]);
    return {
      event: { rounds, tables },
      open,
      scores,
      pool: {
        mentees: mentees.map((i) => ({ id: `p${i}` })),
        mentors: mentors.map((j) => ({ id: `p${j}` })),
        forbids: forbids.filter(({ menteeId, mentorId }) => menteeId !== mentorId),
      },
    };
  });

test("planRota() of people in both roles has nobody in two places, at most one round more, and no better meetings exist", () => {
  let both = 0;
  fc.assert(
    fc.property(circles, ({ event, open, scores, pool }) => {
      const { rounds, tables = Number.POSITIVE_INFINITY } = event;
      const policy = { name: "circle", prefer: [{ criterion: "pair-scores", scores, max: 9 }] };
      const rota = planRota(pool, policy, event);
      const met = checkHeld(rota, event);
      const loads = (pairs: readonly string[]) => countOf(pairs.flatMap((pair) => pair.split("-")));
      expect(rota.leastRounds).toBe(greatest([...loads(met), Math.ceil(met.length / tables)]));
      expect(rota.leastRounds).toBeLessThanOrEqual(rounds);
      expect(rota.rounds.length - rota.leastRounds).toBeLessThanOrEqual(1);
      expect(rota.isLeast).toBe(rota.rounds.length === rota.leastRounds);
      const points = new Map(scores.map(([i, j, score]) => [`${i}-${j}`, Math.round((score * 10_000) / 9)]));
      const scoreOf = (pair: string): number => points.get(pair)!;
      let best = worthOf(0, 0, rounds);
      for (let set = 0; set < 2 ** open.length; set++) {
        const pairs = open.filter((_, x) => ((set >> x) & 1) === 1).map(([i, j]) => `p${i}-p${j}`);
        const isOnce = pairs.every((pair) => !pairs.includes(pair.split("-").reverse().join("-")));
        if (pairs.length > rounds * tables || greatest(loads(pairs)) > rounds || !isOnce) continue;
        const worth = worthOfMet(pairs, scoreOf, rounds);
        if (isMore(worth, best)) best = worth;
      }
      expect(worthOfMet(met, scoreOf, rounds)).toEqual(best);
      expect(rota.status).not.toBe("unproved");
      if (met.some((pair) => met.some((other) => other.split("-")[1] === pair.split("-")[0]))) both++;
    }),
    { numRuns: runs(200), seed: 22 },
  );
  expect(both / runs(200)).toBeGreaterThan(0.1);
});

test("planRota() of groups at few tables, or in both roles, lets mentors take turns, and every round can be held", () => {
  let turns = 0;
  const groups = fc.record({
    rounds: fc.integer({ min: 1, max: 4 }),
    tables: fc.integer({ min: 1, max: 3 }),
    groupSize: fc.integer({ min: 2, max: 3 }),
  });
  fc.assert(
    fc.property(circles, groups, ({ open, pool, scores }, event) => {
      const policy = { name: "circle", prefer: [{ criterion: "pair-scores", scores, max: 9 }] };
      const rota = planRota(pool, policy, event);
      const met = checkHeld(rota, event);
      const may = open.map(([i, j]) => `p${i}-p${j}`);
      expect(met.filter((pair) => !may.includes(pair))).toEqual([]);
      expect(rota.rounds.length).toBeLessThanOrEqual(event.rounds);
      expect(rota.leastRounds).toBeLessThanOrEqual(rota.rounds.length);
      if (rota.status === "unproved") turns += met.length;
    }),
    { numRuns: runs(200), seed: 23 },
  );
  expect(turns / runs(200)).toBeGreaterThan(0.5);
});

/** Simple graphs of up to nine nodes. */
const graphs = fc
  .uniqueArray(
    fc.tuple(fc.nat(8), fc.nat(8)).filter(([u, v]) => u < v),
    { maxLength: 36, size: "max", selector: String },
  )
  .map((edges) => ({ nodes: 9, from: Int32Array.from(edges, ([u]) => u), to: Int32Array.from(edges, ([, v]) => v) }));

test("edgeColouring() gives no node two edges of a colour, uses at most one colour more, and evens them out", () => {
  let more = 0;
  fc.assert(
    fc.property(graphs, fc.nat(3), (graph, spare) => {
      const degree = greatestDegree(graph);
      const colour = edgeColouring(graph, degree + spare);
      const seen = new Set<string>();
      const size = new Map<number, number>();
      colour.forEach((own, edge) => {
        expect(own).toBeGreaterThanOrEqual(0);
        for (const node of [graph.from[edge], graph.to[edge]]) {
          expect(seen.has(`${node} ${own}`)).toBe(false);
          seen.add(`${node} ${own}`);
        }
        size.set(own, (size.get(own) ?? 0) + 1);
      });
      const colours = Math.max(degree + spare, greatest([...size.keys()]) + 1);
      expect(colours).toBeLessThanOrEqual(degree + Math.max(1, spare));
      for (let one = 0; one < colours; one++) {
        const own = size.get(one) ?? 0;
        expect([Math.floor(colour.length / colours), Math.ceil(colour.length / colours)]).toContain(own);
      }
      if (colours > degree + spare) more++;
    }),
    { numRuns: runs(400), seed: 24 },
  );
  expect(more).toBeGreaterThan(3);
});
