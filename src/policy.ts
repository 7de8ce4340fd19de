/** The door for policies: whatever a caller passes becomes a {@link Policy}, or an error that lists all that is wrong with it. */
import { builtIns } from "./built-ins.js";
import type { Catalogue } from "./catalogue.js";
import type { Policy } from "./policy/policy.js";
import { readPolicy } from "./policy/read.js";

/**
 * Reads a policy. Texts are compared after NFC and trimming; every field but `name` has a default; `$schema` is dropped.
 *
 * @param input - plain data as it comes out of `JSON.parse`, in which entries may also be values made by factories, or a policy
 * @param catalogue - the kinds that JSON may name
 * @returns a frozen policy; parsing it again gives an equal one
 * @throws InputError listing every issue. What this version does not do yet is an issue with code `"unsupported"`, never ignored
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ name: "PaLS", ladder: ["Postdoc", "Professor"], must: [{ rule: "more-senior" }] });
 * policy.must[0]?.id; // => "more-senior"
 * ```
 */
export function parsePolicy(input: unknown, catalogue: Catalogue = builtIns): Policy {
  return readPolicy(input, catalogue);
}
