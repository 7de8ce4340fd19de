/** A level made of a function: what no built-in level says. */
import * as z from "zod/mini";
import { plainText, quote, record, showKind } from "../../door.js";
import { entryId } from "../../entry.js";
import { InputError } from "../../errors.js";
import { type Level, levelFactory } from "../../level.js";
import { LEVEL_NAMES } from "../../level-terms.js";
import { fieldList, ownFunction } from "../../own-function.js";
import {
  type DeclaredRecord,
  declaredRecords,
  MENTEE_FIELDS,
  MENTOR_FIELDS,
  type MenteeField,
  type MentorField,
  missingFacts,
} from "../../records.js";
import type { Mentee, Mentor } from "../../types.js";

/** What a level made of a function says of itself. */
export interface PairLevelOptions<E extends MenteeField, O extends MentorField> {
  /** the fields the function gets to see of each side; nothing else can change its answer */
  readonly reads: {
    /** `"department"`, `"attributes.site"` … of the mentee */
    readonly mentee: readonly E[];
    /** likewise of the mentor */
    readonly mentor: readonly O[];
  };
  /** what it is after, in one sentence */
  readonly words?: string;
}

/**
 * Makes a level of a function: the greatest sum of its values over the matches.
 *
 * The function gets two frozen records that hold the declared fields and nothing else. Where a declared fact is missing it is
 * not called, and the pair is worth 0.
 *
 * @param name - what outputs call it; not the name of a built-in level
 * @param value - an integer of at most 10^9 in size. It has to be pure
 * @throws InputError if the name is taken or a field unknown, and, once it runs, if `value` returns anything else
 * @example
 * ```ts
 * const near = pairLevel("same-floor", { reads: { mentee: ["attributes.floor"], mentor: ["attributes.floor"] } }, (mentee, mentor) =>
 *   mentee.attributes.floor === mentor.attributes.floor ? 1 : 0,
 * );
 * ```
 */
export function pairLevel<const E extends MenteeField, const O extends MentorField>(
  name: string,
  options: PairLevelOptions<E, O>,
  value: (mentee: DeclaredRecord<Mentee, E>, mentor: DeclaredRecord<Mentor, O>) => number,
): Level {
  const result = levelName.safeParse(name);
  if (!result.success) {
    const message = result.error.issues[0]!.message;
    throw new InputError("level", [{ code: "invalid", path: "name", message }]);
  }
  const make = levelFactory({
    name: result.data,
    shape: () => shape,
    reads: ({ reads }) => [...new Set([...reads.mentee, ...reads.mentor])],
    words: ({ words }) => words ?? `the matches are best by ${quote(name)}`,
    bind: ({ mentees, mentors, fixedPairs }, { reads, value }) => {
      const menteeRecords = declaredRecords(mentees, reads.mentee);
      const mentorRecords = declaredRecords(mentors, reads.mentor);
      const menteeLacks = missingFacts(mentees, reads.mentee);
      const mentorLacks = missingFacts(mentors, reads.mentor);
      const pair = (mentee: number, mentor: number): number => {
        if (menteeLacks[mentee] === 1 || mentorLacks[mentor] === 1) return 0;
        const worth = value(menteeRecords[mentee]!, mentorRecords[mentor]!);
        if (Number.isInteger(worth) && Math.abs(worth) <= MOST) return worth + 0;
        throw wrongResult(name, worth, mentees[mentee]!.id, mentors[mentor]!.id);
      };
      const base = fixedPairs.reduce((sum, { mentee, mentor }) => sum + pair(mentee, mentor), 0);
      return [{ name: result.data, base, pair }];
    },
  });
  return make({ ...options, value } as object as Parameters<typeof make>[0]);
}

const MOST = 1_000_000_000;

const levelName = entryId.check(
  z.refine((name) => !LEVEL_NAMES.includes(name), {
    error: ({ input }) => `expected a name that no built-in level has, got ${quote(String(input))}`,
  }),
);

type AnyRecord = DeclaredRecord<Mentee, string> & DeclaredRecord<Mentor, string>;

const shape = {
  reads: record({ mentee: fieldList(MENTEE_FIELDS), mentor: fieldList(MENTOR_FIELDS) }),
  words: z.optional(plainText(1, 500)),
  value: ownFunction<(mentee: AnyRecord, mentor: AnyRecord) => number>(),
} satisfies z.core.$ZodShape;

function wrongResult(name: string, result: unknown, menteeId: string, mentorId: string): InputError {
  const pair = `mentee ${quote(menteeId)} and mentor ${quote(mentorId)}`;
  const message = `expected an integer of at most ${MOST} in size, got ${showKind(result)} for ${pair}`;
  return new InputError(`level ${quote(name)}`, [{ code: "invalid-result", path: "", message }]);
}
