/**
 * `npm run bench [-- --all] [-- --only match,dense,…] [-- --json file] [-- --markdown file]`: how long matching takes, every
 * answer checked before its time counts, and which targets are met. docs/benchmarks.md is what it writes.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { MEASURE } from "./own-process.js";
import { machine, page, type Section, section } from "./page.js";
import type { Extent, Part } from "./part.js";
import { dense } from "./parts/dense.js";
import { families } from "./parts/families.js";
import { growth, measureGrowth } from "./parts/growth.js";
import { insight, measureInsight } from "./parts/insight.js";
import { levels, measureLevels } from "./parts/levels.js";
import { match, measureMatch, measureTwoLevels } from "./parts/match.js";
import { places } from "./parts/places.js";
import { size } from "./parts/size.js";
import { measureSolve } from "./parts/solve.js";
import { sparse } from "./parts/sparse.js";
import { measureWarm, warm } from "./parts/warm.js";
import { measureYear, year } from "./parts/year.js";
import { targets } from "./targets.js";

const PARTS: ReadonlyMap<string, Part<object>> = new Map<string, Part<object>>(
  Object.entries({ dense, sparse, growth, warm, levels, match, families, places, insight, year, size }),
);
/** What processes of their own do; each returns a row. */
const MEASUREMENTS: ReadonlyMap<string, (...args: string[]) => object | Promise<object>> = new Map<
  string,
  (...args: string[]) => object | Promise<object>
>(
  Object.entries({
    solve: measureSolve,
    growth: measureGrowth,
    warm: measureWarm,
    levels: measureLevels,
    match: measureMatch,
    "match-two-levels": measureTwoLevels,
    year: measureYear,
    insight: measureInsight,
  }),
);
const QUICK: Extent = { isQuick: true, peerLimitMs: 20_000 };
const ALL: Extent = { isQuick: false, peerLimitMs: 90_000 };

function part(name: string): Part<object> {
  const found = PARTS.get(name);
  if (found === undefined) throw new Error(`Cannot run "${name}": expected some of ${[...PARTS.keys()].join(", ")}`);
  return found;
}

async function measureHere([name = "", ...args]: readonly string[]): Promise<void> {
  const row = await MEASUREMENTS.get(name)!(...args);
  console.log(JSON.stringify(row));
}

function runParts(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      all: { type: "boolean" },
      only: { type: "string" },
      json: { type: "string" },
      markdown: { type: "string" },
    },
  });
  const named = (values.only?.split(",") ?? [...PARTS.keys()]).map((name) => ({ name, run: part(name) }));
  const on = machine();
  console.log(on);
  const sections: Section[] = [];
  const results: { [part: string]: readonly object[] } = {};
  // After every part, so that a run that is cut short leaves what it has.
  const write = () => {
    const last = { title: "Targets", text: targets(results) };
    if (values.json !== undefined)
      writeFileSync(values.json, `${JSON.stringify({ machine: on, results }, undefined, 2)}\n`);
    if (values.markdown !== undefined) writeFileSync(values.markdown, page(on, [...sections, last]));
    return last;
  };
  for (const { name, run } of named) {
    const { rows, ...written } = run(values.all === true ? ALL : QUICK);
    results[name] = rows;
    sections.push(written);
    console.log(`\n${section(written)}`);
    write();
  }
  console.log(`\n${section(write())}`);
}

const args = process.argv.slice(2);
if (args[0] === MEASURE) await measureHere(args.slice(1));
else runParts(args);
