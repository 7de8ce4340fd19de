/** A rule of the user's own. */
import { quote, record } from "../door.js";
import { fieldList, ownFunction } from "../own-function.js";
import {
  type DeclaredRecord,
  declaredRecords,
  MENTEE_FIELDS,
  MENTOR_FIELDS,
  type MenteeField,
  type MentorField,
} from "../records.js";
import type { Mentee, Mentor } from "../types.js";
import { type Answer, ownWords, ruleName, toVerdict, unasked } from "./closure.js";
import { CANNOT_TELL, type Rule, type RuleOptions, ruleFactory } from "./rule.js";

/** What a user's own rule reads, and what every rule takes. */
export interface PairRuleOptions<A extends MenteeField, B extends MentorField> extends RuleOptions {
  /** the fields the function gets to see of each side; nothing else can change its answer */
  readonly reads: {
    /** `"department"`, `"attributes.site"` … of the mentee */
    readonly mentee: readonly A[];
    /** likewise of the mentor */
    readonly mentor: readonly B[];
  };
  /** what it demands, in one clause: "the two work on the same floor" */
  readonly words?: string | undefined;
}

/**
 * Makes a rule of a function. It gets frozen records that hold only the fields in `reads`, and is not asked at all where one
 * of these is unknown: where a fact is missing or, in an open world, a declaration is absent. A policy with such a rule
 * cannot be written as JSON.
 *
 * @param verdict - pure; `true` or 2 holds, `false` or 0 refuses, 1 cannot tell
 * @throws InputError if a field is unknown, and later, while pairs are judged, if the function returns anything else
 * @example
 * ```ts
 * const reads = { mentee: ["attributes.office"], mentor: ["attributes.office"] } as const;
 * pairRule("same-office", { reads }, (mentee, mentor) => mentee.attributes.office === mentor.attributes.office);
 * ```
 */
export function pairRule<const A extends MenteeField, const B extends MentorField>(
  name: string,
  options: PairRuleOptions<A, B>,
  verdict: (mentee: DeclaredRecord<Mentee, A>, mentor: DeclaredRecord<Mentor, B>) => Answer,
): Rule {
  const known = ruleName(name);
  const make = ruleFactory({
    name: known,
    when: "pairing",
    shape: () => shape,
    reads: ({ reads }) => reads,
    words: ({ words }) => words ?? `the pair passes the rule ${quote(known)}`,
    bind: ({ mentees, mentors, closedWorld }, { reads, verdict }) => {
      const menteeRecord = declaredRecords(mentees, reads.mentee);
      const mentorRecord = declaredRecords(mentors, reads.mentor);
      const menteeUnasked = unasked(mentees, reads.mentee, closedWorld);
      const mentorUnasked = unasked(mentors, reads.mentor, closedWorld);
      return (mentee, mentor) => {
        if (menteeUnasked[mentee] === 1 || mentorUnasked[mentor] === 1) return CANNOT_TELL;
        const answer = verdict(menteeRecord[mentee]!, mentorRecord[mentor]!);
        return toVerdict(
          answer,
          known,
          () => `mentee ${quote(mentees[mentee]!.id)} and mentor ${quote(mentors[mentor]!.id)}`,
        );
      };
    },
  });
  return make({ ...options, verdict } as object as Parameters<typeof make>[0]);
}

const shape = {
  reads: record({ mentee: fieldList(MENTEE_FIELDS), mentor: fieldList(MENTOR_FIELDS) }),
  words: ownWords,
  verdict: ownFunction<(mentee: object, mentor: object) => unknown>(),
};
