/** The laws of what would help: every change that does is listed, and every listed one does. */
import { expect, test } from "vitest";
import { type Change, match, whatWouldHelp } from "../../src/index.js";
import { mostServed, plainPool, scored, servedIn } from "../helpers/asked-pools.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";

const MUST = [{ rule: "different-department" }];

test("whatWouldHelp() lists every single place, override and limit that gives a mentee a mentor and takes nobody's, and no other", () => {
  const kinds = new Map<string, number>();
  let another = 0;
  const wrong = faults(runs(60, 4), (seed) => {
    const next = random(seed + 7);
    const pool = plainPool(seed);
    const sameDepartment = pool.mentees.flatMap((mentee) =>
      pool.mentors
        .filter(({ department }) => department === mentee.department)
        .map((mentor) => ({ menteeId: mentee.id, mentorId: mentor.id })),
    );
    const limits = [
      { id: "all", atMost: 1 + Math.floor(next() * 4) },
      { id: "law", mentors: { department: "Law" }, atMost: 1 },
      { id: "art", mentees: { department: "Art" }, atMost: 1 },
    ].filter(() => next() < 0.3);
    const objective = next() < 0.5 ? ["coverage", "score"] : ["coverage", "access", "score"];
    const ceiling = next() < 0.3 ? { capacity: { default: 1, max: 2 } } : {};
    const asked = (with_: object, rules: object = {}) =>
      match(...scored({ ...pool, ...with_ }, { must: MUST, limits, objective, ...ceiling, ...rules }));
    const [people, policy] = scored(pool, { must: MUST, limits, objective, ...ceiling });
    const result = match(people, policy);
    const out = result.unmatched[0]?.menteeId;
    if (out === undefined) return undefined;
    const told = whatWouldHelp(people, policy, result, out, { most: 1000 });
    const pool2 = { ...pool, forbids: [...pool.forbids, ...sameDepartment] };
    if (!told.isWhole) {
      const all = [...servedIn(result.matches), out];
      return limits.length > 0 || mostServed(pool2, all) === all.length ? undefined : "is whole";
    }
    const every: Change[] = [
      ...pool.mentors.map(({ id, capacity }) => ({ kind: "place" as const, mentorId: id, capacity: capacity + 1 })),
      ...sameDepartment.map((pair) => ({ kind: "override" as const, ...pair, rule: "different-department" })),
      ...limits.map(({ id, atMost }) => ({ kind: "limit" as const, id, atMost: atMost + 1 })),
    ];
    const solve = (change: Change) => {
      if (change.kind === "limit")
        return asked(
          {},
          { limits: limits.map((one) => (one.id === change.id ? { ...one, atMost: change.atMost } : one)) },
        );
      if (change.kind === "override") {
        const { kind: _, ...override } = change;
        return asked({ overrides: [{ ...override, reason: "law" }] });
      }
      const mentors = pool.mentors.map((one) => ({
        ...one,
        capacity: one.id === change.mentorId ? one.capacity + 1 : one.capacity,
      }));
      return asked({ mentors }, { capacity: { default: 1 } });
    };
    for (const change of every) {
      const after = servedIn(solve(change).matches);
      const before = servedIn(result.matches);
      const helps = after.has(out) && [...before].every((id) => after.has(id));
      const listed = told.changes.find((one) => JSON.stringify(one.change) === JSON.stringify(change));
      if (helps !== (listed?.effect === "helps")) return `${out}: ${JSON.stringify(change)} is ${listed?.effect}`;
      if (listed === undefined) continue;
      if (helps) kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
      else another++;
      const gains = [...after].filter((id) => !before.has(id)).sort();
      const loses = [...before].filter((id) => !after.has(id)).sort();
      if (listed.gains.join() !== gains.join() || listed.loses.join() !== loses.join()) return `gains ${listed.gains}`;
      const [level] = listed.levels;
      if (level?.name !== "coverage" || level.difference[0] !== after.size - before.size) return "coverage";
    }
    const moves = told.changes.filter(({ effect }) => effect === "helps").map((one) => one.moves);
    return moves.some((one, at) => at > 0 && one < moves[at - 1]!) ? `in order ${moves}` : undefined;
  });
  expect(wrong).toEqual([]);
  expect([...kinds.keys()].sort()).toEqual(["limit", "override", "place"]);
  expect(another).toBeGreaterThan(0);
});
