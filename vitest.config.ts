import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here("package.json"), "utf8")) as { version: string };

const WHOLE = [
  "src/insight/verify.ts",
  "src/insight/verify/**",
  "src/rules/**",
  "src/scoring/**",
  "src/matching/solvers/**",
];

/** The tests that draw at random; the others would only say in full mode again what they say in the fast suite. */
const DRAWN = readdirSync(here("test"), { recursive: true, encoding: "utf8" })
  .map((path) => `test/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".test.ts") && readFileSync(here(path), "utf8").includes("helpers/counts"));

/** Where the runner of mutants keeps modules from one to the next. */
const modules = process.env.MENTOR_MATCH_MODULE_CACHE;

const FOLDERS = readdirSync(here("src"), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

// "--mode full" (npm run test:full) runs what draws at random, with up to ten times as many cases.
export default defineConfig(({ mode }) => ({
  define: { __VERSION__: JSON.stringify(version) },
  resolve: {
    alias: [
      { find: /^mentor-match$/, replacement: here("src/index.ts") },
      { find: /^mentor-match\/cohort$/, replacement: here("src/cohort.ts") },
      { find: /^mentor-match\/schemes$/, replacement: here("src/schemes/index.ts") },
      { find: /^mentor-match\/report$/, replacement: here("src/report/index.ts") },
      { find: /^mentor-match\/solver$/, replacement: here("src/solver.ts") },
      { find: /^mentor-match\/highs$/, replacement: here("src/highs.ts") },
    ],
  },
  test: {
    include: mode === "full" ? DRAWN : ["test/**/*.test.ts"],
    reporters: ["default", here("test/helpers/cases-reporter.ts")],
    env: mode === "full" ? { MENTOR_MATCH_COUNTS: "full" } : {},
    testTimeout: mode === "full" ? 600_000 : 60_000,
    maxWorkers: 2,
    experimental: modules === undefined ? {} : { fsModuleCache: true, fsModuleCachePath: modules },
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text", "html"],
      reportOnFailure: true,
      // What decides, and what checks the decision, is tested to the last branch; no other folder rests on the rest.
      thresholds: {
        lines: 95,
        branches: 95,
        ...Object.fromEntries(FOLDERS.map((folder) => [`src/${folder}/**`, { lines: 95, branches: 95 }])),
        ...Object.fromEntries(WHOLE.map((files) => [files, { lines: 100, branches: 100 }])),
      },
    },
  },
}));
