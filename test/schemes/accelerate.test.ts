/** The rows of ACCELERATE: its policy over its cohort shows each, and without the row's line shows something else. */
import { expect, test } from "vitest";
import {
  blockingPairs,
  eligiblePairs,
  type PolicyInput,
  type Pool,
  planRota,
  settle,
  termDates,
  verify,
} from "../../src/index.js";
import { accelerate, accelerateCohort } from "../../src/schemes/index.js";
import { lacking, madeBy, matched, turnedAway, without } from "./scheme.js";

const pool = accelerateCohort();
const optimal: PolicyInput = { ...accelerate, objective: ["coverage", "score"] };

/** The cohort with more people who ask. */
const joined = (...more: Pool["mentees"]): Pool => ({ ...pool, mentees: [...pool.mentees, ...more] });
const newcomer = { id: "mentee-900", grade: "Postdoc", optedIn: true };

test("match() proves the result of ACCELERATE over its cohort", () => {
  expect(verify(pool, accelerate, matched(pool, accelerate))).toMatchObject({ status: "proved", issues: [] });
  expect([pool.mentees.length, pool.mentors.length]).toEqual([20, 25]);
});

test("A1 planRota() has the most promising pairs meet in as few rounds as can be, and nobody twice in one", () => {
  const strangers: Pool = {
    ...pool,
    mentees: lacking(pool.mentees, "nominations"),
    mentors: lacking(pool.mentors, "nominations"),
  };
  const rota = planRota(strangers, accelerate, { rounds: 5, tables: 20 });
  expect(rota).toMatchObject({ status: "proved", isLeast: true, leastRounds: 5, meetNobody: [] });
  for (const { meetings } of rota.rounds) {
    const people = meetings.flatMap(({ mentorId, menteeIds }) => [mentorId, ...menteeIds]);
    expect([meetings.length, new Set(people).size]).toEqual([20, 40]);
  }
  const met = (policy: PolicyInput, from: Pool) =>
    planRota(from, policy, { rounds: 5 }).rounds.flatMap(({ meetings }) =>
      meetings.flatMap(({ mentorId, menteeIds }) => menteeIds.map((menteeId) => `${menteeId} ${mentorId}`)),
    );
  const score = new Map(
    eligiblePairs(strangers, accelerate).map((one) => [`${one.menteeId} ${one.mentorId}`, one.score]),
  );
  const promise = (policy: PolicyInput) => met(policy, strangers).reduce((sum, pair) => sum + score.get(pair)!, 0);
  expect(promise(accelerate)).toBeGreaterThan(promise(without(accelerate, "prefer.shared-areas")));
  const firstMet = new Map(met(accelerate, strangers).map((pair) => pair.split(" ") as [string, string]));
  const conflicts = strangers.mentees.map((one) => ({ ...one, conflicts: [firstMet.get(one.id)!] }));
  const wary = (policy: PolicyInput) =>
    met(policy, { ...strangers, mentees: conflicts }).filter(
      (pair) => firstMet.get(pair.split(" ")[0]!) === pair.split(" ")[1],
    );
  expect([wary(accelerate).length, wary(without(accelerate, "must.no-conflict")).length > 10]).toEqual([0, true]);
  const late = { ...newcomer, attributes: { attended: ["launch"] } };
  const absent = (policy: PolicyInput) =>
    planRota({ ...strangers, mentees: [...strangers.mentees, late] }, policy, { rounds: 5 }).meetNobody;
  expect(absent(accelerate)).toMatchObject([
    { id: "mentee-900", why: "not-taking-part", turnedAwayBy: ["masterclass"] },
  ]);
  expect(absent(without(accelerate, "participation.mentees.masterclass"))).toEqual([]);
});

test("A2 match() goes by the nominations of both sides, complete or not, and says which choice each mentee got", () => {
  const choices = (from: Pool) => matched(from, accelerate).matches.filter(({ choice }) => choice !== undefined).length;
  expect(choices(pool)).toBeGreaterThan(9);
  expect(choices({ ...pool, mentees: lacking(pool.mentees, "nominations") })).toBe(0);
  const wantedBack = (from: Pool) => {
    const wishes = new Map(pool.mentors.map(({ id, nominations = [] }) => [id, nominations]));
    return madeBy(from, accelerate).filter(({ menteeId, mentorId }) => wishes.get(mentorId)!.includes(menteeId)).length;
  };
  expect(wantedBack(pool)).not.toBe(wantedBack({ ...pool, mentors: lacking(pool.mentors, "nominations") }));
  const scored = (policy: PolicyInput) =>
    madeBy(pool, policy).filter(({ mentee, mentorId }) => mentee.nominations?.includes(mentorId)).length;
  expect(scored(optimal)).toBeGreaterThan(scored(without(optimal, "prefer.nominations")));
});

test("A3 match() gives each mentor one mentee, and lists the five who stay in reserve", () => {
  const { matches, reserve } = matched(pool, accelerate);
  expect([matches.length, new Set(matches.map(({ mentorId }) => mentorId)).size, reserve.length]).toEqual([20, 20, 5]);
  const eager: Pool = { ...pool, mentors: pool.mentors.map((one) => ({ ...one, capacity: 4 })) };
  const used = (policy: PolicyInput) => new Set(matched(eager, policy).matches.map(({ mentorId }) => mentorId)).size;
  expect(used(accelerate)).toBe(20);
  expect(used(without(accelerate, "capacity"))).toBeLessThan(20);
});

test("A4 match() turns away whoever missed the masterclass", () => {
  const absent = joined({ ...newcomer, attributes: { attended: ["launch"] } });
  expect(turnedAway(absent, accelerate, "mentee", "masterclass")).toEqual(["mentee-900"]);
  expect(matched(absent, without(accelerate, "participation.mentees.masterclass")).notTakingPart).toEqual([]);
});

test("A5 termDates() wants three meetings in the six months", () => {
  const [pair] = settle(pool, matched(pool, accelerate), "2020-11-16").pairs;
  expect(termDates(accelerate, pair!)).toMatchObject({
    end: "2021-05-16",
    meetings: [{ by: "2021-05-16", atLeast: 3 }],
  });
  expect(termDates(without(accelerate, "terms.meetings"), pair!).meetings).toEqual([]);
});

test("A6 match() takes mentees up to a step that spans organisations, and guesses no grade that is on none", () => {
  const attributes = { attended: ["launch", "masterclass"] };
  const senior = { ...newcomer, id: "mentee-901", grade: "Principal Scientist", attributes };
  const unknown = { ...newcomer, id: "mentee-902", grade: "Wizard", attributes };
  const all = joined(senior, unknown, { ...newcomer, id: "mentee-903", grade: "Senior Scientist", attributes });
  expect(turnedAway(all, accelerate, "mentee", "at-most-grade")).toEqual(["mentee-901", "mentee-902"]);
  expect(matched(all, without(accelerate, "participation.mentees.at-most-grade")).notTakingPart).toEqual([]);
  const found = matched(all, accelerate).findings.find(({ code }) => code === "grade-not-on-ladder");
  expect(found?.ids).toEqual(["mentee-902"]);
});

test("A7 match() leaves no two people who would both rather have each other, as the best total may", () => {
  expect(blockingPairs(pool, accelerate, matched(pool, accelerate))).toEqual([]);
  expect(blockingPairs(pool, optimal, matched(pool, optimal)).length).toBeGreaterThan(0);
});

test("A8 match() turns away whoever was not at the launch, and termDates() has the day of the first check-in", () => {
  const absent = joined({ ...newcomer, attributes: { attended: ["masterclass"] } });
  expect(turnedAway(absent, accelerate, "mentee", "launch")).toEqual(["mentee-900"]);
  expect(matched(absent, without(accelerate, "participation.mentees.launch")).notTakingPart).toEqual([]);
  expect(termDates(accelerate, { since: "2020-11-16" }).feedback).toEqual(["2020-12-16"]);
  expect(termDates(without(accelerate, "terms"), { since: "2020-11-16" }).feedback).toEqual([]);
});
