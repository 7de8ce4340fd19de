/** The law of what is told about nominations: a wish never overrides a rule, and no clash passes in silence. */
import { expect, test } from "vitest";
import { eligiblePairs, InputError, match, type PolicyInput, type PoolInput, verify } from "../../src/index.js";
import { anyCase } from "../helpers/any-case.js";
import { withFunctions } from "../helpers/any-policy.js";
import { runs } from "../helpers/counts.js";

const LIVE = ["proposed", "accepted", "met", "agreed"];
const BOUNDS = [{ atLeast: 2 }, { atMost: 1 }, { atLeast: 2, atMost: 2 }, {}];

test("match() tells every nomination that something refuses and every list too short or too long, and no other, and verify() agrees", () => {
  const met = { refused: 0, granted: 0, short: 0, long: 0 };
  for (let seed = 0; seed < runs(120); seed++) {
    const { pool, policy: json } = anyCase(seed, { mentees: 7, mentors: 5 });
    const bounds = { mentees: BOUNDS[seed % 4]!, mentors: BOUNDS[Math.floor(seed / 4) % 4]! };
    const policy: PolicyInput = { ...withFunctions(json), nominations: bounds };
    let result: ReturnType<typeof match>;
    try {
      result = match(pool, policy);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      continue;
    }
    expect(verify(pool, policy, result).issues).toEqual([]);
    const told = result.findings.filter(({ code }) => code.includes("nomination"));

    // Whoever takes part or not, and whatever places there are: may the pair be?
    const open = (people: PoolInput["mentees"]) => people.map(({ hold: _, away: __, withdrawn: ___, ...one }) => one);
    const wide: PoolInput = {
      ...pool,
      mentees: open(pool.mentees).map((one) => ({ ...one, demand: 9 })),
      mentors: open(pool.mentors).map((one) => ({ ...one, capacity: 9, minimum: 0 })),
      pairs: (pool.pairs ?? []).filter(({ status }) => !LIVE.includes(status)),
      locks: [],
    };
    const free: PolicyInput = {
      ...policy,
      participation: {},
      capacity: { default: 9 },
      limits: [],
      objective: ["score"],
    };
    const may = new Set(eligiblePairs(wide, free).map(({ menteeId, mentorId }) => `${menteeId}\n${mentorId}`));
    const decided = new Set(
      [...(pool.locks ?? []), ...result.matches.filter(({ origin }) => origin !== "new")].map(
        (one) => `${one.menteeId}\n${one.mentorId}`,
      ),
    );
    const wished = [
      ...pool.mentees.flatMap(({ id, nominations }) => (nominations ?? []).map((other) => `mentees ${id}\n${other}`)),
      ...pool.mentors.flatMap(({ id, nominations }) => (nominations ?? []).map((other) => `mentors ${other}\n${id}`)),
    ].filter((wish) => !decided.has(wish.slice(8)));
    const refused = new Set(wished.filter((wish) => !may.has(wish.slice(8))));
    const named = told
      .filter(({ code }) => code === "nomination-refused")
      .map(({ path, ids }) => `${path.slice(0, 7)} ${ids.join("\n")}`);
    expect([...new Set(named)].sort()).toEqual([...refused].sort());
    met.refused += refused.size;
    met.granted += wished.length - refused.size;

    for (const list of ["mentees", "mentors"] as const) {
      const { atLeast = 1, atMost = 99 } = bounds[list] as { atLeast?: number; atMost?: number };
      const lengths = pool[list].map(({ id, nominations }) => [id, nominations?.length ?? 0] as const);
      const idsOf = (code: string) =>
        told.flatMap((one) => (one.code === code && one.path === `${list}.nominations` ? one.ids : []));
      const short = lengths.filter(([, length]) => length > 0 && length < atLeast).map(([id]) => id);
      const long = lengths.filter(([, length]) => length > atMost).map(([id]) => id);
      expect([idsOf("few-nominations"), idsOf("many-nominations")]).toEqual([short.sort(), long.sort()]);
      met.short += short.length;
      met.long += long.length;
    }
  }
  for (const often of Object.values(met)) expect(often).toBeGreaterThan(runs(120) / 10);
});
