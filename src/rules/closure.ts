/** What rules that hold a user's own function have in common, for pairs and for people alike. */
import * as z from "zod/mini";
import { plainText, quote, read, showKind, showText } from "../door.js";
import { entryId } from "../entry.js";
import { InputError } from "../errors.js";
import { absentDeclarations, missingFacts } from "../records.js";
import type { Person } from "../types.js";
import { HOLDS, REFUSES, type Verdict } from "./rule.js";

/** What a user's function may answer: `true` holds, `false` refuses, or a verdict. */
export type Answer = boolean | Verdict;

/** What a rule is said to demand, where its author cares to say. */
export const ownWords = z.optional(plainText(1, 500));

/** The name of a rule, as ids are written. */
export function ruleName(name: string): string {
  const result = read(entryId, name, ["name"], showText);
  if ("value" in result) return result.value;
  throw new InputError("rule", result.issues, result.count);
}

/** 1 for each person of whom the function is not asked: a fact is missing or, in an open world, a declaration absent. */
export function unasked(people: readonly Person[], fields: readonly string[], closedWorld: boolean): Uint8Array {
  const missing = missingFacts(people, fields);
  if (closedWorld) return missing;
  const absent = absentDeclarations(people, fields);
  return missing.map((flag, person) => flag | absent[person]!);
}

/**
 * The verdict that an answer means.
 *
 * @param about - the people it was given for, by id: for the message
 */
export function toVerdict(answer: unknown, rule: string, about: () => string): Verdict {
  if (answer === true) return HOLDS;
  if (answer === false) return REFUSES;
  if (answer === 0 || answer === 1 || answer === 2) return answer;
  const message = `expected true, false, 0, 1 or 2 from its function, got ${showKind(answer)} for ${about()}`;
  throw new InputError(`rule ${quote(rule)}`, [{ code: "invalid-verdict", path: "", message }]);
}
