/** How much `mentor-match/solver` adds to a page: bundled, minified and gzipped. */
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import type { Part } from "../part.js";

export interface Size {
  readonly entry: string;
  readonly minifiedBytes: number;
  readonly gzippedBytes: number;
}

export const size: Part<Size> = () => {
  const { outputFiles } = buildSync({
    entryPoints: ["src/solver.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const { contents } = outputFiles[0]!;
  const row = {
    entry: "mentor-match/solver",
    minifiedBytes: contents.length,
    gzippedBytes: gzipSync(contents, { level: 9 }).length,
  };
  const text = `\`${row.entry}\`, bundled by esbuild: ${kilobytes(row.minifiedBytes)} minified, ${kilobytes(row.gzippedBytes)} gzipped.`;
  return { title: "Size", text, rows: [row] };
};

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
