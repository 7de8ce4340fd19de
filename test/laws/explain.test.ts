/** The laws of explanations: every claim is what trying everything comes to. */
import { expect, test } from "vitest";
import { explain, explainer, match, type TightLimit } from "../../src/index.js";
import { sensitiveIn } from "../../src/insight/explain/sensitive.js";
import { worldOf } from "../../src/insight/verify/world.js";
import {
  greatest,
  limitedWorld,
  mostServed,
  plainPool,
  scored,
  servedIn,
  solvedCase,
  tinyWorld,
  worthOf,
} from "../helpers/asked-pools.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import type { TinyPair } from "../helpers/tiny-pools.js";

const OBJECTIVES: readonly unknown[] = [
  ["coverage", "score"],
  ["coverage", "access", "score"],
  ["score"],
  ["first-choices", "coverage"],
  { stable: "mentees" },
];

test("explain() names of a shortage a set that is short by one and of which no smaller one is", () => {
  let short = 0;
  let long = 0;
  const wrong = faults(runs(300, 4), (seed) => {
    const pool = plainPool(seed);
    const [people, policy] = scored(pool, { objective: OBJECTIVES[seed % OBJECTIVES.length] });
    const result = match(people, policy);
    const why = explainer(people, policy, result);
    for (const { menteeId, eligible } of result.unmatched) {
      const told = why({ mentee: menteeId });
      if (told.kind !== "unmatched") return told.kind;
      const { because, shortage } = told;
      const served = [...servedIn(result.matches), menteeId];
      const isShort = mostServed(pool, served) < served.length;
      const expected = eligible === 0 ? "refused" : isShort ? "shortage" : "objective";
      if (because !== expected) return `${menteeId}: ${because}, not ${expected}`;
      if ((shortage !== undefined) !== (because === "shortage")) return `${menteeId}: ${because} and a shortage`;
      if (shortage === undefined) continue;
      const { menteeIds, mentors, places } = shortage;
      short++;
      if (menteeIds.length > 2) long++;
      if (!menteeIds.includes(menteeId)) return `${menteeId} is not in ${menteeIds}`;
      if (mostServed(pool, menteeIds) !== menteeIds.length - 1) return `${menteeIds} are not short by one`;
      if (places !== menteeIds.length - 1) return `${places} places for ${menteeIds}`;
      if (mentors.reduce((sum, mentor) => sum + mentor.places, 0) !== places) return `places at ${mentors.length}`;
      const theirs = pool.mentors.filter(({ id }) =>
        menteeIds.some((mentee) => !pool.forbids.some((pair) => pair.menteeId === mentee && pair.mentorId === id)),
      );
      if (theirs.map(({ id }) => id).join() !== mentors.map(({ mentorId }) => mentorId).join()) return "other mentors";
      for (const one of menteeIds) {
        const rest = menteeIds.filter((id) => id !== one);
        if (mostServed(pool, rest) !== rest.length) return `${rest} of ${menteeIds} are short, too`;
      }
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(short / runs(300, 4)).toBeGreaterThan(0.5);
  expect(long / runs(300, 4)).toBeGreaterThan(0.3);
});

test("explain() calls a shortage what nobody can get around, with standing pairs and several mentors asked for", () => {
  let short = 0;
  let open = 0;
  const wrong = faults(runs(300, 4), (seed) => {
    const { pool, matchings } = tinyWorld(seed);
    const objective = [["coverage", "score"], ["score"], ["spread", "coverage"]][seed % 3];
    const [people, policy] = scored(pool, { objective });
    const result = match(people, policy);
    const now = servedIn(result.matches);
    const why = explainer(people, policy, result);
    for (const { menteeId, eligible } of result.unmatched) {
      const told = why({ mentee: menteeId });
      if (told.kind !== "unmatched" || eligible === 0) continue;
      const { shortage } = told;
      const all = [...now, menteeId];
      const could = matchings.some((matching) => all.every((id) => servedIn(matching).has(id)));
      if ((told.because === "objective") !== could) return `${menteeId}: ${told.because}`;
      if (shortage === undefined) {
        open++;
        continue;
      }
      short++;
      const { menteeIds } = shortage;
      const count = (matching: readonly TinyPair[]) => menteeIds.filter((id) => servedIn(matching).has(id)).length;
      if (Math.max(...matchings.map(count)) !== shortage.places) return `${menteeIds} can all be served`;
      const isSmaller = menteeIds.some((one) =>
        matchings.every((matching) => menteeIds.some((id) => id !== one && !servedIn(matching).has(id))),
      );
      if (isSmaller) return `some of ${menteeIds} are short, too`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(short).toBeGreaterThan(0);
  expect(open).toBeGreaterThan(0);
});

test("explain() under limits names as few mentees and bounds as still keep all of them from having a mentor, and no one too many", () => {
  const named = new Map<string, number>();
  let crossing = 0;
  const note = (what: string): unknown => named.set(what, (named.get(what) ?? 0) + 1);
  const wrong = faults(runs(800, 3), (seed) => {
    const world = limitedWorld(seed);
    const { people, policy, ways, counted } = world;
    const limits = policy.limits.flatMap(({ id, atMost, atLeast }) => [
      ...(atMost === undefined ? [] : [{ id, bound: "most" as const, matches: atMost }]),
      ...(atLeast === undefined ? [] : [{ id, bound: "least" as const, matches: atLeast }]),
    ]);
    const places = people.mentors.map(({ id, capacity }) => ({ mentorId: id, places: capacity }));
    const minima = people.mentors.map(({ id, minimum }) => ({ mentorId: id, places: minimum }));
    /** Whether this way keeps all these bounds. */
    const keeps = (way: readonly TinyPair[], { limits: of, mentors, minima: due }: Bounds): boolean =>
      of.every((limit) =>
        counted(limit, way).every((own) => (limit.bound === "most" ? own <= limit.matches : own >= limit.matches)),
      ) &&
      mentors.every((one) => way.filter(({ mentorId }) => mentorId === one.mentorId).length <= one.places) &&
      due.every((one) => way.filter(({ mentorId }) => mentorId === one.mentorId).length >= one.places);
    const feasible = ways.filter((way) => keeps(way, { limits, mentors: places, minima }));
    if (feasible.length === 0) return undefined;
    const most = (among: readonly (readonly TinyPair[])[], ids: readonly string[]): number =>
      Math.max(...among.map((way) => ids.filter((id) => servedIn(way).has(id)).length));
    const result = match(...scored(people, policy));
    const now = servedIn(result.matches);
    const why = explainer(...scored(people, policy), result);
    for (const { menteeId, eligible } of result.unmatched) {
      const told = why({ mentee: menteeId });
      if (told.kind !== "unmatched") return told.kind;
      if (eligible === 0) continue;
      const all = [...now, menteeId];
      const could = most(feasible, all) === all.length;
      if (could !== (told.because === "objective")) return `${menteeId}: ${told.because}`;
      if (told.because !== "shortage") continue;
      crossing += Number(result.run.solver === "linear-program");
      const { menteeIds, mentors, limits: tight = [], minima: due = [], places: told_ } = told.shortage!;
      if (!menteeIds.includes(menteeId)) return `${menteeId} is not in ${menteeIds}`;
      if (told_ !== menteeIds.length - 1 || most(feasible, menteeIds) !== told_)
        return `${menteeIds} are not short by one`;
      for (const one of menteeIds) {
        const rest = menteeIds.filter((id) => id !== one);
        if (most(feasible, rest) < rest.length) return `${rest} of ${menteeIds} are short, too`;
      }
      const minimumOf = (id: string) => minima.find(({ mentorId }) => mentorId === id)!;
      const bounds: Bounds = { limits: tight, mentors, minima: due.map(minimumOf) };
      const shortUnder = (of: Bounds): boolean =>
        most(
          ways.filter((way) => keeps(way, of)),
          menteeIds,
        ) < menteeIds.length;
      if (!shortUnder(bounds)) return `${menteeIds} can have mentors in spite of ${JSON.stringify(bounds)}`;
      for (const sort of ["limits", "mentors", "minima"] as const) {
        for (const [at, one] of bounds[sort].entries()) {
          note(sort === "limits" ? `limit ${(one as TightLimit).bound}` : sort);
          const others = bounds[sort].filter((_, other) => other !== at);
          if (shortUnder({ ...bounds, [sort]: others })) return `${menteeIds} without ${JSON.stringify(one)}`;
        }
      }
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect([...named.keys()].sort()).toEqual(["limit least", "limit most", "mentors", "minima"]);
  expect(crossing).toBeGreaterThan(0);
});

/** What may keep mentees from having a mentor. */
interface Bounds {
  readonly limits: readonly TightLimit[];
  readonly mentors: readonly { readonly mentorId: string; readonly places: number }[];
  readonly minima: Bounds["mentors"];
}

test("explain() prices a pair at the exact difference of two optima", () => {
  let priced = 0;
  let impossible = 0;
  const wrong = faults(runs(150, 4), (seed) => {
    const { pool, matchings } = tinyWorld(seed);
    const [people, policy] = scored(pool, {});
    const result = match(people, policy);
    const best = greatest(matchings.map((matching) => worthOf(pool, matching)))!;
    const why = explainer(people, policy, result);
    for (const [mentee, mentor] of pool.scores) {
      const told = why({ mentee, mentor });
      const withIt = matchings.filter((matching) =>
        matching.some(({ menteeId, mentorId }) => menteeId === mentee && mentorId === mentor),
      );
      const forced = greatest(withIt.map((matching) => worthOf(pool, matching)));
      if ((told.kind === "refused") !== (forced === undefined)) return `${mentee} ${mentor}: ${told.kind}`;
      if (told.kind === "refused") impossible++;
      if (told.kind !== "possible") continue;
      priced++;
      const [coverage = [], score = []] = told.price!.map(({ difference }) => difference);
      // What nobody has pairs for is no component of coverage.
      const price = [...best.slice(0, -1).map((_, at) => coverage[at] ?? 0), ...score];
      const expected = best.map((value, at) => value - forced![at]!);
      if (price.join() !== expected.join()) return `${mentee} ${mentor}: ${price}, not ${expected}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(priced).toBeGreaterThan(0);
  expect(impossible).toBeGreaterThan(0);
});

test("explain() tells every reason that refuses a pair, whatever the rules", () => {
  let refused = 0;
  const wrong = faults(runs(200, 4), (seed) => {
    const wide = solvedCase(seed);
    if (wide === undefined) return undefined;
    const { pool, policy, result } = wide;
    const world = worldOf(pool, policy);
    const sensitive = sensitiveIn(policy);
    const isMade = new Set(result.matches.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`));
    const isMovable = new Set(world.movable.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
    const why = explainer(pool, policy, result);
    for (const [i, { id: mentee }] of world.mentees.entries()) {
      const own = why({ mentee });
      for (const [j, { id: mentor }] of world.mentors.entries()) {
        const expected = world.refusals(i, j, "everything");
        if (own.kind === "unmatched") {
          const told = own.refusedBy.filter(({ mentorIds }) => mentorIds.includes(mentor)).map(({ id }) => id);
          const soles = own.refusedBy.filter((one) => one.soleMentorIds.includes(mentor)).map(({ id }) => id);
          const isPresent = !world.notTakingPart.some(({ id, role }) => role === "mentor" && id === mentor);
          if (isPresent && told.sort().join() !== [...new Set(expected)].sort().join())
            return `${mentee}: ${told}, not ${expected}`;
          if (soles.join() !== (isPresent && expected.length === 1 ? expected.join() : "")) return `alone: ${soles}`;
        }
        if (isMade.has(`${mentee} ${mentor}`) || isMovable.has(`${i} ${j}`) || expected.length === 0) continue;
        const told = why({ mentee, mentor });
        if (told.kind !== "refused") return `${mentee} ${mentor}: ${told.kind}`;
        const ids = told.refusedBy.map(({ id }) => id).filter((id) => id !== "demand" && id !== "capacity");
        refused++;
        if (ids.join() !== expected.join()) return `${mentee} ${mentor}: ${ids}, not ${expected}`;
        if (told.refusedBy.some(({ id, of, isSensitive }) => of === "pair" && isSensitive !== sensitive.pair(id)))
          return "sensitive";
      }
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(0);
});

test("explain() lists of a match each mentor the mentee would rather have, with what stood against it", () => {
  let better = 0;
  const wrong = faults(runs(200, 4), (seed) => {
    const { pool } = tinyWorld(seed);
    const [people, policy] = scored(pool, {});
    const result = match(people, policy);
    for (const { menteeId, mentorId, score } of result.matches) {
      const told = explain(people, policy, result, { mentee: menteeId, mentor: mentorId });
      if (told.kind !== "matched") return told.kind;
      const { nominations } = pool.mentees.find(({ id }) => id === menteeId)!;
      const has = result.matches.filter((one) => one.menteeId === menteeId).map((one) => one.mentorId);
      const scoreWith = (id: string) => pool.scores.find((row) => row[0] === menteeId && row[1] === id)![2];
      const place = (id: string) => (nominations.includes(id) ? nominations.indexOf(id) : 99);
      const rather = pool.mentors
        .map(({ id }) => id)
        .filter((id) => !has.includes(id))
        .filter((id) => place(id) < place(mentorId) || (place(id) + place(mentorId) === 198 && scoreWith(id) > score));
      const [made] = told.matches;
      better += rather.length;
      const ids = made!.better.map((one) => one.mentorId);
      if ([...ids].sort().join() !== rather.sort().join()) return `${menteeId}: ${ids}, not ${rather}`;
      for (const one of made!.better) {
        const held = result.matches.filter((other) => other.mentorId === one.mentorId).map((other) => other.menteeId);
        if (one.heldBy.join() !== held.join()) return `${one.mentorId} has ${one.heldBy}`;
        const isForbidden = pool.forbids.some((f) => f.menteeId === menteeId && f.mentorId === one.mentorId);
        if (one.refusedBy.some(({ id }) => id === "forbid") !== isForbidden) return `${one.mentorId}: forbid`;
      }
      if (made!.parts.reduce((sum, { points }) => sum + points, 0) !== made!.score) return "parts";
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(better).toBeGreaterThan(0);
});
