/** A pool and policy as the verifier sees them: questions about people and pairs, each answered from the data when asked. */
import { byCodeUnit } from "../door.js";
import type { Policy } from "../policy/policy.js";
import { judge, type Rule, type RuleContext } from "../rules/rule.js";
import { MENTEE_SILENT, MENTOR_SILENT } from "../scoring/criterion.js";
import type { Finding, Match, Mentee, Mentor, NotTakingPart, Person, Pool, Unmatched } from "../types.js";

/** What the verifier asks. People are referred to by index, in order of id. */
export interface World {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  /** decided before anything is optimised: standing pairs, then locks that do not stand */
  readonly fixed: readonly { readonly mentee: number; readonly mentor: number }[];
  /** locks that cannot be, with all that refuses them */
  readonly refusedLocks: readonly {
    readonly mentee: number;
    readonly mentor: number;
    readonly refusedBy: readonly string[];
  }[];
  readonly menteeUsed: readonly number[];
  /** places that decided pairs leave; 0 for those who do not take part */
  readonly freeDemand: readonly number[];
  readonly freeCapacity: readonly number[];
  readonly freeMinimum: readonly number[];
  readonly notTakingPart: readonly NotTakingPart[];
  readonly asks: (mentee: number) => boolean;
  readonly isStanding: (mentee: number, mentor: number) => boolean;
  readonly isLocked: (mentee: number, mentor: number) => boolean;
  /** ids of all that refuses a pair: also its people and its score, or only what binds always */
  readonly refusals: (mentee: number, mentor: number, what: "everything" | "always") => string[];
  readonly checks: (mentee: number, mentor: number) => string[];
  readonly overrides: (mentee: number, mentor: number) => string[];
  readonly score: (mentee: number, mentor: number) => Pick<Match, "score" | "parts" | "answered">;
  readonly reasons: (mentee: number, placesLeft: readonly number[]) => Unmatched;
  /** calls `visit` for each pair that may still be made, of people with places left */
  readonly forEachFreePair: (visit: (mentee: number, mentor: number) => void) => void;
  /** whether the locks or minima that findings name really cannot be met */
  readonly isInfeasible: (findings: readonly Finding[]) => boolean;
}

/** Prepares the questions. Answers cost what it takes to look. */
export function worldOf(pool: Pool, policy: Policy): World {
  const mentees = [...pool.mentees].sort((a, b) => byCodeUnit(a.id, b.id));
  const mentors = [...pool.mentors].sort((a, b) => byCodeUnit(a.id, b.id));
  const menteeAt = new Map(mentees.map(({ id }, index) => [id, index]));
  const mentorAt = new Map(mentors.map(({ id }, index) => [id, index]));
  const { ladder } = policy;
  const { asOf, reportingLines } = pool;
  const keyOf = (mentee: number, mentor: number): number => mentee * mentors.length + mentor;
  /** −1 where somebody is not in the pool */
  const pairKey = (menteeId: string, mentorId: string): number => {
    const [mentee, mentor] = [menteeAt.get(menteeId), mentorAt.get(mentorId)];
    return mentee === undefined || mentor === undefined ? -1 : keyOf(mentee, mentor);
  };

  // People.
  const hasLeft = ({ withdrawn }: Person): boolean =>
    withdrawn !== undefined && asOf !== undefined && withdrawn <= asOf;
  const isWithin = (period: Person["hold"]): boolean =>
    period !== undefined && asOf !== undefined && (period.from ?? "") <= asOf && asOf <= (period.until ?? "9999-12-31");
  const part = (people: readonly Person[], rules: Policy["participation"]["mentees"]) => {
    const verdicts = rules.map((rule) =>
      rule.bind({ people, ladder, asOf, closedWorld: rule.onUnknown === undefined }),
    );
    return people.map((person, index) => {
      const absent = [
        hasLeft(person) ? "withdrawn" : "",
        isWithin(person.hold) ? "hold" : "",
        isWithin(person.away) ? "away" : "",
      ];
      const thatAre = (what: string) =>
        rules.filter(({ onUnknown }, at) => judge(verdicts[at]!(index), onUnknown) === what).map(({ id }) => id);
      return { refusedBy: [...absent.filter((id) => id !== ""), ...thatAre("refused")], checks: thatAre("check") };
    });
  };
  const menteePart = part(mentees, policy.participation.mentees);
  const mentorPart = part(mentors, policy.participation.mentors);
  const turnedAway = (people: readonly Person[], parts: typeof menteePart, role: NotTakingPart["role"]) =>
    people.flatMap(({ id }, at) =>
      parts[at]!.refusedBy.length > 0 ? [{ id, role, refusedBy: parts[at]!.refusedBy }] : [],
    );

  // Words on single pairs.
  const standing = new Set<number>();
  const ended = new Set<number>();
  for (const { menteeId, mentorId, status, reopened } of pool.pairs) {
    const isLive = status === "proposed" || status === "accepted" || status === "met" || status === "agreed";
    if (isLive && !hasLeft(mentees[menteeAt.get(menteeId)!]!) && !hasLeft(mentors[mentorAt.get(mentorId)!]!)) {
      standing.add(pairKey(menteeId, mentorId));
    }
    if ((status === "declined" || status === "dissolved") && reopened !== true) ended.add(pairKey(menteeId, mentorId));
  }
  const locked = new Set(pool.locks.map(({ menteeId, mentorId }) => pairKey(menteeId, mentorId)));
  const forbidden = new Set(pool.forbids.map(({ menteeId, mentorId }) => pairKey(menteeId, mentorId)));
  const avoided = new Set([
    ...mentees.flatMap(({ id, avoid }) => (avoid ?? []).map((other) => pairKey(id, other))),
    ...mentors.flatMap(({ id, avoid }) => (avoid ?? []).map((other) => pairKey(other, id))),
  ]);
  const setAside = new Set(
    pool.overrides.map(({ menteeId, mentorId, rule }) => `${pairKey(menteeId, mentorId)}${rule}`),
  );

  // Pairs.
  const verdictOf = (rule: Rule) => {
    const context: RuleContext = {
      mentees,
      mentors,
      ladder,
      asOf,
      reportingLines,
      closedWorld: rule.onUnknown === undefined,
    };
    return { rule, verdict: rule.bind(context) };
  };
  const rules = policy.must.map(verdictOf);
  const comesTo = ({ rule, verdict }: (typeof rules)[number], mentee: number, mentor: number) =>
    judge(verdict(mentee, mentor), rule.onUnknown);
  const isSetAside = (mentee: number, mentor: number, id: string): boolean =>
    setAside.has(`${keyOf(mentee, mentor)}${id}`);
  const values = policy.prefer.map((criterion) => criterion.bind({ mentees, mentors, ladder, asOf }));

  const words = (mentee: number, mentor: number): string[] => {
    const key = keyOf(mentee, mentor);
    return [
      ...(mentees[mentee]!.id === mentors[mentor]!.id ? ["self"] : []),
      ...(forbidden.has(key) ? ["forbid"] : []),
      ...(avoided.has(key) ? ["avoid"] : []),
      ...(ended.has(key) ? ["ended-pair"] : []),
    ];
  };
  const score: World["score"] = (mentee, mentor) => {
    const { matters } = mentees[mentee]!;
    const given = values.map((value) => value(mentee, mentor));
    const weights = policy.prefer.map(
      ({ id, weight }) => weight * (matters !== undefined && Object.hasOwn(matters, id) ? matters[id]! : 1),
    );
    let all = 0;
    let sum = 0;
    let heard = 0;
    const worth = given.map((value) => (value === MENTEE_SILENT ? 0.5 : value === MENTOR_SILENT ? 0 : value));
    for (const [at, weight] of weights.entries()) {
      all += weight;
      sum += weight * worth[at]!;
      if (given[at]! >= 0) heard += weight;
    }
    const total = all === 0 ? 0 : Math.round((10_000 * sum) / all);
    const exact = worth.map((value, at) => (all === 0 ? 0 : (10_000 * weights[at]! * value) / all));
    const points = exact.map((value) => Math.floor(value));
    const short = total - points.reduce((a, b) => a + b, 0);
    const inTurn = exact
      .map((value, at) => ({ rest: value - points[at]!, at }))
      .sort((a, b) => b.rest - a.rest || a.at - b.at);
    for (const { at } of inTurn.slice(0, short)) points[at]! += 1;
    return {
      score: total,
      parts: policy.prefer.map(({ id }, at) => ({ id, points: points[at]! })),
      answered: all === 0 ? 1 : Math.round((10_000 * heard) / all) / 10_000,
    };
  };
  const isTooWeak = (mentee: number, mentor: number): boolean =>
    policy.minimumScore > 0 &&
    !isSetAside(mentee, mentor, "minimumScore") &&
    score(mentee, mentor).score < policy.minimumScore;
  const ruleRefusals = (mentee: number, mentor: number, which: (rule: Rule) => boolean): string[] =>
    rules
      .filter(
        (one) =>
          which(one.rule) && comesTo(one, mentee, mentor) === "refused" && !isSetAside(mentee, mentor, one.rule.id),
      )
      .map(({ rule }) => rule.id);
  const pairRefusals = (mentee: number, mentor: number): string[] => [
    ...words(mentee, mentor),
    ...ruleRefusals(mentee, mentor, () => true),
    ...(isTooWeak(mentee, mentor) ? ["minimumScore"] : []),
  ];
  const mayBe = (mentee: number, mentor: number): boolean =>
    !rules.some((one) => comesTo(one, mentee, mentor) === "refused" && !isSetAside(mentee, mentor, one.rule.id)) &&
    words(mentee, mentor).length === 0 &&
    !isTooWeak(mentee, mentor);

  // What is decided, and what that leaves.
  const fixedKeys = [...new Set([...standing, ...locked])];
  const fixed = fixedKeys.map((key) => ({ mentee: Math.floor(key / mentors.length), mentor: key % mentors.length }));
  const menteeUsed = mentees.map(() => 0);
  const mentorUsed = mentors.map(() => 0);
  for (const { mentee, mentor } of fixed) {
    menteeUsed[mentee]! += 1;
    mentorUsed[mentor]! += 1;
  }
  const demand = mentees.map((mentee) => mentee.demand ?? 1);
  const capacity = mentors.map((mentor) =>
    Math.min(mentor.capacity ?? policy.capacity.default, policy.capacity.max ?? 1e9),
  );
  const left = (places: number[], used: number[], parts: typeof menteePart): number[] =>
    places.map((most, at) => (parts[at]!.refusedBy.length > 0 ? 0 : Math.max(0, most - used[at]!)));
  const freeDemand = left(demand, menteeUsed, menteePart);
  const freeCapacity = left(capacity, mentorUsed, mentorPart);
  const freeMinimum = left(
    mentors.map((mentor) => mentor.minimum ?? 0),
    mentorUsed,
    mentorPart,
  );
  const lockRefusals = (mentee: number, mentor: number): string[] => [
    ...menteePart[mentee]!.refusedBy,
    ...mentorPart[mentor]!.refusedBy,
    ...pairRefusals(mentee, mentor),
    ...(menteeUsed[mentee]! > demand[mentee]! ? ["demand"] : []),
    ...(mentorUsed[mentor]! > capacity[mentor]! ? ["capacity"] : []),
  ];
  const refusedLocks = fixed
    .filter(({ mentee, mentor }) => !standing.has(keyOf(mentee, mentor)))
    .map(({ mentee, mentor }) => ({ mentee, mentor, refusedBy: lockRefusals(mentee, mentor) }))
    .filter(({ refusedBy }) => refusedBy.length > 0);
  const isFixed = new Set(fixedKeys);
  const forEachFreePair: World["forEachFreePair"] = (visit) => {
    for (let mentee = 0; mentee < mentees.length; mentee++) {
      for (let mentor = 0; mentor < mentors.length && freeDemand[mentee]! > 0; mentor++) {
        if (freeCapacity[mentor]! > 0 && mayBe(mentee, mentor) && !isFixed.has(keyOf(mentee, mentor)))
          visit(mentee, mentor);
      }
    }
  };

  return {
    mentees,
    mentors,
    fixed,
    refusedLocks,
    menteeUsed,
    freeDemand,
    freeCapacity,
    freeMinimum,
    notTakingPart: [...turnedAway(mentees, menteePart, "mentee"), ...turnedAway(mentors, mentorPart, "mentor")],
    asks: (mentee) => demand[mentee]! > 0 && menteePart[mentee]!.refusedBy.length === 0,
    isStanding: (mentee, mentor) => standing.has(keyOf(mentee, mentor)),
    isLocked: (mentee, mentor) => locked.has(keyOf(mentee, mentor)),
    refusals: (mentee, mentor, what) =>
      what === "always"
        ? [...words(mentee, mentor), ...ruleRefusals(mentee, mentor, ({ when }) => when === "always")]
        : [...menteePart[mentee]!.refusedBy, ...mentorPart[mentor]!.refusedBy, ...pairRefusals(mentee, mentor)],
    checks: (mentee, mentor) => {
      const unsure = rules.filter(
        (one) => comesTo(one, mentee, mentor) === "check" && !isSetAside(mentee, mentor, one.rule.id),
      );
      return [
        ...new Set([
          ...menteePart[mentee]!.checks,
          ...mentorPart[mentor]!.checks,
          ...unsure.map(({ rule }) => rule.id),
        ]),
      ];
    },
    overrides: (mentee, mentor) =>
      rules
        .filter((one) => comesTo(one, mentee, mentor) === "refused" && isSetAside(mentee, mentor, one.rule.id))
        .map(({ rule }) => rule.id),
    score,
    reasons: (mentee, placesLeft) => {
      const present = mentors.map((_, mentor) => mentor).filter((mentor) => mentorPart[mentor]!.refusedBy.length === 0);
      const refusals = present.map((mentor) => ({ mentor, ids: pairRefusals(mentee, mentor) }));
      const names = ["self", "forbid", "avoid", "ended-pair", ...policy.must.map(({ id }) => id), "minimumScore"];
      const eligible = refusals.filter(({ ids }) => ids.length === 0);
      return {
        menteeId: mentees[mentee]!.id,
        refusedBy: names
          .map((id) => ({
            id,
            mentors: refusals.filter(({ ids }) => ids.includes(id)).length,
            soleMentors: refusals.filter(({ ids }) => ids.length === 1 && ids[0] === id).length,
          }))
          .filter((one) => one.mentors > 0),
        eligible: eligible.length,
        full: eligible.filter(({ mentor }) => placesLeft[mentor] === 0).length,
      };
    },
    forEachFreePair,
    isInfeasible: (findings) => {
      const named = new Set(findings.filter(({ code }) => code === "minimum-unmet").flatMap(({ ids }) => ids));
      const isShort = (mentor: number): boolean => named.has(mentors[mentor]!.id);
      const due = freeMinimum.reduce((sum, least, mentor) => (isShort(mentor) ? sum + least : sum), 0);
      const reach = mentees.map(() => 0);
      forEachFreePair((mentee, mentor) => {
        if (isShort(mentor)) reach[mentee]!++;
      });
      const filled = reach.reduce((sum, pairs, mentee) => sum + Math.min(pairs, freeDemand[mentee]!), 0);
      const isTooSmall = freeMinimum.some((least, mentor) => isShort(mentor) && least > freeCapacity[mentor]!);
      return refusedLocks.length > 0 || isTooSmall || due > filled;
    },
  };
}
