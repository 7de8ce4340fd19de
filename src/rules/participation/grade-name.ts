/** A grade that a participation rule names. */
import * as z from "zod";
import { trimmed, unknownName } from "../../door.js";
import type { PolicyFacts } from "../../entry.js";

/** The name of a grade, as ladders write it: NFC, trimmed. */
export const gradeName = z.string().transform(trimmed).pipe(z.string().min(1).max(200));

/** What is wrong with a grade in a policy, if anything: it must stand on the policy's ladder. */
export function offLadder(grade: string, { ladder }: PolicyFacts): string | undefined {
  const known = ladder.flat();
  if (known.length === 0) return "expected the policy to have a ladder, got none";
  return known.includes(grade) ? undefined : unknownName("grade", grade, known);
}
