/** What was looked into, as plain text: one answer each, with what a coordinator or a person then reads. */
import { expect, test } from "vitest";
import { compare, type MatchResult, match, type PolicyInput, type PoolInput } from "../../src/index.js";
import { adviceText } from "../../src/report/advice.js";
import { assessmentText } from "../../src/report/assessment.js";
import { auditText } from "../../src/report/audit.js";
import { comparisonText } from "../../src/report/comparison.js";
import { explanationText } from "../../src/report/explanation.js";
import { helpText } from "../../src/report/help.js";
import { rotaText } from "../../src/report/rota.js";

test("adviceText() says what is lost as well as what is gained, and counts what has no line", () => {
  const gain = (people: number, score: number) => ({ people, score, levels: [] });
  const text = adviceText({
    coverage: { asking: 5, matched: 3, bound: 4 },
    places: Array.from({ length: 12 }, (_, at) => ({ mentorId: `m${at}`, gain: gain(1, 2500) })),
    profiles: [{ profile: [{ field: "grade", value: "Dean" }], gains: [gain(1, 0), gain(2, 0)] }],
    isFirstProfileBest: false,
    rules: [
      { path: "must.apart", gain: gain(-1, -1200) },
      { path: "must.free", gain: gain(0, 0) },
    ],
    areas: [
      { area: "grants", mentees: 3, places: 1 },
      { area: "law", mentees: 1, places: 1 },
    ],
    grades: [{ grade: null, mentees: 2, places: 0, unmatched: 1 }],
  } as never);
  expect(text).toContain("3 of 5 mentees who ask have a mentor; another objective could give 4 of them one\n");
  expect(text).toContain("  m9  +1 mentee, +2 500 points\n  … and 2 more\n");
  expect(text).toContain('gain (of those that were tried)\n  grade "Dean"  +1 +2  mentees\n');
  expect(text).toContain("Without this rule there would be\n  must.apart  −1 mentee, −1 200 points\n\n");
  expect(text).toContain("Areas that are short\n  grants  3 seek it  1 place\n\n");
  expect(text).toContain("  (none)  1 mentee of 2 without a mentor  0 places\n");
});

test("assessmentText() tells which choices cost something, and no cost in the lottery", () => {
  const pair = (menteeId: string, losses: readonly [string, number][] | null) => ({
    ...{ menteeId, mentorId: "ada", score: 1, refusedBy: [], checks: [], isInBest: false },
    cost: losses === null ? null : losses.map(([name, loss]) => ({ name, difference: [loss] })),
  });
  const text = assessmentText({
    pairs: [
      pair("bo", [
        ["coverage", 1],
        ["score", -1200],
        ["lottery", 3],
      ]),
      pair("cy", [["coverage", 0]]),
      pair("di", null),
    ],
    overPlaces: [{ id: "ada", role: "mentor", pairs: 3, places: 1 }],
    broken: [{ code: "limit", ids: ["all"], expected: "at most 1", got: 2 }],
    levels: [],
    leftOut: ["eve"],
  } as never);
  expect(text).toContain("matched\n  bo  ada  coverage 1, score -1200\n\n");
  expect(text).toContain("More pairs than places\n  ada  mentor  3 pairs  1 place\n");
  expect(text).toContain("Not kept by the list as a whole\n  limit all: expected at most 1, got 2\n");
  expect(text).toContain("Left out by the list, matched in the best\n  eve\n");
});

test("auditText() marks the differences that chance would rarely make", () => {
  const one = (measure: string, corrected: number) => ({
    ...{ measure, corrected, probability: corrected },
    group: { people: 20, count: 5, share: 0.25, interval: [0, 1] },
    others: { people: 20, count: 15, share: 0.75, interval: [0, 1] },
  });
  const groups = [
    { group: null, isSuppressed: false, comparisons: [one("matched", 0.012), one("eligible", 0.6)] },
    { group: "few", isSuppressed: true, comparisons: [] },
  ];
  const text = auditText({
    comparisons: 2,
    groupings: [{ name: "time", role: "mentee", by: "groups", groups }],
  } as never);
  expect(text.split("\n")[0]).toBe("2 comparisons; 1 difference that chance would rarely make, marked *");
  expect(text).toMatch(/not stated +matched +25 % of 20 +others 75 % of 20 +p 0\.012 \*\n/);
  expect(text).toMatch(/eligible .*p 0\.600\n/);
  expect(text).toMatch(/few +too few to be told of\n/);
});

test("comparisonText() names what else differs, and why a pair is no more", () => {
  const pool: PoolInput = { mentees: [{ id: "bo" }, { id: "cy" }], mentors: [{ id: "ada" }, { id: "max" }] };
  const run = (given: PoolInput, policy: PolicyInput, version?: string) => {
    const result = match(given, policy);
    const run = { ...result.run, ...(version === undefined ? {} : { version }) };
    return { pool: given, policy, result: { ...result, run } as MatchResult };
  };
  const first = run(pool, { name: "One", lottery: "one" }, "0.0.1");
  const mentors = [{ id: "max" }];
  const text = comparisonText(compare(first, run({ ...pool, mentors }, { name: "One", lottery: "two" })));
  expect(text).toContain("  the seed of the lottery\n  the version of mentor-match\n");
  expect(text).toContain("Left\n  ada (mentor)\n");
  expect(text).toMatch(/before ada: one of the two is not there now\n/);
});

test("helpText() says what would help whom, who moves, and how much was not looked into", () => {
  const place = { kind: "place", mentorId: "ada", capacity: 2 };
  const limit = { kind: "limit", id: "law", atMost: 3 };
  const least = { kind: "limit", id: "art", atLeast: 1 };
  const override = { kind: "override", rule: "apart", menteeId: "bo", mentorId: "ada" };
  const help = (change: object, effect: string, moves = 0, gains: string[] = []) => ({ change, effect, moves, gains });
  const text = (changes: object[], untried: number, isWhole: boolean): string =>
    helpText({ menteeId: "bo", changes, untried, isWhole } as never);
  expect(text([help(place, "helps"), help(override, "helps", 2), help(limit, "helps", 1)], 0, true)).toBe(
    "What would give bo a mentor\n  one more place at ada, 2 in all; nobody else moves\n" +
      "  apart set aside for bo and ada, with a reason in writing; 2 mentees would have somebody else\n" +
      '  the limit "law" at 3; 1 mentee would have somebody else\n' +
      "No other single place, override or limit would.\n",
  );
  expect(text([help(least, "helps-another", 0, ["cy", "di"]), help(place, "helps-another")], 4, false)).toBe(
    "What would give bo a mentor\n  nothing that was tried\nWhat would help somebody else\n" +
      '  the limit "art" at 1: helps cy and di\n  one more place at ada, 2 in all: helps somebody at a price\n' +
      "4 more were not tried.\n",
  );
  expect(text([], 0, false)).toContain("There may be others.\n");
});

test("explanationText() says of a match why better mentors are with others", () => {
  const better = (mentorId: string, placesLeft: number, heldBy: string[]) => ({
    ...{ mentorId, score: 9, refusedBy: [], placesLeft, heldBy },
  });
  const made = { mentorId: "ada", origin: "locked", score: 0, parts: [], choice: 2 };
  const all = [better("max", 1, []), better("nia", 0, ["cy", "di"]), better("oz", 0, [])];
  const matches = [{ ...made, better: all }];
  expect(explanationText({ kind: "matched", menteeId: "bo", matches } as never)).toBe(
    "bo has ada (locked): score 0, choice 2.\n" +
      "  Rather max (score 9): has 1 place left: another match would have been worse.\n" +
      "  Rather nia (score 9): has cy, di.\n  Rather oz (score 9): has no places.\n",
  );
  const own = (refused: number, taken: number) => [
    { ...made, score: 2500, parts: [{ id: "areas", points: 5 }], better: { refused, taken } },
  ];
  const told = (refused: number, taken: number) =>
    explanationText({ for: "mentee", kind: "matched", matches: own(refused, taken) } as never);
  expect(told(0, 1)).toBe(
    "You were matched with a score of 2500 of 10000, for: areas. This is your choice 2.\n" +
      "1 mentor you might rather have had was needed elsewhere.\n",
  );
  expect(told(1, 2)).toContain(
    "1 mentor you might rather have had could not be matched with you.\n" +
      "2 mentors you might rather have had were needed elsewhere.\n",
  );
});

test("explanationText() says of a shortage whose limits and minima are in it, and neutrally which rules leave out whom", () => {
  const shortage = {
    ...{ menteeIds: ["bo"], mentors: [], places: 0, minima: ["ada"] },
    limits: [{ id: "own", personId: "ada", group: "Law", bound: "most", matches: 1 }],
  };
  const out = { kind: "unmatched", menteeId: "bo", because: "shortage", refusedBy: [], eligible: 1, shortage };
  expect(explanationText(out as never)).toBe(
    "bo has no mentor: places are short (1 mentor eligible).\n  1 mentee (bo) share 0 places.\n" +
      "  Limit own (ada, Law) asks for at most 1.\n  ada would have fewer than their minimum.\n",
  );
  const refusedBy = [{ id: "apart", mentors: 2 }, { id: "other" }];
  expect(explanationText({ for: "mentee", kind: "unmatched", because: "refused", refusedBy } as never)).toBe(
    "We found no mentor for you this time: nobody is eligible.\napart leaves out 2 mentors.\n" +
      "There are other reasons for some mentors.\n",
  );
});

test("explanationText() says what forcing a pair would cost, and whom", () => {
  const pair = { kind: "possible", menteeId: "bo", mentorId: "ada", score: 7, conflicts: [] };
  const price = [
    { name: "coverage", difference: [1] },
    { name: "score", difference: [0] },
  ];
  const told = (more: object) => explanationText({ ...pair, ...more } as never);
  expect(told({ price, gains: ["bo"], loses: ["cy", "di"] })).toBe(
    "bo and ada may be matched (score 7).\n  Forcing it changes coverage -1.\n" +
      "  bo would gain a mentor; cy, di would lose one.\n",
  );
  expect(told({ price: [price[1]], gains: [], loses: [] })).toContain("  Forcing it costs nothing.\n");
  expect(explanationText({ for: "mentee", kind: "possible", loses: "coverage" } as never)).toBe(
    "This pair would be possible, but the whole matching would be worse at coverage.\n",
  );
});

test("rotaText() says who meets nobody and why, and how sure the plan is", () => {
  const plan = (status: string, isLeast: boolean) =>
    rotaText({
      ...{ status, rounds: [], leastRounds: 1, isLeast },
      meetNobody: [
        { id: "bo", role: "mentee", why: "not-taking-part", turnedAwayBy: ["opted-in"] },
        { id: "cy", role: "mentee", why: "nobody-eligible", refusedBy: [{ id: "apart", people: 2 }] },
        { id: "di", role: "mentee", why: "no-room" },
      ],
    } as never);
  expect(plan("proved", true)).toMatch(/^0 meetings in 0 rounds; these cannot be held in fewer; no other meetings are/);
  expect(plan("proved", true)).toContain(
    "  bo  mentee  does not take part: opted-in\n" +
      "  cy  mentee  may meet nobody of those who are there: apart (2)\n" +
      "  di  mentee  might meet somebody, and the rounds and tables went to others\n",
  );
  expect(plan("searched", false)).toContain("; 1 might do; no better meetings were found to the end of the search\n");
  expect(plan("unproved", false)).toContain("; the meetings were chosen round by round\n");
});
