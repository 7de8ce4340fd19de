// The tests that judge this part.
import { load } from "./load.js";

await load(import.meta.glob(["../rules/**/*.test.ts", "../laws/rules*.test.ts"]));
