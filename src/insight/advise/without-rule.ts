/** The price of each rule: what would be gained if it were dropped. */
import { compile } from "../../matching/compile.js";
import { fixPairs } from "../../matching/fixed.js";
import { eligiblePairs } from "../../matching/pairs.js";
import type { Policy } from "../../policy/policy.js";
import { parsePolicy } from "../../policy.js";
import { parsePool } from "../../pool.js";
import type { MatchResult, Pool } from "../../types.js";
import { solvedAnew } from "../what-if.js";
import { byGain, type Gain, gainOf } from "./gain.js";

/** What one rule, on pairs or on people, one limit or one constraint costs. */
export interface RulePrice {
  /** where it stands in the policy: `"must.more-senior"`, `"participation.mentors.trained"`, `"minimumScore"`, `"limits.places"` */
  readonly path: string;
  /** what would be gained without it; minima and limits that could not be kept may then be kept, or the other way round */
  readonly gain: Gain;
}

interface Question {
  readonly pool: Pool;
  readonly policy: Policy;
}

/** Every rule's price, dearest first; what costs nothing is listed, too. */
export function rulePrices(question: Question, best: MatchResult): readonly RulePrice[] {
  const own = countsOf(question);
  return dropped(question)
    .map(({ path, ...without }): RulePrice => {
      // Without limits in play, the same pairs and the same demands have the same best matching.
      const isSame = /^(must|participation|minimumScore)/.test(path) && countsOf(without) === own;
      return { path, gain: gainOf(best, isSame ? best : solvedAnew(without.pool, without.policy), question) };
    })
    .sort((a, b) => byGain(a.gain, b.gain));
}

/** The question without each of its rules. */
function dropped({ pool, policy }: Question): (Question & { readonly path: string })[] {
  const { must, participation, limits, constraints, minimumScore } = policy;
  const free = (rule: string): Pool =>
    parsePool({ ...pool, overrides: pool.overrides.filter((override) => override.rule !== rule) });
  const other = (path: string, changed: Partial<Policy>, from = pool) => ({
    path,
    pool: from,
    policy: parsePolicy({ ...policy, ...changed }),
  });
  const lacking = <E extends { readonly id: string }>(list: readonly E[], id: string): readonly E[] =>
    list.filter((entry) => entry.id !== id);
  const { mentees, mentors } = participation;
  return [
    ...mentees.map(({ id }) =>
      other(`participation.mentees.${id}`, { participation: { mentors, mentees: lacking(mentees, id) } }),
    ),
    ...mentors.map(({ id }) =>
      other(`participation.mentors.${id}`, { participation: { mentees, mentors: lacking(mentors, id) } }),
    ),
    ...must.map(({ id }) => other(`must.${id}`, { must: lacking(must, id) }, free(id))),
    ...(minimumScore > 0 ? [other("minimumScore", { minimumScore: 0 }, free("minimumScore"))] : []),
    ...limits.map(({ id }) => other(`limits.${id}`, { limits: lacking(limits, id) })),
    ...constraints.map(({ id }) => other(`constraints.${id}`, { constraints: lacking(constraints, id) })),
  ];
}

/** How many pairs there are to choose from, decided, free to move, and how many places minima demand: rules only ever take away. */
function countsOf({ pool, policy }: Question): string {
  const columns = compile(pool, policy);
  const fixed = fixPairs(columns);
  const pairs = eligiblePairs(columns, fixed);
  const due = fixed.minimum.reduce((sum, places) => sum + places, 0);
  return [pairs?.mentor.length, fixed.pairs.length, fixed.movable.length, fixed.refusedLocks.length, due].join(" ");
}
