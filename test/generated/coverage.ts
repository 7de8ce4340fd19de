/** The page that says which rows of the four schemes this version does, and which are left. */
import type { Row } from "../schemes/rows.js";
import { head } from "./pages.js";

const SCHEMES = [
  ["P", "pals", "PaLS"],
  ["L", "lmic", "LMIC"],
  ["A", "accelerate", "ACCELERATE"],
  ["H", "hee", "HEE"],
] as const;

/** A table for each scheme, after the count of what is done, done in part and left. */
export function coveragePage(rows: readonly Row[]): string {
  const partly = rows.filter(({ shownBy, later }) => shownBy !== undefined && later !== undefined);
  const left = rows.filter(({ shownBy }) => shownBy === undefined);
  const idsOf = (some: readonly Row[]): string => some.map(({ id }) => id).join(", ");
  return [
    head("What they ask for, and what is done", "Four schemes"),
    "# What the four schemes say, and what is done",
    "<!-- Made by `npm run generate` from test/schemes/rows.ts: change that list, not this page. -->",
    "Each row is something that a scheme says. It is done where a test runs that scheme's own policy over its made-up cohort and " +
      "shows it, and shows as well that without the row's line of policy or data the outcome is another; the tests are in " +
      "`test/schemes`, named by their rows.",
    partly.length + left.length === 0
      ? `All ${rows.length} rows are done.`
      : `Of ${rows.length} rows, ${rows.length - partly.length - left.length} are done, ${partly.length} in part (${idsOf(partly)}), ` +
        `and ${left.length} are left for later (${idsOf(left)}).`,
    ...SCHEMES.flatMap(([letter, file, title]) => [
      `## ${title}`,
      `The policy and its cohort: [${file}.md](${file}.md).`,
      table(rows.filter(({ id }) => id.startsWith(letter))),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

const table = (rows: readonly Row[]): string =>
  [
    "| row | the scheme says | shown: | for later |",
    "| --- | --- | --- | --- |",
    ...rows.map(({ id, says, shownBy = "", later = "" }) => `| ${id} | ${says} | ${shownBy} | ${later} |`),
  ].join("\n");
