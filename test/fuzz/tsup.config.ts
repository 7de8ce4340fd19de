import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

export default defineConfig({
  entry: ["test/fuzz/run.ts"],
  outDir: "node_modules/.cache/fuzz",
  define: { __VERSION__: JSON.stringify(version) },
  format: "esm",
  target: "es2022",
  skipNodeModulesBundle: true,
});
