// Named checks one after the other: what passed, what failed, what was skipped and why, and how long each took.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Thrown by a check that cannot be made on this machine. */
export class Skip extends Error {}

const counts = { passed: 0, failed: 0 };
const skipped = [];

/** Runs one check; it fails if it throws. What it returns is printed beside its name. */
export async function check(name, act) {
  const start = performance.now();
  const print = (word, text) =>
    console.log(`${word}  ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)${text ? `: ${text}` : ""}`);
  try {
    const told = await act();
    counts.passed++;
    print("pass", told);
  } catch (error) {
    if (error instanceof Skip) {
      skipped.push(name);
      print("SKIP", error.message);
    } else {
      counts.failed++;
      print("FAIL", [error.message, error.stdout, error.stderr].filter(Boolean).join("\n"));
    }
  }
}

export const equal = (got, wanted, what) => {
  if (got !== wanted) throw new Error(`expected ${what} ${wanted}, got ${got}`);
};

/** Prints the counts, and what was skipped by name; sets the exit code. */
export function summary() {
  if (skipped.length > 0) console.log(`SKIPPED: ${skipped.join("; ")}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}
