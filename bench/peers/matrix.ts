/** Peers that take a dense matrix with one row or column for each place of a mentor. */
import type { Answer, Instance } from "../instance.js";
import type { Peer } from "../peers.js";
import { bonus, GREATEST } from "./bonus.js";

/** Values to be maximised, the rows being the smaller side; pairs that may not be have the value 0. */
interface Matrix {
  readonly rows: Float64Array[];
  /** whether the rows are places and the columns mentees */
  readonly isTurned: boolean;
  /** the mentor behind each place */
  readonly mentorOfPlace: Int32Array;
}

export const munkresAlgorithm: Peer = async (instance) => {
  const { minWeightAssign } = await import("munkres-algorithm");
  const { rows, ...matrix } = matrixOf(instance);
  const shape = [rows.length, rows[0]!.length];
  const data = new Float64Array(shape[0]! * shape[1]!);
  rows.forEach((row, r) => {
    data.set(
      row.map((value) => -value),
      r * shape[1]!,
    );
  });
  rows.length = 0;
  return () => {
    const { assignments } = minWeightAssign({ data, shape });
    return answerOf(instance, matrix, shape[0]!, (r) => assignments[r] ?? -1);
  };
};

export const munkres: Peer = async (instance) => {
  const { munkres: solve } = await import("munkres");
  const { rows, ...matrix } = matrixOf(instance);
  const top = GREATEST + bonus(instance);
  const costs = rows.map((row) => row.map((value) => top - value));
  rows.length = 0;
  return () => {
    const columnOf = new Int32Array(costs.length).fill(-1);
    for (const [r, c] of solve(costs as never) as [number, number][]) columnOf[r] = c;
    return answerOf(instance, matrix, costs.length, (r) => columnOf[r]!);
  };
};

export const linearSumAssignment: Peer = async (instance) => {
  const { linearSumAssignment: solve } = await import("linear-sum-assignment");
  const { rows, ...matrix } = matrixOf(instance);
  return () => {
    // The option is spelt like this.
    const { rowAssignments } = solve(rows as never, { maximaze: true });
    return answerOf(instance, matrix, rows.length, (r) => rowAssignments[r] ?? -1);
  };
};

function matrixOf(instance: Instance): Matrix {
  const { mentees, start, mentor, score } = instance;
  const { firstPlace, mentorOfPlace } = placesOf(instance);
  const isTurned = mentorOfPlace.length < mentees;
  const height = isTurned ? mentorOfPlace.length : mentees;
  const width = isTurned ? mentees : mentorOfPlace.length;
  const rows = Array.from({ length: height }, () => new Float64Array(width));
  const extra = bonus(instance);
  for (let i = 0; i < mentees; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      for (let place = firstPlace[mentor[p]!]!; place < firstPlace[mentor[p]! + 1]!; place++) {
        if (isTurned) rows[place]![i] = score[p]! + extra;
        else rows[i]![place] = score[p]! + extra;
      }
    }
  }
  return { rows, isTurned, mentorOfPlace };
}

/** The places of mentor `j` are those from `firstPlace[j]` to `firstPlace[j + 1]`. */
function placesOf({ mentors, capacity }: Instance): { firstPlace: Int32Array; mentorOfPlace: Int32Array } {
  const firstPlace = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) firstPlace[j + 1] = firstPlace[j]! + capacity[j]!;
  const mentorOfPlace = new Int32Array(firstPlace[mentors]!);
  for (let j = 0; j < mentors; j++) mentorOfPlace.fill(j, firstPlace[j]!, firstPlace[j + 1]!);
  return { firstPlace, mentorOfPlace };
}

/** A matrix fills every row; where the pair may not be, the mentee has nobody. */
function answerOf(
  { mentees, start, mentor }: Instance,
  { isTurned, mentorOfPlace }: Omit<Matrix, "rows">,
  rows: number,
  columnOf: (row: number) => number,
): Answer {
  const answer = new Int32Array(mentees).fill(-1);
  for (let r = 0; r < rows; r++) {
    const column = columnOf(r);
    if (column < 0) continue;
    const mentee = isTurned ? column : r;
    const chosen = mentorOfPlace[isTurned ? r : column]!;
    if (mentor.subarray(start[mentee]!, start[mentee + 1]!).includes(chosen)) answer[mentee] = chosen;
  }
  return answer;
}
