/** What mentoring adds to a mentor's work, for a workload model: no mentee is named. */
import { isDay, monthsBetween } from "../day.js";
import { byCodeUnit, showText } from "../door.js";
import { InputError, type Issue } from "../errors.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { StandingPair } from "../types.js";

/** The days that a workload is of. */
export interface WorkloadOptions {
  /** first day, `YYYY-MM-DD`; from the beginning unless given */
  readonly from?: string | undefined;
  /** last day, `YYYY-MM-DD`; the pool's `asOf` unless given */
  readonly until?: string | undefined;
}

/** The work of one mentor. */
export interface Workload {
  /** id of the mentor, who may have left the pool */
  readonly mentorId: string;
  /** people mentored in the period */
  readonly mentees: number;
  /** full months of the calendar in the period, of each pair by itself, added up */
  readonly months: number;
  /** pairs without a day, or that ended on none: among the mentees, but of no months */
  readonly undated: number;
}

/**
 * Each mentor with the number of mentees and the months in a period. Pairs that were accepted count, whatever became of them;
 * proposals and declined pairs do not. A pair that is live lasts until the end of the period.
 *
 * @returns mentors with at least one mentee, in order of id; no mentee is named
 * @throws InputError where the pool or the options cannot be read, or where no day says when the period ends
 * @remarks O(pairs)
 *
 * @example
 * ```ts
 * import { workload } from "mentor-match";
 *
 * const pairs = [{ menteeId: "bo", mentorId: "ada", status: "agreed" as const, since: "2026-01-12" }];
 * workload({ asOf: "2026-10-01", mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], pairs });
 * // => [{ mentorId: "ada", mentees: 1, months: 8, undated: 0 }]
 * ```
 */
export function workload(pool: PoolInput, options: WorkloadOptions = {}): readonly Workload[] {
  const { asOf, pairs } = parsePool(pool);
  const { from = "0001-01-01", until = asOf } = options;
  checkPeriod(from, until);
  const own = new Map<string, { mentees: Set<string>; months: number; undated: number }>();
  for (const pair of pairs) {
    if (pair.status === "proposed" || pair.status === "declined") continue;
    const span = spanOf(pair, until!);
    if (span !== undefined && (span.end < from || span.start > until!)) continue;
    const entry = own.get(pair.mentorId) ?? { mentees: new Set(), months: 0, undated: 0 };
    own.set(pair.mentorId, entry);
    entry.mentees.add(pair.menteeId);
    if (span === undefined) entry.undated++;
    else entry.months += monthsBetween(span.start > from ? span.start : from, span.end < until! ? span.end : until!);
  }
  return [...own]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([mentorId, { mentees, months, undated }]) => ({ mentorId, mentees: mentees.size, months, undated }));
}

/** When a pair was one; nothing where that is not known. */
function spanOf({ status, since, until }: StandingPair, last: string) {
  const isOver = status === "completed" || status === "ended-early" || status === "dissolved";
  const end = isOver ? until : (until ?? last);
  return since === undefined || end === undefined ? undefined : { start: since, end };
}

function checkPeriod(from: unknown, until: unknown): void {
  const issues: Issue[] = [];
  for (const [path, day] of Object.entries({ from, until })) {
    if (typeof day === "string" && isDay(day)) continue;
    const message = `expected a day as YYYY-MM-DD, got ${showText(day)}`;
    issues.push({ code: day === undefined ? "missing" : "invalid", path, message });
  }
  if (issues.length === 0 && (until as string) < (from as string))
    issues.push({ code: "invalid", path: "until", message: `expected ${from} or a later day, got ${until}` });
  if (issues.length > 0) throw new InputError("workload options", issues);
}
