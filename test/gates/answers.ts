/**
 * One process of the determinism gate. `small` or `all` prints where it runs and the SHA-256 of every answer, as one line of
 * JSON; `show` and an answer's name print that answer. The same words, but for the last one, must give the same text.
 */
import { createHash } from "node:crypto";
import { linearProgram, type MatchOptions, match, parsePolicy, verify } from "../../src/index.js";
import { textReport } from "../../src/report/text.js";
import { type AssignInput, assign } from "../../src/solver.js";
import { cases, names } from "../helpers/cases.js";
import { canaries } from "./canaries.js";
import { asColumns, asInput, cohorts, type Input, shuffled } from "./inputs.js";

const SHUFFLES = [0, 1, 2, 3, 4];

/** Of a case with more pairs, `match` solves one shuffle in each engine; the others solve all five everywhere. */
const MOST_PAIRS = 1_500;

/** An answer's name, the shuffle last, and how the answer comes about. */
type Answer = readonly [name: string, text: () => string];

const every = (name: string, text: (shuffle: number) => string): Answer[] =>
  SHUFFLES.map((shuffle) => [`${name} ${shuffle}`, () => text(shuffle)]);

/** The whole result as JSON writes it, and its report. */
function matched({ pool, policy }: Input, options: MatchOptions = {}): string {
  const result = match(pool, policy, options);
  return `${JSON.stringify(result)}\n${textReport(parsePolicy(policy), result)}`;
}

function verified({ pool, policy }: Input): string {
  return JSON.stringify(verify(pool, policy, match(pool, policy)));
}

function assigned(input: AssignInput, seed: string): string {
  const plain = (_: string, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value);
  return JSON.stringify([assign(input), assign(input, { seed })], plain);
}

const made = cohorts();
const small: Answer[] = [
  ...canaries,
  ...made.flatMap((cohort, index) => every(`cohort-${index} match`, (shuffle) => matched(shuffled(cohort, shuffle)))),
  ...made.map((cohort, index): Answer => [`cohort-${index} verify 0`, () => verified(cohort)]),
  ...made
    .slice(0, 2)
    .flatMap((cohort, index) =>
      every(`cohort-${index} linear-program`, (shuffle) =>
        matched(shuffled(cohort, shuffle), { solver: linearProgram }),
      ),
    ),
];
const large: Answer[] = [];
/** A major version stands for the shuffle that it is given of a large case: 20, 22, 24, 26 have four different ones. */
const ownShuffle = (Number(process.versions.node.split(".")[0]) / 2) % SHUFFLES.length;
for (const id of cases === undefined ? [] : names) {
  const problem = cases!.load(id);
  const isLarge = problem.edges.length / 3 > MOST_PAIRS;
  (isLarge ? large : small).push([`${id} assign 0`, () => assigned(asColumns(problem), id)]);
  // Its scores are far beyond the scale of `match`.
  if (id === "lap-arrloop7x3") continue;
  const solve = (shuffle: number) => matched(shuffled(asInput(problem), shuffle));
  if (isLarge) large.push([`${id} match ${ownShuffle}`, () => solve(ownShuffle)]);
  else small.push(...every(`${id} match`, solve));
}

const [what, wanted] = process.argv.slice(2);
const answers = what === "small" ? small : [...small, ...large];
if (what === "show") {
  process.stdout.write(answers.find(([name]) => name === wanted)![1]());
} else {
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const hashes = answers.map(([name, text]) => [name, digest(text())]);
  const { user, system } = process.cpuUsage();
  const cpuSeconds = (user + system) / 1e6;
  const skipped = cases === undefined ? names : [];
  console.log(JSON.stringify({ version: process.version, locale, timeZone, cpuSeconds, skipped, hashes }));
}
