/**
 * Matches random pools under random policies until the time is over or something is wrong.
 *
 *   npm run fuzz -- --minutes 5 [--seed 1]
 */
import { parseArgs } from "node:util";
import { anyWideCase } from "../helpers/any-case.js";
import { type Outcome, outcomeOf } from "./complaint.js";
import { shrunk } from "./shrink.js";

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const minutes = Number(values.minutes ?? 1);
const first = Number(values.seed ?? Math.floor(Math.random() * 1e9));
if (!(minutes > 0) || !Number.isSafeInteger(first))
  throw new RangeError("expected --minutes above 0 and an integer --seed");
console.log(`fuzz: ${minutes} min from seed ${first}`);

const end = Date.now() + minutes * 60_000;
const seen = new Map<Outcome["status"], number>();
let runs = 0;
for (let seed = first; Date.now() < end; seed++, runs++) {
  const made = anyWideCase(seed);
  const { status, wrong } = outcomeOf(made);
  seen.set(status, (seen.get(status) ?? 0) + 1);
  if (wrong === undefined) continue;
  const smallest = shrunk(made, (smaller) => outcomeOf(smaller).wrong !== undefined);
  console.log(`\nseed ${seed}: ${wrong}\n\nsmallest case:\n${JSON.stringify(smallest, null, 1)}`);
  console.log(`\nwrong with it: ${outcomeOf(smallest).wrong}`);
  process.exitCode = 1;
  break;
}
console.log(`fuzz: ${runs} runs`, Object.fromEntries(seen));
