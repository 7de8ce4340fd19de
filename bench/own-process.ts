/** Runs one measurement in a process of its own, with limits, and reads what it prints. */
import { spawnSync } from "node:child_process";

export const MEASURE = "--measure";
const HEAP_MEGABYTES = 6000;
const OWN_TIME_LIMIT_MS = 300_000;

/** What came out, or in words why nothing did. */
export type Outcome<Row> = Row | string;

/** Starts this bundle again as `run.js --measure <measurement> <args…>`. */
export function inOwnProcess<Row extends object>(
  timeLimitMs: number,
  measurement: string,
  ...args: readonly string[]
): Outcome<Row> {
  const { stdout, stderr, status, error } = spawnSync(
    process.execPath,
    ["--expose-gc", `--max-old-space-size=${HEAP_MEGABYTES}`, process.argv[1]!, MEASURE, measurement, ...args],
    { encoding: "utf8", timeout: timeLimitMs },
  );
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT") return `> ${timeLimitMs / 1000} s`;
  if (status === 0) return JSON.parse(stdout.trim().split("\n").at(-1)!) as Row;
  return /heap|memory/i.test(stderr) ? "out of memory" : `fails: ${reasonIn(stderr)}`;
}

/** The same for this package's own solvers, which may not fail. */
export function ownRow<Row extends object>(measurement: string, ...args: readonly string[]): Row {
  const outcome = inOwnProcess<Row>(OWN_TIME_LIMIT_MS, measurement, ...args);
  if (typeof outcome === "string") throw new Error(`Cannot measure ${measurement} ${args.join(", ")}: ${outcome}`);
  return outcome;
}

function reasonIn(stderr: string): string {
  return /^\w*Error.*$/m.exec(stderr)?.[0] ?? stderr.trim().slice(0, 100);
}
