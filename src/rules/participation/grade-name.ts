/** A grade that a participation rule names. */
import { plainText, unknownName } from "../../door.js";
import type { PolicyFacts } from "../../entry.js";

/** The name of a grade, as ladders write it: NFC, trimmed. */
export const gradeName = plainText(1, 200);

/** What is wrong with a grade in a policy, if anything: it must stand on the policy's ladder. */
export function offLadder(grade: string, { ladder }: PolicyFacts): string | undefined {
  if (ladder.length === 0) return "expected the policy to have a ladder, got none";
  if (ladder.some((names) => names.includes(grade))) return undefined;
  return unknownName("grade", grade, ladder.flat());
}
