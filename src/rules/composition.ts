/** What rules that are made of others have in common, for pairs and for people alike. */
import * as z from "zod/mini";
import type { PolicyFacts } from "../entry.js";
import type { Schema } from "../shape.js";
import type { OnUnknown } from "./rule.js";

/** What a composition needs to know of a part. */
export interface Part {
  readonly name: string;
  readonly id: string;
  readonly words: string;
  readonly onUnknown: OnUnknown | undefined;
  readonly check: (facts: PolicyFacts) => string | undefined;
}

/** The schema of a part: what becomes of the unknown is for the outermost rule to say. */
export const partOf = <Made extends Part>(nested: Schema<Made>): z.ZodMiniType<Made, Made> =>
  (nested as z.ZodMiniType<Made>).check(
    z.refine((part) => part.onUnknown === undefined, {
      path: ["onUnknown"],
      error: "expected onUnknown on the outermost rule only",
    }),
  ) as unknown as z.ZodMiniType<Made, Made>;

/** What is wrong with the first part that has something wrong with it. */
export function firstComplaint(parts: readonly Part[], facts: PolicyFacts): string | undefined {
  for (const part of parts) {
    const complaint = part.check(facts);
    if (complaint !== undefined) return `in "${part.id}": ${complaint}`;
  }
  return undefined;
}

/** "a or b", parts that are composed themselves in brackets. */
export const joinWords = (parts: readonly Part[], word: "and" | "or"): string =>
  parts.length === 1 ? parts[0]!.words : parts.map(bracketed).join(` ${word} `);

/** The words of a part as they can stand beside others. */
const bracketed = ({ name, words }: Part): string =>
  name === "any-of" || name === "all-of" || name === "not" ? `(${words})` : words;

/** Every field that one of the lists names, once, in order of first mention. */
export const union = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];
