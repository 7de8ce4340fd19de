/** Who names whom in a declaration: a line manager, appraisers, supervisors, conflicts. */
import { absentDeclarations, fieldValue } from "../records.js";
import type { Person } from "../types.js";
import { type Rows, rowHas, toRows } from "./rows.js";
import { CANNOT_TELL, HOLDS, REFUSES, type Verdict } from "./rule.js";

/**
 * The verdict "they do not name them": refuses where somebody's declaration names the other, holds where it does not, and
 * cannot tell where it is absent in an open world. `null` says that there is nobody to name.
 *
 * @param field - a declaration: an id, or a list of ids
 * @returns the verdict on the `i`-th of `people` and the `j`-th of `others`
 */
export function notNamed(
  people: readonly Person[],
  field: string,
  others: readonly Person[],
  closedWorld: boolean,
): (person: number, other: number) => Verdict {
  const named = namedAmong(people, field, others);
  const absent = closedWorld ? new Uint8Array(people.length) : absentDeclarations(people, [field]);
  return (person, other) => {
    if (rowHas(named, person, other)) return REFUSES;
    return absent[person] === 1 ? CANNOT_TELL : HOLDS;
  };
}

/** The ids a declaration holds: none, one or several. */
export function idsIn(person: Person, field: string): readonly string[] {
  const value = fieldValue(person, field) as string | readonly string[] | null | undefined;
  return typeof value === "string" ? [value] : (value ?? []);
}

/** For each of `people`, the indices of those `others` whom their declaration names. */
function namedAmong(people: readonly Person[], field: string, others: readonly Person[]): Rows {
  const indexOf = new Map(others.map(({ id }, index) => [id, index]));
  return toRows(
    people.map((person) =>
      idsIn(person, field).flatMap((id) => {
        const index = indexOf.get(id);
        return index === undefined ? [] : [index];
      }),
    ),
  );
}
