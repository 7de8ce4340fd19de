/** The days of each pair as a sheet: what a policy's terms ask of it, and by when. */
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult } from "../types.js";
import { csvText } from "./csv.js";
import { pairDates } from "./pair-dates.js";

/**
 * `dates.csv`: a row for each match with its first and last day, when feedback is asked and how many meetings are due by when. A
 * new pair begins on the day of the pool. There is no sheet where the policy has no terms, or nobody knows a day.
 */
export function datesReport(
  pool: PoolInput,
  policy: PolicyInput,
  { matches }: MatchResult,
): { readonly [file: string]: string } {
  const people = parsePool(pool);
  const rules = parsePolicy(policy);
  const rows = pairDates(people, rules, matches, people.asOf);
  if (rules.terms === undefined || rows.length === 0) return {};
  const most = (count: (row: (typeof rows)[number]) => number): number[] =>
    Array.from({ length: Math.max(...rows.map(count)) }, (_, at) => at);
  const asked = most(({ feedback }) => feedback.length);
  const due = most(({ meetings }) => meetings.length);
  return {
    "dates.csv": csvText([
      [
        ...["mentee", "mentor", "start", "end"],
        ...asked.map((at) => `feedback ${at + 1}`),
        ...due.flatMap((at) => [`meetings ${at + 1}`, `by ${at + 1}`]),
      ],
      ...rows.map(({ menteeId, mentorId, start, end = "", feedback, meetings }) => [
        ...[menteeId, mentorId, start, end],
        ...asked.map((at) => feedback[at] ?? ""),
        ...due.flatMap((at) => [meetings[at]?.atLeast ?? "", meetings[at]?.by ?? ""]),
      ]),
    ]),
  };
}
