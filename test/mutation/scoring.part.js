// The tests that judge this part.
import { load } from "./load.js";

await load(import.meta.glob(["../scoring/**/*.test.ts", "../laws/criteria.test.ts"]));
