/** The rows of PaLS: its policy over its cohort shows each, and without the row's line shows something else. */
import { expect, test } from "vitest";
import { eligiblePairs, lint, match, type PolicyInput, type Pool, settle, termDates, verify } from "../../src/index.js";
import { csvReport } from "../../src/report/csv.js";
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

test("P8 match() serves as many as can be served, but makes no pair below the minimum score, and lists whom it kept from whom", () => {
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
  const dissolved = { menteeId: parted.menteeId, mentorId: parted.mentorId, status: "dissolved" as const };
  const others = next.pairs.filter((pair) => !isTheirs(pair));
  const again = match({ ...next, pairs: [...others, { ...dissolved, until: "2026-12-01" }] }, pals);
  const both = match({ ...next, pairs: [...others, { ...dissolved, until: "2026-12-01", reopened: true }] }, pals);
  expect([again, both].map(({ matches }) => matches.some(isTheirs))).toEqual([false, true]);
  const rest = namesOf(first.matches.filter((pair) => !isTheirs(pair)));
  expect(namesOf(again.matches)).toEqual(expect.arrayContaining(rest));
  expect(next.mentees.find(({ id }) => id === parted.menteeId)?.waitingSince).toBe(asked.get(parted.menteeId));
});

test("P11 match() keeps a renewed pair, which takes a place, and returns the people of one that ended to the others", () => {
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

test("P13 match() names people by id alone, in what it gives and in what it refuses", () => {
  const result = matched(pool, pals);
  const telling = /made up|example\.org/;
  expect(JSON.stringify(result)).not.toMatch(telling);
  const broken = { ...pool, mentees: pool.mentees.map((one) => ({ ...one, linemanager: "x" })) };
  expect(() => match(broken, pals)).toThrow(/^Cannot read the pool: 120 issues(?![\s\S]*(?:made up|example\.org))/);
  expect(Object.values(csvReport(result)).join()).not.toMatch(telling);
  const contacts = new Map(pool.mentors.map(({ id, name = "", email = "" }) => [id, { name, email }]));
  expect(Object.values(csvReport(result, contacts)).join()).toMatch(telling);
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

test("P15 termDates() gives each pair three meetings in its twelve months", () => {
  const next = settle(pool, matched(pool, pals), "2026-10-15");
  const made = next.pairs.filter(({ since }) => since === "2026-10-15");
  expect(made.length).toBeGreaterThan(50);
  for (const pair of made) {
    const meetings = [{ by: "2027-10-15", atLeast: 3 }];
    expect(termDates(pals, pair)).toEqual({ start: "2026-10-15", end: "2027-10-15", feedback: [], meetings });
    expect(termDates(without(pals, "terms"), pair)).toEqual({ start: "2026-10-15", feedback: [], meetings: [] });
  }
});

test("P16 match() lets a pair hold its place from the proposal on, until it is declined, completed or ended early", () => {
  const live = pool.pairs.find(({ status }) => status === "agreed")!;
  const holds = (["proposed", "accepted", "met", "agreed", "declined", "completed", "ended-early"] as const).map(
    (status) => {
      const pairs = pool.pairs.map((pair) => (pair === live ? { ...pair, status } : pair));
      return standing({ ...pool, pairs }).some(({ menteeId }) => menteeId === live.menteeId);
    },
  );
  expect(holds).toEqual([true, true, true, true, false, false, false]);
});

test("P17 match() ends the pairs of whoever withdraws, and the other may be matched anew", () => {
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
  const helpless = (policy: PolicyInput) => lint(policy, pool).filter(({ code }) => code === "step-without-mentors");
  expect(helpless(pals)).toMatchObject([{ path: "ladder[5]", numbers: { people: 6 } }]);
  const peers = { rule: "any-of", rules: [{ rule: "more-senior" }, { rule: "same-attribute", attribute: "grade" }] };
  const open = without(pals, "must.more-senior");
  expect(helpless({ ...open, must: [...open.must!, peers] })).toEqual([]);
});
