/** Runs one measurement in a process of its own, with limits, and reads what it prints. */
import { spawnSync } from "node:child_process";

export const MEASURE = "--measure";
const HEAP_MEGABYTES = 6000;
const OWN_LIMIT_MS = 400_000;
/** A process that waits instead of computing is stopped too. */
const WALL_PER_CPU = 5;
/** What takes less is measured several times, and the least counts. */
const SHORT_MS = 5000;
const TRIES = 3;

/** What came out, or in words why nothing did. */
export type Outcome<Row> = Row | string;

/** Starts this bundle again as `run.js --measure <measurement> <args…>`. */
export function inOwnProcess<Row extends object>(
  limitMs: number,
  measurement: string,
  ...args: readonly string[]
): Outcome<Row> {
  const seconds = Math.ceil(limitMs / 1000);
  const node = [process.execPath, "--expose-gc", `--max-old-space-size=${HEAP_MEGABYTES}`, process.argv[1]!];
  // The shell's limit is one of CPU time: a busy machine does not fail anybody.
  const { stdout, stderr, status, signal, error } = spawnSync(
    "sh",
    ["-c", `ulimit -t ${seconds}; exec "$@"`, "sh", ...node, MEASURE, measurement, ...args],
    { encoding: "utf8", timeout: limitMs * WALL_PER_CPU },
  );
  const isLate = (error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT";
  if (isLate || signal === "SIGXCPU" || signal === "SIGKILL") return `> ${seconds} s`;
  if (status === 0) return JSON.parse(stdout.trim().split("\n").at(-1)!) as Row;
  return /heap|memory/i.test(stderr) ? "out of memory" : `fails: ${reasonIn(stderr)}`;
}

/** The least of several processes where one is short, for chance and other work on the machine only ever add. */
export function leastOf<Row extends { readonly cpuMs: number }>(run: () => Outcome<Row>): Outcome<Row> {
  let least = run();
  for (let k = 1; k < TRIES && typeof least !== "string" && least.cpuMs < SHORT_MS; k++) {
    const again = run();
    if (typeof again !== "string" && again.cpuMs < least.cpuMs) least = again;
  }
  return least;
}

/** For this package's own solvers, which may not fail. */
export function ownRow<Row extends object>(measurement: string, ...args: readonly string[]): Row {
  const outcome = inOwnProcess<Row>(OWN_LIMIT_MS, measurement, ...args);
  if (typeof outcome === "string") throw new Error(`Cannot measure ${measurement} ${args.join(", ")}: ${outcome}`);
  return outcome;
}

/** `leastOf` for this package's own solvers. */
export function ownLeast<Row extends { readonly cpuMs: number }>(measurement: string, ...args: readonly string[]): Row {
  return leastOf(() => ownRow<Row>(measurement, ...args)) as Row;
}

function reasonIn(stderr: string): string {
  return /^\w*Error.*$/m.exec(stderr)?.[0] ?? stderr.trim().slice(0, 100);
}
