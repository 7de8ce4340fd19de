// All tests that judge this part in one file: a mutant then loads the modules once, not once a test file.
import.meta.glob("../insight/**/*.test.ts", { eager: true });
import.meta.glob("../matching/*.test.ts", { eager: true });
import.meta.glob("../laws/verify*.test.ts", { eager: true });
import.meta.glob("../laws/match.test.ts", { eager: true });
