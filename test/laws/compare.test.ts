/** The laws of what compare() counts: as one counts the matches of both results by hand, group by group. */
import { expect, test } from "vitest";
import { compare, match } from "../../src/index.js";
import { scored } from "../helpers/asked-pools.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { type TinyPool, tinyPool } from "../helpers/tiny-pools.js";

/** Full months waited on the last day of September 2026, for the days that tiny pools use. */
const MONTHS: ReadonlyMap<string | undefined, number> = new Map([
  ["2025-09-30", 12],
  ["2026-07-31", 2],
  ["2026-08-31", 1],
  ["2026-08-30", 1],
]);

type Label = (mentee: TinyPool["mentees"][number], mentorId: string) => number | null;

const LEVELS: readonly { readonly level: object | string; readonly unit: string; readonly label: Label }[] = [
  {
    level: { level: "priority", by: "waiting", step: "month" },
    unit: "months",
    label: ({ waitingSince }) => MONTHS.get(waitingSince) ?? 0,
  },
  { level: { level: "priority", by: "tier" }, unit: "tier", label: ({ tier }) => tier ?? null },
  {
    level: "last-choices",
    unit: "choice",
    label: ({ nominations }, id) => (nominations.length === 0 ? 1 : nominations.indexOf(id) + 1 || null),
  },
  {
    level: "first-choices",
    unit: "choice",
    label: ({ nominations }, id) => (nominations.length === 0 ? 1 : nominations.indexOf(id) + 1 || null),
  },
];

test("compare() counts of each wait, tier and choice whom both results match, the first of the level first", () => {
  let moved = 0;
  const wrong = faults(runs(150, 4), (seed) => {
    const { level, unit, label } = LEVELS[seed % LEVELS.length]!;
    const before = tinyPool(seed);
    const after = { ...before, mentors: before.mentors.map((one) => ({ ...one, capacity: 3 - one.capacity })) };
    const sides = [before, after].map((pool) => {
      const [people, policy] = scored(pool, { objective: ["coverage", level, "score"] });
      return { pool: people, policy, result: match(people, policy) };
    });
    const told = compare(sides[0]!, sides[1]!).levels.find(({ name }) => name !== "coverage" && name !== "score");
    if (told === undefined) return undefined;
    if (told.counts?.unit !== unit) return `counts by ${told.counts?.unit}`;
    const rows = sides.map(({ result }) => {
      const byPerson =
        unit === "choice" ? result.matches : [...new Map(result.matches.map((one) => [one.menteeId, one])).values()];
      return byPerson.map(({ menteeId, mentorId }) =>
        label(before.mentees.find(({ id }) => id === menteeId)!, mentorId),
      );
    });
    const of = told.counts.of.map((one) => one.of);
    const last = Number.MAX_SAFE_INTEGER;
    const sorted = [...of].sort((a, b) => (unit === "months" ? b! - a! : (a ?? last) - (b ?? last)));
    if (of.join() !== sorted.join()) return `in the order of ${of}`;
    for (const one of told.counts.of) {
      const [then, now] = rows.map((labels) => labels.filter((own) => own === one.of).length);
      if (one.before !== then || one.after !== now)
        return `${one.before} → ${one.after} of ${one.of}, not ${then} → ${now}`;
      if (then !== now) moved++;
    }
    const missing = rows.flat().filter((own) => !of.includes(own));
    return missing.length === 0 ? undefined : `forgets ${missing}`;
  });
  expect(wrong).toEqual([]);
  expect(moved).toBeGreaterThan(0);
});
