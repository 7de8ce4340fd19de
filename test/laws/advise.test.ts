/** The laws of advise: every gain is the difference of two optima, and the best profile is best among all there are. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { advise, type Gain, type MatchResult, match, type PolicyInput } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { bestMatching, type SmallPool, smallPolicy, smallPools } from "../helpers/pools.js";
import { random } from "../helpers/problems.js";
import { tinyPool } from "../helpers/tiny-pools.js";

const told = ({ people, score }: { readonly people: number; readonly score: number }): string =>
  `${people} people, ${score}`;

const NOTHING = told({ people: 0, score: 0 });

/** What a result has more than another, worked out once more; trailing zeros of a level say nothing. */
function difference(before: MatchResult, after: MatchResult): string {
  const people = (of: MatchResult): number => new Set(of.matches.map(({ menteeId }) => menteeId)).size;
  const score = (of: MatchResult): number => of.matches.reduce((sum, match) => sum + match.score, 0);
  return told({ people: people(after) - people(before), score: score(after) - score(before) });
}

const levelsIn = ({ levels }: Gain): string =>
  levels
    .filter(({ name }) => name !== "priority")
    .map(({ name, difference: list }) => `${name} ${list.join(" ").replace(/( 0)+$/, "")}`)
    .join(", ");

function levelsBetween(before: MatchResult, after: MatchResult): string {
  const levels = after.levels
    .filter(({ name }) => name !== "lottery")
    .map(({ name, value }) => {
      const earlier = before.levels.find((level) => level.name === name)?.value ?? [];
      const length = Math.max(value.length, earlier.length);
      return { name, difference: Array.from({ length }, (_, at) => (value[at] ?? 0) - (earlier[at] ?? 0)) };
    });
  return levelsIn({ people: 0, score: 0, levels });
}

const withPlace = <M extends { readonly id: string; readonly capacity?: number }>(
  mentors: readonly M[],
  id: string,
): M[] => mentors.map((mentor) => (mentor.id === id ? { ...mentor, capacity: (mentor.capacity ?? 1) + 1 } : mentor));

test("advise() gains with one more place at each mentor what going through all matchings shows", () => {
  let gained = 0;
  fc.assert(
    fc.property(smallPools, (pool) => {
      const { places, coverage } = advise(pool, smallPolicy);
      const before = bestMatching(pool);
      expect(coverage).toMatchObject({ matched: before.coverage, bound: before.coverage });
      for (const { id } of pool.mentors) {
        const after = bestMatching({ ...pool, mentors: withPlace(pool.mentors, id) });
        const naive = told({ people: after.coverage - before.coverage, score: after.score - before.score });
        const said = places.find(({ mentorId }) => mentorId === id);
        expect(`${id}: ${said === undefined ? NOTHING : told(said.gain)}`).toBe(`${id}: ${naive}`);
        gained += Number(naive !== NOTHING);
      }
    }),
    { numRuns: runs(80, 3), seed: 31 },
  );
  expect(gained).toBeGreaterThan(0);
});

const OBJECTIVES = [
  ["coverage", "score"],
  ["score", "coverage"],
  ["coverage", "spread", "score"],
  ["coverage", "access", "score"],
  ["coverage", { level: "priority", by: "tier" }, "score"],
  ["coverage", "last-choices", "score"],
];

test("advise() gains with one more place what solving again gains, whatever the objective, demands, minima and standing pairs", () => {
  let gained = 0;
  const wrong = faults(runs(250, 3), (seed) => {
    const next = random(seed + 5);
    const { scores, ...tiny } = tinyPool(seed);
    const mentors = tiny.mentors.map((mentor) => ({
      ...mentor,
      minimum: next() < 0.2 ? Math.min(1, mentor.capacity) : 0,
    }));
    const pool = { ...tiny, mentors } as never;
    const policy = {
      name: "law",
      prefer: [{ criterion: "pair-scores", scores, max: 10_000 }],
      objective: OBJECTIVES[seed % OBJECTIVES.length],
    } as unknown as PolicyInput;
    const before = match(pool, policy);
    if (before.status === "infeasible") return undefined;
    const { places } = advise(pool, policy, before);
    for (const { id } of mentors) {
      const after = match({ ...tiny, mentors: withPlace(mentors, id) } as never, policy);
      const said = places.find(({ mentorId }) => mentorId === id);
      const naive = difference(before, after);
      if ((said === undefined ? NOTHING : told(said.gain)) !== naive)
        return `${id}: ${naive}, not ${said && told(said.gain)}`;
      if (said === undefined) continue;
      gained++;
      if (levelsIn(said.gain) !== levelsBetween(before, after)) return `${id}: ${levelsBetween(before, after)}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(gained).toBeGreaterThan(0);
});

test("advise() prices each rule at what matching without it gains, dearest first", () => {
  let dear = 0;
  fc.assert(
    fc.property(smallPools, fc.constantFrom(0, 3000), (pool, minimumScore) => {
      const policy = {
        ...smallPolicy,
        minimumScore,
        participation: { mentors: [{ rule: "has-attribute", attribute: "department" }] },
        limits: [{ id: "one senior", atMost: 1, mentors: { grade: "Senior" } }],
      };
      const before = match(pool, policy);
      const { rules } = advise(pool, policy, before);
      const without: Record<string, PolicyInput> = {
        "participation.mentors.has-attribute": { ...policy, participation: {} },
        ...Object.fromEntries(
          policy.must.map((rule) => [
            `must.${rule.rule}`,
            { ...policy, must: policy.must.filter((other) => other !== rule) },
          ]),
        ),
        "limits.one senior": { ...policy, limits: [] },
        ...(minimumScore === 0 ? {} : { minimumScore: { ...policy, minimumScore: 0 } }),
      };
      const naive = Object.entries(without).map(
        ([path, other]) => `${path}: ${difference(before, match(pool, other))}`,
      );
      expect(rules.map(({ path, gain }) => `${path}: ${told(gain)}`).sort()).toEqual(naive.sort());
      const people = rules.map(({ gain }) => gain.people);
      expect(people).toEqual([...people].sort((a, b) => b - a));
      dear += Number(people[0]! > 0);
    }),
    { numRuns: runs(40, 3), seed: 32 },
  );
  expect(dear).toBeGreaterThan(0);
});

/** A pool with so many new mentors of a department and a grade. */
const joined = (
  pool: SmallPool,
  department: string | undefined,
  grade: string | undefined,
  count: number,
): SmallPool => ({
  ...pool,
  mentors: [
    ...pool.mentors,
    ...Array.from({ length: count }, (_, at) => ({
      id: `new${at}`,
      ...(department === undefined ? {} : { department }),
      ...(grade === undefined ? {} : { grade }),
    })),
  ],
});

test("advise() names the profile of new mentors that is best among all, and gains with one to five of them what solving again does", () => {
  let helpful = 0;
  fc.assert(
    fc.property(smallPools, (pool) => {
      const { profiles, isFirstProfileBest } = advise(pool, smallPolicy);
      const before = match(pool, smallPolicy);
      const people = [...pool.mentees, ...pool.mentors];
      const values = (field: "department" | "grade") => {
        const found = [...new Set(people.map((one) => one[field]))].filter((value) => value !== undefined);
        return found.length === 0 ? [undefined] : found;
      };
      const gains = values("department").flatMap((department) =>
        values("grade").map((grade) => {
          const after = match(joined(pool, department, grade, 5), smallPolicy);
          const score = (of: MatchResult): number => of.matches.reduce((sum, one) => sum + one.score, 0);
          return { people: after.matches.length - before.matches.length, score: score(after) - score(before) };
        }),
      );
      const [best] = gains.sort((a, b) => b.people - a.people || b.score - a.score);
      expect(isFirstProfileBest).toBe(true);
      expect(profiles[0] === undefined ? NOTHING : told(profiles[0].gains[4]!)).toBe(told(best!));
      for (const { profile, gains: told_ } of profiles) {
        const of = (name: string) => profile.find(({ field }) => field === name)?.value as string | undefined;
        const naive = [1, 2, 3, 4, 5].map((count) =>
          difference(before, match(joined(pool, of("department"), of("grade"), count), smallPolicy)),
        );
        expect(told_.map(told)).toEqual(naive);
      }
      helpful += Number(best!.people > 0);
    }),
    { numRuns: runs(25, 3), seed: 33 },
  );
  expect(helpful).toBeGreaterThan(0);
});

const WIDE: readonly object[] = [
  {},
  { limits: [{ id: "all", atMost: 3 }] },
  {
    limits: [
      { id: "art", mentees: { department: "Art" }, atMost: 1 },
      { id: "top", mentors: { grade: "C" }, atMost: 2 },
    ],
  },
  { limits: [{ id: "own", each: "mentor", groupBy: "department", atMost: 1 }] },
  { limits: [{ id: "due", mentees: { department: "Law" }, atLeast: 1 }] },
  { standing: { pairs: "movable" } },
];

test("advise() names the best profile and says so, whatever the objective, demands, minima, limits and standing pairs", () => {
  let helpful = 0;
  let limited = 0;
  const wrong = faults(runs(150, 3), (seed) => {
    const next = random(seed + 9);
    const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    const { scores, ...tiny } = tinyPool(seed);
    const traits = () => ({ department: of(["Art", "Law", "Sea"]), grade: of(["A", "B", "C"]) });
    const mentees = tiny.mentees.map((one) => ({ ...one, ...traits(), interests: [of(["x", "y"])] }));
    const mentors = tiny.mentors.map((one) => ({
      ...one,
      ...traits(),
      minimum: next() < 0.2 ? Math.min(1, one.capacity) : 0,
    }));
    const pool = { ...tiny, mentees, mentors } as never;
    const policy = {
      name: "law",
      ladder: ["A", "B", "C"],
      must: [{ rule: "different-department" }, { rule: "more-senior", by: 1 }],
      prefer: [
        { criterion: "pair-scores", scores, max: 10_000 },
        { criterion: "seniority-gap", ideal: 1 },
      ],
      objective: OBJECTIVES[seed % OBJECTIVES.length],
      ...WIDE[Math.floor(seed / OBJECTIVES.length) % WIDE.length],
    } as unknown as PolicyInput;
    const before = match(pool, policy);
    if (before.status === "infeasible") return undefined;
    const { profiles, isFirstProfileBest } = advise(pool, policy, before);
    if (!isFirstProfileBest) return "not proved";
    const people = [...mentees, ...mentors];
    const values = (field: "department" | "grade"): string[] => [...new Set(people.map((one) => one[field]))];
    const gain = (after: MatchResult): number[] =>
      after.levels
        .filter(({ name }) => name !== "lottery")
        .flatMap(({ name, value }) => {
          const earlier = before.levels.find((level) => level.name === name)?.value ?? [];
          return Array.from({ length: 40 }, (_, at) => (value[at] ?? 0) - (earlier[at] ?? 0));
        });
    const isMore = (a: readonly number[], b: readonly number[]): boolean => {
      const at = a.findIndex((one, place) => one !== b[place]);
      return at >= 0 && a[at]! > b[at]!;
    };
    let best: number[] | undefined;
    let own: number[] | undefined;
    const [first] = profiles;
    for (const department of values("department")) {
      for (const grade of values("grade")) {
        const recruits = [0, 1, 2, 3, 4].map((at) => ({ id: `new${at}`, department, grade, capacity: 1 }));
        const after = match({ ...tiny, mentees, mentors: [...mentors, ...recruits] } as never, policy);
        // What cannot be kept with them gains nothing.
        if (after.status === "infeasible") continue;
        const gained = gain(after);
        if (best === undefined || isMore(gained, best)) best = gained;
        const is = (field: string, value: string) => first?.profile.find((one) => one.field === field)?.value === value;
        if (is("department", department) && is("grade", grade)) own = gained;
      }
    }
    const nothing = gain(before);
    const most = best !== undefined && isMore(best, nothing) ? best : nothing;
    helpful += Number(most !== nothing);
    limited += Number(most !== nothing && before.run.solver !== "flow");
    return (own ?? nothing).join() === most.join()
      ? undefined
      : `${first?.profile.map(({ value }) => value)} is not best`;
  });
  expect(wrong).toEqual([]);
  expect(helpful).toBeGreaterThan(0);
  expect(limited).toBeGreaterThan(0);
});
