/** The laws of what happens between rounds: terms end, pairs end, people are forgotten, posts change. */
import { expect, test } from "vitest";
import { monthsBetween } from "../../src/day.js";
import {
  advance,
  type EndReason,
  eligiblePairs,
  endPair,
  forget,
  match,
  overdue,
  type PolicyInput,
  type Pool,
  parsePool,
  type StandingPair,
  termDates,
  verify,
} from "../../src/index.js";
import { type Chance, chanceOf } from "../helpers/chance.js";
import { areFew, runs } from "../helpers/counts.js";

const DAY = 86_400_000;
const dayAt = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
const numberOf = (day: string): number => Date.parse(day) / DAY;
const LIVE = ["proposed", "accepted", "met", "agreed"] as const;
const ENDED = ["declined", "dissolved", "completed", "ended-early"] as const;
const BARRED: readonly string[] = ["declined", "dissolved"];
const TODAY = "2026-10-01";

const keyOf = ({ menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string }): string =>
  `${menteeId} ${mentorId}`;
const isLive = ({ status }: StandingPair): boolean => (LIVE as readonly string[]).includes(status);

/** Three people on each side, one of them on both, with pairs of every kind; who manages whom runs through all of them. */
function anyScheme({ nat, once, one, shuffled }: Chance): Pool {
  const answers = () => ({ ...(once(3) ? {} : { mentee: !once(4) }), ...(once(3) ? {} : { mentor: !once(4) }) });
  const menteeIds = ["bo", "cy", "di", "both"];
  const mentorIds = ["ada", "max", "nia", "both"];
  const all = menteeIds.flatMap((menteeId) => mentorIds.map((mentorId) => ({ menteeId, mentorId })));
  const some = shuffled(all.filter(({ menteeId, mentorId }) => menteeId !== mentorId)).slice(0, 2 + nat(5));
  const pairs = some.map((pair) => {
    const status = one([...LIVE, ...LIVE, ...ENDED]);
    return {
      ...pair,
      status,
      ...(once(8) ? {} : { since: dayAt(numberOf(TODAY) - nat(900)) }),
      ...(once(3) ? { term: 1 + nat(3) } : {}),
      ...(once(2) ? { renewal: once(2) ? { mentee: true, mentor: true } : answers() } : {}),
      ...(once(2) ? { reEnters: answers() } : {}),
      ...(BARRED.includes(status) && once(5) ? { reopened: true } : {}),
    };
  });
  const managerOf = new Map(
    [...menteeIds, ...mentorIds].map((id) => [id, one([...menteeIds, ...mentorIds, "outside", null])]),
  );
  const person = (id: string) => ({
    id,
    name: `Name of ${id}`,
    ...(once(2) ? { waitingSince: dayAt(numberOf(TODAY) - nat(300)) } : {}),
    ...(once(12) ? { withdrawn: "2026-09-01" } : {}),
    lineManager: managerOf.get(id) ?? null,
  });
  // What both roles share is said once.
  const alone = (id: string) => (id === "both" ? { id, lineManager: managerOf.get(id) ?? null } : person(id));
  const rest = all.filter(
    ({ menteeId, mentorId }) =>
      menteeId !== mentorId && !some.some((pair) => keyOf(pair) === keyOf({ menteeId, mentorId })),
  );
  return parsePool({
    asOf: TODAY,
    mentees: menteeIds.map((id) => ({
      ...alone(id),
      ...(once(3) ? { demand: 2 } : {}),
      ...(once(3) ? { nominations: shuffled(mentorIds).slice(0, 2) } : {}),
    })),
    mentors: mentorIds.map((id) => ({ ...alone(id), capacity: 1 + nat(3), ...(once(4) ? { minimum: 1 } : {}) })),
    pairs,
    forbids: rest.slice(0, nat(3)),
    ...(once(2) ? { reportingLines: [{ person: "outside", manager: one([...menteeIds, ...mentorIds]) }] } : {}),
  });
}

function eachScheme(count: number, visit: (pool: Pool, chance: Chance) => void): void {
  for (let seed = 0; seed < count; seed++) {
    const chance = chanceOf(seed + 77);
    visit(anyScheme(chance), chance);
  }
}

const isGone = ({ mentees, mentors }: Pool, { menteeId, mentorId }: StandingPair): boolean =>
  mentees.some(({ id, withdrawn }) => id === menteeId && withdrawn !== undefined) ||
  mentors.some(({ id, withdrawn }) => id === mentorId && withdrawn !== undefined);

test("advance() renews just the pairs that both want and the terms allow, completes the others on the day their term is over, and does so once", () => {
  const met = { renewed: 0, completed: 0, expired: 0, stayed: 0 };
  eachScheme(runs(200, 4), (pool, { nat, once }) => {
    const [months, renewable, proposalDays] = [1 + nat(14), nat(3), 1 + nat(60)];
    const terms = { months, ...(once(4) ? {} : { renewable }), ...(once(4) ? {} : { proposalDays }) };
    const policy: PolicyInput = { name: "law", terms };
    const date = dayAt(numberOf(TODAY) + nat(200));
    const next = advance(pool, policy, date);
    expect(advance(next, policy, date)).toEqual(next);
    expect(next.pairs).toHaveLength(pool.pairs.length);
    for (const [at, pair] of pool.pairs.entries()) {
      const { term = 1, since, renewal } = pair;
      const now = next.pairs[at]!;
      const isOver = since !== undefined && monthsBetween(since, date) >= months * term;
      const isLate =
        since !== undefined && numberOf(date) - numberOf(since) > proposalDays && terms.proposalDays !== undefined;
      if (!isLive(pair) || isGone(pool, pair)) expect(now).toEqual(pair);
      else if (pair.status === "proposed") {
        expect(now.status).toBe(isLate ? "declined" : "proposed");
        met[isLate ? "expired" : "stayed"]++;
      } else if (isOver) {
        const isRenewed = renewal?.mentee === true && renewal.mentor === true && term <= (terms.renewable ?? 0);
        // A renewed pair may have outlived that term as well, and nobody can have wanted a third one.
        const isOverAgain = isRenewed && monthsBetween(since, date) >= months * (term + 1);
        const status = isRenewed && !isOverAgain ? pair.status : "completed";
        expect([now.status, now.term ?? 1, now.since]).toEqual([status, isRenewed ? term + 1 : term, since]);
        expect(now.until).toBe(status === "completed" ? termDates(policy, now).end : pair.until);
        if (isRenewed) expect(now.renewal).toBeUndefined();
        met[status === "completed" ? "completed" : "renewed"]++;
      } else {
        expect(now).toEqual(pair);
        met.stayed++;
      }
    }
    const result = match(next, { ...policy, name: "any pair" });
    expect(verify(next, { ...policy, name: "any pair" }, result).issues).toEqual([]);
    const stand = next.pairs.filter((pair) => isLive(pair) && !isGone(next, pair)).map(keyOf);
    expect(
      result.matches
        .filter(({ origin }) => origin === "standing")
        .map(keyOf)
        .sort(),
    ).toEqual(stand.sort());
  });
  for (const often of areFew() ? [] : Object.values(met)) expect(often).toBeGreaterThan(0);
});

test("overdue() lists a step from the day after its last one on, until it is taken", () => {
  let late = 0;
  eachScheme(runs(200, 4), (pool, { nat }) => {
    // Often the very day, or one beside it.
    const ages = pool.pairs.flatMap(({ since }) => (since === undefined ? [] : [numberOf(TODAY) - numberOf(since)]));
    const days = () => Math.max(1, (ages[nat(ages.length)] ?? 9) - 1 + nat(3));
    const terms = { months: 1 + nat(30), proposalDays: days(), firstMeetingDays: days(), agreementDays: days() };
    const due = pool.pairs
      .filter((pair) => isLive(pair) && !isGone(pool, pair) && pair.since !== undefined)
      .map((pair) => {
        const age = numberOf(TODAY) - numberOf(pair.since!);
        const isPast = {
          accept: age > terms.proposalDays,
          meet: age > terms.firstMeetingDays,
          agree: age > terms.agreementDays,
          end: TODAY > termDates({ name: "law", terms }, pair).end!,
        };
        const open = (["accept", "meet", "agree", "end"] as const).slice(LIVE.indexOf(pair.status as "met"));
        return { key: keyOf(pair), steps: open.filter((step) => isPast[step]) };
      })
      .filter(({ steps }) => steps.length > 0);
    const told = overdue(pool, { name: "law", terms }).map((pair) => ({
      key: keyOf(pair),
      steps: pair.steps.map(({ step }) => step),
    }));
    expect(told).toEqual(due.sort((a, b) => (a.key < b.key ? -1 : 1)));
    late += told.length;
  });
  expect(late).toBeGreaterThan(runs(200, 4) / 5);
});

test("endPair() ends one pair and no other, makes none anew for who does not ask, and forgets nobody's first request", () => {
  const reasons: readonly EndReason[] = ["declined", "dissolved", "conflict", "completed", "ended-early"];
  let ended = 0;
  eachScheme(runs(200, 4), (pool, { nat, one, once }) => {
    const live = pool.pairs.filter((pair) => isLive(pair) && !isGone(pool, pair));
    if (live.length === 0) return;
    const pair = one(live);
    const reason = one(reasons);
    const reEnters = { ...(once(2) ? { mentee: !once(2) } : {}), ...(once(2) ? { mentor: !once(2) } : {}) };
    const date = dayAt(numberOf(TODAY) + nat(30));
    const next = endPair(pool, pair, { reason, date, reEnters });
    const others = (from: Pool) => from.pairs.filter((other) => keyOf(other) !== keyOf(pair));
    expect(others(next)).toEqual(others(pool));
    const status = reason === "conflict" ? "dissolved" : reason;
    expect(
      next.pairs.filter((other) => keyOf(other) === keyOf(pair)).map((other) => [other.status, other.until]),
    ).toEqual([[status, date]]);
    const wishes = { ...pair.reEnters, ...reEnters };
    const policy: PolicyInput = { name: "any pair", standing: { pairs: "fixed" } };
    const made = match(next, policy).matches.filter(({ origin }) => origin === "new");
    if (wishes.mentee === false) expect(made.filter(({ menteeId }) => menteeId === pair.menteeId)).toEqual([]);
    if (wishes.mentor === false) expect(made.filter(({ mentorId }) => mentorId === pair.mentorId)).toEqual([]);
    const isPossible = (from: Pool, rules: PolicyInput) =>
      eligiblePairs(from, rules).some((other) => keyOf(other) === keyOf(pair));
    if (BARRED.includes(status)) expect(isPossible(next, policy)).toBe(false);
    const bothAsk = {
      ...next,
      pairs: next.pairs.map((other) => (keyOf(other) === keyOf(pair) ? { ...other, reopened: true } : other)),
    };
    if (reason === "conflict") expect(isPossible(bothAsk, { ...policy, must: [{ rule: "no-conflict" }] })).toBe(false);
    const waits = (from: Pool) => from.mentees.find(({ id }) => id === pair.menteeId)!.waitingSince;
    const asked = reason === "completed" ? date : (waits(pool) ?? pair.since ?? TODAY);
    expect(waits(next)).toBe(wishes.mentee === false ? waits(pool) : asked);
    ended++;
  });
  expect(ended).toBeGreaterThan(runs(200, 4) / 2);
});

test("forget() leaves nothing of a person but ids, brings no pair of theirs back, and changes no rule for the others", () => {
  const met = { barred: 0, others: 0 };
  const policy: PolicyInput = { name: "law", must: [{ rule: "outside-reporting-line" }, { rule: "no-conflict" }] };
  const wide = (from: Pool): Pool => ({
    ...from,
    pairs: from.pairs.filter((pair) => !isLive(pair)),
    mentees: from.mentees.map((one) => ({ ...one, demand: 9 })),
    mentors: from.mentors.map((one) => ({ ...one, capacity: 9, minimum: 0 })),
  });
  eachScheme(runs(300, 4), (pool, { one }) => {
    const id = one(["bo", "cy", "ada", "nia", "both"]);
    const next = forget(pool, id);
    expect(JSON.stringify(next)).not.toContain(`Name of ${id}`);
    const theirs = next.pairs.filter(({ menteeId, mentorId }) => menteeId === id || mentorId === id);
    for (const pair of theirs) expect(Object.keys(pair).sort()).toEqual(["menteeId", "mentorId", "status"]);
    expect(forgettable(() => forget(next, id))).toBe(false);
    // The others may have whom they could have, and nobody else.
    const possible = (from: Pool) =>
      eligiblePairs(wide(from), policy)
        .map(keyOf)
        .filter((key) => !key.split(" ").includes(id));
    const parted = new Set(pool.pairs.filter((pair) => isLive(pair)).map(keyOf));
    expect(possible(next).filter((key) => !parted.has(key))).toEqual(possible(pool).filter((key) => !parted.has(key)));
    met.others += possible(next).length;
    // Whoever comes back gets nobody back whom they parted from, nor whom they had when they left.
    const back: Pool = {
      ...next,
      mentees: [...next.mentees, ...pool.mentees.filter((person) => person.id === id)],
      mentors: [...next.mentors, ...pool.mentors.filter((person) => person.id === id)],
    };
    const isBarred = (pair: StandingPair) => isLive(pair) || (BARRED.includes(pair.status) && pair.reopened !== true);
    const barred = [...pool.pairs.filter(isBarred), ...pool.forbids].filter(
      ({ menteeId, mentorId }) => menteeId === id || mentorId === id,
    );
    const again = new Set(eligiblePairs(wide(back), { name: "any pair" }).map(keyOf));
    expect(barred.map(keyOf).filter((key) => again.has(key))).toEqual([]);
    met.barred += barred.length;
  });
  for (const often of Object.values(met)) expect(often).toBeGreaterThan(runs(300, 4) / 2);
});

function forgettable(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}

test("parsePool() reads where somebody works from the posts that hold on its day, whatever the pool said before", () => {
  let changed = 0;
  eachScheme(runs(300, 4), (pool, { nat, one, once }) => {
    const post = () => {
      const from = numberOf(TODAY) - 200 + nat(400);
      return {
        ...(once(3) ? {} : { department: one(["Art", "Law"]) }),
        ...(once(3) ? {} : { grade: one(["Postdoc", "Lecturer"]) }),
        ...(once(4) ? {} : { from: dayAt(from) }),
        ...(once(2) ? {} : { until: dayAt(from + nat(100)) }),
      };
    };
    const posts = Array.from({ length: 1 + nat(3) }, post);
    const [first, ...others] = pool.mentors;
    const on = (asOf: string, given: object = {}) =>
      parsePool({ ...pool, asOf, mentors: [{ ...first!, ...given, posts }, ...others] }).mentors[0]!;
    const later = dayAt(numberOf(TODAY) + nat(150));
    const now = on(later);
    const holding = posts.filter(({ from = "", until = "9999" }) => from <= later && later <= until);
    const departments = new Set(holding.flatMap(({ department }) => department ?? []));
    expect(new Set([now.department ?? []].flat())).toEqual(departments);
    const begun = Math.max(
      ...holding.filter(({ grade }) => grade !== undefined).map(({ from = "0001-01-01" }) => numberOf(from)),
    );
    const grades = holding.filter(({ grade, from = "0001-01-01" }) => grade !== undefined && numberOf(from) === begun);
    if (grades.length === 0)
      expect(now.grade).toBe(posts.some(({ grade }) => grade !== undefined) ? undefined : first!.grade);
    else expect(grades.map(({ grade }) => grade)).toContain(now.grade);
    // A pool of an earlier day that is read again on this one says the same.
    const names = posts.some(({ department }) => department !== undefined);
    expect(parsePool({ ...pool, asOf: later, mentors: [on(TODAY), ...others] }).mentors[0]).toEqual(now);
    if (names) expect(on(later, { department: "Physics" })).toEqual(now);
    if (on(TODAY).department !== now.department) changed++;
  });
  expect(changed).toBeGreaterThan(runs(300, 4) / 10);
});
