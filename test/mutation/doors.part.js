// All tests that judge this part in one file: a mutant then loads the modules once, not once a test file.
import.meta.glob("../{door,entry,policy,pool}*.test.ts", { eager: true });
import.meta.glob("../doors/**/*.test.ts", { eager: true });
