// Bundled by esbuild for browsers, minified, gzipped, with all dependencies.
//
// The limits hold what has been reached, so that nothing grows. For match and verify that is below the goal of 60 kB; THE
// SOLVER'S GOAL OF 8 kB IS NOT REACHED YET. Lower a limit with each step.
export default [
  { name: "match and verify", path: "dist/index.js", import: "{ match, verify }", gzip: true, limit: "57 kB" },
  { name: "mentor-match/solver", path: "dist/solver.js", import: "{ assign }", gzip: true, limit: "9.1 kB" },
];
