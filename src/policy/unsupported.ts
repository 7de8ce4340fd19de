/** What a policy may ask for and this version does not do yet: an issue, so that nobody believes it was done. */
import { isPlain, pathText, showText } from "../door.js";
import type { Issue } from "../errors.js";

/** What an issue says of a part of the design that is still to come. */
export const notYet = (what: string): string => `${what} is not available in this version`;

/** Tells the fields that ask for what is still to come; empty ones ask for nothing. */
export function checkLater(given: { readonly [field: string]: unknown }, issues: Issue[]): void {
  for (const field of ["limits", "constraints"]) {
    const value = given[field];
    if (value !== undefined)
      checkEmpty(field, value, Array.isArray(value) ? value.length : undefined, "a list", issues);
  }
  const { vocabulary } = given;
  if (vocabulary === undefined) return;
  const isObject = typeof vocabulary === "object" && vocabulary !== null && isPlain(vocabulary);
  checkEmpty("vocabulary", vocabulary, isObject ? Object.keys(vocabulary).length : undefined, "an object", issues);
}

function checkEmpty(field: string, value: unknown, size: number | undefined, expected: string, issues: Issue[]): void {
  if (size === 0) return;
  const issue =
    size === undefined
      ? { code: "invalid", message: `expected ${expected}, got ${showText(value)}` }
      : { code: "unsupported", message: notYet(`"${field}"`) };
  issues.push({ ...issue, path: field });
}

/** Tells that standing pairs are to move. */
export function checkStanding(
  standing: { readonly pairs: string; readonly maxChanges: number } | undefined,
  issues: Issue[],
): void {
  if (standing === undefined) return;
  const say = (field: string, what: string): void => {
    issues.push({ code: "unsupported", path: pathText(["standing", field]), message: notYet(what) });
  };
  if (standing.pairs !== "fixed") say("pairs", 'anything but "fixed"');
  if (standing.maxChanges !== 0) say("maxChanges", "anything but 0");
}
