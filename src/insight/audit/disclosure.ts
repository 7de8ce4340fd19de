/**
 * Which figures of an audit are told, so that no few people can be told from all of them together: not from totals, not from
 * stage to stage, not from what several groupings leave between them.
 *
 * A count is safe where two people can be found whose groups may be exchanged without any figure that is told becoming another:
 * whoever reads them cannot know which is so, and the count differs. Such witnesses are looked for, never assumed; what has none
 * costs further figures, until everything has one. So it is enough, and sometimes more than enough.
 */
import {
  CONCERNED,
  type Counted,
  canDiffer,
  countIn,
  type Grouped,
  IS_COUNTED,
  isDetermined,
  kindsOf,
  NOT_COUNTED,
  type State,
  type Told,
} from "./exchange.js";
import { LEAST_TOLD, suppressed } from "./suppressed.js";

/**
 * The figures that may be told: for each group and measure who it concerns and whom it counts, beside everybody else.
 *
 * @param measures - of the people of one role; those of kind `"rate"` may follow from each other
 * @param groupings - of the same people; where two cannot be told together the later one gives way
 * @remarks O(kinds² × measures) for each small count, mostly far less
 */
export function disclosed(measures: readonly Counted[], groupings: readonly Grouped[]): Told {
  const told = groupings.map(({ groups, of }) => {
    const sizes = (isIn: (person: number) => boolean): number[] => {
      const counts = Array.from({ length: groups }, () => 0);
      for (const [person, group] of of.entries()) if (isIn(person)) counts[group]!++;
      return counts;
    };
    const out = suppressed(sizes(() => true));
    return measures.map((measure) => {
      const away = suppressed(
        sizes((person) => measure.of[person] !== undefined),
        out,
      );
      return new Set(Array.from({ length: groups }, (_, group) => group).filter((group) => !away.has(group)));
    });
  });
  // Each round takes back a figure, of which there are finitely many.
  for (let isSafe = false; !isSafe; ) {
    const state: State = { measures, groupings, told, kinds: kindsOf(measures, groupings, told) };
    isSafe = !withdrawnSingly(state) && !withdrawnTogether(state);
  }
  return told;
}

/** Takes back what would tell of a group and measure that is left out because it concerns fewer than five. */
function withdrawnSingly(state: State): boolean {
  const { measures, groupings, told } = state;
  for (const [grouping, { groups }] of groupings.entries()) {
    if (told[grouping]!.every((those) => those.size === 0)) continue;
    for (let group = 0; group < groups; group++) {
      for (const measure of measures.keys()) {
        if (told[grouping]![measure]!.has(group)) continue;
        const few = countIn(state, measure, CONCERNED, (kind) => kind.groups[grouping] === group);
        if (few === 0 || few >= LEAST_TOLD) continue;
        const isSafe =
          (isToldElsewhere(state, grouping, group, measure) || canDiffer(state, grouping, group, measure, CONCERNED)) &&
          (isAllOrNobody(state, measure) || canDiffer(state, grouping, group, measure, IS_COUNTED));
        if (isSafe) continue;
        withdrawGroup(state, grouping, measure);
        return true;
      }
    }
  }
  return false;
}

/** Whether as many are told of as a count of an earlier stage, or it concerns everybody: of all, the size is kept apart. */
function isToldElsewhere({ measures, told }: State, grouping: number, group: number, measure: number): boolean {
  const concerned = measures[measure]!.of.map((counted) => counted !== undefined);
  if (concerned.every((is) => is)) return true;
  return measures.some(({ of }, other) => {
    if (!told[grouping]![other]!.has(group)) return false;
    return [(counted?: boolean) => counted !== undefined, (counted?: boolean) => counted === true].some((isIn) =>
      of.every((counted, person) => isIn(counted) === concerned[person]),
    );
  });
}

/** Whether a measure counts all whom it concerns, or none: totals tell that of every group. */
const isAllOrNobody = ({ measures }: State, measure: number): boolean =>
  [true, false].some((is) => measures[measure]!.of.every((counted) => counted === undefined || counted === is));

/** Takes back what two groupings leave between them: few people of a group of each. */
function withdrawnTogether(state: State): boolean {
  const { groupings, measures, told } = state;
  for (let later = 1; later < groupings.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const [own, others] = [blocksOf(state, later), blocksOf(state, earlier)];
      if (own.length < 2 || others.length < 2) continue;
      for (const [measure, { kind }] of measures.entries()) {
        for (const bits of kind === "rate" ? [CONCERNED, IS_COUNTED, NOT_COUNTED] : [CONCERNED]) {
          for (const block of own) {
            for (const other of others) {
              const is = () => isDetermined(state, measure, bits, [later, block], [earlier, other]);
              if (!is()) continue;
              withdrawMeasure(told[later]!, measure, () => !is());
              return true;
            }
          }
        }
      }
    }
  }
  return false;
}

/** The last measure without which all is safe is told of no group any more, or else this one, or else none. */
function withdrawMeasure(those: readonly Set<number>[], measure: number, isSafe: () => boolean): void {
  for (const groups of [...those].reverse()) {
    const before = [...groups];
    groups.clear();
    if (before.length > 0 && isSafe()) return;
    for (const group of before) groups.add(group);
  }
  const next = nextTold(those, measure);
  for (const groups of next === undefined ? those : [those[next]!]) groups.clear();
}

/** Groups that are told of anywhere, one by one, and all others together. */
function blocksOf({ groupings, told }: State, grouping: number): readonly ReadonlySet<number>[] {
  const all = Array.from({ length: groupings[grouping]!.groups }, (_, group) => group);
  const known = all.filter((group) => told[grouping]!.some((those) => those.has(group)));
  const rest = all.filter((group) => !known.includes(group));
  return [...known.map((group) => new Set([group])), ...(rest.length > 0 ? [new Set(rest)] : [])];
}

/** The smallest group that a measure, or else one after it, tells of is left out besides; where none does, the whole grouping. */
function withdrawGroup({ measures, groupings, told }: State, grouping: number, measure: number): void {
  const those = told[grouping]!;
  const next = nextTold(those, measure);
  if (next === undefined) for (const groups of those) groups.clear();
  else {
    const { of } = groupings[grouping]!;
    const size = (group: number): number =>
      of.filter((own, person) => own === group && measures[next]!.of[person] !== undefined).length;
    those[next]!.delete([...those[next]!].sort((a, b) => size(a) - size(b) || a - b)[0]!);
  }
}

/** The measure itself or the first one after it, that tells of any group: what comes later follows from what comes before. */
function nextTold(those: readonly ReadonlySet<number>[], measure: number): number | undefined {
  const next = those.findIndex((groups, at) => at >= measure && groups.size > 0);
  return next < 0 ? undefined : next;
}
