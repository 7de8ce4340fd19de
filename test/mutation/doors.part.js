// The tests that judge this part.
import { load } from "./load.js";

await load(import.meta.glob(["../{door,entry,policy,pool}*.test.ts", "../doors/**/*.test.ts"]));
