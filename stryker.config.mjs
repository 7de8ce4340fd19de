import { parts } from "./test/mutation/parts.mjs";

const part = process.env.MUTATED_PART ?? "rules";

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
  concurrency: 2,
  timeoutMS: 20_000,
  timeoutFactor: 3,
  tempDirName: ".stryker-tmp",
  ignorePatterns: ["/bench", "/docs", "/dist", "/coverage", "/reports"],
  reporters: ["progress-append-only", "json"],
  jsonReporter: { fileName: `reports/mutation/${part}.json` },
};
