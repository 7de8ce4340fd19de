/**
 * A sample of a part's mutants, so that a part can be judged in minutes: drawn by a seed from all that stryker would make. As a
 * plug-in of stryker it lets only those run; npm run mutation says which.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** What tells a mutant from all others, in whichever way stryker counts lines. */
export function keyOf(path, { location: { start, end }, mutatorName, replacement }) {
  return JSON.stringify([path, start.line, start.column, end.line, end.column, mutatorName, replacement]);
}

/** So many mutants of the files, or all where there are no more; and of how many. */
export async function sampleOf(patterns, size, seed) {
  const keys = await mutantsOf(patterns);
  const random = randomFrom(seed);
  // The beginning of a shuffle (Durstenfeld 1964).
  for (let at = 0; at < Math.min(size, keys.length); at++) {
    const other = at + Math.floor(random() * (keys.length - at));
    [keys[at], keys[other]] = [keys[other], keys[at]];
  }
  return { keys: keys.slice(0, size), of: keys.length };
}

/** The interval in which the share of all lies with 95 % certainty, where so many of a sample have it (Wilson 1927). */
export function wilson(found, all) {
  const z = 1.959964;
  const share = found / all;
  const middle = share + (z * z) / (2 * all);
  const width = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return [(middle - width) / (1 + (z * z) / all), (middle + width) / (1 + (z * z) / all)];
}

/** The keys of all mutants of the files, in an order that depends on the files alone. */
async function mutantsOf(patterns) {
  // The part of stryker that makes mutants, which is not in its public package.
  const core = createRequire(import.meta.resolve("@stryker-mutator/core"));
  const { Instrumenter } = await import(pathToFileURL(core.resolve("@stryker-mutator/instrumenter")).href);
  const quiet = new Proxy({}, { get: (_, name) => (String(name).startsWith("is") ? () => false : () => {}) });
  const isIn = patterns.map((pattern) => {
    const text = pattern.replaceAll(".", "\\.").replaceAll("**/", "(?:.+/)?").replaceAll("*", "[^/]*");
    return new RegExp(`^${text}$`);
  });
  const sources = readdirSync("src", { recursive: true }).map((name) => `src/${name.replaceAll("\\", "/")}`);
  const names = sources.filter((name) => isIn.some((pattern) => pattern.test(name))).sort();
  const files = names.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") }));
  const options = { ignorers: [], excludedMutations: [], plugins: null, noHeader: true };
  const { mutants } = await new Instrumenter(quiet).instrument(files, options);
  return mutants.map((mutant) => keyOf(relative(".", mutant.fileName), asReported(mutant)));
}

/** Reports count lines and columns from 1, mutants from 0. */
function asReported({ location: { start, end }, ...mutant }) {
  const next = ({ line, column }) => ({ line: line + 1, column: column + 1 });
  return { ...mutant, location: { start: next(start), end: next(end) } };
}

/** Mulberry32 (Ettinger, public domain). */
function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

const sampled = process.env.MUTATED_SAMPLE === undefined ? undefined : readSample(process.env.MUTATED_SAMPLE);

function readSample(path) {
  return new Set(JSON.parse(readFileSync(path, "utf8")));
}

const checker = {
  init: async () => {},
  group: async (mutants) => [mutants.map(({ id }) => id)],
  check: async (mutants) =>
    Object.fromEntries(
      mutants.map((mutant) => {
        const isIn = sampled?.has(keyOf(relative(process.cwd(), mutant.fileName), asReported(mutant)));
        return [mutant.id, isIn ? { status: "passed" } : { status: "compileError", reason: "not in the sample" }];
      }),
    ),
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Checker, "sample", checker)];
