import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

// One file with all of the library in it, so that every engine runs the very same text.
export default defineConfig({
  entry: { answers: "test/gates/answers.ts" },
  outDir: "node_modules/.cache/gates",
  format: "esm",
  platform: "node",
  target: "es2022",
  define: { __VERSION__: JSON.stringify(version) },
  skipNodeModulesBundle: true,
});
