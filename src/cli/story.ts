/** The story of a scheme's cohort on a terminal: a first round, what is noticed, and a second one. */
import { monthsAfter } from "../day.js";
import { verify } from "../insight/verify.js";
import { review } from "../lifecycle/review.js";
import { settle } from "../lifecycle/settle.js";
import { termDates } from "../lifecycle/term-dates.js";
import { type Waiting, waitingList } from "../lifecycle/waiting-list.js";
import { match } from "../matching/match.js";
import type { PolicyInput } from "../policy/policy.js";
import { columnsOf } from "../report/columns.js";
import type { Scheme } from "../schemes/all.js";
import type { Match, MatchResult, Pool, StandingPair } from "../types.js";

/** The story as text, lines ending in `\n`, and whether all of it is proved. */
export function story({ policy, cohort }: Scheme): { readonly text: string; readonly isProved: boolean } {
  const pool = cohort();
  const first = match(pool, policy);
  const checked = verify(pool, policy, first);
  const day = monthLater(pool.asOf!);
  const { next, declined } = afterwards(settle(pool, first, day), first);
  const second = match(next, policy);
  const again = verify(next, policy, second);
  const sections = [
    [
      `${policy.name}: a made-up cohort of ${pool.mentees.length} mentees and ${pool.mentors.length} mentors on ${pool.asOf}`,
    ],
    ["The round", ...round(first), `checked from scratch: ${checked.status}`],
    ["Who takes no part", ...columnsOf(turnedAway(first))],
    ["Who is left over", ...leftOver(first)],
    ["Who waits", ...waiting(waitingList(pool, policy, first, { nextRun: day }))],
    ["Pairs that a rule refuses today, for people to decide on", ...breaks(pool, policy)],
    ["What a new pair is told", ...terms(policy, next.pairs.at(-1)!)],
    [
      `The next round, on ${day}: ${declined.menteeId} and ${declined.mentorId} declined after their first meeting`,
      ...round(second),
      `checked from scratch: ${again.status}`,
      fate(second, declined.menteeId),
    ],
  ];
  const text = sections
    .filter((lines, index) => index === 0 || lines.length > 1)
    .map(([title, ...lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`)
    .join("\n");
  return { text, isProved: checked.status === "proved" && again.status === "proved" };
}

/** The first day of the month after a day. */
const monthLater = (day: string): string => monthsAfter(`${day.slice(0, 8)}01`, 1);

/** The pool of the next round, in which the last of the new pairs has declined. */
function afterwards(pool: Pool, { matches }: MatchResult): { readonly next: Pool; readonly declined: StandingPair } {
  const parted = matches.filter(({ origin }) => origin === "new").at(-1)!;
  const isTheirs = (pair: StandingPair): boolean =>
    pair.menteeId === parted.menteeId && pair.mentorId === parted.mentorId;
  const declined: StandingPair = { ...pool.pairs.find(isTheirs)!, status: "declined" };
  return { next: { ...pool, pairs: pool.pairs.map((pair) => (isTheirs(pair) ? declined : pair)) }, declined };
}

function round({ matches, unmatched, levels }: MatchResult): string[] {
  const count = (isSo: (one: Match) => boolean): number => matches.filter(isSo).length;
  const made = count(({ origin }) => origin === "new");
  const checks = count(({ checks: asked }) => asked !== undefined);
  const choices = [1, 2, 3].map((choice) => count((one) => one.choice === choice));
  return [
    `${matches.length} pairs: ${made} new and ${matches.length - made} that stand; ${unmatched.length} mentees are left over`,
    ...(checks > 0 ? [`${checks} pairs carry something to check, since a fact is not known`] : []),
    ...(choices.some((those) => those > 0) ? [`first, second and third choices: ${choices.join(", ")}`] : []),
    `decided by, in this order: ${levels.map(({ name }) => name).join(", ")}; each proved best`,
  ];
}

function turnedAway({ notTakingPart }: MatchResult): string[][] {
  const counts = new Map<string, number>();
  for (const { role, refusedBy } of notTakingPart) {
    for (const rule of refusedBy) counts.set(`${role}s ${rule}`, (counts.get(`${role}s ${rule}`) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => [...key.split(" "), String(count)]);
}

function leftOver({ unmatched, reserve }: MatchResult): string[] {
  const none = unmatched.filter(({ eligible }) => eligible === 0);
  const alone = new Map<string, number>();
  for (const { id, soleMentors } of none.flatMap(({ refusedBy }) => refusedBy)) {
    if (soleMentors > 0) alone.set(id, (alone.get(id) ?? 0) + 1);
  }
  const rules = [...alone].map(([id, count]) => `${id} (${count})`).join(", ");
  return [
    ...(unmatched.length > none.length
      ? [`${unmatched.length - none.length} mentees could have somebody, if there were places`]
      : []),
    ...(none.length > 0
      ? [
          `${none.length} could have nobody${rules === "" ? "" : `; what by itself keeps mentors from some of them: ${rules}`}`,
        ]
      : []),
    ...(reserve.length > 0
      ? [`${reserve.length} mentors have places left: ${shortened(reserve.map(({ mentorId }) => mentorId))}`]
      : []),
  ];
}

function waiting(list: readonly Waiting[]): string[] {
  const of = (limit: Waiting["limit"]): string[] => list.flatMap((one) => (one.limit === limit ? [one.id] : []));
  const [longest] = list;
  const told = (what: string, ids: readonly string[]): string[] =>
    ids.length > 0 ? [`${what}: ${shortened(ids)}`] : [];
  return [
    ...(longest !== undefined && longest.days > 0
      ? [`longest: ${longest.id}, ${longest.days} days since ${longest.since}`]
      : []),
    ...told("longer than the scheme allows", of("passed")),
    ...told("too long by the next round", of("passes-before-next-run")),
  ];
}

function breaks(pool: Pool, policy: PolicyInput): string[] {
  return review(pool, policy).map(({ menteeId, mentorId, breaks: found }) => {
    const rules = found.map(({ id, since }) => (since === undefined ? id : `${id} since ${since}`));
    return `${menteeId} and ${mentorId}: ${rules.join(", ")}`;
  });
}

function terms(policy: PolicyInput, pair: StandingPair): string[] {
  const { start, end, feedback, meetings } = termDates(policy, pair);
  return [
    `from ${start}${end === undefined ? "" : ` to ${end}`}`,
    ...meetings.map(({ by, atLeast }) => `at least ${atLeast} meetings by ${by}`),
    ...(feedback.length > 0 ? [`feedback on ${feedback.join(" and ")}`] : []),
  ];
}

function fate({ matches }: MatchResult, id: string): string {
  const found = matches.find(({ menteeId }) => menteeId === id);
  return found === undefined ? `${id} waits` : `${id} has ${found.mentorId} now`;
}

const shortened = (ids: readonly string[]): string =>
  ids.length > 6 ? `${ids.slice(0, 6).join(", ")} and ${ids.length - 6} more` : ids.join(", ");
