/** Peers that take a dense matrix with one row or column for each place of a mentor. Each is filled in place, without a copy. */
import type { Answer, Instance } from "../instance.js";
import { GREATEST } from "../mentoring.js";
import type { Peer } from "../peers.js";
import { bonus } from "./bonus.js";

/** Which side the rows are, and the mentor behind each place. */
interface Layout {
  readonly height: number;
  readonly width: number;
  /** whether the rows are places and the columns mentees */
  readonly isTurned: boolean;
  /** the places of mentor `j` are those from `firstPlace[j]` to `firstPlace[j + 1]` */
  readonly firstPlace: Int32Array;
  readonly mentorOfPlace: Int32Array;
}

export const munkresAlgorithm: Peer = async (instance) => {
  const { minWeightAssign } = await import("munkres-algorithm");
  const layout = wide(instance);
  const { height, width } = layout;
  const data = new Float64Array(height * width);
  eachCell(instance, layout, (row, column, value) => {
    data[row * width + column] = -value;
  });
  return () => {
    const { assignments } = minWeightAssign({ data, shape: [height, width] });
    return answerOf(instance, layout, (row) => assignments[row] ?? -1);
  };
};

export const munkres: Peer = async (instance) => {
  const { munkres: solve } = await import("munkres");
  const layout = wide(instance);
  const top = GREATEST + bonus(instance);
  const costs = Array.from({ length: layout.height }, () => new Float64Array(layout.width).fill(top));
  eachCell(instance, layout, (row, column, value) => {
    costs[row]![column] = top - value;
  });
  return () => {
    const columnOf = new Int32Array(layout.height).fill(-1);
    for (const [row, column] of solve(costs as never) as [number, number][]) columnOf[row] = column;
    return answerOf(instance, layout, (row) => columnOf[row]!);
  };
};

export const linearSumAssignment: Peer = async (instance) => {
  const { linearSumAssignment: solve } = await import("linear-sum-assignment");
  // It turns what is wider than high, and copies it for that.
  const layout = high(instance);
  const values = Array.from({ length: layout.height }, () => new Float64Array(layout.width));
  eachCell(instance, layout, (row, column, value) => {
    values[row]![column] = value;
  });
  return () => {
    // The option is spelt like this.
    const { rowAssignments } = solve(values as never, { maximaze: true });
    return answerOf(instance, layout, (row) => rowAssignments[row] ?? -1);
  };
};

/** The smaller side as rows. */
function wide(instance: Instance): Layout {
  return layoutOf(instance, (mentees, places) => places < mentees);
}

/** The larger side as rows. */
function high(instance: Instance): Layout {
  return layoutOf(instance, (mentees, places) => places > mentees);
}

function layoutOf(
  { mentees, mentors, capacity }: Instance,
  isTurnedFor: (mentees: number, places: number) => boolean,
): Layout {
  const firstPlace = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) firstPlace[j + 1] = firstPlace[j]! + capacity[j]!;
  const places = firstPlace[mentors]!;
  const mentorOfPlace = new Int32Array(places);
  for (let j = 0; j < mentors; j++) mentorOfPlace.fill(j, firstPlace[j]!, firstPlace[j + 1]!);
  const isTurned = isTurnedFor(mentees, places);
  const [height, width] = isTurned ? [places, mentees] : [mentees, places];
  return { height, width, isTurned, firstPlace, mentorOfPlace };
}

/** Values are to be maximised; a pair that may not be has the value 0. */
function eachCell(
  instance: Instance,
  { isTurned, firstPlace }: Layout,
  set: (row: number, column: number, value: number) => void,
): void {
  const { mentees, start, mentor, score } = instance;
  const extra = bonus(instance);
  for (let i = 0; i < mentees; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      for (let place = firstPlace[mentor[p]!]!; place < firstPlace[mentor[p]! + 1]!; place++) {
        if (isTurned) set(place, i, score[p]! + extra);
        else set(i, place, score[p]! + extra);
      }
    }
  }
}

/** A matrix fills as many rows as it can; where the pair may not be, the mentee has nobody. */
function answerOf(
  { mentees, start, mentor }: Instance,
  { height, isTurned, mentorOfPlace }: Layout,
  columnOf: (row: number) => number,
): Answer {
  const answer = new Int32Array(mentees).fill(-1);
  for (let row = 0; row < height; row++) {
    const column = columnOf(row);
    if (column < 0) continue;
    const mentee = isTurned ? column : row;
    const chosen = mentorOfPlace[isTurned ? row : column]!;
    if (mentor.subarray(start[mentee]!, start[mentee + 1]!).includes(chosen)) answer[mentee] = chosen;
  }
  return answer;
}
