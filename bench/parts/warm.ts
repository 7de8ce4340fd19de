/** Solving again after 100 mentees left and 50 joined: from scratch, and from the earlier answer. */
import { flow, type Prices } from "../../src/index.js";
import { flowFrom } from "../../src/matching/solvers/flow.js";
import { timed } from "../clock.js";
import { type Answer, type Instance, problemOf } from "../instance.js";
import { makeInstance } from "../instances.js";
import { ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { provedAnswer } from "../proof.js";
import { random } from "../random.js";
import { duration, table } from "../table.js";

const QUICK = ["3000 × 1500, balanced", "30 000 × 12 000, top 30, balanced"];
const LARGE = ["100 000 × 40 000, top 30, balanced"];
const LEAVING = 100;
const JOINING = 50;

interface Warm {
  readonly instance: string;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly timesFaster: number;
}

export const warm: Part = ({ isQuick }) => {
  const rows = (isQuick ? QUICK : [...QUICK, ...LARGE]).map((name) => ownRow<Warm>("warm", name));
  const lines = rows.map((row) => [
    row.instance,
    duration(row.coldMs),
    duration(row.warmMs),
    row.timesFaster.toFixed(1),
  ]);
  const text = [
    `Warm: after ${LEAVING} mentees left and ${JOINING} joined; compiled code, the better of two`,
    "",
    table(["instance", "cold", "warm", "times faster"], lines),
  ].join("\n");
  return { text, rows };
};

export function measureWarm(name: string): Warm {
  const { before, after } = leaveAndJoin(makeInstance(name));
  const first = flow(problemOf(before.instance));
  const mentorOf = provedAnswer(before.instance, first);
  const position = new Map(before.mentee.map((mentee, at) => [mentee, at]));
  const [coverage, score] = first.prices.map((prices) => carriedPrices(prices, after.mentee, position));
  const earlier = {
    mentorOf: Int32Array.from(carried(mentorOf, after.mentee, position, -1)),
    coverage: coverage!,
    score: score!,
  };

  const problem = problemOf(after.instance);
  const warmRuns = [timed(() => flowFrom(problem, earlier)), timed(() => flowFrom(problem, earlier))];
  const coldRuns = [timed(() => flow(problem)), timed(() => flow(problem))];
  for (const { result } of [...warmRuns, ...coldRuns]) provedAnswer(after.instance, result);
  const warmMs = Math.min(...warmRuns.map(({ cpuMs }) => cpuMs));
  const coldMs = Math.min(...coldRuns.map(({ cpuMs }) => cpuMs));
  return { instance: name, coldMs, warmMs, timesFaster: coldMs / warmMs };
}

/** Some of an instance's mentees: `mentee[k]` is the index, in the whole, of mentee `k` of the part. */
interface Some {
  readonly instance: Instance;
  readonly mentee: readonly number[];
}

/** The last mentees of the instance are those who join. */
function leaveAndJoin(whole: Instance): { before: Some; after: Some } {
  const next = random(42);
  const stayed = whole.mentees - JOINING;
  const leaving = new Set<number>();
  while (leaving.size < LEAVING) leaving.add(Math.floor(next() * stayed));
  return { before: only(whole, (i) => i < stayed), after: only(whole, (i) => !leaving.has(i)) };
}

function only(whole: Instance, isThere: (mentee: number) => boolean): Some {
  const mentee = Array.from({ length: whole.mentees }, (_, i) => i).filter(isThere);
  const start = new Int32Array(mentee.length + 1);
  mentee.forEach((i, k) => {
    start[k + 1] = start[k]! + whole.start[i + 1]! - whole.start[i]!;
  });
  const mentor = new Int32Array(start[mentee.length]!);
  const score = new Int32Array(start[mentee.length]!);
  mentee.forEach((i, k) => {
    mentor.set(whole.mentor.subarray(whole.start[i]!, whole.start[i + 1]!), start[k]!);
    score.set(whole.score.subarray(whole.start[i]!, whole.start[i + 1]!), start[k]!);
  });
  return { instance: { ...whole, mentees: mentee.length, start, mentor, score }, mentee };
}

function carriedPrices(
  { mentee, mentor }: Prices,
  mentees: readonly number[],
  position: ReadonlyMap<number, number>,
): Prices {
  return { mentee: Float64Array.from(carried(mentee, mentees, position, 0)), mentor };
}

/** What each mentee had before, `none` for those who joined. */
function carried(
  values: Answer,
  mentees: readonly number[],
  position: ReadonlyMap<number, number>,
  none: number,
): number[] {
  return mentees.map((i) => {
    const at = position.get(i);
    return at === undefined ? none : values[at]!;
  });
}
