/**
 * `npm run bench [-- --all] [-- --only match,dense,…] [-- --json file]`: how long matching takes, every answer checked before
 * its time counts. docs/benchmarks.md says what the parts are.
 */
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { MEASURE } from "./own-process.js";
import type { Extent, Part } from "./part.js";
import { dense } from "./parts/dense.js";
import { families } from "./parts/families.js";
import { growth } from "./parts/growth.js";
import { match, measureMatch } from "./parts/match.js";
import { measureSolve } from "./parts/solve.js";
import { sparse } from "./parts/sparse.js";
import { measureWarm, warm } from "./parts/warm.js";

const PARTS: ReadonlyMap<string, Part> = new Map(Object.entries({ match, dense, sparse, families, growth, warm }));
/** What processes of their own do; each returns a row. */
const MEASUREMENTS: ReadonlyMap<string, (...args: string[]) => object | Promise<object>> = new Map(
  Object.entries({ match: measureMatch, solve: measureSolve, warm: measureWarm }),
);
const QUICK: Extent = { isQuick: true, peerTimeLimitMs: 20_000 };
const ALL: Extent = { isQuick: false, peerTimeLimitMs: 90_000 };

function part(name: string): Part {
  const found = PARTS.get(name);
  if (found === undefined) throw new Error(`Cannot run "${name}": expected some of ${[...PARTS.keys()].join(", ")}`);
  return found;
}

function machine(): string {
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  const load = loadavg()[0]!.toFixed(1);
  return `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${gibibytes} GiB, Node ${process.version}, load ${load} at the start`;
}

async function measureHere([name = "", ...args]: readonly string[]): Promise<void> {
  const row = await MEASUREMENTS.get(name)!(...args);
  console.log(JSON.stringify(row));
}

function runParts(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { all: { type: "boolean" }, only: { type: "string" }, json: { type: "string" } },
  });
  const named = (values.only?.split(",") ?? [...PARTS.keys()]).map((name) => ({ name, run: part(name) }));
  const heading = machine();
  console.log(heading);
  const results = named.map(({ name, run }) => {
    const { text, rows } = run(values.all === true ? ALL : QUICK);
    console.log(`\n${text}`);
    return { part: name, rows };
  });
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ machine: heading, results }, undefined, 2)}\n`);
}

const args = process.argv.slice(2);
if (args[0] === MEASURE) await measureHere(args.slice(1));
else runParts(args);
