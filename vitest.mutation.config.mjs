import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import usual from "./vitest.config.js";

// For npm run mutation: the tests that judge the mutated part, each law with few cases.
export default defineConfig((env) => {
  const { test, ...rest } = usual(env);
  return {
    ...rest,
    test: {
      ...test,
      include: [`test/mutation/${process.env.MUTATED_PART ?? "rules"}.part.js`],
      env: { MENTOR_MATCH_COUNTS: "few" },
      setupFiles: [fileURLToPath(new URL("test/mutation/cheap.ts", import.meta.url))],
      reporters: ["default"],
    },
  };
});
