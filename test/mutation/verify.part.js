// The tests that judge this part.
import { load } from "./load.js";

await load(
  import.meta.glob([
    "../insight/**/*.test.ts",
    "../matching/*.test.ts",
    "../laws/verify*.test.ts",
    "../laws/match.test.ts",
  ]),
);
