/** The rows of LMIC: its policy over its cohort shows each, and without the row's line shows something else. */
import { expect, test } from "vitest";
import {
  eligiblePairs,
  endPair,
  match,
  type PolicyInput,
  type Pool,
  review,
  settle,
  statistics,
  termDates,
  verify,
  waitingList,
  whatWouldHelp,
} from "../../src/index.js";
import { datesReport } from "../../src/report/dates.js";
import { lmic, lmicCohort } from "../../src/schemes/index.js";
import { changed, lacking, madeBy, matched, mean, namesOf, share, stepsUp, turnedAway, without } from "./scheme.js";

const pool = lmicCohort();

/** The rows of the sheet that has the dates of each pair. */
const sheet = (policy: PolicyInput): string[] =>
  datesReport(pool, policy, matched(pool, policy))["dates.csv"]!.split("\r\n");

test("match() proves the result of LMIC over its cohort", () => {
  expect(verify(pool, lmic, matched(pool, lmic))).toMatchObject({ status: "proved", issues: [] });
  expect([pool.mentees.length, pool.mentors.length, new Set(pool.mentees.map(({ country }) => country)).size]).toEqual([
    60, 40, 12,
  ]);
});

test("L1 match() goes by job role and area, and more by the one that the mentee says matters", () => {
  // Who says what matters names criteria, and the policy must have them.
  const indifferent: Pool = { ...pool, mentees: lacking(pool.mentees, "matters") };
  const alike = (policy: PolicyInput) =>
    madeBy(indifferent, policy).filter(({ mentee, mentor }) => mentee.jobRole === mentor.jobRole).length;
  const helped = (policy: PolicyInput) =>
    madeBy(indifferent, policy).filter(({ mentee, mentor }) => share(mentee.seeks, mentor.offers)).length;
  expect(alike(lmic)).toBeGreaterThan(alike(without(lmic, "prefer.job-role")));
  expect(helped(lmic)).toBeGreaterThan(helped(without(lmic, "prefer.shared-areas")));
  const forRole = (from: Pool) => {
    const wish = new Map(pool.mentees.map(({ id, matters }) => [id, matters?.["job-role"] ?? 1]));
    const made = madeBy(from, lmic).filter(({ menteeId }) => wish.get(menteeId) === 3);
    return made.filter(({ mentee, mentor }) => mentee.jobRole === mentor.jobRole).length / made.length;
  };
  expect(forRole(pool)).toBeGreaterThan(forRole(indifferent));
});

test("L2 match() prefers the more senior, and demands it of nobody", () => {
  const gaps = (policy: PolicyInput) => madeBy(pool, policy).flatMap((pair) => stepsUp(lmic, pair));
  const atEase = (policy: PolicyInput) => mean(gaps(policy).map((gap) => Math.abs(gap - 1)));
  expect(atEase(lmic)).toBeLessThan(atEase(without(lmic, "prefer.seniority-gap")));
  expect(gaps(lmic).some((gap) => gap < 1)).toBe(true);
});

test("L3 match() turns away whoever has not passed the training, on both sides, or holds their pairs back until they have", () => {
  const known = (policy: PolicyInput) => turnedAway(pool, policy, "mentee", "trained").length;
  expect(known(lmic)).toBeGreaterThan(2);
  expect(known(without(lmic, "participation.mentees.trained"))).toBe(0);
  expect(turnedAway(pool, lmic, "mentor", "trained").length).toBeGreaterThan(0);
  expect(turnedAway(pool, without(lmic, "participation.mentors.trained"), "mentor", "trained")).toEqual([]);
  const atRelease = { rule: "trained", when: "release" };
  const later: PolicyInput = {
    ...lmic,
    participation: { mentees: [{ rule: "opted-in" }, atRelease], mentors: [{ rule: "opted-in" }, atRelease] },
  };
  const held = (from: Pool, policy: PolicyInput) =>
    match(from, policy).matches.filter(({ checks }) => checks?.includes("trained"));
  expect(turnedAway(pool, later, "mentee", "trained")).toEqual([]);
  expect(held(pool, later).length).toBeGreaterThan(0);
  expect(held(pool, without(without(later, "participation.mentees.trained"), "participation.mentors.trained"))).toEqual(
    [],
  );
  // The pair is proposed, and held back until both have passed.
  const next = settle(pool, match(pool, later), "2023-04-15");
  expect(namesOf(held(next, later))).toEqual(expect.arrayContaining(namesOf(held(pool, later))));
  const passed = {
    mentees: changed(next.mentees, () => ({ trained: true })),
    mentors: changed(next.mentors, () => ({ trained: true })),
  };
  expect(held({ ...next, ...passed }, later)).toEqual([]);
});

test("L4 match() leaves pairs as they are and serves the longest waits first, and waitingList() says who waited too long and why", () => {
  const result = matched(pool, lmic);
  const live = pool.pairs.filter(({ status }) => status === "agreed" || status === "proposed");
  expect(namesOf(result.matches)).toEqual(expect.arrayContaining(namesOf(live)));
  const late = (policy: PolicyInput) =>
    waitingList(pool, policy, matched(pool, policy)).filter(
      ({ role, limit }) => role === "mentee" && limit === "passed",
    );
  expect(late(lmic).length).toBeGreaterThan(0);
  for (const { why } of late(lmic)) expect(why!.eligible === why!.full || why!.refusedBy.length > 0).toBe(true);
  expect(late(without(lmic, "waiting"))).toEqual([]);
  const months = (policy: PolicyInput) =>
    mean(
      waitingList(pool, policy, matched(pool, policy)).flatMap(({ role, days }) => (role === "mentee" ? [days] : [])),
    );
  expect(months(lmic)).toBeLessThan(months(without(lmic, "objective.priority")));
});

test("L5 match() pairs people who share a language and most of a working day", () => {
  const languages = (policy: PolicyInput) =>
    eligiblePairs(pool, policy).filter(({ menteeId, mentorId }) => {
      const of = (list: Pool["mentees"], id: string) => list.find((one) => one.id === id)?.languages;
      return !share(of(pool.mentees, menteeId), of(pool.mentors, mentorId));
    }).length;
  expect(languages(lmic)).toBe(0);
  expect(languages(without(lmic, "must.shared-language"))).toBeGreaterThan(100);
  const hours = (policy: PolicyInput) =>
    madeBy(pool, policy).map(({ mentee, mentor }) =>
      Math.abs((mentee.utcOffsetHours ?? 0) - (mentor.utcOffsetHours ?? 0)),
    );
  expect(Math.max(...hours(lmic))).toBeLessThanOrEqual(6);
  expect(Math.max(...hours(without(lmic, "must.time-zone-within")))).toBeGreaterThan(6);
  expect(mean(hours(lmic))).toBeLessThan(mean(hours(without(lmic, "prefer.time-zone"))));
});

test("L6 match() makes no declined pair again, and matches only those who wish to go on", () => {
  const first = matched(pool, lmic);
  const next = settle(pool, first, "2023-04-15");
  const [parted] = first.matches.filter(({ origin }) => origin === "new");
  const isTheirs = ({ menteeId }: { readonly menteeId: string }) => menteeId === parted!.menteeId;
  const declined = endPair(next, parted!, { reason: "declined", date: "2023-04-20" });
  const stopped = endPair(next, parted!, { reason: "declined", date: "2023-04-20", reEnters: { mentee: false } });
  const forgotten: Pool = { ...next, pairs: next.pairs.filter((pair) => !isTheirs(pair)) };
  const pair = namesOf([parted!])[0];
  const possible = (from: Pool) => namesOf(eligiblePairs(from, lmic)).includes(pair!);
  expect([possible(declined), possible(forgotten)]).toEqual([false, true]);
  const asks = (from: Pool) => {
    const { matches, unmatched } = match(from, lmic);
    return [...matches, ...unmatched].filter(isTheirs).length;
  };
  expect([asks(declined), asks(stopped)]).toEqual([1, 0]);
});

test("L8 termDates() asks each pair for feedback after three and six months, and the sheet of dates prints it", () => {
  const next = settle(pool, matched(pool, lmic), "2023-04-15");
  for (const pair of next.pairs.filter(({ since }) => since === "2023-04-15")) {
    expect(termDates(lmic, pair).feedback).toEqual(["2023-07-15", "2023-10-15"]);
    expect(termDates(without(lmic, "terms.feedbackMonths"), pair).feedback).toEqual([]);
  }
  const days = sheet(lmic).filter((line) => line.includes(",2023-04-01,"));
  expect(days.length).toBeGreaterThan(10);
  for (const line of days) expect(line).toContain(",2023-07-01,2023-10-01,");
  expect(sheet(without(lmic, "terms.feedbackMonths")).join()).not.toContain("2023-10-01");
});

test("L9 termDates() wants each pair to meet twice in its year, and the sheet of dates prints it", () => {
  const [pair] = pool.pairs;
  expect(termDates(lmic, pair!).meetings).toEqual([{ by: "2023-12-05", atLeast: 2 }]);
  expect(termDates(without(lmic, "terms.meetings"), pair!).meetings).toEqual([]);
  const due = (policy: PolicyInput) => sheet(policy).filter((line) => line.endsWith(",2,2023-12-05"));
  expect([due(lmic).length > 0, due(without(lmic, "terms.meetings"))]).toEqual([true, []]);
});

test("L10 match() says of every unmatched mentee which rules shut out how many mentors, and whatWouldHelp() what would match her", () => {
  const shut = (policy: PolicyInput, id: string) =>
    matched(pool, policy).unmatched.map(({ refusedBy }) => refusedBy.find((one) => one.id === id)?.mentors ?? 0);
  for (const { refusedBy, eligible, full } of matched(pool, lmic).unmatched)
    expect(refusedBy.some(({ mentors }) => mentors > 0) || full === eligible).toBe(true);
  expect(Math.max(...shut(lmic, "shared-language"))).toBeGreaterThan(20);
  expect(Math.max(0, ...shut(without(lmic, "must.shared-language"), "shared-language"))).toBe(0);
  const result = matched(pool, lmic);
  const helped = result.unmatched.flatMap(({ menteeId }) => {
    const { changes } = whatWouldHelp(pool, lmic, result, menteeId, { most: 2 });
    const [override] = changes.flatMap(({ change, effect }) =>
      effect === "helps" && change.kind === "override" ? [change] : [],
    );
    if (override === undefined) return [];
    const { kind: _, ...word } = override;
    const changed = { ...pool, overrides: [...pool.overrides, { ...word, reason: "nobody else speaks her language" }] };
    return matched(changed, lmic).unmatched.some((one) => one.menteeId === menteeId) ? ["not helped"] : ["helped"];
  });
  expect(new Set(helped)).toEqual(new Set(["helped"]));
});

test("L11 waitingList() has mentors who wait, too, counts months as the calendar does, and tells who will have waited too long by the next run", () => {
  const list = (from: Pool, nextRun: string) => waitingList(from, lmic, undefined, { nextRun });
  const soon = (nextRun: string) =>
    list(pool, nextRun).filter(({ limit }) => limit === "passes-before-next-run").length;
  expect(list(pool, "2023-05-01").filter(({ role }) => role === "mentor").length).toBeGreaterThan(3);
  expect(soon("2023-05-01")).toBeGreaterThan(0);
  expect(soon("2023-04-01")).toBe(0);
  const unasked = { ...pool, mentors: lacking(pool.mentors, "waitingSince") };
  expect(list(unasked, "2023-05-01").filter(({ role }) => role === "mentor")).toEqual([]);
  const since = {
    ...pool,
    mentors: [{ ...pool.mentors[0]!, waitingSince: "2022-12-31" }],
    mentees: [],
    pairs: [],
    forbids: [],
  };
  const february = (asOf: string, policy: PolicyInput = lmic) =>
    waitingList({ ...since, asOf }, policy).map(({ limit }) => limit);
  expect([february("2023-02-28"), february("2023-03-01")]).toEqual([["kept"], ["passed"]]);
  expect(february("2023-03-01", { ...lmic, waiting: { limitDays: 60 } })).toEqual(["kept"]);
  expect(february("2023-03-01", without(lmic, "waiting"))).toEqual([undefined]);
});

test("L13 endPair() ends a pair whose conflict was declared later, without fault, and review() lists one that nobody ended", () => {
  const { menteeId, mentorId } = pool.pairs.find(({ status }) => status === "agreed")!;
  const conflict = { person: menteeId, kind: "conflict" as const, other: mentorId, from: "2023-02-01" };
  const later = (until?: string): Pool => {
    return {
      ...pool,
      relations: [...(pool.relations ?? []), { ...conflict, ...(until === undefined ? {} : { until }) }],
    };
  };
  const breaks = (from: Pool, policy: PolicyInput = lmic) =>
    review(from, policy)
      .filter((pair) => pair.menteeId === menteeId)
      .flatMap((pair) => pair.breaks);
  expect(breaks(later())).toEqual([{ id: "no-conflict", since: "2023-02-01" }]);
  expect(breaks(pool)).toEqual([]);
  expect(breaks(later(), without(lmic, "must.no-conflict"))).toEqual([]);
  expect(breaks(later("2023-03-15"))).toEqual([]);
  const [open, over] = pool.relations!;
  const possible = ({ person, other }: typeof conflict | NonNullable<typeof open>) =>
    namesOf(eligiblePairs(pool, { ...lmic, must: [{ rule: "no-conflict" }], participation: {} })).includes(
      `${person} ${other}`,
    );
  expect([possible(open!), possible(over!)]).toEqual([false, true]);
  const ended = endPair(pool, { menteeId, mentorId }, { reason: "conflict", date: "2023-04-01" });
  const parted = ended.pairs.find((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId)!;
  expect(parted.status).toBe("dissolved");
  // Both keep their first request, and their score knows nothing of it.
  const asked = (from: Pool) => from.mentees.find(({ id }) => id === menteeId)!;
  expect({ ...asked(ended), waitingSince: undefined }).toEqual({ ...asked(pool), waitingSince: undefined });
  expect(asked(ended).waitingSince).toBe(asked(pool).waitingSince ?? parted.since);
  const bothAsk: Pool = {
    ...ended,
    pairs: ended.pairs.map((pair) => (pair === parted ? { ...pair, reopened: true } : pair)),
  };
  const free = (policy: PolicyInput, from: Pool) =>
    namesOf(eligiblePairs(from, { ...policy, participation: {}, capacity: { default: 9 } })).includes(
      `${menteeId} ${mentorId}`,
    );
  expect([free(lmic, ended), free(lmic, bothAsk)]).toEqual([false, false]);
  expect(free(without(lmic, "must.no-conflict"), bothAsk)).toBe(true);
});

test("L7 statistics() counts requests and pairs, by job role and country, and hides what would name somebody", () => {
  const by = ["jobRole", "country"];
  const next = settle(pool, matched(pool, lmic), "2023-04-01");
  const all = statistics(next, { by });
  expect([all.requests, all.offers]).toEqual([60, 40]);
  expect(all.pairs.byStatus.proposed).toBe(next.pairs.filter(({ status }) => status === "proposed").length);
  const [roles, countries] = all.by;
  expect(roles!.mentees.groups.map(({ people }) => people).reduce((sum, one) => sum + one, 0)).toBe(60);
  const paired = new Set(next.pairs.filter(({ status }) => status !== "declined").map(({ menteeId }) => menteeId));
  for (const { value, people, paired: got } of roles!.mentees.groups) {
    const own = pool.mentees.filter(({ jobRole }) => jobRole === value);
    expect([people, got]).toEqual([own.length, own.filter(({ id }) => paired.has(id)).length]);
  }
  // Forty mentors of twelve countries: some have three, and would be known.
  const shown = countries!.mentors.groups.map(({ people }) => people);
  expect([shown.every((people) => people >= 5), countries!.mentors.others!.groups + shown.length]).toEqual([true, 12]);
  expect(statistics(next, { by, minimumGroup: 1 }).by[1]!.mentors.groups).toHaveLength(12);
  expect(all.waiting.untilPaired!.count).toBeGreaterThan(20);
  const unasked: Pool = { ...next, mentees: lacking(next.mentees, "waitingSince") };
  expect(statistics(unasked, { from: "2022-10-01" })).toMatchObject({ requests: 0, waiting: { untilPaired: null } });
});

test("L12 statistics() says how many met their objectives and how useful it was, where enough say so", () => {
  const ended = (count: number): Pool => ({
    ...pool,
    pairs: matched(pool, lmic)
      .matches.slice(0, count)
      .map(({ menteeId, mentorId }, at) => ({
        menteeId,
        mentorId,
        status: "completed" as const,
        until: "2023-03-31",
        outcome: { objectivesMet: at % 3 !== 0, useful: (at % 5) + 1 },
      })),
  });
  expect(statistics(ended(10)).outcomes).toEqual({
    objectives: { pairs: 10, met: 6 },
    useful: { count: 10, lowerQuartile: 2, median: 3, upperQuartile: 4 },
  });
  expect(statistics(ended(4)).outcomes).toEqual({ objectives: null, useful: null });
  const silent = ended(10).pairs.map(({ outcome, ...pair }) => pair);
  expect(statistics({ ...pool, pairs: silent }).outcomes).toEqual({ objectives: null, useful: null });
});
