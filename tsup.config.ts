import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const shared = {
  target: "es2022",
  define: { __VERSION__: JSON.stringify(version) },
  noExternal: [/^@noble\/hashes/, "jsonc-parser"],
};

// "npm run build" empties dist first: two configurations that both clean would race.
export default defineConfig([
  {
    ...shared,
    // The linear programme is no entry of the package: a file of its own lets bundlers drop it, and its solver, where unused.
    entry: {
      index: "src/index.ts",
      cohort: "src/cohort.ts",
      schemes: "src/schemes/index.ts",
      report: "src/report/index.ts",
      solver: "src/solver.ts",
      highs: "src/highs.ts",
      "linear-program": "src/matching/solvers/linear-program.ts",
    },
    format: ["esm", "cjs"],
    platform: "neutral",
    splitting: true,
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  },
  {
    ...shared,
    entry: { cli: "src/cli/main.ts" },
    format: "esm",
    platform: "node",
    noExternal: [...shared.noExternal, /^csv-parse/],
  },
]);
