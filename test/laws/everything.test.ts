/** The law of all of it together: levels in any order, limits and constraints, beside the best of all matchings. */
import { expect, test } from "vitest";
import { match, verify } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { keepsConstraint, rolesPool, someConstraints } from "../helpers/naive-constraints.js";
import { bestMatchings, naiveLevels } from "../helpers/naive-levels.js";
import { keeps, someLimits, withFacts } from "../helpers/naive-limits.js";
import { random } from "../helpers/problems.js";
import { entryOf, someLevels } from "../helpers/some-levels.js";
import { allMatchings, type TinyPair } from "../helpers/tiny-pools.js";

const keyOf = (pairs: readonly TinyPair[]): string =>
  pairs
    .map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)
    .sort()
    .join();

test("match() finds a matching that is best at every level in its order among those that keep limits and constraints", () => {
  const seen = { infeasible: 0, proved: 0, searched: 0, limited: 0, constrained: 0, both: 0, decided: 0 };
  const levelsSeen = new Map<string, number>();
  const count = runs(1000, 10);
  const wrong = faults(count, (seed) => {
    const next = random(seed + 11);
    const { scores, forbids, mentees: askers, mentors: givers, ...rest } = rolesPool(seed);
    const ids = [...new Set([...askers, ...givers].map(({ id }) => id))].sort();
    const facts = new Map(
      withFacts(
        ids.map((id) => ({ id })),
        seed + 3,
      ).map((one) => [one.id, one]),
    );
    const tierOf = new Map(ids.map((id) => [id, next() < 0.7 ? 1 + Math.floor(next() * 3) : undefined]));
    const known = <P extends { readonly id: string }>(people: readonly P[]) =>
      people.map((one) => {
        const tier = tierOf.get(one.id);
        return { ...one, ...facts.get(one.id)!, ...(tier === undefined ? {} : { tier }) };
      });
    const named = (list: readonly { readonly id: string }[], own: string): string[] =>
      list.map(({ id }) => id).filter((id) => id !== own && next() < 0.4);
    const mentees = known(askers).map((one) => {
      const nominations = named(givers, one.id);
      const waitingSince = ["2026-08-31", "2026-07-31", "2025-09-30"][Math.floor(next() * 4)];
      return { ...one, nominations, ...(waitingSince === undefined ? {} : { waitingSince }) };
    });
    const mentors = known(givers);
    const pool = { ...rest, mentees, mentors, forbids, scores };
    const limits = next() < 0.6 ? someLimits(seed) : [];
    const constraints = next() < 0.6 ? someConstraints(seed, mentees) : [];
    const chosen = someLevels(next);
    const policy = {
      name: `seed ${seed}`,
      prefer: [{ criterion: "pair-scores", scores, max: 10_000 }],
      objective: chosen.map((name) => entryOf[name] ?? name),
      limits,
      constraints,
    };
    const own = mentees.map(({ id }) => ({ menteeId: id, mentorId: id }));
    const all = allMatchings({ ...pool, forbids: [...forbids, ...own] } as never);
    const people = { mentees, mentors, pairs: rest.pairs, locks: [] };
    const kept = all.filter(
      (matching) =>
        limits.every((limit) => keeps(matching, limit, people)) &&
        constraints.every((one) => keepsConstraint(matching, one, pool as never)),
    );
    const { scores: _, ...input } = pool;
    const result = match(input as never, policy as never);
    const checked = verify(input as never, policy as never, result);
    if (checked.status !== result.status) return `${checked.status}: ${JSON.stringify(checked.issues[0])}`;
    if (limits.length > 0) seen.limited++;
    if (constraints.length > 0) seen.constrained++;
    if (limits.length > 0 && constraints.length > 0) seen.both++;
    for (const name of chosen) levelsSeen.set(name, (levelsSeen.get(name) ?? 0) + 1);
    if (kept.length === 0) {
      seen.infeasible++;
      return result.status === "infeasible" ? undefined : `${result.status} where nothing is kept`;
    }
    if (result.status !== "proved" && result.status !== "searched") return `${result.status}, though it can be had`;
    seen[result.status]++;
    const best = bestMatchings(kept, chosen, pool as never, policy.name).map(keyOf);
    if (best.length < kept.length) seen.decided++;
    return best.includes(keyOf(result.matches))
      ? undefined
      : `${chosen.join()}: ${keyOf(result.matches)} is not best, but ${best.join(" or ")}`;
  });
  expect(wrong).toEqual([]);
  expect([...levelsSeen.keys()].sort()).toEqual(Object.keys(naiveLevels).sort());
  expect(Math.min(seen.infeasible, seen.searched, seen.both) / count).toBeGreaterThan(0.03);
  expect(Math.min(seen.proved, seen.limited, seen.constrained, seen.decided) / count).toBeGreaterThan(0.3);
});
