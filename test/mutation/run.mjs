// Mutates each part of the house and counts how many mutants its tests find: npm run mutation [-- part … file … slice]
// With files, only these of the part are mutated: npm run mutation -- rules src/rules/more-senior.ts
// With a slice, only so much of each: npm run mutation -- rules 1/4
// Not part of test:full: all parts take hours. Survivors are listed in reports/mutation/<part>-<slice>.txt.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parts } from "./parts.mjs";

const words = process.argv.slice(2);
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
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", ...only],
    {
      stdio: "inherit",
      env: { ...process.env, MUTATED_PART: part, MUTATED_SLICE: slice },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  const report = `reports/mutation/${part}-${slice.replace("/", "-of-")}`;
  const minutes = Number((process.hrtime.bigint() - began) / 60_000_000_000n);
  const { found, all, survivors } = scoreOf(`${report}.json`);
  writeFileSync(`${report}.txt`, `${survivors.join("\n")}\n`);
  const percent = (100 * found) / all;
  failed ||= percent < parts[part].atLeast;
  console.log(
    `${part} ${slice}: ${found} of ${all} mutants found, ${percent.toFixed(1)} %, ${parts[part].atLeast} % wanted; ${minutes} min`,
  );
}
process.exitCode = failed ? 1 : 0;

/** Mutants that a test fails on, or that never end, are found; those that do not compile count for nothing. */
function scoreOf(report) {
  const mutants = Object.entries(JSON.parse(readFileSync(report, "utf8")).files).flatMap(([path, file]) =>
    file.mutants.map((mutant) => ({ ...mutant, path, lines: file.source.split("\n") })),
  );
  const of = (...statuses) => mutants.filter(({ status }) => statuses.includes(status));
  const left = of("Survived", "NoCoverage");
  const found = of("Killed", "Timeout").length;
  const survivors = left.map(({ path, lines, location: { start }, mutatorName, replacement, status }) => {
    const line = lines[start.line - 1].trim();
    return `${path}:${start.line}:${start.column} ${status} ${mutatorName}: ${line}\n    → ${replacement?.replaceAll("\n", " ")}`;
  });
  return { found, all: found + left.length, survivors };
}
