/** Where each person's units and pairs stand among everybody's. */

/** The sum of the places before each person: where the values of their units begin. */
export function firstUnits(places: Int32Array): Int32Array {
  const first = new Int32Array(places.length);
  for (let person = 1; person < places.length; person++) first[person] = first[person - 1]! + places[person - 1]!;
  return first;
}

/** Where the pairs of each mentor would begin, mentor after mentor, and where the last end. */
export function columnStarts(mentor: Int32Array, mentors: number): Int32Array {
  const start = new Int32Array(mentors + 1);
  for (let p = 0; p < mentor.length; p++) start[mentor[p]! + 1]!++;
  for (let j = 0; j < mentors; j++) start[j + 1]! += start[j]!;
  return start;
}
