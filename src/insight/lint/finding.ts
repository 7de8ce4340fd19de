/** How the lint tells what it found. */
import { byCodeUnit } from "../../door.js";
import type { Finding } from "../../types.js";
import { type LintCodeName, lintCodes } from "./codes.js";

/** Something in a policy, or in a policy for a pool, that is no error and may not be meant. */
export interface LintFinding extends Finding {
  /** a word of the table of codes, for example `"rule-refuses-everybody"` */
  readonly code: LintCodeName;
  /** what a coordinator may do about it */
  readonly suggestion: string;
}

/** A finding with the suggestion of its code; ids come in order, each once. */
export function lintFinding(
  code: LintCodeName,
  path: string,
  ids: readonly string[],
  numbers: LintFinding["numbers"],
): LintFinding {
  const people = [...new Set(ids)].sort(byCodeUnit);
  return { code, path, ids: people, numbers, suggestion: lintCodes[code].suggestion };
}

/** A finding about people, which counts them; nothing where there are none. */
export function aboutPeople(
  code: LintCodeName,
  path: string,
  ids: readonly string[],
  numbers: LintFinding["numbers"] = {},
): LintFinding[] {
  const people = new Set(ids).size;
  return people === 0 ? [] : [lintFinding(code, path, ids, { ...numbers, people })];
}
