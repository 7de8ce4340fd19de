/** Constraints, worked out once more in the verifier's own words: what each row counts, asked pair by pair. */
import { byCodeUnit } from "../../door.js";
import { MAX_CHANGES, type PolicyConstraint } from "../../policy/constraints.js";
import type { Filter } from "../../policy/limits.js";
import type { Policy } from "../../policy/policy.js";
import type { ConstraintKey, Finding, MatchResult, Person } from "../../types.js";
import { fits } from "./limits.js";
import type { Expect, Made, World } from "./terms.js";

/** One thing that a constraint asks: what the new matches weigh comes to `most` at most. */
export interface Rule {
  readonly key: ConstraintKey;
  readonly weigh: (mentee: number, mentor: number) => number;
  /** what decided pairs leave */
  readonly most: number;
  /** decided pairs alone break it */
  readonly isBroken: boolean;
  /** one of any number of circles, which stands here because the result names it */
  readonly isCircle?: true;
}

type Weigh = Rule["weigh"];

/** Everything that constraints ask, but for circles, of which there may be any number; and a cap on changes. */
export function rowsAsked(world: World, policy: Policy): readonly Rule[] {
  const rows = policy.constraints.flatMap((constraint) => asked(world, constraint));
  const { standing } = policy;
  if (standing.pairs === "fixed" || standing.maxChanges === undefined) return rows;
  const isMovable = new Set(world.movable.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const weigh: Weigh = (mentee, mentor) => (isMovable.has(`${mentee} ${mentor}`) ? -1 : 0);
  return [...rows, ruleOf(world, { id: MAX_CHANGES }, weigh, standing.maxChanges - isMovable.size)];
}

function asked(world: World, constraint: PolicyConstraint): Rule[] {
  const { mentees, mentors } = world;
  const { id, totalLoad, noReciprocal, bothOrNeither = [], share, atMostPercent, atLeastPercent = 0 } = constraint;
  const menteeId = (at: number): string => mentees[at]!.id;
  const mentorId = (at: number): string => mentors[at]!.id;
  const both = peopleInBoth(world);
  if (totalLoad !== undefined) {
    return both.map((one) =>
      ruleOf(world, { id, ids: [one] }, (i, j) => Number(menteeId(i) === one || mentorId(j) === one), totalLoad),
    );
  }
  if (noReciprocal === true) {
    const may = pairsThere(world);
    return both.flatMap((one, at) =>
      both.slice(at + 1).flatMap((other) => {
        if (!may.has(`${one}\n${other}`) || !may.has(`${other}\n${one}`)) return [];
        const isBetween: Weigh = (i, j) =>
          Number((menteeId(i) === one && mentorId(j) === other) || (menteeId(i) === other && mentorId(j) === one));
        return [ruleOf(world, { id, ids: [one, other] }, isBetween, 1)];
      }),
    );
  }
  if (share !== undefined) {
    const isIn: Weigh = (i, j) => Number(fits(mentees[i]!, share.mentees) && fits(mentors[j]!, share.mentors));
    const weigh: Weigh = (i, j) =>
      atMostPercent === undefined ? atLeastPercent - 100 * isIn(i, j) : 100 * isIn(i, j) - atMostPercent;
    return [ruleOf(world, { id }, weigh, 0)];
  }
  const { demand } = world.usablePlaces();
  return bothOrNeither.map((one, at) => {
    const other = bothOrNeither[at + 1 < bothOrNeither.length ? at + 1 : 0]!;
    const own = mentees.findIndex((mentee) => mentee.id === one);
    const places = demand[own]! + world.menteeUsed[own]!;
    const weigh: Weigh = (i) => (i === own ? 1 : menteeId(i) === other ? -places : 0);
    return ruleOf(world, { id, ids: [one, other] }, weigh, 0);
  });
}

/** Pairs that are decided, or may still be made. */
function pairsThere({ mentees, mentors, fixed, forEachFreePair }: World): ReadonlySet<string> {
  const there = new Set<string>();
  const add = (mentee: number, mentor: number): void => {
    there.add(`${mentees[mentee]!.id}\n${mentors[mentor]!.id}`);
  };
  for (const { mentee, mentor } of fixed) add(mentee, mentor);
  forEachFreePair(add);
  return there;
}

/** A circle in which each is the mentee of the next, and the last of the first; `undefined` for anything else. */
function circleOf(world: World, { constraints }: Policy, { id, ids = [] }: ConstraintKey): Rule | undefined {
  const isAsked = constraints.some((one) => one.noCycles === true && one.id === id);
  const first = [...ids].sort(byCodeUnit)[0];
  if (!isAsked || ids.length < 2 || new Set(ids).size < ids.length || first !== ids[0]) return undefined;
  const next = new Map(ids.map((one, at) => [one, ids[(at + 1) % ids.length]!]));
  const weigh: Weigh = (i, j) => Number(next.get(world.mentees[i]!.id) === world.mentors[j]!.id);
  return { ...ruleOf(world, { id, ids }, weigh, ids.length - 1), isCircle: true };
}

/** What is left of a row by decided pairs. Those that stand may break it, and then it is not to get worse; a lock never does. */
function ruleOf(world: World, key: ConstraintKey, weigh: Weigh, asks: number): Rule {
  const counted = world.fixed.filter(({ mentee, mentor }) => weigh(mentee, mentor) !== 0);
  const most = counted.reduce((left, { mentee, mentor }) => left - weigh(mentee, mentor), asks);
  const isBroken = counted.length > 0 && most < 0;
  const isLocked = counted.some(({ mentee, mentor }) => !world.isStanding(mentee, mentor));
  return { key, weigh, most: isBroken && !isLocked ? 0 : most, isBroken };
}

/** The rows with the prices of a result, each once: those of the constraints, then circles that the result names. */
export function rowsPriced(
  world: World,
  policy: Policy,
  rows: readonly Rule[],
  { proof }: MatchResult,
  expect: Expect,
): readonly Rule[] {
  const known = new Set(rows.map(({ key }) => nameOf(key)));
  const others = (proof.constraints ?? []).filter((one) => !known.has(nameOf(one)));
  const circles = others.map(({ id, ids }) => circleOf(world, policy, ids === undefined ? { id } : { id, ids }));
  const names = others.map(nameOf);
  expect("price-ids", [], new Set(names).size, names.length);
  circles.forEach((circle, at) => {
    if (circle === undefined) expect("price-ids", others[at]!.ids ?? [], "a constraint of the policy", others[at]!.id);
  });
  return [...rows, ...circles.filter((circle) => circle !== undefined)];
}

const nameOf = ({ id, ids }: ConstraintKey): string => JSON.stringify([id, ids ?? null]);

/** New matches keep every row, and close no circle. */
export function checkConstraints(
  world: World,
  policy: Policy,
  rows: readonly Rule[],
  matches: readonly Made[],
  isDue: boolean,
  expect: Expect,
): void {
  const fresh = matches.filter(({ isFixed }) => !isFixed);
  for (const { key, weigh, most } of rows) {
    const made = fresh.reduce((sum, { mentee, mentor }) => sum + weigh(mentee, mentor), 0);
    if (isDue && made > most) expect("constraint-broken", [key.id, ...(key.ids ?? [])], most, made);
  }
  const noCycles = policy.constraints.find((one) => one.noCycles === true);
  if (noCycles === undefined || !isDue) return;
  const locked = world.fixed.filter(({ mentee, mentor }) => !world.isStanding(mentee, mentor));
  const closing = [...fresh, ...locked].filter(({ mentee, mentor }) => leadsBack(world, matches, mentee, mentor));
  for (const { mentee, mentor } of closing) {
    const ids = [world.mentees[mentee]!.id, world.mentors[mentor]!.id];
    expect("constraint-broken", [noCycles.id, ...ids], "no circle", "one");
  }
}

/** Whether a mentor's own mentors, and theirs, and so on, meet the mentee. */
export function leadsBack(
  { mentees, mentors }: World,
  matches: readonly Pair[],
  mentee: number,
  mentor: number,
): boolean {
  const met = new Set([mentors[mentor]!.id]);
  for (const id of met) {
    if (id === mentees[mentee]!.id) return true;
    for (const one of matches) if (mentees[one.mentee]!.id === id) met.add(mentors[one.mentor]!.id);
  }
  return false;
}

type Pair = Pick<Made, "mentee" | "mentor">;

/** Constraints that concern nobody, and those that decided pairs break. */
export function constraintsNoticed(world: World, policy: Policy, rows: readonly Rule[]): Finding[] {
  const isNobody = ({ share, bothOrNeither }: PolicyConstraint): boolean => {
    if (bothOrNeither !== undefined) return false;
    if (share === undefined) return peopleInBoth(world).length === 0;
    // Only of those who are named: that a role has nobody at all is said elsewhere.
    const isEmpty = (people: readonly Person[], filter: Filter | undefined): boolean =>
      filter !== undefined && !people.some((one) => fits(one, filter));
    return isEmpty(world.mentees, share.mentees) || isEmpty(world.mentors, share.mentors);
  };
  const noCycles = policy.constraints.find((one) => one.noCycles === true);
  const onCircles = world.fixed
    .filter(({ mentee, mentor }) => leadsBack(world, world.fixed, mentee, mentor))
    .map(({ mentee }) => world.mentees[mentee]!.id);
  const ids = [...new Set(onCircles)].sort(byCodeUnit);
  return [
    ...policy.constraints.filter(isNobody).map(({ id }) => about("constraint-counts-nobody", { id })),
    ...rows
      .filter(({ isBroken, isCircle }) => isBroken && isCircle !== true)
      .map(({ key }) => about("over-constraint", key)),
    ...(noCycles !== undefined && ids.length > 0 ? [about("over-constraint", { id: noCycles.id, ids })] : []),
  ];
}

/**
 * Whether a result may rest on a search that nobody can repeat from its prices: something cuts across places, or limits
 * may cut across each other or across people's own pairs.
 */
export function mayBeSearched({ constraints, limits }: Policy, rows: readonly Rule[], { run }: MatchResult): boolean {
  // These two prove whatever they say.
  if (run.solver === "flow" || run.solver === "nested") return false;
  return rows.length > 0 || constraints.some(({ noCycles }) => noCycles === true) || limits.length > 0;
}

export function about(code: string, { id, ids = [] }: ConstraintKey, numbers: Finding["numbers"] = {}): Finding {
  return { code, path: id === MAX_CHANGES ? id : `constraints.${id}`, ids, numbers };
}

function peopleInBoth({ mentees, mentors }: World): string[] {
  const inBoth = new Set(mentors.map(({ id }) => id));
  return mentees.map(({ id }) => id).filter((id) => inBoth.has(id));
}
