/** A participation rule of the user's own. */
import { quote } from "../../door.js";
import { fieldList, ownFunction } from "../../own-function.js";
import {
  type DeclaredRecord,
  declaredRecords,
  MENTEE_FIELDS,
  MENTOR_FIELDS,
  type MenteeField,
  type MentorField,
} from "../../records.js";
import type { Mentee, Mentor } from "../../types.js";
import { type Answer, ownWords, ruleName, toVerdict, unasked } from "../closure.js";
import { CANNOT_TELL } from "../rule.js";
import { type ParticipationOptions, type ParticipationRule, participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/** What a user's own participation rule reads, and what every such rule takes. */
export interface PersonRuleOptions<F extends MenteeField | MentorField> extends ParticipationOptions {
  /** the fields the function gets to see: `"grade"`, `"attributes.site"` …; nothing else can change its answer */
  readonly reads: readonly F[];
  /** what it demands, in one clause: "the person works on the main site" */
  readonly words?: string | undefined;
}

/**
 * Makes a participation rule of a function. It gets a frozen record that holds only the fields in `reads`, and is not asked
 * at all where one of these is unknown: where a fact is missing or, in an open world, a declaration is absent. A policy with
 * such a rule cannot be written as JSON.
 *
 * @param verdict - pure, asked once a person when the rule is bound; `true` or 2 holds, `false` or 0 refuses, 1 cannot tell
 * @throws InputError if a field is unknown, and on binding if the function returns anything else
 * @example
 * ```ts
 * personRule("main-site", { reads: ["attributes.site"] }, (person) => person.attributes.site === "main");
 * ```
 */
export function personRule<const F extends MenteeField | MentorField>(
  name: string,
  options: PersonRuleOptions<F>,
  verdict: (person: DeclaredRecord<Mentee & Mentor, F>) => Answer,
): ParticipationRule {
  const known = ruleName(name);
  const make = participationFactory({
    name: known,
    shape: () => shape,
    reads: ({ reads }) => reads,
    words: ({ words }) => words ?? `the person passes the rule ${quote(known)}`,
    bind: ({ people, closedWorld = true }, { reads, verdict }) => {
      const isUnasked = unasked(people, reads, closedWorld);
      return perPerson(declaredRecords(people, reads), (record, person) =>
        isUnasked[person] === 1
          ? CANNOT_TELL
          : toVerdict(verdict(record), known, () => `person ${quote(people[person]!.id)}`),
      );
    },
  });
  return make({ ...options, verdict } as object as Parameters<typeof make>[0]);
}

const shape = {
  reads: fieldList([...new Set([...MENTEE_FIELDS, ...MENTOR_FIELDS])]),
  words: ownWords,
  verdict: ownFunction<(person: object) => unknown>(),
};
