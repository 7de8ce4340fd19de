/**
 * What a search claims and no prices prove: that bounds cannot be kept together, or that nothing better is left. Nobody can repeat
 * the search, but what is found without one refutes such a claim.
 */
import type { Policy } from "../../policy/policy.js";
import type { Finding } from "../../types.js";
import { about, leadsBack, type Rule } from "./constraints.js";
import type { Component } from "./levels.js";
import { boundsOf, noticed } from "./limits.js";
import type { Counted } from "./prices.js";
import type { Expect, Made, World } from "./terms.js";

/** What new matches weigh comes to `most` at most. */
type Bound = Pick<Rule, "weigh" | "most">;

type Pair = Pick<Made, "mentee" | "mentor">;

/**
 * Whether pairs, taken one after the other as each brings the bounds nearer, come to keep all that an infeasible result says
 * cannot be kept together. Where they do not, nothing is known.
 *
 * @remarks O(pairs × bounds named) a round; there are few rounds
 */
export function canBeKept(world: World, policy: Policy, counted: Counted, findings: readonly Finding[]): boolean {
  const isNamed = (bare: Finding, numbers: readonly string[] = []): boolean =>
    findings.some(
      (one) =>
        one.code === bare.code &&
        one.path === bare.path &&
        one.ids.join("\n") === bare.ids.join("\n") &&
        numbers.every((name) => Object.hasOwn(one.numbers ?? {}, name)),
    );
  const short = new Set(findings.filter(({ code }) => code === "minimum-unmet").flatMap(({ ids }) => ids));
  const bounds: Bound[] = [
    ...limitBounds(counted, (group, side) => isNamed(noticed("limit-unmet", group, {}), [side])),
    ...counted.rows.filter(({ key, isCircle }) => isCircle !== true && isNamed(about("constraint-unmet", key))),
    ...world.mentors.flatMap(({ id }, own) => {
      const weigh: Rule["weigh"] = (_, mentor) => (mentor === own ? -1 : 0);
      return short.has(id) ? [{ weigh, most: -world.freeMinimum[own]! }] : [];
    }),
  ];
  const { constraints } = policy;
  const isAcyclic = constraints.some(
    ({ noCycles, id }) => noCycles === true && isNamed(about("constraint-unmet", { id })),
  );
  const locked = world.fixed.filter(({ mentee, mentor }) => !world.isStanding(mentee, mentor));
  const closes = (made: readonly Pair[], { mentee, mentor }: Pair): boolean =>
    isAcyclic && leadsBack(world, made, mentee, mentor);
  if (locked.some((pair) => closes(world.fixed, pair))) return false;
  const pairs: Pair[] = [];
  world.forEachFreePair((mentee, mentor) => pairs.push({ mentee, mentor }));
  // Where one order leaves somebody without anybody, another may not.
  const byMentee = [...pairs].sort((a, b) => b.mentee - a.mentee || a.mentor - b.mentor);
  return [pairs, byMentee, [...pairs].reverse()].some((order) => comesToKeep(world, bounds, order, closes));
}

/** Takes each pair that brings the bounds nearer than they were, again and again until none does. */
function comesToKeep(
  world: World,
  bounds: readonly Bound[],
  pairs: readonly Pair[],
  closes: (made: readonly Pair[], pair: Pair) => boolean,
): boolean {
  const { demand, capacity } = world.usablePlaces();
  const left = { mentee: [...demand], mentor: [...capacity] };
  const sums = bounds.map(() => 0);
  const made = new Set<Pair>();
  for (let before = -1; before < made.size; ) {
    before = made.size;
    for (const pair of pairs) {
      const { mentee, mentor } = pair;
      if (left.mentee[mentee] === 0 || left.mentor[mentor] === 0 || made.has(pair)) continue;
      const weights = bounds.map(({ weigh }) => weigh(mentee, mentor));
      const further = bounds.reduce((sum, { most }, at) => {
        const lacked = Math.max(0, sums[at]! - most);
        return sum + Math.max(0, sums[at]! + weights[at]! - most) - lacked;
      }, 0);
      if (further >= 0 || closes([...world.fixed, ...made], pair)) continue;
      made.add(pair);
      left.mentee[mentee]! -= 1;
      left.mentor[mentor]! -= 1;
      weights.forEach((weight, at) => {
        sums[at]! += weight;
      });
    }
  }
  return bounds.every(({ most }, at) => sums[at]! <= most);
}

/**
 * That a search found the best is refuted by a pair that may be added, or take the place of another of the same mentee or
 * mentor, and is better for it.
 *
 * @remarks O(pairs × the matches of their two people)
 */
export function checkSearched(
  world: World,
  policy: Policy,
  counted: Counted,
  components: readonly Component[],
  matches: readonly Made[],
  expect: Expect,
): void {
  const { mentees, mentors, freeMinimum } = world;
  const fresh = matches.filter(({ isFixed }) => !isFixed);
  const ofMentee = mentees.map((_, at) => fresh.filter(({ mentee }) => mentee === at));
  const ofMentor = mentors.map((_, at) => fresh.filter(({ mentor }) => mentor === at));
  const { demand, capacity } = world.usablePlaces();
  const bounds = [...limitBounds(counted, () => true), ...counted.rows];
  const sums = bounds.map(({ weigh }) => fresh.reduce((sum, { mentee, mentor }) => sum + weigh(mentee, mentor), 0));
  const isAcyclic = policy.constraints.some(({ noCycles }) => noCycles === true);

  const hasRoom = ({ mentee, mentor }: Pair, out: Pair | undefined): boolean =>
    (out?.mentee === mentee || ofMentee[mentee]!.length < demand[mentee]!) &&
    (out?.mentor === mentor || ofMentor[mentor]!.length < capacity[mentor]!) &&
    (out === undefined || out.mentor === mentor || ofMentor[out.mentor]!.length > freeMinimum[out.mentor]!);
  const isBetter = ({ mentee, mentor }: Pair, out: Pair | undefined): boolean => {
    let gain = 0;
    for (const { pair, unit, mentorUnit } of components) {
      if (gain !== 0) break;
      gain = pair(mentee, mentor);
      if (out?.mentee !== mentee) gain += unit(mentee, ofMentee[mentee]!.length);
      if (out?.mentor !== mentor) gain += mentorUnit(mentor, ofMentor[mentor]!.length);
      if (out !== undefined) {
        gain -= pair(out.mentee, out.mentor);
        if (out.mentee !== mentee) gain -= unit(out.mentee, ofMentee[out.mentee]!.length - 1);
        if (out.mentor !== mentor) gain -= mentorUnit(out.mentor, ofMentor[out.mentor]!.length - 1);
      }
    }
    return gain > 0;
  };
  const isKept = ({ mentee, mentor }: Pair, out: Pair | undefined): boolean =>
    bounds.every(({ weigh, most }, at) => {
      const left = out === undefined ? 0 : weigh(out.mentee, out.mentor);
      return sums[at]! + weigh(mentee, mentor) - left <= most;
    }) &&
    !(
      isAcyclic &&
      leadsBack(
        world,
        matches.filter((one) => one !== out),
        mentee,
        mentor,
      )
    );
  world.forEachFreePair((mentee, mentor) => {
    const one = { mentee, mentor };
    const [own, its] = [ofMentee[mentee]!, ofMentor[mentor]!];
    if (own.some((match) => match.mentor === mentor)) return;
    const isFound = [undefined, ...own, ...its].some(
      (out) => hasRoom(one, out) && isBetter(one, out) && isKept(one, out),
    );
    if (isFound) expect("searched", [mentees[mentee]!.id, mentors[mentor]!.id], "nothing better", "a better pair");
  });
}

/** The bounds of limits that are asked about: at most so many matches, and at least so many. */
function limitBounds(
  { groups }: Counted,
  isAsked: (group: Counted["groups"][number], side: "atMost" | "atLeast") => boolean,
): Bound[] {
  return groups.flatMap((group) => {
    const { least, most } = boundsOf(group);
    const weigh: Rule["weigh"] = (mentee, mentor) => Number(group.counts(mentee, mentor));
    return [
      ...(group.limit.atMost !== undefined && isAsked(group, "atMost") ? [{ weigh, most }] : []),
      ...(least > 0 && isAsked(group, "atLeast")
        ? [{ weigh: (mentee: number, mentor: number) => -weigh(mentee, mentor), most: -least }]
        : []),
    ];
  });
}
