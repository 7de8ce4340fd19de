/** The laws of explanations: every claim is what trying everything comes to. */
import { expect, test } from "vitest";
import { explain, explainer, match } from "../../src/index.js";
import { sensitiveIn } from "../../src/insight/explain/sensitive.js";
import { worldOf } from "../../src/insight/verify/world.js";
import {
  greatest,
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
import { random } from "../helpers/problems.js";
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

test("explain() under limits names mentees who cannot all be served within them, and limits that are tight", () => {
  let named = 0;
  const wrong = faults(runs(300, 4), (seed) => {
    const { pool: tiny, matchings } = tinyWorld(seed);
    const next = random(seed + 5);
    const below = (n: number): number => Math.floor(next() * n);
    const department = (): string => (next() < 0.5 ? "Art" : "Law");
    const mentees = tiny.mentees.map((one) => ({ ...one, department: department() }));
    const mentors = tiny.mentors.map((one) => ({ ...one, department: department() }));
    const limits = [
      { id: "all", atMost: below(4) },
      { id: "art", mentees: { department: "Art" }, atMost: below(3) },
      { id: "law", mentors: { department: "Law" }, atMost: below(3) },
      { id: "own", each: "mentor", groupBy: "department", atMost: 1 },
      { id: "due", mentees: { department: "Law" }, atLeast: 1 },
    ].filter(() => next() < 0.4);
    const departmentOf = new Map([...mentees, ...mentors].map((one) => [one.id, one.department]));
    const counted = (id: string, matching: readonly TinyPair[]): number[] => {
      if (id === "all") return [matching.length];
      if (id === "art") return [matching.filter((pair) => departmentOf.get(pair.menteeId) === "Art").length];
      if (id === "due") return [matching.filter((pair) => departmentOf.get(pair.menteeId) === "Law").length];
      if (id === "law") return [matching.filter((pair) => departmentOf.get(pair.mentorId) === "Law").length];
      const keys = matching.map((pair) => `${pair.mentorId} ${departmentOf.get(pair.menteeId)}`);
      return [...new Set(keys)].map((key) => keys.filter((other) => other === key).length);
    };
    const [people, policy] = scored(
      { ...tiny, pairs: [], mentees, mentors, scores: tiny.scores },
      { limits, objective: [["coverage", "score"], ["score"]][seed % 2] },
    );
    const feasible = matchings
      .filter(() => tiny.pairs.length === 0)
      .filter((matching) =>
        limits.every(
          ({ id, atMost = 99, atLeast = 0 }) =>
            [...counted(id, matching), ...(atLeast > 0 ? [] : [0])].every((own) => own <= atMost && own >= atLeast) &&
            (atLeast === 0 || counted(id, matching)[0]! >= atLeast),
        ),
      );
    if (tiny.pairs.length > 0 || feasible.length === 0) return undefined;
    const result = match(people, policy);
    const now = servedIn(result.matches);
    const why = explainer(people, policy, result);
    for (const { menteeId, eligible } of result.unmatched) {
      const told = why({ mentee: menteeId });
      if (told.kind !== "unmatched") return told.kind;
      if (eligible === 0 || told.because === "constraints") continue;
      const could = feasible.some((matching) => [...now, menteeId].every((id) => servedIn(matching).has(id)));
      if (could && told.because !== "objective") return `${menteeId}: ${told.because}, though she could be served`;
      if (told.because !== "shortage") continue;
      const { menteeIds, limits: tight = [], places } = told.shortage!;
      if (!menteeIds.includes(menteeId)) return `${menteeId} is not in ${menteeIds}`;
      const most = Math.max(...feasible.map((matching) => menteeIds.filter((id) => servedIn(matching).has(id)).length));
      if (most > places || places !== menteeIds.length - 1) return `${menteeIds}: ${most} of them can be served`;
      for (const { id, bound, matches } of tight) {
        named++;
        const reached = counted(id, result.matches);
        if (bound === "most" ? !reached.includes(matches) && matches > 0 : reached[0] !== matches)
          return `${id} is not tight at ${matches}: ${reached}`;
      }
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(named).toBeGreaterThan(0);
});

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
