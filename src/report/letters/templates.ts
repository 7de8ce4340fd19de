/** Letters to begin with: Markdown whose placeholders are the columns of the sheets. */
import { CAUSES, type Cause } from "./causes.js";

/**
 * A letter for each side of a new pair, `mentee.md` and `mentor.md`, and one for each cause, `left-out-mentors-full.md` say. In double
 * braces stands what a mail merge fills in: the headings of the columns of `mailMerge` and `unmatchedLetters`. They are meant to
 * be changed.
 *
 * @returns by file name
 *
 * @example
 * ```ts
 * import { letterTemplates } from "mentor-match/report";
 *
 * letterTemplates()["mentee.md"]?.split("\n")[0]; // => "Dear {{mentee name}},"
 * ```
 */
export function letterTemplates(): { readonly [file: string]: string } {
  const causes = Object.keys(CAUSES) as Cause[];
  return {
    "mentee.md": toPair("mentee", "mentor"),
    "mentor.md": toPair("mentor", "mentee"),
    ...Object.fromEntries(causes.map((cause) => [`left-out-${cause}.md`, toUnmatched(cause)])),
  };
}

const toPair = (to: string, other: string): string =>
  letter(to, [
    `we would like to introduce you to {{${other} name}}, whom we have found as your ${other}. You can write to them at {{${other} e-mail}}.`,
    "What you have in common: {{reason}}.",
    "Please be in touch with each other by {{first contact by}}. If you would rather not be paired, or know a reason why you should not be, tell us; you need not say why.",
  ]);

const toUnmatched = (cause: Cause): string =>
  letter("mentee", [
    "thank you for your interest in {{scheme}}. We are sorry that we have no mentor for you this time.",
    CAUSES[cause].reason,
    CAUSES[cause].next,
  ]);

const letter = (to: string, paragraphs: readonly string[]): string =>
  `${[`Dear {{${to} name}},`, ...paragraphs, "With kind regards"].join("\n\n")}\n`;
