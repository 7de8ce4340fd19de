// All tests that judge this part in one file: a mutant then loads the modules once, not once a test file.
import.meta.glob("../solvers/*.test.ts", { eager: true });
import.meta.glob("../solver.test.ts", { eager: true });
import.meta.glob("../laws/{solvers,warm-start,stopping}.test.ts", { eager: true });
