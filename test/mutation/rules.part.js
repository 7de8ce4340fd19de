// All tests that judge this part in one file: a mutant then loads the modules once, not once a test file.
import.meta.glob("../rules/**/*.test.ts", { eager: true });
import.meta.glob("../laws/rules*.test.ts", { eager: true });
