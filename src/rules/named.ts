/** Who names whom in a declaration: a line manager, appraisers, supervisors, conflicts. */
import { absentDeclarations, idsIn } from "../records.js";
import type { Person } from "../types.js";
import { type Rows, rowHas, toRows } from "./rows.js";
import {
  CANNOT_TELL,
  HOLDS,
  type PairVerdict,
  REFUSES,
  type RuleContext,
  type Verdict,
  type VerdictIndex,
} from "./rule.js";

/** Further ids that a person names, by the person's id. */
type Further = ReadonlyMap<string, readonly string[]>;

/** A verdict on people and others, in either roles. */
interface NotNamed {
  (person: number, other: number): Verdict;
  /** everybody named, and 1 for each person whose declaration is absent in an open world */
  readonly named: Rows;
  readonly absent: Uint8Array;
}

/**
 * The verdict "they do not name them": refuses where somebody's declaration names the other, holds where it does not, and
 * cannot tell where it is absent in an open world. `null` says that there is nobody to name.
 *
 * @param field - a declaration: an id, or a list of ids
 * @param further - ids that somebody names beside their declaration
 * @returns the verdict on the `i`-th of `people` and the `j`-th of `others`
 */
export function notNamed(
  people: readonly Person[],
  field: string,
  others: readonly Person[],
  closedWorld: boolean,
  further?: Further,
): NotNamed {
  const named = namedAmong(people, field, others, further);
  const absent = closedWorld ? new Uint8Array(people.length) : absentDeclarations(people, [field]);
  const verdict = (person: number, other: number): Verdict => {
    if (rowHas(named, person, other)) return REFUSES;
    return absent[person] === 1 ? CANNOT_TELL : HOLDS;
  };
  return Object.assign(verdict, { named, absent });
}

/** The rule that a mentee's declaration does not name the mentor: few pairs are refused, all others go by what is absent. */
export function mentorNotNamed(
  { mentees, mentors, closedWorld }: RuleContext,
  field: string,
  further?: Further,
): PairVerdict {
  const verdict = notNamed(mentees, field, mentors, closedWorld, further);
  const index: VerdictIndex = {
    menteeClass: Int32Array.from(verdict.absent),
    mentorClass: new Int32Array(mentors.length),
    ofClasses: (isAbsent) => (isAbsent === 1 ? CANNOT_TELL : HOLDS),
    exceptions: verdict.named,
  };
  return Object.assign(verdict, { index });
}

/** For each of `people`, the indices of those `others` whom their declaration names. */
export function namedAmong(
  people: readonly Person[],
  field: string,
  others: readonly Person[],
  further: Further = new Map(),
): Rows {
  const indexOf = new Map(others.map(({ id }, index) => [id, index]));
  return toRows(
    people.map((person) =>
      [...idsIn(person, field), ...(further.get(person.id) ?? [])].flatMap((id) => {
        const index = indexOf.get(id);
        return index === undefined ? [] : [index];
      }),
    ),
  );
}
