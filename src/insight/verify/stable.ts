/** Stability: that no pair blocks, and that no other stable matching is better for the side that proposes. */
import type { Policy, StableObjective } from "../../policy/policy.js";
import type { LevelValue, MatchResult } from "../../types.js";
import { forEachBlockingPair, type Held, heldBy } from "./blocking.js";
import type { Expect, Made, World } from "./terms.js";
import { isBetter, type Wishes, wishesOf } from "./wishes.js";

/** The level of a stable objective, whose value is minus the number of blocking pairs. */
export function checkStable(
  world: World,
  policy: Policy,
  side: StableObjective["stable"],
  result: MatchResult,
  matches: readonly Made[],
  expect: Expect,
): readonly LevelValue[] {
  expect("proof", [], { mentees: [], mentors: [] }, result.proof);
  checkTerms(world, expect);
  if (result.status === "infeasible" || result.status === "stopped") {
    expect("levels", [], [], result.levels);
    return [];
  }
  const wishes = wishesOf(world, policy);
  const held = heldBy(world, matches);
  let blocking = 0;
  forEachBlockingPair(world, held, wishes.ofMenteeStrictly, wishes.ofMentor, (mentee, mentor) => {
    blocking++;
    expect("blocking-pair", [world.mentees[mentee]!.id, world.mentors[mentor]!.id], "no blocking pair", "one");
  });
  const levels = [{ name: "stable", value: [0 - blocking], bound: [0] }];
  expect("levels", [], levels, result.levels);
  if (blocking > 0) return levels;
  const circle = circleIn(world, wishes, held, side);
  const people = side === "mentees" ? world.mentees : world.mentors;
  const ids = circle.map((person) => people[person]!.id).sort();
  if (circle.length > 0) expect("better-for-proposers", ids, "no better stable matching", "one");
  return levels;
}

/** What deferred acceptance promises holds for one mentor a mentee, and no minima. */
function checkTerms({ mentees, mentors }: World, expect: Expect): void {
  for (const { id, demand = 1 } of mentees) if (demand > 1) expect("stable-demand", [id], 1, demand);
  for (const { id, minimum = 0 } of mentors) if (minimum > 0) expect("stable-minimum", [id], 0, minimum);
}

/**
 * People of the proposing side who could all do better by passing on whom they have, or nobody. Such circles are the rotations
 * of Gusfield & Irving (1989), ch. 2, told of full mentors by the last of their mentees: a stable matching is the best for a
 * side exactly when it has none. Proposers gain where those who receive would lose: from each of the others who is full, the
 * next on their list who would rather have them leads to whom that one has now.
 */
function circleIn(world: World, wishes: Wishes, held: Held, side: StableObjective["stable"]): number[] {
  const lasts = held.mentees.map((mentees, mentor) =>
    mentees.reduce(
      (worst, mentee) =>
        worst < 0 || isBetter(wishes.ofMentor(mentor, worst), wishes.ofMentor(mentor, mentee)) ? mentee : worst,
      -1,
    ),
  );
  const next = side === "mentees" ? nextMentors(world, wishes, held, lasts) : nextMentees(world, wishes, held, lasts);
  const found = cycleOf(next);
  return side === "mentees" ? found.map((mentor) => lasts[mentor]!) : found.map((mentee) => held.mentors[mentee]![0]!);
}

/** From each full mentor, the next mentee on their list who would rather have them leads to the mentor whom she has now. */
function nextMentors(world: World, { ofMentor, ofMenteeStrictly }: Wishes, held: Held, lasts: readonly number[]) {
  const next = world.mentors.map(() => -1);
  world.forEachFreePair((mentee, mentor) => {
    const last = lasts[mentor]!;
    if (held.mentees[mentor]!.length < world.freeCapacity[mentor]!) return;
    if (held.mentees[mentor]!.includes(mentee) || !isBetter(ofMentor(mentor, last), ofMentor(mentor, mentee))) return;
    const own = held.mentors[mentee]![0];
    const would = own === undefined || isBetter(ofMenteeStrictly(mentee, mentor), ofMenteeStrictly(mentee, own));
    const best = next[mentor]!;
    if (would && (best < 0 || isBetter(ofMentor(mentor, mentee), ofMentor(mentor, best)))) next[mentor] = mentee;
  });
  return next.map((mentee) => (mentee < 0 ? -1 : (held.mentors[mentee]![0] ?? -1)));
}

/** From each mentee who has a mentor, the next mentor on her list who would rather have her leads to the last whom they have. */
function nextMentees(world: World, { ofMentor, ofMenteeStrictly }: Wishes, held: Held, lasts: readonly number[]) {
  const next = world.mentees.map(() => -1);
  world.forEachFreePair((mentee, mentor) => {
    const own = held.mentors[mentee]![0];
    if (own === undefined || own === mentor) return;
    if (!isBetter(ofMenteeStrictly(mentee, own), ofMenteeStrictly(mentee, mentor))) return;
    const isFull = held.mentees[mentor]!.length >= world.freeCapacity[mentor]!;
    const would = !isFull || isBetter(ofMentor(mentor, mentee), ofMentor(mentor, lasts[mentor]!));
    const best = next[mentee]!;
    if (would && (best < 0 || isBetter(ofMenteeStrictly(mentee, mentor), ofMenteeStrictly(mentee, best))))
      next[mentee] = mentor;
  });
  // Whoever has a place left has the same people in every stable matching.
  return next.map((mentor) =>
    mentor < 0 || held.mentees[mentor]!.length < world.freeCapacity[mentor]! ? -1 : lasts[mentor]!,
  );
}

/** The first cycle that following `next` leads into; −1 ends a path. */
function cycleOf(next: readonly number[]): number[] {
  const seenFrom = next.map(() => -1);
  for (let first = 0; first < next.length; first++) {
    let at = first;
    while (at >= 0 && seenFrom[at]! < 0) {
      seenFrom[at] = first;
      at = next[at]!;
    }
    if (at < 0 || seenFrom[at] !== first) continue;
    const cycle = [at];
    for (let on = next[at]!; on !== at; on = next[on]!) cycle.push(on);
    return cycle;
  }
  return [];
}
