/**
 * The parts of the house that are tested by mutation: which files are mutated, and how many of a hundred mutants
 * the tests in `<part>.part.js` must find.
 *
 * @type {Readonly<Record<string, { mutate: string[], atLeast: number }>>}
 */
export const parts = {
  rules: {
    mutate: ["src/rules/**/*.ts"],
    atLeast: 95,
  },
  scoring: {
    mutate: ["src/scoring/**/*.ts"],
    atLeast: 85,
  },
  verify: {
    mutate: ["src/insight/verify.ts", "src/insight/verify/**/*.ts", "src/insight/read-result.ts"],
    atLeast: 95,
  },
  doors: {
    mutate: ["src/door.ts", "src/entry.ts", "src/pool.ts", "src/pool/**/*.ts", "src/policy.ts", "src/policy/**/*.ts"],
    atLeast: 85,
  },
  flow: {
    mutate: ["src/matching/solvers/flow.ts", "src/matching/solvers/flow/**/*.ts"],
    atLeast: 85,
  },
};
