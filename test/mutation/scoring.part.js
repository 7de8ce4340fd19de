// All tests that judge this part in one file: a mutant then loads the modules once, not once a test file.
import.meta.glob("../scoring/**/*.test.ts", { eager: true });
import.meta.glob("../laws/criteria.test.ts", { eager: true });
