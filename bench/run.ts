/**
 * `npm run bench [-- --json file]`: how long `match` takes on synthetic cohorts, every answer verified before its time counts.
 * Each size runs in a process of its own, so that its memory is its own; times are CPU seconds of that process.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { syntheticCohort } from "../src/cohort.js";
import { match, type PolicyInput, verify } from "../src/index.js";

const SIZES: readonly (readonly [mentees: number, mentors: number])[] = [
  [20, 25],
  [200, 120],
  [1000, 600],
];
const SEED = 1;

interface Row {
  readonly size: string;
  readonly matches: number;
  readonly status: string;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

function measure(mentees: number, mentors: number): Row {
  const { pool, policy } = syntheticCohort({ mentees, mentors, seed: SEED });
  const start = process.cpuUsage();
  const result = match(pool, policy as unknown as PolicyInput);
  const { user, system } = process.cpuUsage(start);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const { status, issues } = verify(pool, policy as unknown as PolicyInput, result);
  if (status !== "proved") throw new Error(`not proved: ${JSON.stringify(issues[0])}`);
  return {
    size: `${mentees} × ${mentors}`,
    matches: result.matches.length,
    status,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes,
  };
}

function inOwnProcess(mentees: number, mentors: number): Row {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), "--only", `${mentees}x${mentors}`],
    {
      encoding: "utf8",
      timeout: 300_000,
    },
  );
  if (status !== 0) throw new Error(`${mentees} × ${mentors} failed: ${stderr}`);
  return JSON.parse(stdout) as Row;
}

const args = process.argv.slice(2);
const only = args[args.indexOf("--only") + 1];
if (args.includes("--only") && only !== undefined) {
  const [mentees, mentors] = only.split("x").map(Number);
  process.stdout.write(JSON.stringify(measure(mentees!, mentors!)));
} else {
  const rows = SIZES.map(([mentees, mentors]) => inOwnProcess(mentees, mentors));
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}, seed ${SEED}`;
  console.log(`match() on synthetic cohorts, verified; ${machine}`);
  console.table(rows);
  const file = args[args.indexOf("--json") + 1];
  if (args.includes("--json") && file !== undefined)
    writeFileSync(file, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
}
