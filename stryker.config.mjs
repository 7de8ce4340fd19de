import { parts } from "./test/mutation/parts.mjs";

const part = process.env.MUTATED_PART ?? "rules";
const slice = process.env.MUTATED_SLICE ?? "1/1";

/**
 * Mutates one part of the house; npm run mutation goes through them.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: parts[part].mutate,
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.mjs", related: false },
  coverageAnalysis: "perTest",
  incremental: false,
  concurrency: Number(process.env.MUTATED_AT_ONCE ?? 2),
  // A mutant that never ends costs as much as many that are found.
  timeoutMS: 10_000,
  timeoutFactor: 2,
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/slice.mjs", "./test/mutation/sample.mjs"],
  ignorers: ["slice"],
  checkers: process.env.MUTATED_SAMPLE === undefined ? [] : ["sample"],
  tempDirName: ".stryker-tmp",
  ignorePatterns: ["/bench", "/docs", "/dist", "/coverage", "/reports"],
  reporters: ["progress-append-only", "json"],
  jsonReporter: { fileName: `reports/mutation/${part}-${slice.replace("/", "-of-")}.json` },
};
