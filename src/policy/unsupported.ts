/** What a policy may ask for and this version does not do yet: an issue, so that nobody believes it was done. */
import { type Found, showText, tell } from "../door.js";

/** What an issue says of a part of the design that is still to come. */
export const notYet = (what: string): string => `${what} is not available in this version`;

/** Tells the fields that ask for what is still to come; empty ones ask for nothing. */
export function checkLater(given: { readonly [field: string]: unknown }, found: Found): void {
  const { constraints } = given;
  const size = Array.isArray(constraints) ? constraints.length : undefined;
  if (constraints !== undefined) checkEmpty("constraints", constraints, size, "a list", found);
}

function checkEmpty(field: string, value: unknown, size: number | undefined, expected: string, found: Found): void {
  if (size === 0) return;
  if (size === undefined) tell(found, "invalid", [field], () => `expected ${expected}, got ${showText(value)}`);
  else tell(found, "unsupported", [field], () => notYet(`"${field}"`));
}

/** Tells that so many standing pairs are to move. */
export function checkStanding(
  standing: { readonly pairs: string; readonly maxChanges?: number | undefined } | undefined,
  found: Found,
): void {
  if (standing === undefined) return;
  const { pairs, maxChanges = 0 } = standing;
  if (pairs !== "fixed" && pairs !== "movable")
    tell(found, "invalid", ["standing", "pairs"], () => `expected "fixed" or "movable", got ${showText(pairs)}`);
  const isCapped = maxChanges !== 0 || (pairs === "movable" && standing.maxChanges !== undefined);
  if (isCapped) tell(found, "unsupported", ["standing", "maxChanges"], () => notYet("a cap on changes"));
}
