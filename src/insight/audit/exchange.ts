/**
 * Whether people could change places in a table of groups without anything that is told of it being another: then nobody who
 * reads it knows which is so.
 */
import { LEAST_TOLD } from "./suppressed.js";

/** A measure as counts go: of each person whether they are counted, `undefined` for those it does not concern. */
export interface Counted {
  readonly kind: "rate" | "amount";
  readonly of: readonly (boolean | undefined)[];
}

/** One way to tell people apart: the group of each of them. */
export interface Grouped {
  readonly groups: number;
  readonly of: readonly number[];
}

/** Of each grouping, for each measure, the groups that are told of. */
export type Told = readonly (readonly ReadonlySet<number>[])[];

/** What people can be at a measure, as bits. */
const OUTSIDE = 1;
export const NOT_COUNTED = 2;
export const IS_COUNTED = 4;
export const CONCERNED = NOT_COUNTED | IS_COUNTED;

/**
 * People who are the same in every grouping that tells anything, at every rate, and in which amounts concern them. `may` has for
 * each measure what they can be: at a rate what they are; at an amount also whatever others of the same groups are, because
 * nothing tells which of them is above the middle.
 */
export interface Kind {
  readonly groups: readonly number[];
  readonly may: readonly number[];
  readonly people: number;
}

export interface State {
  readonly measures: readonly Counted[];
  readonly groupings: readonly Grouped[];
  readonly told: readonly (readonly Set<number>[])[];
  readonly kinds: readonly Kind[];
}

export function kindsOf(measures: readonly Counted[], groupings: readonly Grouped[], told: Told): readonly Kind[] {
  const tells = groupings.map((_, grouping) => told[grouping]!.some((those) => those.size > 0));
  const kinds = new Map<string, { groups: number[]; may: number[]; people: number }>();
  const pools = new Map<string, number[]>();
  const people = groupings[0]?.of.length ?? 0;
  for (let person = 0; person < people; person++) {
    const groups = groupings.map(({ of }, grouping) => (tells[grouping] ? of[person]! : 0));
    const is = measures.map(({ of }) => {
      const counted = of[person];
      return counted === undefined ? OUTSIDE : counted ? IS_COUNTED : NOT_COUNTED;
    });
    const pool = pools.get(`${groups}`) ?? measures.map(() => 0);
    pools.set(`${groups}`, pool);
    for (const [measure, bit] of is.entries()) pool[measure]! |= bit;
    const may = measures.map(({ kind }, at) => (kind === "rate" || is[at] === OUTSIDE ? is[at]! : CONCERNED));
    const known = kinds.get(`${groups} ${may}`) ?? { groups, may, people: 0 };
    known.people++;
    kinds.set(`${groups} ${may}`, known);
  }
  return [...kinds.values()].map(({ groups, may, ...rest }) => {
    const pool = pools.get(`${groups}`)!;
    return { ...rest, groups, may: may.map((bits, at) => (bits === CONCERNED ? bits & pool[at]! : bits)) };
  });
}

/** Whether a measure tells two groups apart: of those that are not told of, only the sum can be had. */
const tellsApart = ({ told }: State, grouping: number, measure: number, a: number, b: number): boolean =>
  a !== b && (told[grouping]![measure]!.has(a) || told[grouping]![measure]!.has(b));

/** Whether people of two kinds could change places in a grouping, and nothing that is told would be another. */
function isUnseen(state: State, grouping: number, one: Kind, other: Kind): boolean {
  const [a, b] = [one.groups[grouping]!, other.groups[grouping]!];
  return one.may.every(
    (may, measure) => (may & other.may[measure]!) !== 0 || !tellsApart(state, grouping, measure, a, b),
  );
}

/** Whether what is told leaves it open how many of a group are counted (or concerned). */
export function canDiffer(state: State, grouping: number, group: number, measure: number, bits: number): boolean {
  const { kinds, measures } = state;
  const groupOf = (kind: Kind): number => kind.groups[grouping]!;
  const own = kinds.filter((kind) => groupOf(kind) === group);
  const rest = kinds.filter((kind) => groupOf(kind) !== group);
  const size = (of: number): number => kinds.reduce((sum, kind) => sum + (groupOf(kind) === of ? kind.people : 0), 0);
  // Somebody of one group could be another's outright, as long as nobody's group is empty.
  const moves = (one: Kind, to: number): boolean =>
    (one.may[measure]! & bits) !== 0 &&
    size(groupOf(one)) > 1 &&
    measures.every((_, at) => (one.may[at]! & OUTSIDE) !== 0 || !tellsApart(state, grouping, at, groupOf(one), to));
  return own.some((one) =>
    rest.some((other) => {
      const isIn = (kind: Kind): boolean => (kind.may[measure]! & bits) !== 0;
      const isOut = (kind: Kind): boolean => (kind.may[measure]! & ~bits) !== 0;
      const differ = (isIn(one) && isOut(other)) || (isOut(one) && isIn(other));
      const isApart = tellsApart(state, grouping, measure, group, groupOf(other));
      return (
        (differ && !isApart && isUnseen(state, grouping, one, other)) ||
        moves(one, groupOf(other)) ||
        moves(other, group)
      );
    }),
  );
}

/** Some groups of a grouping, taken together. */
export type Block = readonly [grouping: number, groups: ReadonlySet<number>];

/** Whether one to four people are in both blocks, and nobody is found whose change of place would alter that. */
export function isDetermined(state: State, measure: number, bits: number, first: Block, second: Block): boolean {
  const isIn = (kind: Kind, [grouping, groups]: Block): boolean => groups.has(kind.groups[grouping]!);
  const few = countIn(state, measure, bits, (kind) => isIn(kind, first) && isIn(kind, second));
  if (few === 0 || few >= LEAST_TOLD) return false;
  const can = (one: Kind, other: Kind, [moved]: Block, stays: Block): boolean => {
    const [a, b] = [one.may[measure]!, other.may[measure]!];
    const [isOne, isOther] = [isIn(one, stays), isIn(other, stays)];
    if (tellsApart(state, moved, measure, one.groups[moved]!, other.groups[moved]!))
      return isOne !== isOther && (a & b & bits) !== 0;
    const [counts, countsOther] = [isOne && (a & bits) !== 0, isOther && (b & bits) !== 0];
    const [not, notOther] = [!isOne || (a & ~bits) !== 0, !isOther || (b & ~bits) !== 0];
    return (counts && notOther) || (not && countsOther);
  };
  const isWitness = (one: Kind, other: Kind): boolean =>
    [[first, second] as const, [second, first] as const].some(
      ([moved, stays]) =>
        isIn(one, moved) !== isIn(other, moved) &&
        can(one, other, moved, stays) &&
        isUnseen(state, moved[0], one, other),
    );
  return !state.kinds.some((one, at) => state.kinds.slice(0, at).some((other) => isWitness(one, other)));
}

/** How many people of some kinds a rate counts, or a measure concerns. */
export const countIn = ({ kinds }: State, measure: number, bits: number, isIn: (kind: Kind) => boolean): number =>
  kinds.reduce((sum, kind) => sum + ((kind.may[measure]! & bits) !== 0 && isIn(kind) ? kind.people : 0), 0);
