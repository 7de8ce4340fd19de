/** Values of the units of people's demand or capacity, laid out as solvers expect them. */

/** `value(person, k)` for each unit `k` of each person, person after person. */
export function unitValues(places: Int32Array, value: (person: number, unit: number) => number): Float64Array {
  const units = new Float64Array(places.reduce((sum, own) => sum + own, 0));
  let at = 0;
  for (let person = 0; person < places.length; person++) {
    for (let unit = 0; unit < places[person]!; unit++) units[at++] = value(person, unit);
  }
  return units;
}
