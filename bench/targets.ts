/** What was promised, beside what the rows of this run show. */
import type { Failed } from "./parts/dense.js";
import type { Beside } from "./parts/families.js";
import { exponent, type Grown } from "./parts/growth.js";
import type { Insight } from "./parts/insight.js";
import type { Levelled } from "./parts/levels.js";
import type { Matched } from "./parts/match.js";
import { kilobytes, type Size } from "./parts/size.js";
import { OURS, OURS_BY_LP, type Solved } from "./parts/solve.js";
import type { Warm } from "./parts/warm.js";
import type { Year } from "./parts/year.js";
import { duration, ratio, table } from "./table.js";

/** The rows of the parts that ran. */
export interface Results {
  readonly dense?: readonly (Solved | Failed)[];
  readonly sparse?: readonly Solved[];
  readonly growth?: readonly Grown[];
  readonly families?: readonly Beside[];
  readonly warm?: readonly Warm[];
  readonly levels?: readonly Levelled[];
  readonly match?: readonly Matched[];
  readonly insight?: readonly Insight[];
  readonly size?: readonly Size[];
  readonly year?: readonly Year[];
}

interface Figure {
  readonly measured: string;
  readonly isMet: boolean;
}

/** Nothing where the part did not run, or not at that size. */
type Target = readonly [promise: string, figure: (results: Results) => Figure | undefined];

const TARGETS: readonly Target[] = [
  ["≤ 1 × the best JavaScript peer at 200 × 120, cold", besideBest("200 × 120", 1)],
  ["≤ 0.5 × the best JavaScript peer at 3000 × 1500", besideBest("3000 × 1500", 0.5)],
  ["≤ 0.5 × the best JavaScript peer at 10 000 × 4000", besideBest("10 000 × 4000", 0.5)],
  ["≤ 40 % of that peer's memory there", memoryBesideBest("10 000 × 4000", 0.4)],
  ["≤ 1/20 of HiGHS at 1000 × 600", besideOne("1000 × 600", "highs", 20)],
  ["≤ 1/20 of plain javascript-lp-solver at 1000 × 600", besideOne("1000 × 600", "javascript-lp-solver", 20)],
  ["100 000 × 40 000, top 30, over-subscribed: ≤ 1.5 s", solvedWithin("100 000 × 40 000, top 30", 1500)],
  ["100 000 × 40 000, top 30, nearly balanced: ≤ 4 s", solvedWithin("100 000 × 40 000, top 30, balanced", 4000)],
  ["growth exponent ≤ 1.15 in pairs, over-subscribed", growthUpTo(1.15)],
  ["warm start after 150 changes ≥ 20 × faster than cold", warmAtLeast(20)],
  ["six levels ≤ 10 × coverage and score at 10 000 × 4000, top 30", levelsUpTo(6, 10)],
  ["twelve levels at 10 000 × 4000, top 30: exact, without overflow", levelsUpTo(12, Number.POSITIVE_INFINITY)],
  ["worst families ≤ 20 × the ordinary instance", familiesUpTo(20)],
  ["`match()` ≤ 4 solves of coverage and score + 40 ns a pair at 3000 × 1500", matchWithin("3000 × 1500")],
  ["a year of HEE, twelve rounds: ≤ 5 s", yearWithin(5000)],
  ["`explain()` of all left out ≤ 2 runs of `match()` at 1000 × 600", insightWithin("explain", "1000 × 600", 2)],
  ["`advise()` ≤ 60 runs of `match()` at 1000 × 600", insightWithin("advise", "1000 × 600", 60)],
  ["`mentor-match/solver` ≤ 8 kB gzipped", sizeUpTo(8000)],
];

export function targets(results: Results): string {
  const lines = TARGETS.map(([promise, figureIn]) => {
    const figure = figureIn(results);
    if (figure === undefined) return [promise, "–", "not run"];
    return [promise, figure.measured, figure.isMet ? "met" : "**missed**"];
  });
  return table(["target", "measured", ""], lines);
}

function insightWithin(verb: string, size: string, most: number): Target[1] {
  return ({ insight }) => {
    const row = insight?.find((one) => one.verb === verb && one.size === size);
    if (row === undefined) return undefined;
    const times = row.cpuMs / row.matchMs;
    return { measured: `${times.toFixed(1)} (${duration(row.cpuMs)})`, isMet: times <= most };
  };
}

function besideBest(instance: string, most: number): Target[1] {
  return ({ dense }) => {
    const { ours, best } = oursAndBest(dense, instance);
    if (ours === undefined || best === undefined) return undefined;
    const measured = `${ratio(ours.cpuMs, best.cpuMs)} (${duration(ours.cpuMs)}, ${best.solver} ${duration(best.cpuMs)})`;
    return { measured, isMet: ours.cpuMs <= most * best.cpuMs };
  };
}

function memoryBesideBest(instance: string, most: number): Target[1] {
  return ({ dense }) => {
    const { ours, best } = oursAndBest(dense, instance);
    if (ours === undefined || best === undefined) return undefined;
    const share = Math.round((100 * ours.peakMegabytes) / best.peakMegabytes);
    const measured = `${share} % (${ours.peakMegabytes} MB, ${best.solver} ${best.peakMegabytes} MB)`;
    return { measured, isMet: ours.peakMegabytes <= most * best.peakMegabytes };
  };
}

function besideOne(instance: string, solver: string, times: number): Target[1] {
  return ({ dense }) => {
    const ours = solved(dense, instance).find((row) => row.solver === OURS);
    const theirs = solved(dense, instance).find((row) => row.solver === solver);
    if (ours === undefined || theirs === undefined) return undefined;
    const timesFaster = theirs.cpuMs / ours.cpuMs;
    return { measured: `1/${timesFaster.toFixed(0)}`, isMet: timesFaster >= times };
  };
}

function solvedWithin(instance: string, mostMs: number): Target[1] {
  return ({ sparse }) => {
    const row = sparse?.find((candidate) => candidate.instance === instance);
    return row && { measured: duration(row.cpuMs), isMet: row.cpuMs <= mostMs };
  };
}

function growthUpTo(most: number): Target[1] {
  return ({ growth }) => {
    if (growth === undefined) return undefined;
    const measured = exponent(growth.filter(({ isBalanced }) => !isBalanced));
    const balanced = exponent(growth.filter(({ isBalanced }) => isBalanced));
    return { measured: `${measured.toFixed(2)} (nearly balanced ${balanced.toFixed(2)})`, isMet: measured <= most };
  };
}

function warmAtLeast(times: number): Target[1] {
  return ({ warm }) => {
    if (warm === undefined) return undefined;
    const worst = Math.min(...warm.map(({ timesFaster }) => timesFaster));
    const best = Math.max(...warm.map(({ timesFaster }) => timesFaster));
    return { measured: `${worst.toFixed(1)} to ${best.toFixed(1)} ×`, isMet: worst >= times };
  };
}

/** A row is there only where every level's bound was its value. */
function levelsUpTo(count: number, times: number): Target[1] {
  return ({ levels }) => {
    const rows = levels?.filter((row) => row.levels === count) ?? [];
    if (rows.length === 0) return undefined;
    const worst = rows.reduce((most, row) => (row.times > most.times ? row : most));
    return { measured: `${worst.times.toFixed(1)} × (${worst.instance})`, isMet: worst.times <= times };
  };
}

function familiesUpTo(times: number): Target[1] {
  return ({ families }) => {
    if (families === undefined) return undefined;
    const worst = families.reduce((most, row) => (row.timesOrdinary > most.timesOrdinary ? row : most));
    return { measured: `${worst.timesOrdinary.toFixed(1)} × (${worst.instance})`, isMet: worst.timesOrdinary <= times };
  };
}

function matchWithin(size: string): Target[1] {
  return ({ match }) => {
    const row = match?.find((candidate) => candidate.solver === "flow" && candidate.size === size);
    return row && { measured: `${ratio(row.shareOfAllowed, 1)} of that`, isMet: row.shareOfAllowed <= 1 };
  };
}

function yearWithin(mostMs: number): Target[1] {
  return ({ year }) => {
    const row = year?.find(({ scheme }) => scheme === "HEE");
    return row && { measured: duration(row.cpuMs), isMet: row.cpuMs <= mostMs };
  };
}

function sizeUpTo(mostBytes: number): Target[1] {
  return ({ size }) =>
    size && { measured: kilobytes(size[0]!.gzippedBytes), isMet: size[0]!.gzippedBytes <= mostBytes };
}

function oursAndBest(rows: Results["dense"], instance: string): { ours?: Solved; best?: Solved } {
  const all = solved(rows, instance);
  const others = all.filter(({ solver }) => solver !== OURS && solver !== OURS_BY_LP);
  const ours = all.find(({ solver }) => solver === OURS);
  const [best] = others.sort((a, b) => a.cpuMs - b.cpuMs);
  return { ...(ours && { ours }), ...(best && { best }) };
}

/** Those who gave the right answer. */
function solved(rows: Results["dense"], instance: string): Solved[] {
  return (rows ?? []).filter((row): row is Solved => row.instance === instance && !("outcome" in row));
}
