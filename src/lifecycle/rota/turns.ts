/**
 * Round by round, where choosing all meetings at once is no assignment problem: groups at fewer tables than mentors, groups
 * with people in both roles, or very many people in both roles. Each round is the best for what the rounds before it left
 * open; all of them together need not be.
 */
import type { Columns } from "../../matching/compile.js";
import type { ScoredPairs } from "../../matching/pair-rows.js";
import { flow } from "../../matching/solvers/flow.js";
import type { LinearLevel, Problem } from "../../matching/solvers/solver.js";
import type { RotaOptions } from "./options.js";

/** Meetings by index, aligned, each with its round from 0. */
export interface Timetable {
  readonly mentee: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int32Array;
  readonly round: Int32Array;
}

/**
 * Mentors take turns at the tables: who has received least often, and then who still has most mentees to meet. Who is in both
 * roles is a mentor in every other round. In each round, mentees with the fewest meetings so far come first, and then the score.
 */
export function takingTurns(columns: Columns, pairs: ScoredPairs, options: RotaOptions): Timetable {
  const { rounds, tables = columns.mentors.length, groupSize } = options;
  const { start, mentor, score } = pairs;
  const has = { mentee: new Int32Array(columns.mentees.length), mentor: new Int32Array(columns.mentors.length) };
  const menteeOf = new Int32Array(mentor.length);
  for (let i = 0; i < columns.mentees.length; i++) menteeOf.fill(i, start[i]!, start[i + 1]!);
  const hasMet = new Uint8Array(mentor.length);
  const made: number[] = [];
  const rows: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const receives = receiving(columns, round);
    const left = Array.from(mentor.keys()).filter((p) => {
      if (hasMet[p] === 1 || !receives.mentor(mentor[p]!)) return false;
      return !receives.mentee(menteeOf[p]!);
    });
    const hosts = new Set(hostsOf(left, mentor, has.mentor, tables));
    const open = left.filter((p) => hosts.has(mentor[p]!));
    for (const p of oneRound(open, menteeOf, mentor, score, has.mentee, columns.mentors.length, groupSize)) {
      hasMet[p] = 1;
      made.push(p);
      rows.push(round);
      has.mentee[menteeOf[p]!]!++;
    }
    for (const host of hosts) has.mentor[host]!++;
  }
  return {
    mentee: Int32Array.from(made, (p) => menteeOf[p]!),
    mentor: Int32Array.from(made, (p) => mentor[p]!),
    score: Int32Array.from(made, (p) => score[p]!),
    round: Int32Array.from(rows),
  };
}

/** Whether somebody is a mentor in this round; of those in one role, whoever is a mentor. */
function receiving({ mentees, mentors, menteeIndex, mentorIndex }: Columns, round: number) {
  const isTurn = (mentee: number): boolean => (mentee + round) % 2 === 1;
  return {
    mentee: (i: number): boolean => mentorIndex.has(mentees[i]!.id) && isTurn(i),
    mentor: (j: number): boolean => {
      const self = menteeIndex.get(mentors[j]!.id);
      return self === undefined || isTurn(self);
    },
  };
}

function hostsOf(left: readonly number[], mentor: Int32Array, received: Int32Array, tables: number): number[] {
  const waiting = new Map<number, number>();
  for (const p of left) waiting.set(mentor[p]!, (waiting.get(mentor[p]!) ?? 0) + 1);
  return [...waiting]
    .sort(([a, manyA], [b, manyB]) => received[a]! - received[b]! || manyB - manyA || a - b)
    .slice(0, tables)
    .map(([host]) => host);
}

/** The best meetings of one round among these positions, which ascend. */
function oneRound(
  open: readonly number[],
  menteeOf: Int32Array,
  mentor: Int32Array,
  score: Int32Array,
  met: Int32Array,
  mentors: number,
  groupSize: number,
): number[] {
  const start = new Int32Array(met.length + 1);
  for (const p of open) start[menteeOf[p]! + 1]!++;
  for (let i = 0; i < met.length; i++) start[i + 1]! += start[i]!;
  const most = met.reduce((high, one) => Math.max(high, one), 0);
  const levels: LinearLevel[] = Array.from({ length: most + 1 }, (_, count) => ({
    name: "coverage",
    mentee: Array.from(met, (own) => (own === count ? 1 : 0)),
  }));
  const problem: Problem = {
    mentees: met.length,
    mentors,
    start,
    mentor: Int32Array.from(open, (p) => mentor[p]!),
    demand: new Int32Array(met.length).fill(1),
    capacity: new Int32Array(mentors).fill(groupSize),
    minimum: new Int32Array(mentors),
    levels: [...levels, { name: "score", pair: Int32Array.from(open, (p) => score[p]!) }],
  };
  return Array.from(flow(problem).chosen, (at) => open[at]!);
}
