/** A pool and policy as the verifier sees them: questions about people and pairs, each answered from the data when asked. */
import { byCodeUnit } from "../../door.js";
import type { Policy } from "../../policy/policy.js";
import { inItsWords } from "../../policy/vocabulary.js";
import { judge, type Rule, type RuleContext } from "../../rules/rule.js";
import type { NotTakingPart, Person, Pool } from "../../types.js";
import { type Part, partOf } from "./people.js";
import { pairScores } from "./score.js";
import type { World } from "./terms.js";
import { wordsOn } from "./words.js";

/** Prepares the questions. Answers cost what it takes to look. */
export function worldOf(pool: Pool, policy: Policy): World {
  const mentees = [...inItsWords(pool.mentees, policy.vocabulary)].sort((a, b) => byCodeUnit(a.id, b.id));
  const mentors = [...inItsWords(pool.mentors, policy.vocabulary)].sort((a, b) => byCodeUnit(a.id, b.id));
  const menteeAt = new Map(mentees.map(({ id }, index) => [id, index]));
  const mentorAt = new Map(mentors.map(({ id }, index) => [id, index]));
  const { ladder } = policy;
  const { asOf, reportingLines, pairs, relations = [] } = pool;
  const keyOf = (mentee: number, mentor: number): number => mentee * mentors.length + mentor;
  /** −1 where somebody is not in the pool */
  const pairKey = (menteeId: string, mentorId: string): number => {
    const [mentee, mentor] = [menteeAt.get(menteeId), mentorAt.get(mentorId)];
    return mentee === undefined || mentor === undefined ? -1 : keyOf(mentee, mentor);
  };

  // People.
  const menteePart = partOf(mentees, policy.participation.mentees, ladder, asOf);
  const mentorPart = partOf(mentors, policy.participation.mentors, ladder, asOf);
  const turnedAway = (people: readonly Person[], parts: readonly Part[], role: NotTakingPart["role"]) =>
    people.flatMap(({ id }, at) =>
      parts[at]!.refusedBy.length > 0 ? [{ id, role, refusedBy: parts[at]!.refusedBy }] : [],
    );

  const { standing, proposed, ended, locked, forbidden, avoided, setAside } = wordsOn(pool, mentees, mentors, pairKey);

  // Pairs.
  const verdictOf = (rule: Rule) => {
    const context: RuleContext = {
      mentees,
      mentors,
      ladder,
      asOf,
      reportingLines,
      pairs,
      relations,
      closedWorld: rule.onUnknown === undefined,
    };
    return { rule, verdict: rule.bind(context) };
  };
  const rules = policy.must.map(verdictOf);
  const comesTo = ({ rule, verdict }: (typeof rules)[number], mentee: number, mentor: number) =>
    judge(verdict(mentee, mentor), rule.onUnknown);
  const isSetAside = (mentee: number, mentor: number, id: string): boolean =>
    setAside.has(`${keyOf(mentee, mentor)}\n${id}`);
  const { points, score } = pairScores(mentees, mentors, pool, policy);

  const words = (mentee: number, mentor: number): string[] => {
    const key = keyOf(mentee, mentor);
    return [
      ...(mentees[mentee]!.id === mentors[mentor]!.id ? ["self"] : []),
      ...(forbidden.has(key) ? ["forbid"] : []),
      ...(avoided.has(key) ? ["avoid"] : []),
      ...(ended.has(key) ? ["ended-pair"] : []),
    ];
  };
  const isTooWeak = (mentee: number, mentor: number): boolean =>
    policy.minimumScore > 0 &&
    !isSetAside(mentee, mentor, "minimumScore") &&
    points(mentee, mentor) < policy.minimumScore;
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
  const refusals: World["refusals"] = (mentee, mentor, what) =>
    what === "always"
      ? [...words(mentee, mentor), ...ruleRefusals(mentee, mentor, ({ when }) => when === "always")]
      : [
          ...(what === "pair" ? [] : [...menteePart[mentee]!.refusedBy, ...mentorPart[mentor]!.refusedBy]),
          ...pairRefusals(mentee, mentor),
        ];
  const mayBe = (mentee: number, mentor: number): boolean =>
    !rules.some((one) => comesTo(one, mentee, mentor) === "refused" && !isSetAside(mentee, mentor, one.rule.id)) &&
    words(mentee, mentor).length === 0 &&
    !isTooWeak(mentee, mentor);

  // What is decided, and what that leaves.
  const mayMove = (mentee: number, mentor: number): boolean =>
    proposed.has(keyOf(mentee, mentor)) ||
    (mentees[mentee]!.willingToMove === true && mentors[mentor]!.willingToMove === true);
  const placeOf = (key: number) => ({ mentee: Math.floor(key / mentors.length), mentor: key % mentors.length });
  const isHeld = (key: number): boolean => {
    const { mentee, mentor } = placeOf(key);
    const isAbsent = menteePart[mentee]!.refusedBy.length > 0 || mentorPart[mentor]!.refusedBy.length > 0;
    return locked.has(key) || isAbsent || !mayMove(mentee, mentor) || refusals(mentee, mentor, "always").length > 0;
  };
  const movable = new Set(policy.standing.pairs === "fixed" ? [] : [...standing].filter((key) => !isHeld(key)));
  const fixedKeys = [...new Set([...standing, ...locked])].filter((key) => !movable.has(key));
  const fixed = fixedKeys.map(placeOf);
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
  const left = (places: number[], used: number[], parts: readonly Part[]): number[] =>
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
  const isFree = (mentee: number, mentor: number): boolean =>
    freeDemand[mentee]! > 0 &&
    freeCapacity[mentor]! > 0 &&
    (movable.has(keyOf(mentee, mentor)) || mayBe(mentee, mentor)) &&
    !isFixed.has(keyOf(mentee, mentor));
  const forEachFreePair: World["forEachFreePair"] = (visit) => {
    for (let mentee = 0; mentee < mentees.length; mentee++) {
      for (let mentor = 0; mentor < mentors.length; mentor++) if (isFree(mentee, mentor)) visit(mentee, mentor);
    }
  };

  return {
    mentees,
    mentors,
    asOf,
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
    isFixed: (mentee, mentor) => isFixed.has(keyOf(mentee, mentor)),
    movable: [...movable].map(placeOf),
    refusals,
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
    holdsBack: (mentee, mentor) =>
      proposed.has(keyOf(mentee, mentor))
        ? [...new Set([...menteePart[mentee]!.holdsBack, ...mentorPart[mentor]!.holdsBack])]
        : [],
    overrides: (mentee, mentor) => {
      const isNeeded = (one: (typeof rules)[number]): boolean =>
        comesTo(one, mentee, mentor) !== "allowed" && isSetAside(mentee, mentor, one.rule.id);
      const isWeak = isSetAside(mentee, mentor, "minimumScore") && points(mentee, mentor) < policy.minimumScore;
      return [...rules.filter(isNeeded).map(({ rule }) => rule.id), ...(isWeak ? ["minimumScore"] : [])];
    },
    points,
    score,
    isWeak: (mentee, mentor) => policy.weakScore !== undefined && points(mentee, mentor) < policy.weakScore,
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
    isOverfull: (mentor) => mentorUsed[mentor]! > capacity[mentor]!,
    forEachFreePair,
    hasFreePair: () => mentees.some((_, mentee) => mentors.some((_, mentor) => isFree(mentee, mentor))),
    usablePlaces: () => {
      const menteePairs = mentees.map(() => 0);
      const mentorPairs = mentors.map(() => 0);
      forEachFreePair((mentee, mentor) => {
        menteePairs[mentee]! += 1;
        mentorPairs[mentor]! += 1;
      });
      const least = (places: readonly number[], pairs: readonly number[]) =>
        places.map((most, at) => Math.min(most, pairs[at]!));
      return { demand: least(freeDemand, menteePairs), capacity: least(freeCapacity, mentorPairs) };
    },
    cannotMeet: (ids) => {
      const named = new Set(ids.map((id) => mentorAt.get(id) ?? -1));
      const reach = mentors.map(() => 0);
      forEachFreePair((_, mentor) => {
        reach[mentor]! += 1;
      });
      const isAlone = (mentor: number): boolean =>
        freeMinimum[mentor]! > Math.min(freeCapacity[mentor]!, reach[mentor]!);
      const together = new Set([...named].filter((mentor) => !isAlone(mentor)));
      const due = [...together].reduce((sum, mentor) => sum + (freeMinimum[mentor] ?? 0), 0);
      const seen = mentees.map(() => 0);
      forEachFreePair((mentee, mentor) => {
        if (together.has(mentor)) seen[mentee]! += 1;
      });
      const filled = seen.reduce((sum, pairs, mentee) => sum + Math.min(pairs, freeDemand[mentee]!), 0);
      const areDue = [...named].every((mentor) => (freeMinimum[mentor] ?? 0) > 0);
      return areDue && named.size > 0 && (together.size === 0 || due > filled);
    },
  };
}
