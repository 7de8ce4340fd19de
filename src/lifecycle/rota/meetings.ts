/** Which meetings an event has: the best that its rounds and tables leave room for. */
import type { Columns } from "../../matching/compile.js";
import type { Fixed } from "../../matching/fixed.js";
import { drawsOf } from "../../matching/levels/lottery.js";
import { unitValues } from "../../matching/levels/units.js";
import type { ScoredPairs } from "../../matching/pair-rows.js";
import { usablePlaces } from "../../matching/problem.js";
import { prove } from "../../matching/solvers/bound.js";
import { flow } from "../../matching/solvers/flow.js";
import { linearProgram } from "../../matching/solvers/linear-program.js";
import { nested } from "../../matching/solvers/nested.js";
import type { Assignment, LinearLevel, Problem, Row } from "../../matching/solvers/solver.js";
import type { RotaOptions } from "./options.js";

/** Pairs that meet, by index, aligned; in order of mentee, then of mentor. */
export interface Meetings {
  readonly mentee: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int32Array;
  /** of the choice: whether its bound equals its value, or a search ran to its end */
  readonly status: "proved" | "searched" | "unproved";
}

/** Pairs beyond which a search for the best meetings of people in both roles would take too long. */
const MOST_SEARCHED = 150;

/**
 * The meetings that are best by mentees with one, then with two, …, and then by score, ties by the policy's lottery, or
 * `undefined` where people in both roles are too many to search.
 *
 * @param pairs - those that may meet
 */
export function bestMeetings(
  columns: Columns,
  fixed: Fixed,
  pairs: ScoredPairs,
  options: RotaOptions,
): Meetings | undefined {
  const problem = problemOf(columns, fixed, pairs, options);
  const relaxed = (problem.limits === undefined ? flow : nested)(problem);
  const rows = rowsOfBoth(columns, pairs, options.rounds);
  if (keeps(relaxed, rows)) return meetingsOf(problem, pairs, relaxed);
  if (pairs.mentor.length > MOST_SEARCHED) return undefined;
  const searched = { ...problem, constraints: { rows } };
  return meetingsOf(searched, pairs, linearProgram(searched));
}

function problemOf(
  { mentees, mentors, policy }: Columns,
  fixed: Fixed,
  pairs: ScoredPairs,
  { rounds, tables, groupSize }: RotaOptions,
): Problem {
  const { demand, capacity } = usablePlaces(
    {
      ...fixed,
      demand: new Int32Array(mentees.length).fill(rounds),
      capacity: new Int32Array(mentors.length).fill(rounds * groupSize),
    },
    pairs,
  );
  const limits = tables === undefined || tables >= mentors.length ? [] : [{ least: 0, most: rounds * tables }];
  const { ticket, draw } = drawsOf(
    policy.lottery,
    mentees.map(({ id }) => id),
    mentors.map(({ id }) => id),
  );
  const most = demand.reduce((high, one) => Math.max(high, one), 0);
  const levels: LinearLevel[] = [
    ...Array.from({ length: most }, (_, unit) => ({
      name: "coverage",
      mentee: unitValues(demand, (_, own) => (own === unit ? 1 : 0)),
    })),
    { name: "score", pair: pairs.score },
    { name: "lottery", mentee: unitValues(demand, (mentee) => -ticket[mentee]!) },
    { name: "lottery", pair: (mentee, mentor) => -draw(mentee, mentor) },
  ];
  return {
    mentees: mentees.length,
    mentors: mentors.length,
    start: pairs.start,
    mentor: pairs.mentor,
    demand,
    capacity,
    minimum: new Int32Array(mentors.length),
    ...(limits.length === 0 ? {} : { limits }),
    levels,
  };
}

/** Who is in both roles has as many meetings in all as there are rounds, and two who may mentor each other meet once. */
function rowsOfBoth({ mentees, mentorIndex }: Columns, { start, mentor }: ScoredPairs, rounds: number): Row[] {
  const mentorSelf = mentees.map(({ id }) => mentorIndex.get(id) ?? -1);
  const menteeSelf = new Map(mentorSelf.map((j, i) => [j, i]));
  const ofPerson = new Map<number, number[]>();
  const positionOf = new Map<string, number>();
  const rows: Row[] = [];
  const row = (pairs: number[], most: number): Row => {
    return { pairs: Int32Array.from(pairs), weights: new Int32Array(pairs.length).fill(1), most };
  };
  for (let i = 0; i < mentees.length; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      const other = menteeSelf.get(mentor[p]!);
      for (const person of [mentorSelf[i]! < 0 ? undefined : i, other]) {
        if (person === undefined) continue;
        const own = ofPerson.get(person) ?? [];
        own.push(p);
        ofPerson.set(person, own);
      }
      if (other === undefined || mentorSelf[i]! < 0) continue;
      const back = positionOf.get(`${other} ${i}`);
      if (back !== undefined) rows.push(row([back, p], 1));
      positionOf.set(`${i} ${other}`, p);
    }
  }
  for (const pairs of ofPerson.values()) if (pairs.length > rounds) rows.push(row(pairs, rounds));
  return rows;
}

/** Whether an assignment keeps rows that it knew nothing of: then it is the best of those that do. */
function keeps({ chosen }: Assignment, rows: readonly Row[]): boolean {
  const isChosen = new Set(chosen);
  return rows.every(({ pairs, most }) => pairs.reduce((sum, p) => sum + (isChosen.has(p) ? 1 : 0), 0) <= most);
}

function meetingsOf(problem: Problem, { start, mentor, score }: ScoredPairs, assignment: Assignment): Meetings {
  const { chosen, isSearched = false } = assignment;
  const { value, bound } = prove(problem, assignment);
  const isProved = value.every((reached, at) => reached === bound[at]);
  let i = 0;
  const mentee = chosen.map((p) => {
    while (start[i + 1]! <= p) i++;
    return i;
  });
  return {
    mentee,
    mentor: chosen.map((p) => mentor[p]!),
    score: chosen.map((p) => score[p]!),
    status: isProved ? "proved" : isSearched ? "searched" : "unproved",
  };
}
