/** What has to do with days: who waits, and what each new pair has before it. */
import { type Waiting, waitingList } from "../../lifecycle/waiting-list.js";
import type { Section } from "../document.js";
import { pairDates } from "../pair-dates.js";
import type { Subject } from "../subject.js";

const CHOSEN: readonly string[] = ["proved", "searched", "unproved"];

/** Who waits and how long; not told where the pool has no day, and never in public. */
export function waitingSection({ pool, policy, result, edition }: Subject): Section | undefined {
  if (pool.asOf === undefined || edition.isPublic || !CHOSEN.includes(result.status)) return undefined;
  const list = waitingList(pool, policy, result);
  if (list.length === 0) return undefined;
  const rows = list.map(({ id, role, since, days, limit }) => [
    edition.person(id),
    role,
    since,
    days,
    limit === undefined ? "" : LIMIT[limit],
  ]);
  const head = ["Person", "Role", "Since", "Days", "The scheme's limit"];
  return {
    id: "waiting",
    title: "Waiting list",
    blocks: [{ kind: "table", caption: "Who waits, longest first", head, rows }],
  };
}

const LIMIT: { readonly [limit in NonNullable<Waiting["limit"]>]: string } = {
  passed: "passed",
  "passes-before-next-run": "passes before the next run",
  kept: "kept",
};

/** The days of a pair that begins with the report, and those of pairs that stand in the term they are in. */
export function termsSection({ pool, policy, result, edition, start }: Subject): Section | undefined {
  if (policy.terms === undefined || edition.isPublic) return undefined;
  const rows = pairDates(pool, policy, result.matches, start).map((dates) => [
    edition.person(dates.menteeId),
    edition.person(dates.mentorId),
    dates.start,
    dates.end ?? "",
    dates.meetings.map(({ by, atLeast }) => `${atLeast} by ${by}`).join(", "),
    dates.feedback.join(", "),
  ]);
  if (rows.length === 0) return undefined;
  const head = ["Mentee", "Mentor", "From", "Until", "Meetings at least", "Feedback on"];
  return {
    id: "terms",
    title: "Dates of the pairs",
    blocks: [{ kind: "table", caption: "When pairs begin and end, meet and are asked", head, rows }],
  };
}
