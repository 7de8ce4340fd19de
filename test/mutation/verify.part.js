// The tests that judge this part: its own, and all that ask it whether a result holds.
import { load } from "./load.js";

await load(
  import.meta.glob([
    "../insight/**/*.test.ts",
    "../matching/*.test.ts",
    "../regressions/*.test.ts",
    "../laws/verify*.test.ts",
    "../laws/{match,levels,limits,stable}.test.ts",
  ]),
);
