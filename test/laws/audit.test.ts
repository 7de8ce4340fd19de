/** The laws of the audit: counted once more person by person, its statistics in whole numbers, and nobody found by subtraction. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { audit, evidence, match, type PolicyInput } from "../../src/index.js";
import { corrected, rateDifference, rateInterval } from "../../src/insight/audit/exact-rates.js";
import { suppressed } from "../../src/insight/audit/suppressed.js";
import { runs } from "../helpers/counts.js";
import { ladder, mayPair, smallPolicy, smallPools } from "../helpers/pools.js";

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let step = 0; step < k; step++) ways = (ways * BigInt(n - step)) / BigInt(step + 1);
  return ways;
}

/** The share of two whole numbers, to sixteen digits. */
const ratio = (part: bigint, all: bigint): number => Number((part * 10n ** 16n) / all) / 1e16;

test("audit() has intervals beyond whose ends so many, or so few, are rarer than 1 in 40", () => {
  const PARTS = 10n ** 9n;
  /** How probable `count` or more of `people` are at a rate in parts of 10^9, in whole numbers. */
  const atLeast = (count: number, people: number, rate: bigint): number => {
    let [part, all] = [0n, 0n];
    for (let k = 0; k <= people; k++) {
      const ways = choose(people, k) * rate ** BigInt(k) * (PARTS - rate) ** BigInt(people - k);
      all += ways;
      if (k >= count) part += ways;
    }
    return ratio(part, all);
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (people, most) => {
      const count = Math.min(people, most);
      const [least, greatest] = rateInterval(count, people);
      const rate = (share: number): bigint => BigInt(Math.round(share * 1e9));
      if (count === 0) expect(least).toBe(0);
      else expect(atLeast(count, people, rate(least))).toBeCloseTo(0.025, 6);
      if (count === people) expect(greatest).toBe(1);
      else expect(1 - atLeast(count + 1, people, rate(greatest))).toBeCloseTo(0.025, 6);
    }),
    { numRuns: runs(200, 4), seed: 41 },
  );
});

test("audit() calls a difference as probable as all tables together that are no likelier", () => {
  fc.assert(
    fc.property(fc.nat(25), fc.nat(25), fc.nat(40), fc.nat(40), (a, b, more, others_) => {
      const [people, others] = [a + more, b + others_];
      const counted = a + b;
      const ways = (k: number): bigint => choose(people, k) * choose(others, counted - k);
      const tables = Array.from({ length: counted + 1 }, (_, k) => ways(k));
      const part = tables.filter((table) => table <= ways(a)).reduce((sum, table) => sum + table, 0n);
      const all = tables.reduce((sum, table) => sum + table, 0n);
      expect(rateDifference(a, people, b, others)).toBeCloseTo(ratio(part, all), 9);
    }),
    { numRuns: runs(500, 4), seed: 42 },
  );
});

test("audit() corrects many comparisons as Holm does, one after the other", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }), (thousandths) => {
      const list = thousandths.map((one) => one / 1000);
      const said = corrected(list);
      list.forEach((own, at) => {
        // The greatest correction of those that are no less probable.
        const naive = list
          .filter((other, index) => other < own || (other === own && index <= at))
          .map((other) => {
            const before = list.filter((earlier) => earlier < other).length;
            return Math.min(1, other * (list.length - before));
          });
        expect(said[at]).toBeCloseTo(Math.max(...naive), 12);
      });
    }),
    { numRuns: runs(500, 4), seed: 43 },
  );
});

test("audit() leaves out two groups or none, people enough that each could be of one to four, and no group of five that need not be", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 7 }), (sizes) => {
      const out = suppressed(sizes);
      sizes.forEach((size, at) => {
        if (size < 5) expect(out.has(at)).toBe(true);
      });
      const hidden = [...out].map((at) => sizes[at]!);
      const people = hidden.reduce((sum, size) => sum + size, 0);
      const isSafe = (list: readonly number[]): boolean =>
        list.length === 0 ||
        (list.length >= 2 && list.reduce((sum, size) => sum + size, 0) >= Math.max(5, 4 + list.length - 1));
      if (out.size < sizes.length) expect(isSafe(hidden)).toBe(true);
      expect(people).toBeGreaterThanOrEqual(0);
      // Without the greatest that was added it would not be safe.
      const added = hidden.filter((size) => size >= 5).sort((a, b) => b - a);
      if (added.length > 0) {
        const rest = [...hidden];
        rest.splice(rest.indexOf(added[0]!), 1);
        expect(isSafe(rest) && rest.length > 0).toBe(false);
      }
    }),
    { numRuns: runs(1000, 4), seed: 44 },
  );
});

test("audit() counts who takes part, is eligible and is matched as going through everybody does", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      smallPools,
      fc.array(fc.constantFrom("full", "part"), { minLength: 24, maxLength: 24 }),
      (pool, drawn) => {
        // Four of everybody, so that groups are large enough to be told of.
        const mentees = pool.mentees.flatMap((mentee) =>
          ["", "b", "c", "d"].map((suffix) => ({ ...mentee, id: mentee.id + suffix })),
        );
        const large = { ...pool, mentees, forbids: [] };
        const policy: PolicyInput = {
          ...smallPolicy,
          participation: { mentees: [{ rule: "has-attribute", attribute: "grade" }] },
        };
        const result = match(large, policy);
        const members = mentees.map(({ id }, at) => ({ id, group: drawn[at]! }));
        const { groupings } = audit(large, policy, result, [{ name: "time", members }]);
        const isMatched = new Set(result.matches.map(({ menteeId }) => menteeId));
        const rows = mentees.map((mentee, at) => {
          const isHere = mentee.grade !== undefined;
          const isEligible =
            isHere && pool.mentors.some((mentor) => mayPair({ ...large, forbids: [] }, mentee, mentor));
          return { group: drawn[at]!, isHere, isEligible, isMatched: isMatched.has(mentee.id) };
        });
        for (const { group, isSuppressed, comparisons } of groupings.find(({ name }) => name === "time")!.groups) {
          const own = rows.filter((row) => row.group === group);
          if (own.length < 5) expect(isSuppressed).toBe(true);
          if (isSuppressed) expect(comparisons).toEqual([]);
          const others = rows.filter((row) => row.group !== group);
          const naive = (list: typeof rows) => ({
            "takes-part": [list.length, list.filter((row) => row.isHere).length],
            eligible: [list.filter((row) => row.isHere).length, list.filter((row) => row.isEligible).length],
            matched: [list.filter((row) => row.isEligible).length, list.filter((row) => row.isMatched).length],
          });
          for (const { measure, group: figures, others: rest } of comparisons) {
            if (measure !== "takes-part" && measure !== "eligible" && measure !== "matched") continue;
            expect([figures.people, figures.count]).toEqual(naive(own)[measure]);
            expect([rest.people, rest.count]).toEqual(naive(others)[measure]);
            expect(Math.min(figures.people, rest.people)).toBeGreaterThanOrEqual(5);
            compared++;
          }
        }
      },
    ),
    { numRuns: runs(80, 4), seed: 45 },
  );
  expect(compared).toBeGreaterThan(0);
});

test("evidence() counts what each rule refuses, and refuses alone, as asking about every pair does", () => {
  let alone = 0;
  fc.assert(
    fc.property(smallPools, (pool) => {
      const policy = { name: "law", ladder, must: [{ rule: "different-department" }, { rule: "more-senior" }] };
      const { rules, counts, levels } = evidence(pool, policy, match(pool, policy));
      const pairs = pool.mentees.flatMap((mentee) =>
        pool.mentors.map((mentor) => {
          const isForbidden = pool.forbids.some((one) => one.menteeId === mentee.id && one.mentorId === mentor.id);
          const isApart =
            mentee.department !== undefined &&
            mentor.department !== undefined &&
            mentee.department !== mentor.department;
          const isAbove =
            mentee.grade !== undefined &&
            mentor.grade !== undefined &&
            ladder.indexOf(mentor.grade) > ladder.indexOf(mentee.grade);
          return [isForbidden, !isApart, !isAbove];
        }),
      );
      const naive = ["pairs.forbid", "must.different-department", "must.more-senior"].map((path, at) => ({
        path,
        of: pairs.length,
        refused: pairs.filter((refusals) => refusals[at]).length,
        refusedAlone: pairs.filter((refusals) => refusals[at] && refusals.filter(Boolean).length === 1).length,
      }));
      expect(rules).toEqual(naive.filter(({ path, refused }) => path !== "pairs.forbid" || refused > 0));
      expect(counts.matches).toBe(levels[0]!.value[0]);
      alone += naive[1]!.refusedAlone;
    }),
    { numRuns: runs(200, 4), seed: 46 },
  );
  expect(alone).toBeGreaterThan(0);
});
