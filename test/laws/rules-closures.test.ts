/** The laws of rules that hold a user's own function: what it gets to see, and when it is asked. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DECLARATIONS,
  isMissing,
  MENTEE_FIELDS,
  MENTOR_FIELDS,
  type MenteeField,
  type MentorField,
} from "../../src/records.js";
import type { Answer } from "../../src/rules/closure.js";
import { pairRule } from "../../src/rules/pair-rule.js";
import { personRule } from "../../src/rules/participation/person-rule.js";
import type { Verdict } from "../../src/rules/rule.js";
import type { Person } from "../../src/types.js";
import { runs } from "../helpers/counts.js";
import { ATTRIBUTES, contexts, pairsOf } from "../helpers/people.js";

const some = <F extends string>(known: readonly string[]): fc.Arbitrary<F[]> =>
  fc.uniqueArray(fc.constantFrom(...known, ...ATTRIBUTES.map((name) => `attributes.${name}`)), {
    maxLength: 2,
  }) as fc.Arbitrary<F[]>;
const pairReads = fc.record({ mentee: some<MenteeField>(MENTEE_FIELDS), mentor: some<MentorField>(MENTOR_FIELDS) });

/** What a record may hold of a person, built anew: `undefined` where the function must not be asked. */
function expectedRecord(person: Person, fields: readonly string[], closedWorld: boolean): object | undefined {
  const record: Record<string, unknown> = {};
  for (const field of fields) {
    const isAttribute = field.startsWith("attributes.");
    const [holder, name] = isAttribute ? [person.attributes ?? {}, field.slice("attributes.".length)] : [person, field];
    const value = new Map(Object.entries(holder)).get(name);
    const saysNobody = ["nominations", "avoid"].includes(field) && Array.isArray(value);
    const isGap = DECLARATIONS.has(field) ? value === undefined && !closedWorld : isMissing(value) && !saysNobody;
    if (isGap) return undefined;
    const shown = DECLARATIONS.has(field) ? (value ?? (field === "lineManager" ? null : [])) : value;
    if (isAttribute) record.attributes = { ...(record.attributes as object | undefined), [name]: shown };
    else record[name] = shown;
  }
  return record;
}

const isDeeplyFrozen = (value: unknown): boolean =>
  typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen));

/** What a function may answer, and the verdict that it means. */
const answers = fc.constantFrom<readonly [Answer, Verdict]>([false, 0], [true, 2], [0, 0], [1, 1], [2, 2]);

test("pairRule() asks its function of exactly the pairs whose fields are known, and shows it nothing else", () => {
  const count = { asked: 0, unasked: 0 };
  fc.assert(
    fc.property(pairReads, contexts, answers, (reads, context, [answer, meant]) => {
      let seen: readonly object[] | undefined;
      const rule = pairRule("own", { reads }, (mentee, mentor) => {
        seen = [mentee, mentor];
        return answer;
      });
      const verdict = rule.bind(context);
      for (const [mentee, mentor] of pairsOf(context)) {
        seen = undefined;
        const left = expectedRecord(context.mentees[mentee]!, reads.mentee, context.closedWorld);
        const right = expectedRecord(context.mentors[mentor]!, reads.mentor, context.closedWorld);
        const isKnown = left !== undefined && right !== undefined;
        expect(verdict(mentee, mentor)).toBe(isKnown ? meant : 1);
        expect(seen).toEqual(isKnown ? [left, right] : undefined);
        expect((seen ?? []).every(isDeeplyFrozen)).toBe(true);
        count[isKnown ? "asked" : "unasked"]++;
      }
    }),
    { numRuns: runs(300), seed: 1 },
  );
  expect(Math.min(count.asked, count.unasked) / (count.asked + count.unasked)).toBeGreaterThan(0.1);
});

test("personRule() asks its function of exactly the people whose fields are known, and shows it nothing else", () => {
  const count = { asked: 0, unasked: 0 };
  fc.assert(
    fc.property(some<MenteeField>(MENTEE_FIELDS), contexts, answers, (reads, context, [answer, meant]) => {
      const { mentees: people, ladder, asOf, closedWorld } = context;
      const seen: object[] = [];
      const rule = personRule("own", { reads }, (person) => {
        seen.push(person);
        return answer;
      });
      const verdict = rule.bind({ people, ladder, asOf, closedWorld });
      const expected = people.map((person) => expectedRecord(person, reads, closedWorld));
      expect(people.map((_, person) => verdict(person))).toEqual(
        expected.map((one) => (one === undefined ? 1 : meant)),
      );
      expect(seen).toEqual(expected.filter((one) => one !== undefined));
      expect(seen.every(isDeeplyFrozen)).toBe(true);
      count.asked += seen.length;
      count.unasked += people.length - seen.length;
    }),
    { numRuns: runs(300), seed: 2 },
  );
  expect(Math.min(count.asked, count.unasked) / (count.asked + count.unasked)).toBeGreaterThan(0.1);
});
