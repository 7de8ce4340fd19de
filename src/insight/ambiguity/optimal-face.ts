/** Which matches another optimum would change, from one result and its prices alone. */
import { eligiblePairs } from "../../matching/pairs.js";
import { formProblem } from "../../matching/problem.js";
import { type Face, refine, wholeFace } from "../../matching/solvers/face.js";
import type { Prices } from "../../matching/solvers/solver.js";
import type { Price } from "../../types.js";
import type { Case } from "../case.js";

/**
 * Whether each match that was open to choice could be another's in some result that is as good at every level before the lottery.
 *
 * What the prices leave of the problem, its optimal face, holds best assignments only. One of them lacks a pair iff a cycle of
 * moves leads through it: a pair out, another in, a unit of somebody's given up or taken; so iff the pair's two ends lie in one
 * strongly connected part of the graph of moves.
 *
 * @returns `undefined` where limits or constraints stand beside places: their prices are no part of the face
 * @remarks O(pairs × levels)
 */
export function changeableByFace(one: Case): ((mentee: number, mentor: number) => boolean) | undefined {
  const { columns, fixed, result, mentorsOf, isFixed } = one;
  const pairs = eligiblePairs(columns, fixed)!;
  const problem = formProblem(columns, fixed, pairs);
  if (problem.limits !== undefined || problem.constraints !== undefined || problem.levels.length === 0)
    return undefined;
  let face: Face = wholeFace(problem);
  for (const [at, level] of problem.levels.entries()) {
    if (level.name === "lottery") continue;
    const priceOf = (index: ReadonlyMap<string, number>, size: number, list: readonly Price[]): Float64Array => {
      const column = new Float64Array(size);
      for (const { id, price } of list) column[index.get(id)!] = price[at]!;
      return column;
    };
    const prices: Prices = {
      mentee: priceOf(columns.menteeIndex, problem.mentees, result.proof.mentees),
      mentor: priceOf(columns.mentorIndex, problem.mentors, result.proof.mentors),
    };
    face = refine(face, level, prices);
  }
  const isChosen = (mentee: number, mentor: number): boolean =>
    mentorsOf[mentee]!.includes(mentor) && !isFixed(mentee, mentor);
  const part = partsOf(movesOf(face, problem.mentees, problem.mentors, isChosen));
  const onFace = new Set<number>();
  for (let mentee = 0; mentee < problem.mentees; mentee++) {
    for (let p = face.start[mentee]!; p < face.start[mentee + 1]!; p++)
      onFace.add(mentee * problem.mentors + face.mentor[p]!);
  }
  return (mentee, mentor) =>
    onFace.has(mentee * problem.mentors + mentor) && part[mentee] === part[problem.mentees + mentor];
}

/** The moves that every best assignment of the face allows: nodes are mentees, mentors and, last, whoever lends units. */
function movesOf(
  { start, mentor, side }: Face,
  mentees: number,
  mentors: number,
  isChosen: (mentee: number, mentor: number) => boolean,
): readonly (readonly number[])[] {
  const moves = Array.from({ length: mentees + mentors + 1 }, (): number[] => []);
  const root = mentees + mentors;
  const count = new Int32Array(root);
  for (let i = 0; i < mentees; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      const node = mentees + mentor[p]!;
      if (isChosen(i, mentor[p]!)) {
        moves[i]!.push(node);
        count[i]!++;
        count[node]!++;
      } else moves[node]!.push(i);
    }
  }
  for (let i = 0; i < mentees; i++) {
    if (count[i]! > side.mentee.least[i]!) moves[root]!.push(i);
    if (count[i]! < side.mentee.most[i]!) moves[i]!.push(root);
  }
  for (let j = 0; j < mentors; j++) {
    if (count[mentees + j]! < side.mentor.most[j]!) moves[root]!.push(mentees + j);
    if (count[mentees + j]! > side.mentor.least[j]!) moves[mentees + j]!.push(root);
  }
  return moves;
}

/** The strongly connected part of each node: two searches, the second against the arrows (Kosaraju; Sharir 1981). */
function partsOf(moves: readonly (readonly number[])[]): Int32Array {
  const finished: number[] = [];
  const seen = new Uint8Array(moves.length);
  for (const start of moves.keys()) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const stack = [{ node: start, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = moves[top.node]![top.next++];
      if (to === undefined) {
        finished.push(top.node);
        stack.pop();
      } else if (seen[to] === 0) {
        seen[to] = 1;
        stack.push({ node: to, next: 0 });
      }
    }
  }
  const back = moves.map((): number[] => []);
  for (const [from, list] of moves.entries()) for (const to of list) back[to]!.push(from);
  const part = new Int32Array(moves.length).fill(-1);
  for (const start of finished.reverse()) {
    if (part[start] !== -1) continue;
    part[start] = start;
    const stack = [start];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (const to of back[node]!) {
        if (part[to] !== -1) continue;
        part[to] = start;
        stack.push(to);
      }
    }
  }
  return part;
}
