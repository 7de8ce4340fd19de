/** The law of objectives: whatever the levels and their order, the answer is among the best of all matchings. */
import { expect, test } from "vitest";
import { match, verify } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { bestMatchings, naiveLevels } from "../helpers/naive-levels.js";
import { random } from "../helpers/problems.js";
import { entryOf, someLevels } from "../helpers/some-levels.js";
import { allMatchings, tinyPool } from "../helpers/tiny-pools.js";

test("match() finds a matching that is best at every level in its order, whatever the levels", () => {
  const seen = new Map<string, number>();
  let decided = 0;
  const wrong = faults(runs(1000), (seed) => {
    const pool = tinyPool(seed);
    const chosen = someLevels(random(seed + 7));
    for (const name of chosen) seen.set(name, (seen.get(name) ?? 0) + 1);
    const { scores, ...people } = pool;
    const policy = {
      name: `seed ${seed}`,
      prefer: [{ criterion: "pair-scores", scores, max: 10_000 }],
      objective: chosen.map((name) => entryOf[name] ?? name),
    };
    const result = match(people as never, policy as never);
    const all = allMatchings(pool);
    const best = bestMatchings(all, chosen, pool, policy.name);
    if (best.length < all.length) decided++;
    const keyOf = (pairs: readonly { menteeId: string; mentorId: string }[]) =>
      pairs
        .map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)
        .sort()
        .join();
    if (result.status !== "proved") return `${chosen.join()}: ${result.status}`;
    const key = keyOf(result.matches);
    if (!best.some((matching) => keyOf(matching) === key)) return `${chosen.join()}: ${key} is not best`;
    const checked = verify(people as never, policy as never, result);
    return checked.status === "proved" ? undefined : `${chosen.join()}: ${JSON.stringify(checked.issues[0])}`;
  });
  expect(wrong).toEqual([]);
  expect([...seen.keys()].sort()).toEqual(Object.keys(naiveLevels).sort());
  expect(Math.min(...seen.values()) / runs(1000)).toBeGreaterThan(0.05);
  expect(decided / runs(1000)).toBeGreaterThan(0.5);
});
