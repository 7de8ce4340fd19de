/** Values of the units of people's demand or capacity, laid out as solvers expect them. */

/** `value(person, k)` for each unit `k` of each person, person after person. */
export function menteeUnits(demand: Int32Array, value: (mentee: number, unit: number) => number): Float64Array {
  const units = new Float64Array(demand.reduce((sum, places) => sum + places, 0));
  let at = 0;
  for (let mentee = 0; mentee < demand.length; mentee++) {
    for (let unit = 0; unit < demand[mentee]!; unit++) units[at++] = value(mentee, unit);
  }
  return units;
}
