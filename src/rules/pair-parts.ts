/** What a rule made of other rules takes over from them. */
import { union } from "./composition.js";
import type { PairReads, Rule, When } from "./rule.js";

/** All that the parts read. */
export function readsOf(parts: readonly Rule[]): PairReads {
  const through = union(parts.map(({ reads }) => reads.through ?? []));
  return {
    mentee: union(parts.map(({ reads }) => reads.mentee)),
    mentor: union(parts.map(({ reads }) => reads.mentor)),
    ...(through.length === 0 ? {} : { through }),
  };
}

/** Binds always as soon as one of the parts does. */
export const whenOf = (parts: readonly Rule[]): When =>
  parts.some(({ when }) => when === "always") ? "always" : "pairing";
