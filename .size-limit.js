// Bundled by esbuild for browsers, minified, gzipped, with all dependencies.
//
// NEITHER LIMIT IS THE GOAL YET: they hold what has been reached, so that nothing grows. The goals are 60 kB for match and
// verify and 8 kB for the solver. Lower a limit with each step.
export default [
  { name: "match and verify", path: "dist/index.js", import: "{ match, verify }", gzip: true, limit: "103 kB" },
  { name: "mentor-match/solver", path: "dist/solver.js", import: "{ assign }", gzip: true, limit: "10.4 kB" },
];
