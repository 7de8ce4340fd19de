/** What each level counts, said once more in the verifier's own words. */

import { isDay } from "../../day.js";
import type { Level, LevelContext, LevelKind } from "../../level.js";
import { LEVEL_NAMES, priorityShape } from "../../level-terms.js";
import { drawsOf } from "../../matching/levels/lottery.js";
import { levelsOf, type Policy } from "../../policy/policy.js";
import type { World } from "./terms.js";

/** The levels that the verifier can re-derive, as names that a policy may use. */
export const levelsKnown: readonly LevelKind[] = LEVEL_NAMES.filter((name) => name !== "lottery").map((name) => ({
  name,
  shape: () => (name === "priority" ? priorityShape : {}),
  reads: () => [],
  words: () => name,
  bind: () => [],
}));

/** One component of a level. */
export interface Component {
  readonly name: string;
  /** what decided pairs bring */
  readonly base: number;
  readonly pair: (mentee: number, mentor: number) => number;
  /** what a mentee's further match is worth, counted from 0 */
  readonly unit: (mentee: number, unit: number) => number;
  /** the same of a mentor's */
  readonly mentorUnit: (mentor: number, unit: number) => number;
  readonly value: (matches: Matches) => number;
}

type Matches = readonly { readonly mentee: number; readonly mentor: number; readonly isFixed: boolean }[];

const nothing = (): number => 0;

/**
 * The components of the policy's levels in its order, then the lottery's.
 *
 * @param demand - places of each mentee that can be filled at all
 * @param capacity - the same of each mentor
 */
export function componentsOf(
  world: World,
  policy: Policy,
  demand: readonly number[],
  capacity: readonly number[],
): readonly Component[] {
  const { mentees, mentors, fixed, menteeUsed, points, asOf } = world;
  const mentorUsed = mentors.map((_, at) => fixed.filter(({ mentor }) => mentor === at).length);

  /** Counts people of a role who have a further match of number `nth`. */
  const unitLevel = (
    name: string,
    side: "mentee" | "mentor",
    worth: (person: number, nth: number) => number,
  ): Component => {
    const used = side === "mentee" ? menteeUsed : mentorUsed;
    const upTo = (person: number, count: number): number => {
      let sum = 0;
      for (let nth = 0; nth < count; nth++) sum += worth(person, nth);
      return sum;
    };
    const unit = (person: number, further: number): number => worth(person, used[person]! + further);
    return {
      name,
      base: used.reduce((sum, count, person) => sum + upTo(person, count), 0),
      pair: nothing,
      unit: side === "mentee" ? unit : nothing,
      mentorUnit: side === "mentor" ? unit : nothing,
      value: (matches) => {
        const has = used.map(() => 0);
        for (const match of matches) has[match[side]]!++;
        return has.reduce((sum, count, person) => sum + upTo(person, count), 0);
      },
    };
  };
  /** Adds up what pairs are worth. */
  const pairLevel = (name: string, worth: (mentee: number, mentor: number) => number): Component => {
    const total = (pairs: readonly { readonly mentee: number; readonly mentor: number }[]): number =>
      pairs.reduce((sum, { mentee, mentor }) => sum + worth(mentee, mentor), 0);
    return { name, base: total(fixed), pair: worth, unit: nothing, mentorUnit: nothing, value: total };
  };

  const served = (group: (mentee: number) => number) => (mentee: number, nth: number) =>
    nth === 0 ? group(mentee) : 0;
  const most = (free: readonly number[], used: readonly number[]): number =>
    Math.max(1, ...new Set(free.map((places, person) => places + used[person]!)));
  const ids = (people: readonly { readonly id: string }[]): string[] => people.map(({ id }) => id);
  const { ticket, draw } = drawsOf(policy.lottery, ids(mentees), ids(mentors));
  const choice = (mentee: number, mentor: number): number => {
    const { nominations = [] } = mentees[mentee]!;
    return nominations.length === 0 ? 1 : nominations.indexOf(mentors[mentor]!.id) + 1;
  };
  const longest = Math.max(1, ...new Set(mentees.map(({ nominations = [] }) => nominations.length)));
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

  const known: { readonly [level: string]: (json: { readonly [field: string]: unknown }) => readonly Component[] } = {
    coverage: () =>
      upTo(most(demand, menteeUsed)).map((nth) => unitLevel("coverage", "mentee", (_, own) => (own === nth ? 1 : 0))),
    priority: ({ by = "waiting", step = "month" }) => {
      const urgency = mentees.map(({ tier, waitingSince }) => {
        if (by === "tier") return tier === undefined ? Number.NEGATIVE_INFINITY : -tier;
        if (waitingSince === undefined || asOf === undefined) return 0;
        return fullSteps(waitingSince, asOf, step === "year" ? 12 : 1);
      });
      const groups = new Set(urgency.filter((_, mentee) => demand[mentee]! + menteeUsed[mentee]! > 0));
      return [...groups]
        .sort((a, b) => Number(a < b) - Number(a > b))
        .map((group) =>
          unitLevel(
            "priority",
            "mentee",
            served((mentee) => (urgency[mentee] === group ? 1 : 0)),
          ),
        );
    },
    access: () => {
      const byTicket = upTo(mentees.length).sort((a, b) => ticket[a]! - ticket[b]! || a - b);
      const place = new Map(byTicket.map((mentee, at) => [mentee, at]));
      const inTurn = (worth: (at: number) => number): Component =>
        unitLevel(
          "access",
          "mentee",
          served((mentee) => worth(place.get(mentee)!)),
        );
      const { limits, constraints, standing } = policy;
      const isCapped = standing.pairs === "movable" && standing.maxChanges !== undefined;
      if (limits.length + constraints.length === 0 && !isCapped) return [inTurn((at) => mentees.length - at)];
      // Ten at a time: whoever comes first is worth more than all nine after.
      return upTo(Math.max(1, Math.ceil(mentees.length / 10))).map((ten) =>
        inTurn((at) => (Math.floor(at / 10) === ten ? [512, 256, 128, 64, 32, 16, 8, 4, 2, 1][at % 10]! : 0)),
      );
    },
    keep: () => {
      const stands = new Set(world.movable.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
      return [pairLevel("keep", (mentee, mentor) => (stands.has(`${mentee} ${mentor}`) ? 1 : 0))];
    },
    score: () => [pairLevel("score", points)],
    "worst-off": () =>
      upTo(9).map((tenth) =>
        pairLevel("worst-off", (mentee, mentor) => {
          const score = points(mentee, mentor);
          return score >= 1000 * tenth && score < 1000 * (tenth + 1) ? -1 : 0;
        }),
      ),
    "first-choices": () =>
      upTo(longest).map((at) =>
        pairLevel("first-choices", (mentee, mentor) => (choice(mentee, mentor) === at + 1 ? 1 : 0)),
      ),
    "last-choices": () =>
      // Not nominated at all is the worst place, the first choice counts nowhere.
      [0, ...upTo(longest - 1).map((at) => longest - at)].map((bad) =>
        pairLevel("last-choices", (mentee, mentor) => (choice(mentee, mentor) === bad ? -1 : 0)),
      ),
    spread: () =>
      upTo(most(capacity, mentorUsed)).map((nth) => unitLevel("spread", "mentor", (_, own) => (own === nth ? 1 : 0))),
  };

  /** A level of the user's own is asked once more. */
  const own = (level: Level): Component[] => {
    const fixedPairs = fixed.map((pair) => ({ ...pair, score: points(pair.mentee, pair.mentor) }));
    const context = { mentees, mentors, fixedPairs, asOf, seed: policy.lottery } as unknown as LevelContext;
    return level
      .bind(context)
      .map(({ name, pair }) => pairLevel(name, pair as (mentee: number, mentor: number) => number));
  };
  const fresh =
    (value: (mentee: number, mentor: number) => number): Component["value"] =>
    (matches) =>
      matches.reduce((sum, { mentee, mentor, isFixed }) => (isFixed ? sum : sum - value(mentee, mentor)), 0);
  const lottery: Component[] = [
    {
      ...unitLevel("lottery", "mentee", nothing),
      unit: (mentee) => -ticket[mentee]!,
      value: fresh((mentee) => ticket[mentee]!),
    },
    { ...pairLevel("lottery", nothing), pair: (mentee, mentor) => -draw(mentee, mentor), value: fresh(draw) },
  ];
  // Levels with a function, and so without JSON, have names of their own.
  return [
    ...levelsOf(policy).flatMap((level) =>
      Object.hasOwn(known, level.name) ? known[level.name]!(level.json!) : own(level),
    ),
    ...lottery,
  ];
}

/** Full steps of so many months between two days, counted one after the other. */
function fullSteps(from: string, until: string, months: number): number {
  const [year, month, day] = from.split("-").map(Number) as [number, number, number];
  for (let steps = 0; ; steps++) {
    const at = year * 12 + (month - 1) + (steps + 1) * months;
    const [nextYear, nextMonth] = [Math.floor(at / 12), (at % 12) + 1];
    // A day that the month lacks is its last one.
    let last = day;
    const text = () =>
      [String(nextYear).padStart(4, "0"), String(nextMonth).padStart(2, "0"), String(last).padStart(2, "0")].join("-");
    while (!isDay(text()) && last > 27) last--;
    if (text() > until) return steps;
  }
}
