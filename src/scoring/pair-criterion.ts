/** A criterion made of a function: what no built-in criterion says. */
import * as z from "zod/mini";
import { plainText, quote, read, record, showKind, showText } from "../door.js";
import { entryId } from "../entry.js";
import { InputError } from "../errors.js";
import { fieldList, ownFunction } from "../own-function.js";
import {
  type DeclaredRecord,
  declaredRecords,
  MENTEE_FIELDS,
  MENTOR_FIELDS,
  type MenteeField,
  type MentorField,
  missingFacts,
} from "../records.js";
import type { Mentee, Mentor } from "../types.js";
import { type Criterion, type CriterionOptions, criterionFactory, MENTEE_SILENT, MENTOR_SILENT } from "./criterion.js";

/** What a criterion made of a function says of itself. */
export interface PairCriterionOptions<E extends MenteeField, O extends MentorField> extends CriterionOptions {
  /** the fields the function gets to see of each side; nothing else can change its answer */
  readonly reads: {
    /** `"department"`, `"attributes.site"` … of the mentee */
    readonly mentee: readonly E[];
    /** likewise of the mentor */
    readonly mentor: readonly O[];
  };
  /** what it prefers, in one sentence */
  readonly words?: string | undefined;
}

/**
 * Makes a criterion of a function.
 *
 * The function gets two frozen records that hold the declared fields and nothing else. Where a declared fact is missing it
 * is not called, and that side is silent.
 *
 * @param name - what outputs call it, unless `id` says otherwise
 * @param value - 0 … 1, or −1 where the mentee's answer says nothing about this mentor. It has to be pure
 * @throws InputError if a field is unknown, and, once it runs, if `value` returns anything else
 * @example
 * ```ts
 * const alike = pairCriterion(
 *   "close-in-experience",
 *   { reads: { mentee: ["experienceYears"], mentor: ["experienceYears"] }, weight: 2 },
 *   (mentee, mentor) => Math.max(0, 1 - Math.abs(mentor.experienceYears - mentee.experienceYears) / 10),
 * );
 * ```
 */
export function pairCriterion<const E extends MenteeField, const O extends MentorField>(
  name: string,
  options: PairCriterionOptions<E, O>,
  value: (mentee: DeclaredRecord<Mentee, E>, mentor: DeclaredRecord<Mentor, O>) => number,
): Criterion {
  const make = criterionFactory({
    name: nameOf(name),
    shape: () => shape,
    reads: ({ reads }) => reads,
    words: ({ words }) => words ?? `the pair scores high by ${quote(name)}`,
    bind: ({ mentees, mentors }, { reads, value }) => {
      const menteeRecords = declaredRecords(mentees, reads.mentee);
      const mentorRecords = declaredRecords(mentors, reads.mentor);
      const menteeSilent = missingFacts(mentees, reads.mentee);
      const mentorSilent = missingFacts(mentors, reads.mentor);
      return (mentee, mentor) => {
        if (menteeSilent[mentee] === 1) return MENTEE_SILENT;
        if (mentorSilent[mentor] === 1) return MENTOR_SILENT;
        const result = value(menteeRecords[mentee]!, mentorRecords[mentor]!);
        if (isValue(result)) return result;
        throw wrongResult(name, result, mentees[mentee]!.id, mentors[mentor]!.id);
      };
    },
  });
  // The function stands among the parameters, which is why the entry has no JSON.
  return make({ ...options, value } as object as Parameters<typeof make>[0]);
}

type AnyRecord = DeclaredRecord<Mentee, string> & DeclaredRecord<Mentor, string>;

const shape = {
  reads: record({ mentee: fieldList(MENTEE_FIELDS), mentor: fieldList(MENTOR_FIELDS) }),
  words: z.optional(plainText(1, 500)),
  value: ownFunction<(mentee: AnyRecord, mentor: AnyRecord) => unknown>(),
};

function nameOf(name: string): string {
  const result = read(entryId, name, ["name"], showText);
  if ("value" in result) return result.value;
  throw new InputError("criterion", result.issues, result.count);
}

const isValue = (result: unknown): result is number =>
  typeof result === "number" && ((result >= 0 && result <= 1) || result === MENTEE_SILENT);

function wrongResult(name: string, result: unknown, menteeId: string, mentorId: string): InputError {
  const pair = `mentee ${quote(menteeId)} and mentor ${quote(mentorId)}`;
  const message = `expected a number from 0 to 1, or -1 for silence, got ${showKind(result)} for ${pair}`;
  return new InputError(`criterion ${quote(name)}`, [{ code: "invalid-result", path: "", message }]);
}
