/** How long the rounds of a year take: what a coordinator waits for, month after month. */
import { verify } from "../../src/index.js";
import { SCHEMES } from "../../src/schemes/all.js";
import { random } from "../../test/helpers/problems.js";
import { year as lived, type Round } from "../../test/simulation/year.js";
import { timed } from "../clock.js";
import { ownLeast } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, table } from "../table.js";

export interface Year {
  readonly scheme: string;
  readonly mentees: number;
  readonly mentors: number;
  readonly matches: number;
  readonly cpuMs: number;
}

export const year: Part<Year> = () => {
  const rows = [...SCHEMES.keys()].map((scheme) => ownLeast<Year>("year", scheme));
  const lines = rows.map(({ scheme, mentees, mentors, matches, cpuMs }) => [
    scheme,
    `${mentees} × ${mentors}`,
    `${matches}`,
    duration(cpuMs),
  ]);
  const text = [
    `Twelve monthly rounds of each scheme's cohort, in a process of its own: people join, change and leave, pairs go on or end,
\`advance()\`, \`match()\`, \`settle()\`. Every result is proved by \`verify()\`, whose time does not count.`,
    table(["scheme", "people", "matches of all rounds", "CPU"], lines),
  ].join("\n\n");
  return { title: "A year", text, rows };
};

export function measureYear(scheme: string): Year {
  const { policy, cohort } = SCHEMES.get(scheme)!;
  const everybody = cohort();
  const { cpuMs, result } = timed((): Round[] => [...lived(everybody, policy, random(7))]);
  for (const { pool, result: made } of result) {
    const { status, issues } = verify(pool, policy, made);
    if (status !== "proved") throw new Error(`A round of ${policy.name} is ${status}: ${JSON.stringify(issues[0])}`);
  }
  const matches = result.reduce((sum, { result: made }) => sum + made.matches.length, 0);
  return { scheme: policy.name, mentees: everybody.mentees.length, mentors: everybody.mentors.length, matches, cpuMs };
}
