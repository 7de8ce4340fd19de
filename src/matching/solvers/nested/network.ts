/**
 * A problem with nested limits as a circulation: from the root down through the mentees' groups to each mentee and her own
 * groups, along a pair, and up through a mentor's groups to the mentor, the mentors' groups and back to the root.
 */
import type { LinearLevel, Prices, Problem } from "../solver.js";
import { firstUnits } from "../units.js";
import type { Families, Family } from "./families.js";

/** Arcs with integer bounds. Arc `p` is pair `p`; after the pairs come those that lead into mentees' sets and out of mentors'. */
export interface Network {
  /** node 0 is the root */
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** pairs come first */
  readonly pairs: number;
  /** for each other arc, where its value stands among the values of units, and on which side; −1 for arcs of limits */
  readonly unit: Int32Array;
  readonly isMentor: Uint8Array;
  readonly menteeNode: Int32Array;
  readonly mentorNode: Int32Array;
  /** the two ends of each limit's arc */
  readonly limitFrom: Int32Array;
  readonly limitTo: Int32Array;
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
  readonly unit: number;
  readonly isMentor: boolean;
}

/** Builds it. Units of a person that are worth the same at every level share an arc. */
export function networkOf(problem: Problem, families: Families): Network {
  const { mentees, mentors, demand, capacity, minimum, limits = [], mentor, levels } = problem;
  const pairs = mentor.length;
  const menteeBase = 1;
  const mentorBase = menteeBase + mentees + families.mentee.limits.length;
  const arcs: Arc[] = [];
  const limitFrom = new Int32Array(limits.length);
  const limitTo = new Int32Array(limits.length);

  /** The node of a family's set, and of the one around it. */
  const around = (family: Family, base: number, set: number) =>
    family.parent[set]! < 0 ? 0 : base + family.parent[set]!;
  const addLimits = (family: Family, people: number, base: number, isMentor: boolean): void => {
    family.limits.forEach((limit, k) => {
      const [inner, outer] = [base + people + k, around(family, base, people + k)];
      const [from, to] = isMentor ? [inner, outer] : [outer, inner];
      [limitFrom[limit], limitTo[limit]] = [from, to];
      const { least, most } = limits[limit]!;
      arcs.push({ from, to, least, most, unit: -1, isMentor });
    });
  };
  const addPeople = (family: Family, base: number, least: Int32Array, most: Int32Array, side: "mentee" | "mentor") => {
    const values = levels.flatMap((level) => (level[side] === undefined ? [] : [level[side]]));
    const first = firstUnits(most);
    for (let person = 0; person < most.length; person++) {
      const [inner, outer] = [base + person, around(family, base, person)];
      const [from, to] = side === "mentor" ? [inner, outer] : [outer, inner];
      const add = (low: number, high: number): void => {
        const due = high <= least[person]! ? high - low : 0;
        const unit = first[person]! + low;
        if (high > low) arcs.push({ from, to, least: due, most: high - low, unit, isMentor: side === "mentor" });
      };
      let low = 0;
      for (let k = 1; k < most[person]!; k++) {
        const at = first[person]! + k;
        if (k !== least[person] && values.every((value) => value[at] === value[at - 1])) continue;
        add(low, k);
        low = k;
      }
      add(low, most[person]!);
    }
  };
  addLimits(families.mentee, mentees, menteeBase, false);
  addPeople(families.mentee, menteeBase, new Int32Array(mentees), demand, "mentee");
  addPeople(families.mentor, mentorBase, minimum, capacity, "mentor");
  addLimits(families.mentor, mentors, mentorBase, true);

  const column = (ofPair: (p: number) => number, ofArc: (arc: Arc) => number, into: Int32Array | Float64Array) => {
    for (let p = 0; p < pairs; p++) into[p] = ofPair(p);
    arcs.forEach((arc, x) => {
      into[pairs + x] = ofArc(arc);
    });
    return into;
  };
  const size = pairs + arcs.length;
  const { innermost: menteeSet } = families.mentee;
  const { innermost: mentorSet } = families.mentor;
  const nodes = mentorBase + mentors + families.mentor.limits.length;
  return {
    nodes,
    from: column(
      (p) => menteeBase + menteeSet[p]!,
      ({ from }) => from,
      new Int32Array(size),
    ) as Int32Array,
    to: column(
      (p) => mentorBase + mentorSet[p]!,
      ({ to }) => to,
      new Int32Array(size),
    ) as Int32Array,
    least: column(
      () => 0,
      ({ least }) => least,
      new Float64Array(size),
    ) as Float64Array,
    most: column(
      () => 1,
      ({ most }) => most,
      new Float64Array(size),
    ) as Float64Array,
    pairs,
    unit: Int32Array.from(arcs, ({ unit }) => unit),
    isMentor: Uint8Array.from(arcs, ({ isMentor }) => (isMentor ? 1 : 0)),
    menteeNode: Int32Array.from({ length: mentees }, (_, i) => menteeBase + i),
    mentorNode: Int32Array.from({ length: mentors }, (_, j) => mentorBase + j),
    limitFrom,
    limitTo,
  };
}

/** What a level gives for a unit of flow on each arc; a pair function is asked about the given arcs only. */
export function arcValues(
  problem: Problem,
  network: Network,
  level: LinearLevel,
  arcs: Int32Array,
  into: Float64Array,
) {
  const { pairs, unit, isMentor } = network;
  const { pair } = level;
  for (let x = 0, i = 0; x < arcs.length; x++) {
    const arc = arcs[x]!;
    if (arc >= pairs) {
      const values = isMentor[arc - pairs] === 1 ? level.mentor : level.mentee;
      into[arc] = unit[arc - pairs]! < 0 ? 0 : (values?.[unit[arc - pairs]!] ?? 0);
    } else if (typeof pair === "function") {
      // The arcs ascend.
      while (problem.start[i + 1]! <= arc) i++;
      into[arc] = pair(i, problem.mentor[arc]!);
    } else into[arc] = pair?.[arc] ?? 0;
  }
}

/** Prices from potentials in which a tree's arcs gain nothing: each is the step of the potential along its arc. */
export function pricesOf(network: Network, families: Families, potential: Float64Array): Prices {
  const { menteeNode, mentorNode, limitFrom, limitTo } = network;
  const outer = ({ parent }: Family, base: number, person: number) =>
    parent[person]! < 0 ? potential[0]! : potential[base + parent[person]!]!;
  const step = (from: number, to: number) => from - to + 0;
  return {
    mentee: Float64Array.from(menteeNode, (node, i) =>
      step(outer(families.mentee, menteeNode[0]!, i), potential[node]!),
    ),
    mentor: Float64Array.from(mentorNode, (node, j) =>
      step(potential[node]!, outer(families.mentor, mentorNode[0]!, j)),
    ),
    limit: Float64Array.from(limitFrom, (from, g) => step(potential[from]!, potential[limitTo[g]!]!)),
  };
}
