/** The verbs of insight beside one `match()` of the same cohort. */
import { syntheticCohort } from "../../src/cohort.js";
import {
  advise,
  audit,
  evidence,
  explainer,
  lint,
  match,
  type PolicyInput,
  parsePolicy,
  parsePool,
  verify,
} from "../../src/index.js";
import { timed } from "../clock.js";
import { ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, table } from "../table.js";

const VERBS = ["explain", "lint", "advise", "audit", "evidence"] as const;
const SIZES: readonly (readonly [mentees: number, mentors: number])[] = [
  [200, 120],
  [1000, 600],
];
const SEED = 1;

export interface Insight {
  readonly verb: string;
  readonly size: string;
  readonly cpuMs: number;
  /** one run of `match()` in the same process, warm */
  readonly matchMs: number;
}

export const insight: Part<Insight> = () => {
  const rows = SIZES.flatMap(([mentees, mentors]) =>
    VERBS.map((verb) => ownRow<Insight>("insight", verb, `${mentees}`, `${mentors}`)),
  );
  const lines = rows.map(({ verb, size, cpuMs, matchMs }) => [
    `\`${verb}()\``,
    size,
    duration(cpuMs),
    duration(matchMs),
    (cpuMs / matchMs).toFixed(1),
  ]);
  const text = [
    `Synthetic cohorts (seed ${SEED}), beside one warm run of \`match()\` in the same process; the result that they are given is
verified, which is part of their time.`,
    table(["verb", "size", "CPU", "`match()`", "times"], lines),
  ].join("\n\n");
  return { title: "Insight", text, rows };
};

export function measureInsight(verb: string, mentees: string, mentors: string): Insight {
  const cohort = syntheticCohort({ mentees: Number(mentees), mentors: Number(mentors), seed: SEED });
  const pool = parsePool(cohort.pool);
  const policy = parsePolicy(cohort.policy as unknown as PolicyInput);
  const result = match(pool, policy);
  if (verify(pool, policy, result).status !== "proved") throw new Error("not proved");
  const matchMs = timed(() => match(pool, policy)).cpuMs;
  const run: { readonly [verb: string]: () => unknown } = {
    // Everybody who was left out.
    explain: () => {
      const why = explainer(pool, policy, result);
      return result.unmatched.map(({ menteeId }) => why({ mentee: menteeId }));
    },
    lint: () => lint(policy, pool),
    advise: () => advise(pool, policy, result),
    audit: () => audit(pool, policy, result, []),
    evidence: () => evidence(pool, policy, result),
  };
  const { cpuMs } = timed(run[verb]!);
  return { verb, size: `${mentees} × ${mentors}`, cpuMs, matchMs };
}
