/** Where each person's units stand among everybody's. */

/** The sum of the places before each person: where the values of their units begin. */
export function firstUnits(places: Int32Array): Int32Array {
  const first = new Int32Array(places.length);
  for (let person = 1; person < places.length; person++) first[person] = first[person - 1]! + places[person - 1]!;
  return first;
}
