/** Sober colours for a terminal: headings, statuses and what was noticed. Without them every text is the same. */
import type { Flags } from "./flags.js";

type Env = { readonly [name: string]: string | undefined };

/**
 * Whether a stream is to be coloured: a terminal is, unless `--no-color`, `NO_COLOR` (no-color.org) or a terminal without
 * colours says no. `FORCE_COLOR` says yes for what is no terminal, or no with 0.
 */
export function isColoured(isTerminal: boolean | undefined, flags: Flags, env: Env): boolean {
  const { NO_COLOR: never = "", FORCE_COLOR: always = "", TERM: terminal } = env;
  if (flags["no-color"] === true || flags.json === true || never !== "") return false;
  if (always !== "") return always !== "0" && always !== "false";
  return isTerminal === true && terminal !== "dumb";
}

const SGR = { bold: [1, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

const paint = (style: keyof typeof SGR, text: string): string =>
  `\u001b[${SGR[style][0]}m${text}\u001b[${SGR[style][1]}m`;

/** How each status is told, wherever one stands behind a colon or a semicolon, or at the start of a line. */
const STATUSES: readonly (readonly [keyof typeof SGR, RegExp])[] = [
  ["red", /(?<=^|[;:] )(refuted|infeasible)\b/],
  ["yellow", /(?<=^|[;:] )(not proved best|unproved|searched to the end|searched|stopped before the end)\b/],
  ["green", /(?<=^|[;:] )(proved)\b/],
];

/** A heading is followed by lines that are set in; under one of these, they are findings. */
const OF_FINDINGS = /^Noticed\b/;

/** The same text in colours. */
export function coloured(text: string): string {
  const lines = text.split("\n");
  let isFinding = false;
  return lines
    .map((line, at) => {
      if (line.startsWith("  ")) return isFinding ? paint("yellow", line) : withStatus(line);
      isFinding = OF_FINDINGS.test(line);
      const isHeading = line !== "" && (lines[at + 1]?.startsWith("  ") ?? false);
      return isHeading ? paint("bold", withStatus(line)) : withStatus(line);
    })
    .join("\n");
}

/** What went wrong, its first line in red. */
export const colouredError = (message: string): string => message.replace(/^[^\n]*/, (line) => paint("red", line));

function withStatus(line: string): string {
  const [style, status] = STATUSES.find(([, words]) => words.test(line)) ?? [];
  return style === undefined ? line : line.replace(status!, (words) => paint(style, words));
}
