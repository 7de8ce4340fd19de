/** docs/lint.md: the table of the lint's codes. */
import { lintCodes } from "../../src/index.js";
import { head } from "./pages.js";

export function lintPage(): string {
  const rows = Object.entries(lintCodes).map(
    ([code, { means, suggestion }]) => `| \`${code}\` | ${means} | ${suggestion} |`,
  );
  return [
    head("Lint codes"),
    "",
    "# Lint",
    "",
    "`lint(policy, pool)` looks a policy over before anybody is matched. Each finding has a `code` of this table, the place in the",
    "policy (`path`), the `ids` of the people concerned, `numbers`, and the `suggestion`; without a pool it finds what the policy",
    "alone shows. See [insight-scheme.md](insight-scheme.md) for one at work.",
    "",
    "| code | what is so | what may be done |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
