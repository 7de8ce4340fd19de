import { defineConfig } from "tsup";

// Packages stay outside the bundle: some load files that lie beside them.
export default defineConfig({
  entry: ["bench/run.ts"],
  outDir: "node_modules/.cache/bench",
  format: "esm",
  target: "es2022",
  skipNodeModulesBundle: true,
});
