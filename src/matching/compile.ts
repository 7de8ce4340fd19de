/** From people to columns: everyone in order of id, every rule and criterion bound, so that pairs can be judged by index. */
import { byCodeUnit } from "../door.js";
import type { Policy } from "../policy/policy.js";
import { inItsWords } from "../policy/vocabulary.js";
import { type ReportingLines, reportingLines } from "../rules/reporting-lines.js";
import type { OnUnknown, PairVerdict, RuleContext, When } from "../rules/rule.js";
import type { PairValue } from "../scoring/criterion.js";
import type { Mentee, Mentor, Pool } from "../types.js";
import { type Sieve, sieveOf } from "./sieves.js";
import { type SpecialPairs, specialPairs } from "./special-pairs.js";
import { type TakingPart, takingPart } from "./taking-part.js";

/** A rule that can be asked about any pair of the pool. */
export interface BoundRule {
  readonly id: string;
  readonly when: When;
  readonly onUnknown: OnUnknown | undefined;
  readonly verdict: PairVerdict;
  /** says the same of many mentors at once */
  readonly sieve: Sieve;
}

/** A criterion that can be asked about any pair of the pool. */
export interface BoundCriterion {
  readonly id: string;
  readonly weight: number;
  readonly value: PairValue;
}

/** A pool and a policy, ready to be asked about mentee `i` and mentor `j`: their indices in order of id (code units). */
export interface Columns extends SpecialPairs {
  readonly pool: Pool;
  readonly policy: Policy;
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly menteeIndex: ReadonlyMap<string, number>;
  readonly mentorIndex: ReadonlyMap<string, number>;
  readonly menteesPart: TakingPart;
  readonly mentorsPart: TakingPart;
  readonly lines: ReportingLines;
  /** most mentors of each mentee, most and fewest mentees of each mentor, as pool and policy say */
  readonly demand: Int32Array;
  readonly capacity: Int32Array;
  readonly minimum: Int32Array;
  readonly rules: readonly BoundRule[];
  readonly criteria: readonly BoundCriterion[];
  /** how much each criterion counts for each mentee: `weight[mentee × criteria + criterion]` */
  readonly weight: Float64Array;
}

/** Binds a policy to a pool. Linear in the pool, apart from sorting. */
export function compile(pool: Pool, policy: Policy): Columns {
  const mentees = byId(inItsWords(pool.mentees, policy.vocabulary));
  const mentors = byId(inItsWords(pool.mentors, policy.vocabulary));
  const menteeIndex = indexById(mentees);
  const mentorIndex = indexById(mentors);
  const { ladder, participation } = policy;
  const { asOf, pairs, relations = [] } = pool;
  const context = { mentees, mentors, ladder, asOf };
  const lines = reportingLines({ mentees, mentors, reportingLines: pool.reportingLines, relations, asOf });
  return {
    pool,
    policy,
    mentees,
    mentors,
    menteeIndex,
    mentorIndex,
    menteesPart: takingPart(mentees, participation.mentees, ladder, asOf),
    mentorsPart: takingPart(mentors, participation.mentors, ladder, asOf),
    lines,
    demand: Int32Array.from(mentees, ({ demand }) => demand ?? 1),
    capacity: Int32Array.from(mentors, ({ capacity }) => placesOf(capacity, policy.capacity)),
    minimum: Int32Array.from(mentors, ({ minimum }) => minimum ?? 0),
    rules: policy.must.map(({ id, when, onUnknown, bind }) => {
      const ruleContext: RuleContext = {
        ...context,
        reportingLines: pool.reportingLines,
        pairs,
        relations,
        lines,
        closedWorld: onUnknown === undefined,
      };
      const verdict = bind(ruleContext);
      return { id, when, onUnknown, verdict, sieve: sieveOf(verdict, onUnknown, mentors.length) };
    }),
    criteria: policy.prefer.map(({ id, weight, bind }) => ({ id, weight, value: bind(context) })),
    weight: weights(mentees, policy),
    ...specialPairs(pool, menteeIndex, mentorIndex),
  };
}

function byId<P extends { readonly id: string }>(people: readonly P[]): readonly P[] {
  return [...people].sort((a, b) => byCodeUnit(a.id, b.id));
}

function indexById(people: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }, index) => [id, index]));
}

function placesOf(own: number | undefined, policy: Policy["capacity"]): number {
  return Math.min(own ?? policy.default, policy.max ?? Number.POSITIVE_INFINITY);
}

function weights(mentees: readonly Mentee[], { prefer }: Policy): Float64Array {
  const weight = new Float64Array(mentees.length * prefer.length);
  mentees.forEach(({ matters }, mentee) => {
    prefer.forEach((criterion, at) => {
      const multiplier = matters !== undefined && Object.hasOwn(matters, criterion.id) ? matters[criterion.id]! : 1;
      weight[mentee * prefer.length + at] = criterion.weight * multiplier;
    });
  });
  return weight;
}
