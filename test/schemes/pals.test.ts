/** The rows of PaLS: its policy over its cohort shows each, and without the row's line shows something else. */
import { expect, test } from "vitest";
import {
  advance,
  eligiblePairs,
  endPair,
  forget,
  lint,
  match,
  overdue,
  type PolicyInput,
  type Pool,
  type StandingPair,
  settle,
  termDates,
  verify,
  workload,
} from "../../src/index.js";
import { datesReport } from "../../src/report/dates.js";
import { csvReport, htmlReport, markdownReport, pseudonyms } from "../../src/report/index.js";
import { pals, palsCohort } from "../../src/schemes/index.js";
import { changed, lacking, madeBy, matched, mean, namesOf, share, stepsUp, turnedAway, without } from "./scheme.js";

const pool = palsCohort();
const standing = (from: Pool, policy: PolicyInput = pals) =>
  matched(from, policy).matches.filter(({ origin }) => origin === "standing");
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);

test("match() proves the result of PaLS over its cohort", () => {
  expect(verify(pool, pals, matched(pool, pals))).toMatchObject({ status: "proved", issues: [] });
  expect([pool.mentees.length, pool.mentors.length]).toEqual([120, 80]);
});

test("P1 match() turns away whoever offers below postdoc, and lists them with the rule", () => {
  expect(turnedAway(pool, pals, "mentor", "at-least-grade")).toEqual(
    expect.arrayContaining(["student-006", "student-018"]),
  );
  const open = without(pals, "participation.mentors.at-least-grade");
  expect(turnedAway(pool, open, "mentor", "at-least-grade")).toEqual([]);
});

test("P2 match() turns away students before their upgrade, and lists them with the rule", () => {
  const students = (policy: PolicyInput) =>
    turnedAway(pool, policy, "mentee", "at-least-grade").filter((id) => id.startsWith("newstudent"));
  expect(students(pals)).toHaveLength(10);
  expect(students(without(pals, "participation.mentees.at-least-grade"))).toEqual([]);
});

test("P3 match() matches people in both roles at once, nobody with themselves, and not both ways where that is asked", () => {
  const twice = (from: Pool): string[] => {
    const made = matched(from, pals).matches;
    return made.map(({ menteeId }) => menteeId).filter((id) => made.some(({ mentorId }) => mentorId === id));
  };
  expect(twice(pool).length).toBeGreaterThan(5);
  const asked = new Set(pool.mentees.map(({ id }) => id));
  const apart: Pool = { ...pool, pairs: [], forbids: [], mentors: pool.mentors.filter(({ id }) => !asked.has(id)) };
  expect(twice(apart)).toEqual([]);
  const anybody = madeBy(pool, { ...pals, must: [] });
  expect(anybody.filter(({ menteeId, mentorId }) => menteeId === mentorId)).toEqual([]);
  // Strict seniority rules it out already, and then asking costs nothing.
  const constraints = [{ noReciprocal: true }];
  expect(matched(pool, { ...pals, constraints }).matches).toEqual(matched(pool, pals).matches);
  expect(matched(pool, { ...pals, constraints }).run.solver).toBe("flow");
  const peer = (id: string, department: string) => ({
    id,
    department,
    grade: "Lecturer",
    optedIn: true,
    experienceYears: 9,
  });
  const peers = ["Music", "Drama", "Dance"].map((department, at) => peer(`peer-${at}`, department));
  const nothing = { pairs: [], locks: [], forbids: [], overrides: [], reportingLines: [] };
  const among: Pool = {
    ...nothing,
    mentees: peers.map((one) => ({ ...one, seeks: ["CV"] })),
    mentors: peers.map((one) => ({ ...one, offers: ["CV"], capacity: one.id === "peer-2" ? 0 : 1 })),
  };
  const alike: PolicyInput = { ...pals, must: [{ rule: "different-department" }] };
  const bothWays = (policy: PolicyInput): number => {
    const made = matched(among, policy).matches.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`);
    return made.filter((pair) => made.includes(pair.split(" ").reverse().join(" "))).length;
  };
  const lottery = [...Array(20).keys()];
  expect(lottery.some((seed) => bothWays({ ...alike, lottery: seed }) > 0)).toBe(true);
  expect(lottery.some((seed) => bothWays({ ...alike, lottery: seed, constraints }) > 0)).toBe(false);
});

test("P4 match() gives everybody a mentor at least one step above them", () => {
  const gap = (policy: PolicyInput) => least(madeBy(pool, policy).flatMap((pair) => stepsUp(pals, pair)));
  expect(gap(pals)).toBe(1);
  expect(gap(without(pals, "must.more-senior"))).toBeLessThan(1);
});

test("P5 match() pairs nobody within a department, joint posts included", () => {
  const within = (policy: PolicyInput) =>
    madeBy(pool, policy).filter(({ mentee, mentor }) => share(mentee.department, mentor.department)).length;
  expect(within(pals)).toBe(0);
  expect(within(without(pals, "must.different-department"))).toBeGreaterThan(0);
});

test("P6 match() keeps the whole line apart, supervisors in it, takes who manages himself as he is and names a circle", () => {
  const student = { id: "student-900", department: "Music", grade: "PhD student", optedIn: true, seeks: ["CV"] };
  const staff = { optedIn: true, offers: ["CV"], experienceYears: 30 };
  const line: Pool = {
    ...pool,
    mentees: [...pool.mentees, { ...student, supervisors: ["postdoc-900"], lineManager: null, experienceYears: 2 }],
    mentors: [
      ...pool.mentors,
      { ...staff, id: "postdoc-900", department: "Drama", grade: "Postdoc", lineManager: "professor-900" },
      { ...staff, id: "professor-900", department: "Dance", grade: "Professor", lineManager: "head-001" },
      { ...staff, id: "professor-901", department: "Dance", grade: "Professor", lineManager: "professor-901" },
    ],
  };
  const possible = (policy: PolicyInput) =>
    eligiblePairs(line, policy)
      .filter(({ menteeId, mentorId }) => menteeId === "student-900" && mentorId.endsWith("-900"))
      .map(({ mentorId }) => mentorId);
  expect(possible(pals)).toEqual([]);
  expect(possible(without(pals, "must.outside-reporting-line"))).toEqual(["postdoc-900", "professor-900"]);
  const alone = eligiblePairs(line, pals).filter(({ mentorId }) => mentorId === "professor-901");
  expect(alone.map(({ menteeId }) => menteeId)).toContain("student-900");
  const circles = matched(pool, pals).findings.filter(({ code }) => code === "reporting-line-cycle");
  expect(circles.map(({ ids }) => ids)).toEqual([["reader-001", "reader-002", "reader-003"]]);
});

test("P7 match() gives a mentor one mentee, and more only to those who agreed to more", () => {
  const most = (from: Pool) => {
    const count = new Map<string, number>();
    for (const { mentorId } of matched(from, pals).matches) count.set(mentorId, (count.get(mentorId) ?? 0) + 1);
    return from.mentors.map(({ id, capacity = 1 }) => [count.get(id) ?? 0, capacity] as const);
  };
  expect(most(pool).every(([mentees, places]) => mentees <= places)).toBe(true);
  expect(most(pool).filter(([mentees]) => mentees > 1).length).toBeGreaterThan(5);
  expect(most({ ...pool, mentors: lacking(pool.mentors, "capacity") }).filter(([mentees]) => mentees > 1)).toEqual([]);
});

test("P8 match() serves as many as can be served, makes no pair below the minimum score, lists whom it kept from whom, and flags weak pairs", () => {
  const lowest = (policy: PolicyInput) => least(madeBy(pool, policy).map(({ score }) => score));
  const open = without(pals, "minimumScore");
  expect(lowest(pals)).toBeGreaterThanOrEqual(2000);
  expect(lowest({ ...open, objective: ["coverage"] })).toBeLessThan(2000);
  const [coverage] = matched(pool, pals).levels;
  expect([coverage?.name, coverage?.value]).toEqual(["coverage", coverage?.bound]);
  const kept = (policy: PolicyInput) =>
    matched(pool, policy).unmatched.flatMap(({ refusedBy }) => refusedBy.filter(({ id }) => id === "minimumScore"));
  expect(kept(pals).length).toBeGreaterThan(0);
  expect(kept(open)).toEqual([]);
  const weak = (policy: PolicyInput) => madeBy(pool, policy).filter((pair) => pair.weak === true);
  expect(weak(pals).length).toBeGreaterThan(0);
  expect(weak(pals)).toEqual(madeBy(pool, pals).filter(({ score }) => score < 4000));
  expect(weak(without(pals, "weakScore"))).toEqual([]);
});

test("P9 match() finds near peers for those who want them, and broad experience for those who want that", () => {
  const gaps = (policy: PolicyInput, wish: string) =>
    mean(madeBy(pool, policy).flatMap((pair) => (pair.mentee.gapPreference === wish ? stepsUp(pals, pair) : [])));
  const apart = (policy: PolicyInput) => gaps(policy, "broad") - gaps(policy, "near-peer");
  expect(apart(pals)).toBeGreaterThan(apart(without(pals, "prefer.seniority-gap")) + 0.3);
});

test("P10 match() brings no dissolved pair back, moves nobody else's, and counts the wait from the first request", () => {
  const first = matched(pool, pals);
  const asked = new Map(pool.mentees.map(({ id, waitingSince }) => [id, waitingSince]));
  const parted = first.matches.find(({ menteeId, origin }) => origin === "new" && asked.get(menteeId) !== undefined)!;
  const next = settle(pool, first, "2026-10-15");
  const isTheirs = (pair: { readonly menteeId: string; readonly mentorId: string }) =>
    pair.menteeId === parted.menteeId && pair.mentorId === parted.mentorId;
  const dissolved = endPair(next, parted, { reason: "dissolved", date: "2026-12-01" });
  const again = match(dissolved, pals);
  const reopened = dissolved.pairs.map((pair) => (isTheirs(pair) ? { ...pair, reopened: true } : pair));
  const both = match({ ...dissolved, pairs: reopened }, pals);
  expect([again, both].map(({ matches }) => matches.some(isTheirs))).toEqual([false, true]);
  const rest = namesOf(first.matches.filter((pair) => !isTheirs(pair)));
  expect(namesOf(again.matches)).toEqual(expect.arrayContaining(rest));
  const waits = (from: Pool) => from.mentees.find(({ id }) => id === parted.menteeId)?.waitingSince;
  expect([waits(next), waits(dissolved)]).toEqual([asked.get(parted.menteeId), asked.get(parted.menteeId)]);
});

test("P11 advance() renews a pair that both want to renew, once, and returns the people of the others to the pool", () => {
  const renewed = pool.pairs.find(({ status }) => status === "completed")!;
  const { menteeId, mentorId } = renewed;
  const again = { menteeId, mentorId, status: "agreed" as const, since: "2026-10-01" };
  const next: Pool = { ...pool, pairs: pool.pairs.map((pair) => (pair === renewed ? again : pair)) };
  const [name] = namesOf([renewed]);
  expect(namesOf(standing(next))).toContain(name);
  expect(namesOf(standing(pool))).not.toContain(name);
  expect(standing(next)).toHaveLength(standing(pool).length + 1);
  const { matches, unmatched } = matched(pool, pals);
  expect([...matches, ...unmatched].some((one) => one.menteeId === menteeId)).toBe(true);
  const both = { mentee: true, mentor: true };
  const [first, ...others] = pool.pairs.filter(({ status }) => status === "agreed");
  const said = (renewal: StandingPair["renewal"]): Pool => {
    return {
      ...pool,
      pairs: pool.pairs.map((pair) => (pair === first ? { ...pair, ...(renewal && { renewal }) } : pair)),
    };
  };
  const year = (from: Pool, policy: PolicyInput = pals) => advance(from, policy, "2027-01-15");
  const became = (from: Pool) => {
    const { status, term } = from.pairs.find(
      (pair) => pair.menteeId === first!.menteeId && pair.since === first!.since,
    )!;
    return [status, term];
  };
  expect(became(year(said(both)))).toEqual(["agreed", 2]);
  expect(namesOf(standing(year(said(both))))).toContain(namesOf([first!])[0]);
  for (const renewal of [undefined, { mentee: true }, { mentee: true, mentor: false }])
    expect(became(year(said(renewal)))).toEqual(["completed", undefined]);
  expect(became(year(said(both), without(pals, "terms.renewable")))).toEqual(["completed", undefined]);
  const asked = (from: Pool): Pool => ({ ...from, pairs: from.pairs.map((pair) => ({ ...pair, renewal: both })) });
  expect(became(advance(asked(year(said(both))), pals, "2028-01-15"))).toEqual(["completed", 2]);
  const back = match(year(said(both)), pals);
  for (const pair of others)
    expect([...back.matches, ...back.unmatched].map((one) => one.menteeId)).toContain(pair.menteeId);
});

test("P12 match() gives everybody a mentor with more experience, and one who offers what they seek; lint() tells that years stand in for age", () => {
  const years = (policy: PolicyInput) =>
    least(
      madeBy(pool, policy).map(({ mentee, mentor }) => (mentor.experienceYears ?? 99) - (mentee.experienceYears ?? 0)),
    );
  expect(years(pals)).toBeGreaterThanOrEqual(1);
  expect(years(without(pals, "must.more-experienced"))).toBeLessThan(1);
  const helped = (policy: PolicyInput) =>
    madeBy(pool, policy).filter(({ mentee, mentor }) => share(mentee.seeks, mentor.offers));
  expect(helped(pals).length).toBeGreaterThan(helped(without(pals, "prefer.shared-areas")).length + 5);
  const standIns = (policy: PolicyInput) => lint(policy).filter(({ code }) => code === "years-stand-in-for-age");
  expect(standIns(pals).map(({ path }) => path)).toEqual(["must.more-experienced", "prefer.experience-gap"]);
  expect(standIns(without(without(pals, "must.more-experienced"), "prefer.experience-gap"))).toEqual([]);
});

test("P13 match() names people by id alone, in what it gives and in what it refuses, and htmlReport() by pseudonyms", () => {
  const result = matched(pool, pals);
  const telling = /made up|example\.org/;
  expect(JSON.stringify(result)).not.toMatch(telling);
  const broken = { ...pool, mentees: pool.mentees.map((one) => ({ ...one, linemanager: "x" })) };
  expect(() => match(broken, pals)).toThrow(/^Cannot read the pool: 120 issues(?![\s\S]*(?:made up|example\.org))/);
  expect(Object.values(csvReport(result)).join()).not.toMatch(telling);
  const contacts = new Map(pool.mentors.map(({ id, name = "", email = "" }) => [id, { name, email }]));
  expect(Object.values(csvReport(result, contacts)).join()).toMatch(telling);
  const names = pseudonyms(pool, "a salt that nobody can guess");
  const named = (report: string) => pool.mentees.filter(({ id }) => report.includes(id)).length;
  expect(named(htmlReport(pool, pals, result, { pseudonyms: names }))).toBe(0);
  expect(named(htmlReport(pool, pals, result))).toBeGreaterThan(90);
});

test("P14 match() pairs nobody who has declared a conflict with the other, whichever of them has", () => {
  const declared = (policy: PolicyInput) => {
    const people = new Map([...pool.mentees, ...pool.mentors].map(({ id, conflicts }) => [id, conflicts ?? []]));
    return eligiblePairs(pool, policy).filter(
      ({ menteeId, mentorId }) => people.get(menteeId)!.includes(mentorId) || people.get(mentorId)!.includes(menteeId),
    ).length;
  };
  expect(declared(pals)).toBe(0);
  expect(declared(without(pals, "must.no-conflict"))).toBeGreaterThan(0);
});

test("P15 termDates() gives each pair three meetings in its twelve months, and the sheet of dates prints them", () => {
  const next = settle(pool, matched(pool, pals), "2026-10-15");
  const made = next.pairs.filter(({ since }) => since === "2026-10-15");
  expect(made.length).toBeGreaterThan(50);
  for (const pair of made) {
    const meetings = [{ by: "2027-10-15", atLeast: 3 }];
    expect(termDates(pals, pair)).toEqual({ start: "2026-10-15", end: "2027-10-15", feedback: [], meetings });
    expect(termDates(without(pals, "terms"), pair)).toEqual({ start: "2026-10-15", feedback: [], meetings: [] });
  }
  const sheet = (policy: PolicyInput) => datesReport(next, policy, match(next, policy))["dates.csv"]?.split("\r\n");
  const [{ menteeId, mentorId } = made[0]!] = made;
  expect(sheet(pals)).toContain(`${menteeId},${mentorId},2026-10-15,2027-10-15,3,2027-10-15`);
  const renewed = { ...next, pairs: next.pairs.map((pair) => (pair === made[0] ? { ...pair, term: 2 } : pair)) };
  const page = markdownReport(renewed, pals, match(renewed, pals));
  expect(page).toContain(`| ${menteeId} | ${mentorId} | 2027-10-15 | 2028-10-15 | 3 by 2028-10-15 |`);
  expect(sheet(without(pals, "terms"))).toBeUndefined();
});

test("P16 match() lets a pair hold its place from the proposal on, advance() lets a proposal expire, and overdue() lists steps that are late", () => {
  const live = pool.pairs.find(({ status }) => status === "agreed")!;
  const holds = (["proposed", "accepted", "met", "agreed", "declined", "completed", "ended-early"] as const).map(
    (status) => {
      const pairs = pool.pairs.map((pair) => (pair === live ? { ...pair, status } : pair));
      return standing({ ...pool, pairs }).some(({ menteeId }) => menteeId === live.menteeId);
    },
  );
  expect(holds).toEqual([true, true, true, true, false, false, false]);
  const next = settle(pool, matched(pool, pals), "2026-10-15");
  const proposed = next.pairs.filter(({ since }) => since === "2026-10-15");
  const open = (policy: PolicyInput, date: string) =>
    advance(next, policy, date).pairs.filter(({ status }) => status === "proposed").length;
  expect([open(pals, "2026-11-12"), open(pals, "2026-11-13")]).toEqual([proposed.length, 0]);
  expect(open(without(pals, "terms.proposalDays"), "2026-11-13")).toBe(proposed.length);
  const late = (status: StandingPair["status"], policy: PolicyInput = pals) => {
    const pairs = next.pairs.map((pair) => (pair === proposed[0] ? { ...pair, status } : pair));
    return overdue({ ...next, asOf: "2027-02-01", pairs }, policy)
      .filter(({ menteeId }) => menteeId === proposed[0]!.menteeId)
      .flatMap(({ steps }) => steps.map(({ step }) => step));
  };
  expect(late("proposed")).toEqual(["accept", "meet", "agree"]);
  expect([late("accepted"), late("met"), late("agreed")]).toEqual([["meet", "agree"], ["agree"], []]);
  expect(late("proposed", without(pals, "terms"))).toEqual([]);
});

test("P17 match() ends the pairs of whoever withdraws, the other may be matched anew, and forget() keeps only what stops old pairs", () => {
  const [pair] = standing(pool);
  const left: Pool = {
    ...pool,
    mentors: changed(pool.mentors, ({ id }) => (id === pair!.mentorId ? { withdrawn: "2026-09-20" } : {})),
    mentees: changed(pool.mentees, ({ id }) => (id === pair!.mentorId ? { withdrawn: "2026-09-20" } : {})),
  };
  const ended = (from: Pool) =>
    matched(from, pals).findings.flatMap(({ code, ids }) => (code === "ended-by-withdrawal" ? ids : []));
  expect(ended(left)).toEqual(expect.arrayContaining([pair!.menteeId, pair!.mentorId]));
  expect(ended(pool)).toEqual([]);
  expect(namesOf(standing(left))).not.toContain(namesOf([pair!])[0]);
  const { matches, unmatched } = matched(left, pals);
  expect([...matches, ...unmatched].some(({ menteeId }) => menteeId === pair!.menteeId)).toBe(true);
  const parted = pool.pairs.find(({ status }) => status === "dissolved")!;
  const gone = forget(pool, parted.menteeId);
  const rows = (from: Pool) => [...from.mentees, ...from.mentors].filter(({ id }) => id === parted.menteeId);
  expect([rows(pool).length > 0, rows(gone).length]).toEqual([true, 0]);
  const theirs = gone.pairs.filter(({ menteeId }) => menteeId === parted.menteeId);
  expect(theirs).toContainEqual({ menteeId: parted.menteeId, mentorId: parted.mentorId, status: "dissolved" });
  // Should they come back one day, the pair does not.
  const row = pool.mentees.find(({ id }) => id === parted.menteeId)!;
  const possible = (pairs: Pool["pairs"]) => {
    const free = { ...gone, mentees: [...gone.mentees, row], mentors: changed(gone.mentors, () => ({ capacity: 9 })) };
    return namesOf(eligiblePairs({ ...free, pairs }, { name: "any" })).includes(namesOf([parted])[0]!);
  };
  expect([possible(gone.pairs), possible([])]).toEqual([false, true]);
});

test("P18 match() says of the top step that seniority stands in the way, lint() counts its people, and a finer step or peers help", () => {
  const top = (from: Pool, policy: PolicyInput) =>
    matched(from, policy).unmatched.filter(
      ({ menteeId, refusedBy }) =>
        menteeId.startsWith("professor") &&
        refusedBy.some(({ id, soleMentors }) => id === "more-senior" && soleMentors > 0),
    ).length;
  expect(top(pool, pals)).toBeGreaterThan(3);
  expect(top(pool, without(pals, "must.more-senior"))).toBe(0);
  const senior = { id: "distinguished-001", grade: "Distinguished Professor", department: "Physics", optedIn: true };
  const finer: Pool = { ...pool, mentors: [...pool.mentors, { ...senior, experienceYears: 40, capacity: 9 }] };
  const steps = { ...without(pals, "minimumScore"), ladder: [...pals.ladder!, "Distinguished Professor"] };
  expect(top(finer, steps)).toBeLessThan(top(pool, pals));
  const must = pals.must!.map((rule) =>
    "rule" in rule && rule.rule === "more-senior" ? { ...rule, topStep: "peer" } : rule,
  );
  const peers = (policy: PolicyInput) =>
    eligiblePairs(pool, policy).filter(({ menteeId }) => menteeId.startsWith("professor")).length;
  expect([peers(pals), peers({ ...pals, must }) > 0]).toEqual([0, true]);
  expect(top(pool, { ...pals, must })).toBeLessThan(top(pool, pals));
  const helpless = (policy: PolicyInput) => lint(policy, pool).filter(({ code }) => code === "step-without-mentors");
  expect(helpless(pals)).toMatchObject([{ path: "ladder[5]", numbers: { people: 6 } }]);
  const anyOf = { rule: "any-of", rules: [{ rule: "more-senior" }, { rule: "same-attribute", attribute: "grade" }] };
  const open = without(pals, "must.more-senior");
  expect(helpless({ ...open, must: [...open.must!, anyOf] })).toEqual([]);
  expect(helpless({ ...pals, must })).toEqual([]);
});

test("P19 workload() lists each mentor with how many they mentor and for how long, and names no mentee", () => {
  const next = settle(pool, matched(pool, pals), "2026-10-01");
  const agreed: Pool = {
    ...next,
    asOf: "2027-10-01",
    pairs: next.pairs.flatMap((pair) => (pair.status === "proposed" ? [{ ...pair, status: "agreed" }] : [])),
  };
  const list = workload(agreed, { from: "2026-10-01", until: "2027-10-01" });
  const live = agreed.pairs.filter(({ status }) => status === "agreed");
  const hosts = new Set(live.map(({ mentorId }) => mentorId));
  expect(list.filter(({ months }) => months >= 12).map(({ mentorId }) => mentorId)).toEqual([...hosts].sort());
  for (const { mentorId, mentees, months } of list.filter(({ months }) => months >= 12)) {
    expect(mentees).toBe(new Set(live.filter((pair) => pair.mentorId === mentorId).map((pair) => pair.menteeId)).size);
    expect(months).toBe(12 * mentees);
  }
  const onlyMentees = new Set(
    pool.mentees.map(({ id }) => id).filter((id) => !pool.mentors.some((one) => one.id === id)),
  );
  expect(list.filter((entry) => Object.values(entry).some((value) => onlyMentees.has(String(value))))).toEqual([]);
  expect(workload(next, { from: "2026-10-01" }).some(({ months }) => months > 0)).toBe(false);
  expect(workload({ ...agreed, pairs: lackingDays(agreed.pairs) }).every(({ months }) => months === 0)).toBe(true);
});

const lackingDays = (pairs: Pool["pairs"]): Pool["pairs"] => pairs.map(({ since, ...pair }) => pair);
