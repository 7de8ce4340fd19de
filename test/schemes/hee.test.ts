/** The rows of HEE: its policy over its cohort shows each, and without the row's line shows something else. */
import { expect, test } from "vitest";
import {
  earlyEndings,
  eligiblePairs,
  evidence,
  type Mentee,
  type Mentor,
  match,
  mentorFeedback,
  type PolicyInput,
  type Pool,
  parsePolicy,
  review,
  settle,
  statistics,
  verify,
} from "../../src/index.js";
import { htmlReport, mailMerge } from "../../src/report/index.js";
import { textReport } from "../../src/report/text.js";
import { hee, heeCohort } from "../../src/schemes/index.js";
import { changed, lacking, madeBy, matched, mean, namesOf, share, turnedAway, without } from "./scheme.js";

const pool = heeCohort();
const mentees = new Map(pool.mentees.map((one) => [one.id, one]));
const mentors = new Map(pool.mentors.map((one) => [one.id, one]));

/** How many eligible pairs of the cohort are as told. */
const eligible = (policy: PolicyInput, isSo: (mentee: Mentee, mentor: Mentor) => boolean, from: Pool = pool): number =>
  eligiblePairs(from, policy).filter(({ menteeId, mentorId }) => isSo(mentees.get(menteeId)!, mentors.get(mentorId)!))
    .length;

const PROFILE = { trained: true, approved: true, optedIn: true, profession: "medicine" };

test("match() proves the result of HEE over its cohort", () => {
  expect(verify(pool, hee, matched(pool, hee))).toMatchObject({ status: "proved", issues: [] });
  expect([pool.mentees.length, pool.mentors.length]).toEqual([200, 90]);
});

test("H1 parsePolicy() refuses whatever reads a protected characteristic, unless it declares why, which every output prints", () => {
  const entry = { rule: "same-attribute", id: "alike", attribute: "ethnicity" };
  const reading = (policy: PolicyInput, more = {}) => ({ ...policy, must: [...policy.must!, { ...entry, ...more }] });
  expect(() => parsePolicy(reading(hee))).toThrow(/reads "ethnicity"/);
  expect(() => parsePolicy(reading(without(hee, "protected")))).not.toThrow();
  const limits = [...hee.limits!, { id: "few", atMost: 1, mentees: { "attributes.gender": "f" } }];
  expect(() => parsePolicy({ ...hee, limits })).toThrow(/reads "gender"/);
  const positiveAction = {
    characteristic: "ethnicity",
    ground: "few of them have a mentor",
    evidence: "survey of 2025",
    aim: "as many with a mentor as among all",
    reviewDate: "2027-09-01",
  };
  const declaring = reading(hee, { positiveAction });
  expect(() => parsePolicy(declaring)).not.toThrow();
  const told = "ethnicity; few of them have a mentor; survey of 2025; as many with a mentor as among all";
  const result = match(pool, declaring);
  const outputs = [textReport(parsePolicy(declaring), result), htmlReport(pool, declaring, result)];
  for (const output of outputs) expect(output).toContain(`declared: ${told}; to be reviewed on 2027-09-01`);
  expect(JSON.stringify(evidence(pool, declaring, result).declarations)).toContain("survey of 2025");
  expect(textReport(parsePolicy(hee), match(pool, hee))).not.toContain("declared: ");
});

test("H2 match() takes only those who opted in, and parsePolicy() lets nothing read performance", () => {
  expect(turnedAway(pool, hee, "mentee", "opted-in").length).toBeGreaterThan(2);
  expect(turnedAway(pool, without(hee, "participation.mentees.opted-in"), "mentee", "opted-in")).toEqual([]);
  const ranked = (policy: PolicyInput) => {
    return { ...policy, prefer: [{ criterion: "same-attribute", attribute: "performance" }] };
  };
  expect(() => parsePolicy(ranked(hee))).toThrow(/reads "performance"/);
  expect(() => parsePolicy(ranked(without(hee, "restricted")))).not.toThrow();
});

test("H3 match() keeps appraisers and supervisors out, those of last year's post as well", () => {
  const appraised = (policy: PolicyInput) => eligible(policy, (mentee, { id }) => share(mentee.appraisers ?? [], id));
  expect([appraised(hee), appraised(without(hee, "must.not-appraiser")) > 0]).toEqual([0, true]);
  const supervised = (policy: PolicyInput) => eligible(policy, (mentee, { id }) => share(mentee.supervisors ?? [], id));
  expect([supervised(hee), supervised(without(hee, "must.not-supervisor")) > 0]).toEqual([0, true]);
  const before = pool
    .relations!.filter(({ until }) => until !== undefined)
    .map(({ person, other }) => `${person} ${other}`);
  const formerly = (policy: PolicyInput) =>
    namesOf(eligiblePairs(pool, policy)).filter((pair) => before.includes(pair)).length;
  const lenient = { ...hee, must: [...without(hee, "must.not-supervisor").must!, { rule: "not-supervisor" }] };
  expect([formerly(hee), formerly(lenient) > 0]).toEqual([0, true]);
});

test("H4 match() finds another mentor after a pair that failed, and counts it against nobody", () => {
  const failed = pool.pairs.filter(({ status }) => status === "dissolved");
  const again = (from: Pool) =>
    namesOf(eligiblePairs(from, hee)).filter((pair) => namesOf(failed).includes(pair)).length;
  const unbroken: Pool = { ...pool, pairs: pool.pairs.filter(({ status }) => status !== "dissolved") };
  expect([again(pool), again(unbroken) > 0]).toEqual([0, true]);
  const scores = (from: Pool) =>
    new Map(eligiblePairs(from, hee).map(({ menteeId, mentorId, score }) => [`${menteeId} ${mentorId}`, score]));
  const [after, before] = [scores(pool), scores(unbroken)];
  expect(after.size).toBeGreaterThan(1000);
  for (const [pair, score] of after) expect(score).toBe(before.get(pair));
});

test("H5 match() hears whom mentees would like, and says which choice each one got", () => {
  const got = (policy: PolicyInput) =>
    matched(pool, policy).matches.filter(({ choice }) => choice !== undefined).length;
  expect(got(hee)).toBeGreaterThan(got(without(hee, "prefer.nominations")) + 10);
  const quiet = madeBy(pool, hee).filter(({ mentee }) => mentee.nominations === undefined);
  expect([quiet.length > 10, quiet.every(({ choice }) => choice === undefined)]).toEqual([true, true]);
});

test("H6 evidence() has policy, counts, levels with proofs, hashes and an audit by groups, and verify() repeats the whole process", () => {
  const result = matched(pool, hee);
  expect(result.run.repeatable).toBe(true);
  expect(result.levels.every(({ value, bound }) => String(value) === String(bound))).toBe(true);
  expect(verify(pool, without(hee, "must.within-distance"), result).status).toBe("refuted");
  const members = pool.mentees.map(({ id }, at) => ({ id, group: at % 4 === 0 ? "part-time" : "full-time" }));
  const given = evidence(pool, hee, result, [{ name: "working time", members }]);
  expect(given).toMatchObject({ status: result.status, run: result.run, levels: result.levels, proof: result.proof });
  expect(given.policy.lines.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["participation.mentors.trained", "must.within-distance", "limits.places", "objective.1"]),
  );
  const distance = given.rules.find(({ path }) => path === "must.within-distance")!;
  expect(distance.refused).toBeGreaterThan(distance.refusedAlone);
  expect(given.audit!.groupings[0]!.groups.map(({ group, isSuppressed }) => [group, isSuppressed])).toEqual([
    ["full-time", false],
    ["part-time", false],
  ]);
  // Another policy is not what this result is evidence of.
  expect(() => evidence(pool, without(hee, "must.within-distance"), result)).toThrow();
});

test("H7 match() keeps to the mentee's maximum distance where they can meet in person only", () => {
  const refused = (from: Pool, policy: PolicyInput = hee) =>
    matched(from, policy).unmatched.reduce(
      (sum, { refusedBy }) => sum + (refusedBy.find(({ id }) => id === "within-distance")?.mentors ?? 0),
      0,
    );
  const onlyWhoGivesOne = (policy: PolicyInput) => eligible(policy, ({ maxDistanceKm }) => maxDistanceKm === 20);
  expect(refused(pool)).toBeGreaterThan(100);
  expect(refused(pool, without(hee, "must.within-distance"))).toBe(0);
  expect(onlyWhoGivesOne(hee)).toBeLessThan(onlyWhoGivesOne(without(hee, "must.within-distance")));
  const online: Pool = {
    ...pool,
    mentees: changed(pool.mentees, () => ({ modes: ["online"] })),
    mentors: changed(pool.mentors, () => ({ modes: ["online"] })),
  };
  expect(refused(online)).toBe(0);
  const far = (policy: PolicyInput) =>
    mean(
      madeBy(pool, policy).map(({ mentee, mentor }) =>
        mentee.location && mentor.location ? Math.abs(mentee.location.latitude - mentor.location.latitude) : 0,
      ),
    );
  expect(far(hee)).toBeLessThan(far(without(hee, "prefer.distance")));
});

test("H8 match() asks for the same profession and another organisation, and prefers the same specialty", () => {
  const across = (policy: PolicyInput) => eligible(policy, (mentee, mentor) => mentee.profession !== mentor.profession);
  expect([across(hee), across(without(hee, "must.same-profession")) > 0]).toEqual([0, true]);
  const within = (policy: PolicyInput) => eligible(policy, (one, other) => share(one.organisation, other.organisation));
  expect([within(hee), within(without(hee, "must.different-organisation")) > 0]).toEqual([0, true]);
  const alike = (policy: PolicyInput) =>
    madeBy(pool, policy).filter(({ mentee, mentor }) => mentee.attributes?.specialty === mentor.attributes?.specialty)
      .length;
  expect(alike(hee)).toBeGreaterThan(alike(without(hee, "prefer.same-specialty")));
});

test("H9 match() keeps the places there are: in all, of a group, and of one trust under a mentor", () => {
  const made = (policy: PolicyInput) => matched(pool, policy).matches;
  expect(made(hee)).toHaveLength(110);
  expect(made(without(hee, "limits.places")).length).toBeGreaterThan(110);
  const foundation = (policy: PolicyInput) =>
    made(policy).filter(({ menteeId }) => mentees.get(menteeId)!.grade === "Foundation doctor").length;
  const few = {
    ...hee,
    limits: hee.limits!.map((one) => (one.id === "foundation-places" ? { ...one, atMost: 20 } : one)),
  };
  expect(foundation(few)).toBe(20);
  expect(foundation(without(few, "limits.foundation-places"))).toBeGreaterThan(20);
  const crowd: Pool = { ...pool, pairs: [], mentees: changed(pool.mentees, () => ({ organisation: "Trust M" })) };
  const most = (policy: PolicyInput) => {
    const count = new Map<string, number>();
    for (const { mentorId } of matched(crowd, policy).matches) count.set(mentorId, (count.get(mentorId) ?? 0) + 1);
    return Math.max(...count.values());
  };
  expect([most(hee), most(without(hee, "limits.two-of-one-trust"))]).toEqual([2, 3]);
});

test("H10 match() takes a whole cohort at once, and a rolling intake on top of the pairs that stand", () => {
  const whole: Pool = { ...pool, pairs: [] };
  expect(matched(whole, hee).matches.every(({ origin }) => origin === "new")).toBe(true);
  const next = settle(pool, matched(pool, hee), "2026-10-01");
  const more = without(hee, "limits.places");
  const second = match(next, more);
  expect(namesOf(second.matches)).toEqual(expect.arrayContaining(namesOf(matched(pool, hee).matches)));
  expect(second.matches.filter(({ origin }) => origin === "new").length).toBeGreaterThan(0);
});

test("H11 review() lists the pair whose mentor became the supervisor, no pair for a promotion, and match() knows the posts of the day", () => {
  const broken = (from: Pool, policy: PolicyInput = hee) => review(from, policy).flatMap(({ breaks }) => breaks);
  expect(broken(pool)).toContainEqual({ id: "not-supervisor", since: "2026-08-05" });
  expect(broken({ ...pool, relations: [] })).toEqual([]);
  expect(broken(pool, without(hee, "must.not-supervisor"))).toEqual([]);
  const moved = changed(pool.mentees, () => ({ organisation: "Trust A", grade: "Specialty registrar" }));
  expect(broken({ ...pool, mentees: moved })).toEqual(broken(pool));
  // In December they move to the trust of a mentor they could have now, and from then on could not.
  const apart = (from: Pool) =>
    namesOf(eligiblePairs(from, { name: "apart", must: [{ rule: "different-organisation" }] }));
  const [pair] = apart(pool);
  const [menteeId, mentorId] = pair!.split(" ");
  const theirs = mentors.get(mentorId!)!.organisation!;
  const own = mentees.get(menteeId!)!.organisation!;
  const posts = [
    { organisation: own, until: "2026-12-01" },
    { organisation: theirs, from: "2026-12-02" },
  ];
  const dated = (asOf: string, given: { posts?: typeof posts }): Pool => {
    return { ...pool, asOf, mentees: changed(pool.mentees, ({ id }) => (id === menteeId ? given : {})) };
  };
  const possible = (asOf: string, given = { posts }) => apart(dated(asOf, given)).includes(pair!);
  expect([possible("2026-12-01"), possible("2026-12-02")]).toEqual([true, false]);
  expect(apart(dated("2026-12-02", {})).includes(pair!)).toBe(true);
});

test("H12 match() gives a mentor no more than they say, nor than the ceiling, one unless they say, and at least their minimum", () => {
  const eager: Pool = { ...pool, mentors: changed(pool.mentors, () => ({ capacity: 6 })), pairs: [] };
  const most = (from: Pool, policy: PolicyInput) => {
    const count = new Map<string, number>();
    for (const { mentorId } of matched(from, policy).matches) count.set(mentorId, (count.get(mentorId) ?? 0) + 1);
    return Math.max(...count.values());
  };
  const open = without(hee, "limits.two-of-one-trust");
  expect([most(eager, open), most(eager, without(open, "capacity.max")) > 3]).toEqual([3, true]);
  expect(most({ ...pool, pairs: [], mentors: lacking(pool.mentors, "capacity") }, hee)).toBe(1);
  const idle = matched(pool, hee).reserve.find(({ mentorId }) =>
    matched(pool, hee).matches.every((one) => one.mentorId !== mentorId),
  );
  const wanted: Pool = {
    ...pool,
    mentors: changed(pool.mentors, ({ id }) => (id === idle?.mentorId ? { minimum: 1 } : {})),
  };
  expect(matched(wanted, hee).matches.some(({ mentorId }) => mentorId === idle?.mentorId)).toBe(true);
});

test("H13 match() prefers mentors who know mentoring, and who know the mentee's setting", () => {
  const known = (policy: PolicyInput) =>
    mean(madeBy(pool, policy).map(({ mentor }) => Math.min(3, mentor.mentoringExperience ?? 0)));
  expect(known(hee)).toBeGreaterThan(known(without(hee, "prefer.mentoring-experience")));
  const alike = (policy: PolicyInput) =>
    madeBy(pool, policy).filter(({ mentee, mentor }) => mentee.attributes?.setting === mentor.attributes?.setting)
      .length;
  expect(alike(hee)).toBeGreaterThan(alike(without(hee, "prefer.same-setting")));
});

test("H16 match() prefers those who share interests", () => {
  const alike = (policy: PolicyInput) =>
    madeBy(pool, policy).filter(({ mentee, mentor }) => share(mentee.interests, mentor.interests)).length;
  expect(alike(hee)).toBeGreaterThan(alike(without(hee, "prefer.shared-interests")));
});

test("H17 match() takes mentors who are trained, approved and know postgraduate training", () => {
  const attributes = { postgraduateTraining: true };
  const more: Pool = {
    ...pool,
    mentors: [
      ...pool.mentors,
      { ...PROFILE, id: "mentor-901", trained: false, attributes },
      { ...PROFILE, id: "mentor-902", approved: false, attributes },
      { ...PROFILE, id: "mentor-903" },
    ],
  };
  for (const [rule, id] of [
    ["trained", "mentor-901"],
    ["approved", "mentor-902"],
    ["knows-training", "mentor-903"],
  ] as const) {
    expect(turnedAway(more, hee, "mentor", rule)).toContain(id);
    const open = matched(more, without(hee, `participation.mentors.${rule}`));
    expect(open.notTakingPart.map((one) => one.id)).not.toContain(id);
  }
});

test("H19 match() serves those who face exams first, and shuts out nobody for not facing any", () => {
  const served = (policy: PolicyInput, tier: number | undefined) => {
    const matchedIds = new Set(matched(pool, policy).matches.map(({ menteeId }) => menteeId));
    const asked = pool.mentees.filter((one) => one.tier === tier);
    return asked.filter(({ id }) => matchedIds.has(id)).length / asked.length;
  };
  expect(served(hee, 1)).toBeGreaterThan(served(without(hee, "objective.priority"), 1));
  expect(served(hee, undefined)).toBeGreaterThan(0.3);
});

test("H14 mailMerge() writes to both sides of each new pair, and gives no reason that is not for both", () => {
  const firstContact = "2026-10-15";
  /** All letters: what is held back at first is ticked. */
  const sheets = (policy: PolicyInput, reasons?: readonly string[]) => {
    const result = matched(pool, policy);
    const { held } = mailMerge(pool, policy, result, { firstContact });
    return mailMerge(pool, policy, result, { firstContact, reasons, ticked: held }).files;
  };
  const rows = (sheet: string) => sheet.slice(1).trimEnd().split("\r\n").slice(1);
  const made = matched(pool, hee).matches.filter(({ origin }) => origin === "new");
  const unticked = made.filter(({ checks = [] }) => checks.length > 0);
  const { files, held } = mailMerge(pool, hee, matched(pool, hee), { firstContact });
  expect(held.map(({ menteeId }) => menteeId)).toEqual(unticked.map(({ menteeId }) => menteeId));
  expect(held.length).toBeGreaterThan(0);
  expect(rows(files["mentees.csv"]).length).toBe(made.length - held.length);
  const both = sheets(hee);
  expect([rows(both["mentees.csv"]).length, rows(both["mentors.csv"]).length]).toEqual([made.length, made.length]);
  const { menteeId, mentorId } = made[0]!;
  const toMentee = rows(both["mentees.csv"]).find((line) => line.startsWith(`${menteeId},`))!;
  const toMentor = rows(both["mentors.csv"]).find((line) => line.includes(`,${mentees.get(menteeId)!.email},`))!;
  expect(toMentee).toContain(`,${mentors.get(mentorId)!.name},${mentorId}@example.org,`);
  expect(toMentor.startsWith(`${mentorId},`)).toBe(true);
  expect([toMentee, toMentor].every((line) => line.endsWith(",2026-10-15"))).toBe(true);
  const told = (text: string) =>
    ["shared-areas", "shared-interests", "nominations", "same-setting"].map((id) => text.includes(id));
  expect(told(Object.values(both).join())).toEqual([true, true, false, false]);
  expect(told(Object.values(sheets(without(hee, "prefer.shared-areas"))).join())).toEqual([false, true, false, false]);
  expect(told(Object.values(sheets(hee, ["same-setting"])).join())).toEqual([false, false, false, true]);
});

/** The cohort with a year of pairs behind it: of every seven that were made, four were completed, two ended early. */
const behind = (eventsChecked: boolean): Pool => ({
  ...pool,
  pairs: matched(pool, hee).matches.map(({ menteeId, mentorId }, at) => ({
    menteeId,
    mentorId,
    since: "2025-09-01",
    ...(at % 7 < 4
      ? {
          status: "completed" as const,
          until: at % 2 === 0 ? "2026-08-31" : "2026-09-30",
          outcome: { useful: (at % 5) + 1 },
        }
      : at % 7 < 6
        ? { status: "ended-early" as const, until: "2026-03-01", eventsChecked: eventsChecked || at % 7 === 4 }
        : { status: "agreed" as const }),
  })),
});

test("H15 statistics() counts the pairs that were completed and those that ended early, in a year", () => {
  const year = { from: "2025-09-01", until: "2026-08-31" };
  const { pairs } = statistics(behind(true), year);
  expect([pairs.made, pairs.completed, pairs.endedEarly]).toEqual([110, 32, 31]);
  expect(statistics(behind(true)).pairs.completed).toBe(64);
  expect(pairs.byStatus).toMatchObject({ completed: 64, "ended-early": 31, agreed: 15 });
  const undated = behind(true).pairs.map(({ until, ...pair }) => pair);
  expect(statistics({ ...pool, pairs: undated }, year).pairs).toMatchObject({ completed: 0, endedEarly: 0 });
});

test("H18 mentorFeedback() speaks of mentors whom three or more judge, and earlyEndings() lists the unchecked ones", () => {
  const feedback = (from: Pool) => mentorFeedback(from).map(({ mentorId }) => mentorId);
  const told = behind(true).pairs.filter(({ outcome }) => outcome !== undefined);
  const judged = (mentorId: string) => told.filter((pair) => pair.mentorId === mentorId).length;
  const wanted = [...new Set(told.map(({ mentorId }) => mentorId))].filter((id) => judged(id) >= 3).sort();
  expect(feedback(behind(true))).toEqual(wanted);
  const crowd: Pool = {
    ...pool,
    pairs: told.slice(0, 6).map((pair, at) => ({ ...pair, mentorId: at < 4 ? "mentor-001" : "mentor-002" })),
  };
  expect(mentorFeedback(crowd)).toMatchObject([{ mentorId: "mentor-001", useful: { count: 4 } }]);
  expect(feedback({ ...crowd, pairs: crowd.pairs.map(({ outcome, ...pair }) => pair) })).toEqual([]);
  expect(earlyEndings(behind(false)).unchecked).toHaveLength(15);
  expect(earlyEndings(behind(true)).unchecked).toEqual([]);
});

test("H20 earlyEndings() prompts after two with one mentor, no score changes, and whoever is on hold is kept out, without a reason", () => {
  const [first, second] = pool.mentees;
  const ended = (count: number): Pool => ({
    ...pool,
    pairs: [first!, second!].slice(0, count).map(({ id: menteeId }) => {
      return { menteeId, mentorId: "mentor-003", status: "ended-early" as const, until: "2026-05-01" };
    }),
  });
  expect(earlyEndings(ended(2)).prompts).toEqual([{ mentorId: "mentor-003", endings: 2 }]);
  expect(earlyEndings(ended(1)).prompts).toEqual([]);
  expect(eligiblePairs(ended(2), hee)).toEqual(eligiblePairs({ ...pool, pairs: [] }, hee));
  const held = pool.mentees.filter(({ hold }) => hold !== undefined).map(({ id }) => id);
  const kept = (from: Pool) => turnedAway(from, hee, "mentee", "hold");
  expect(kept(pool)).toEqual(expect.arrayContaining(held));
  expect(kept(pool).length).toBeGreaterThan(0);
  expect(kept({ ...pool, mentees: lacking(pool.mentees, "hold") })).toEqual([]);
  const reason = {
    ...pool,
    mentees: pool.mentees.map((one) => ({ ...one, hold: { from: "2026-08-01", reason: "x" } })),
  };
  expect(() => match(reason, hee)).toThrow(/reason/);
});
