/** The laws of who is served: order of coverage and priority is no matter, and the proof of `access` is one. */
import { expect, test } from "vitest";
import { accessProof, match } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { bestMatchings } from "../helpers/naive-levels.js";
import { allMatchings, type TinyPair, type TinyPool, tinyPool } from "../helpers/tiny-pools.js";

const asked = ({ scores, ...people }: TinyPool, name: string, objective: readonly unknown[]) =>
  [people as never, { name, prefer: [{ criterion: "pair-scores", scores, max: 10_000 }], objective } as never] as const;

const PRIORITIES = [{ level: "priority" }, { level: "priority", step: "year" }, { level: "priority", by: "tier" }];

test("match() reaches the same by priority and then coverage as by coverage and then priority", () => {
  let grouped = 0;
  const wrong = faults(runs(250), (seed) => {
    const pool = tinyPool(seed);
    const priority = PRIORITIES[seed % 3]!;
    const reached = (objective: readonly unknown[]) =>
      match(...asked(pool, `seed ${seed}`, [...objective, "score"]))
        .levels.map(({ name, value }) => `${name} ${value}`)
        .sort()
        .join("; ");
    const [one, other] = [reached([priority, "coverage"]), reached(["coverage", priority])];
    if (/priority \d+,/.test(one)) grouped++;
    return one === other ? undefined : `${one}, not ${other}`;
  });
  expect(wrong).toEqual([]);
  expect(grouped / runs(250)).toBeGreaterThan(0.3);
});

const served = (matching: readonly TinyPair[]): string =>
  [...new Set(matching.map(({ menteeId }) => menteeId))].sort().join();

test("accessProof() holds for those whom access serves, and for nobody else as many", () => {
  let others = 0;
  let left = 0;
  let paid = 0;
  const wrong = faults(runs(200), (seed) => {
    const pool = tinyPool(seed);
    const name = `seed ${seed}`;
    const objective = [
      ["coverage", "access"],
      [{ level: "priority" }, "access"],
      ["access", "coverage"],
    ][seed % 3]!;
    const [people, policy] = asked(pool, name, [...objective, "score"]);
    const [, unpriced] = asked(pool, name, objective);
    const right = match(people, policy);
    const proof = accessProof(people, policy, right);
    if (!proof.holds) return JSON.stringify(proof.trees);
    if (proof.trees.length > 0) left++;
    if (proof.scorePrice! > 0) paid++;
    // The best total without the level, by going through all matchings.
    const names = objective.map((level) => (typeof level === "string" ? level : "waiting"));
    const total = (matching: readonly TinyPair[]): number =>
      matching.reduce(
        (sum, pair) => sum + pool.scores.find((row) => row[0] === pair.menteeId && row[1] === pair.mentorId)![2],
        0,
      );
    const without = names.filter((level) => level !== "access");
    const free = bestMatchings(allMatchings(pool), [...without, "score"], pool, name)[0]!;
    if (total(free) - total(right.matches) !== proof.scorePrice) return `price ${proof.scorePrice}`;
    // Any matching told as the answer: the proof holds exactly where the same people are served, each before anybody twice.
    const best = bestMatchings(allMatchings(pool), names, pool, name);
    for (const matching of allMatchings(pool)) {
      const isFixed = (pair: TinyPair) =>
        pool.pairs.some((one) => one.menteeId === pair.menteeId && one.mentorId === pair.mentorId);
      const matches = matching.map((pair) => ({ ...pair, origin: isFixed(pair) ? "standing" : "new" }));
      const { holds } = accessProof(people, unpriced, { ...right, matches } as never);
      const isSame = served(matching) === served(best[0]!);
      if (!isSame) others++;
      if (holds !== isSame && !(isSame && hasMany(matching))) return `${holds} of ${served(matching)}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(others).toBeGreaterThan(runs(200));
  expect(left / runs(200)).toBeGreaterThan(0.2);
  expect(paid).toBeGreaterThan(0);
});

/** Whether anybody has two mentors: what is free beside them may serve nobody else. */
const hasMany = (matching: readonly TinyPair[]): boolean =>
  new Set(matching.map(({ menteeId }) => menteeId)).size < matching.length;
