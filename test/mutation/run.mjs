// Mutates each part of the house and counts how many mutants its tests find: npm run mutation [-- part … file … slice]
// With files, only these of the part are mutated: npm run mutation -- rules src/rules/more-senior.ts
// With a slice, only so much of each: npm run mutation -- rules 1/4
// With a sample, only so many mutants of all: npm run mutation -- rules --sample 60 --seed 7
// Not part of test:full: all parts take hours. Survivors are listed in reports/mutation/<part>-<slice>.txt.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parts } from "./parts.mjs";
import { keyOf, sampleOf, wilson } from "./sample.mjs";

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string" }, seed: { type: "string", default: "1" } },
});
const [size, seed] = [Number(values.sample ?? 0), Number(values.seed)];
if (!Number.isSafeInteger(size) || size < 0 || !Number.isSafeInteger(seed)) {
  console.error("Cannot take the sample: expected --sample and --seed to be integers, the sample above 0");
  process.exit(2);
}
const isSlice = (word) => /^[1-9]\d*\/[1-9]\d*$/.test(word);
const slice = words.find(isSlice) ?? "1/1";
const files = words.filter((word) => word.includes("/") && !isSlice(word));
const asked = words.filter((word) => !word.includes("/"));
const only = files.length > 0 ? ["--mutate", files.join()] : [];
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`Cannot mutate ${unknown.join(", ")}: expected parts of ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

let failed = false;
for (const part of asked.length > 0 ? asked : Object.keys(parts)) {
  const began = process.hrtime.bigint();
  mkdirSync("reports/mutation", { recursive: true });
  const sample = size > 0 ? await sampleOf(files.length > 0 ? files : parts[part].mutate, size, seed) : undefined;
  const list = `reports/mutation/${part}-sample.json`;
  if (sample !== undefined) writeFileSync(list, JSON.stringify(sample.keys));
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", ...only],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        MUTATED_PART: part,
        MUTATED_SLICE: slice,
        ...(sample === undefined ? {} : { MUTATED_SAMPLE: list }),
      },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  const report = `reports/mutation/${part}-${slice.replace("/", "-of-")}`;
  const minutes = Number((process.hrtime.bigint() - began) / 60_000_000_000n);
  const { found, all, survivors } = scoreOf(`${report}.json`, sample && new Set(sample.keys));
  writeFileSync(`${report}.txt`, `${survivors.join("\n")}\n`);
  const percent = (100 * found) / all;
  if (sample !== undefined) {
    const [low, high] = wilson(found, all).map((share) => (100 * share).toFixed(1));
    console.log(survivors.join("\n"));
    console.log(
      `${part}, ${sample.keys.length} of ${sample.of} mutants, seed ${seed}: ${found} of ${all} found, ${percent.toFixed(1)} %, with 95 % certainty ${low} to ${high} %; ${minutes} min`,
    );
    continue;
  }
  failed ||= percent < parts[part].atLeast;
  console.log(
    `${part} ${slice}: ${found} of ${all} mutants found, ${percent.toFixed(1)} %, ${parts[part].atLeast} % wanted; ${minutes} min`,
  );
}
process.exitCode = failed ? 1 : 0;

/** Mutants that a test fails on, or that never end, are found; those that do not compile count for nothing. */
function scoreOf(report, sample) {
  const all = Object.entries(JSON.parse(readFileSync(report, "utf8")).files).flatMap(([path, file]) =>
    file.mutants.map((mutant) => ({ ...mutant, path, lines: file.source.split("\n") })),
  );
  const mutants = sample === undefined ? all : all.filter((one) => sample.has(keyOf(one.path, one)));
  const of = (...statuses) => mutants.filter(({ status }) => statuses.includes(status));
  const left = of("Survived", "NoCoverage");
  const found = of("Killed", "Timeout").length;
  const survivors = left.map(({ path, lines, location: { start }, mutatorName, replacement, status }) => {
    const line = lines[start.line - 1].trim();
    return `${path}:${start.line}:${start.column} ${status} ${mutatorName}: ${line}\n    → ${replacement?.replaceAll("\n", " ")}`;
  });
  return { found, all: found + left.length, survivors };
}
