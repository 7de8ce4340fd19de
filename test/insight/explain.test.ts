/** What explanations say of small pools, and in which words. */
import { describe, expect, test } from "vitest";
import {
  ambiguity,
  compare,
  type Explanation,
  explain,
  explainer,
  forMentee,
  forMentor,
  InputError,
  interventions,
  match,
  type PolicyInput,
  type PoolInput,
  quality,
  whatWouldHelp,
} from "../../src/index.js";
import { explanationText } from "../../src/report/index.js";

const ask = (pool: PoolInput, policy: PolicyInput, question: { mentee: string; mentor?: string }): Explanation =>
  explain(pool, policy, match(pool, policy), question);

const codes = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ code }) => code);
    throw error;
  }
  return [];
};

const any = { name: "any pair" };
const two = { mentees: [{ id: "ana" }, { id: "bo" }], mentors: [{ id: "max" }] };

describe("explain()", () => {
  test("explain() tells who does not take part and who asks for nobody", () => {
    const pool = {
      mentees: [
        { id: "ana", demand: 0 },
        { id: "bo", optedIn: false },
      ],
      mentors: [{ id: "max" }],
    };
    const policy = { name: "opted in", participation: { mentees: [{ rule: "opted-in" }] } };
    const out = ask(pool, policy, { mentee: "bo" });
    expect(out).toMatchObject({ kind: "not-taking-part", refusedBy: [{ id: "opted-in", of: "mentee" }] });
    expect(explanationText(out)).toBe("bo does not take part: opted-in.\n");
    expect(explanationText(forMentee(out))).toBe("You do not take part this time: opted-in.\n");
    expect(forMentor(out)).toBeUndefined();
    const policyOfAll = { name: "all" };
    const nobody = ask(pool, policyOfAll, { mentee: "ana" });
    expect(nobody).toEqual({ kind: "asks-for-nobody", menteeId: "ana" });
    expect(explanationText(nobody)).toBe("ana asks for no mentor.\n");
    expect(explanationText(forMentee(nobody))).toBe("You have not asked for a mentor.\n");
  });

  test("explain() of a pair that limits do not allow tells what could not be kept", () => {
    const pool = {
      ...two,
      mentees: [
        { id: "ana", department: "Art" },
        { id: "bo", department: "Law" },
      ],
    };
    const policy = { name: "law first", limits: [{ id: "law", mentees: { department: "Law" }, atLeast: 1 }] };
    const told = ask(pool, policy, { mentee: "ana", mentor: "max" });
    expect(told).toMatchObject({ kind: "possible", price: null, conflicts: [{ code: "limit-unmet" }] });
    expect(explanationText(told)).toContain("cannot be kept together with limits.law");
  });

  test("explain() under limits names those that are full", () => {
    const pool = { ...two, mentors: [{ id: "max", capacity: 2 }] };
    const policy = { name: "one in all", limits: [{ id: "all", atMost: 1 }] };
    const result = match(pool, policy);
    const out = explain(pool, policy, result, { mentee: result.unmatched[0]!.menteeId });
    expect(out).toMatchObject({
      because: "shortage",
      shortage: {
        menteeIds: ["ana", "bo"],
        mentors: [],
        places: 1,
        limits: [{ id: "all", bound: "most", matches: 1 }],
      },
    });
    expect(explanationText(out)).toContain("share 1 place.\n  Limit all asks for at most 1.");
    const { changes } = whatWouldHelp(pool, policy, result, out.menteeId);
    expect(changes.map(({ change }) => change)).toEqual([{ kind: "limit", id: "all", atMost: 2 }]);
  });

  test("explain() of a pair prices it, and its text says who gains and who loses", () => {
    const result = match(two, any);
    const why = explainer(two, any, result);
    const out = result.unmatched[0]!.menteeId;
    const inside = result.matches[0]!.menteeId;
    const told = why({ mentee: out, mentor: "max" });
    expect(told).toMatchObject({ kind: "possible", gains: [out], loses: [inside] });
    expect(explanationText(told)).toBe(
      `${out} and max may be matched (score 0).\n  Forcing it costs nothing.\n  ${out} would gain a mentor; ${inside} would lose one.\n`,
    );
    expect(forMentor(told)).toEqual({ for: "mentor", mentorId: "max", kind: "possible", loses: null });
    expect(explanationText(forMentee(told))).toBe("This pair would be possible.\n");
    expect(explanationText(why({ mentee: out }))).toContain("2 mentees (ana, bo) share 1 place at max (1).");
    expect(explanationText(forMentee(why({ mentee: out })))).toContain("2 mentees share 1 place");
  });

  test("explain() names constraints where they stand in the way", () => {
    const pool = { mentees: [{ id: "ana" }, { id: "bo" }], mentors: [{ id: "ana" }, { id: "bo" }] };
    const policy = { name: "one way", constraints: [{ noReciprocal: true }] };
    const result = match(pool, policy);
    const out = explain(pool, policy, result, { mentee: result.unmatched[0]!.menteeId });
    expect(out).toMatchObject({ kind: "unmatched", because: "constraints", eligible: 1 });
    expect(explanationText(out)).toContain("constraints stand in the way");
    const help = whatWouldHelp(pool, policy, result, out.menteeId);
    expect([help.isWhole, help.changes.length]).toEqual([false, 0]);
  });

  test("explain() of a match tells its mentee and its mentor no more than is theirs", () => {
    const pool = {
      mentees: [
        { id: "ana", nominations: ["max", "nia"], attributes: { gender: "f" } },
        { id: "bo", nominations: ["max"] },
      ],
      mentors: [
        { id: "max", avoid: ["ana"] },
        { id: "nia", attributes: { gender: "f" } },
      ],
    };
    const action = { characteristic: "sex", ground: "g", evidence: "e", aim: "a", reviewDate: "2027-01-01" };
    const criterion = { criterion: "same-attribute", attribute: "attributes.gender", positiveAction: action };
    const policy = { name: "declared", prefer: [criterion, { criterion: "shared-areas" }], protected: ["gender"] };
    const told = ask(pool, policy, { mentee: "ana" });
    const better = { mentorId: "max", choice: 1, heldBy: ["bo"], refusedBy: [{ id: "avoid", isSensitive: true }] };
    expect(told).toMatchObject({ kind: "matched", matches: [{ mentorId: "nia", choice: 2, better: [better] }] });
    expect(explanationText(told)).toContain("Rather max (score 2500): refused by avoid.");
    expect(forMentee(told)).toEqual({
      for: "mentee",
      menteeId: "ana",
      kind: "matched",
      matches: [{ parts: [{ id: "shared-areas", points: 2500 }], choice: 2, better: { refused: 1, taken: 0 } }],
    });
    expect(explanationText(forMentee(told))).toBe(
      "You were matched, for: shared-areas. This is your choice 2.\n1 mentor you might rather have had could not be matched with you.\n",
    );
    expect(forMentor(told)).toEqual({
      for: "mentor",
      mentorId: "nia",
      kind: "matched",
      parts: [{ id: "shared-areas", points: 2500 }],
    });
    expect(explanationText(forMentor(told)!)).toBe("You were matched, for: shared-areas.\n");
    const pair = ask(pool, policy, { mentee: "ana", mentor: "max" });
    expect(explanationText(pair)).toBe("ana and max may not be matched: avoid.\n");
    expect(explanationText(forMentee(pair))).toBe("This pair cannot be made: other reasons.\n");
  });

  test("explain() refuses people, policies and results that do not belong together", () => {
    const result = match(two, any);
    const other = { name: "another" };
    expect(codes(() => explain(two, any, result, { mentee: "max" }))).toEqual(["unknown-person"]);
    expect(codes(() => explain(two, any, result, { mentee: 7 as never }))).toEqual(["unknown-person"]);
    expect(codes(() => explain(two, any, result, { mentee: "bo", mentor: "bo" }))).toEqual(["unknown-person"]);
    expect(codes(() => explain(two, any, result, undefined as never))).toEqual(["invalid"]);
    expect(codes(() => explain(two, other, result, { mentee: "bo" }))).toEqual(["other-policy"]);
    expect(codes(() => explain({ ...two, mentors: [] }, any, result, { mentee: "bo" }))).toEqual(["other-pool"]);
    const [made] = result.matches;
    const spoilt = { ...result, matches: [{ ...made!, mentorId: "nobody" }] };
    expect(codes(() => explain(two, any, spoilt, { mentee: "bo" }))).toEqual(["unknown-person"]);
  });
});

describe("the other questions", () => {
  test("whatWouldHelp() refuses who has a mentor, who does not ask, and a number that is none", () => {
    const result = match(two, any);
    const out = result.unmatched[0]!.menteeId;
    expect(codes(() => whatWouldHelp(two, any, result, result.matches[0]!.menteeId))).toEqual(["invalid"]);
    expect(codes(() => whatWouldHelp(two, any, result, out, { most: 0 }))).toEqual(["invalid"]);
    const idle = { ...two, mentees: [{ id: "ana", demand: 0 }] };
    expect(codes(() => whatWouldHelp(idle, any, match(idle, any), "ana"))).toEqual(["invalid"]);
  });

  test("whatWouldHelp() opens a place beside standing pairs and above the policy's ceiling", () => {
    const pool = {
      mentees: [{ id: "ana" }, { id: "bo" }],
      mentors: [{ id: "max" }],
      pairs: [{ menteeId: "ana", mentorId: "max", status: "agreed" as const }],
    };
    const policy = { name: "one each", capacity: { default: 1, max: 1 } };
    const { changes, isWhole } = whatWouldHelp(pool, policy, match(pool, policy), "bo");
    expect(changes.map(({ change, effect }) => [change, effect])).toEqual([
      [{ kind: "place", mentorId: "max", capacity: 2 }, "helps"],
    ]);
    expect(isWhole).toBe(true);
  });

  test("ambiguity() needs levels and quality() does without", () => {
    const policy = { name: "stable", objective: { stable: "mentees" as const } };
    const result = match(two, policy);
    expect(codes(() => ambiguity(two, policy, result))).toEqual(["unsupported"]);
    expect(quality(two, policy, result)).toMatchObject({ changeable: null, blocking: [], matches: 1 });
    const empty = { mentees: [], mentors: [] };
    expect(ambiguity(empty, any, match(empty, any))).toEqual({ changeable: [], runnerUp: null });
    expect(quality(empty, any, match(empty, any)).scores).toBeNull();
  });

  test("interventions() has no price for an override without which a lock could not be", () => {
    const pair = { menteeId: "bo", mentorId: "max" };
    const pool = {
      mentees: [{ id: "bo", department: "Art" }],
      mentors: [{ id: "max", department: "Art" }],
      locks: [pair],
      overrides: [{ ...pair, rule: "different-department", reason: "only one", by: "kim", on: "2026-09-01" }],
    };
    const policy = { name: "PaLS", must: [{ rule: "different-department" }] };
    const told = interventions(pool, policy, match(pool, policy));
    expect(told.map(({ kind, price, by }) => [kind, price?.[0]?.difference, by])).toEqual([
      ["lock", [0], undefined],
      ["override", undefined, "kim"],
    ]);
  });

  test("compare() says that functions cannot be compared, and which levels only one objective has", () => {
    const own = { name: "own", must: [{ rule: "different-department" }], objective: ["coverage", "spread"] };
    const sides = [any, own].map((policy) => ({ pool: two, policy, result: match(two, policy) }));
    const told = compare(sides[0]!, sides[1]!);
    expect(told.policy).toMatchObject({ isSame: false, unknown: [] });
    expect(told.levels.map(({ name, before, after }) => [name, before !== null, after !== null])).toEqual([
      ["coverage", true, true],
      ["score", true, false],
      ["spread", false, true],
    ]);
    expect(compare(sides[0]!, sides[0]!)).toMatchObject({
      pool: { isSame: true, joined: [], left: [], changed: [], parts: [] },
      policy: { isSame: true, parts: [], unknown: [] },
      mentees: [],
    });
  });
});
