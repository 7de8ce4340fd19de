/**
 * Matches mentors with mentees: the provably best pairs under a scheme's rules, with a reason for every person.
 *
 * @packageDocumentation
 */
export { builtIns } from "./built-ins.js";
export type { Catalogue } from "./catalogue.js";
export type {
  Entry,
  FactoryArguments,
  Kind,
  Ladder,
  Params,
  ParamsInput,
  PolicyFacts,
  PositiveAction,
  Sort,
} from "./entry.js";
export { InputError, type Issue, SolverError } from "./errors.js";
export { type AccessProof, type AccessTree, accessProof } from "./insight/access-proof.js";
export { blockingPairs } from "./insight/blocking-pairs.js";
export { type FrontierPoint, frontier } from "./insight/frontier.js";
export { type Refutation, type Verification, verify } from "./insight/verify.js";
export type { Level, LevelComponent, LevelContext, LevelFactory, LevelKind } from "./level.js";
export { advance } from "./lifecycle/advance.js";
export { type Ending, type EndReason, endPair } from "./lifecycle/end-pair.js";
export { forget } from "./lifecycle/forget.js";
export { type OverduePair, type OverdueStep, overdue, type Step } from "./lifecycle/overdue.js";
export { type Break, type ReviewedPair, review } from "./lifecycle/review.js";
export { settle } from "./lifecycle/settle.js";
export { type MeetingsDue, type TermDates, termDates } from "./lifecycle/term-dates.js";
export { type Waiting, type WaitingOptions, waitingList } from "./lifecycle/waiting-list.js";
export { type EligiblePair, eligiblePairs } from "./matching/eligible.js";
export { levels } from "./matching/levels/index.js";
export { type PairLevelOptions, pairLevel } from "./matching/levels/pair-level.js";
export { type MatchOptions, match } from "./matching/match.js";
export { flow } from "./matching/solvers/flow.js";
export { linearProgram } from "./matching/solvers/linear-program.js";
export { nested } from "./matching/solvers/nested.js";
export type {
  Assignment,
  Conflict,
  Constraints,
  Limit,
  LinearLevel,
  Prices,
  Problem,
  Progress,
  Row,
  Solver,
} from "./matching/solvers/solver.js";
export type { ConstraintInput, PolicyConstraint, Share } from "./policy/constraints.js";
export type { Filter, FilterInput, GroupValue, LimitInput, PolicyLimit } from "./policy/limits.js";
export type {
  EntryInput,
  NameOf,
  NominationBounds,
  Policy,
  PolicyInput,
  StableObjective,
  Terms,
} from "./policy/policy.js";
export type { Vocabulary } from "./policy/vocabulary.js";
export { parsePolicy } from "./policy.js";
export type { Nullable } from "./pool.js";
export { type PoolInput, parsePool } from "./pool.js";
export type { AttributeField, Closed, DeclaredRecord, MenteeField, MentorField } from "./records.js";
export type { Answer } from "./rules/closure.js";
export { rules } from "./rules/index.js";
export type { PairRuleOptions } from "./rules/pair-rule.js";
export { pairRule } from "./rules/pair-rule.js";
export { participation } from "./rules/participation/index.js";
export type {
  ParticipationContext,
  ParticipationFactory,
  ParticipationKind,
  ParticipationOptions,
  ParticipationRule,
  ParticipationWhen,
  PersonVerdict,
} from "./rules/participation/participation-rule.js";
export type { PersonRuleOptions } from "./rules/participation/person-rule.js";
export { personRule } from "./rules/participation/person-rule.js";
export type {
  OnUnknown,
  PairReads,
  PairVerdict,
  Rule,
  RuleContext,
  RuleFactory,
  RuleKind,
  RuleOptions,
  Verdict,
  When,
} from "./rules/rule.js";
export type {
  Criterion,
  CriterionContext,
  CriterionFactory,
  CriterionKind,
  CriterionOptions,
  CriterionReads,
  PairValue,
} from "./scoring/criterion.js";
export { MENTEE_SILENT, MENTOR_SILENT } from "./scoring/criterion.js";
export { criteria } from "./scoring/index.js";
export type { PairCriterionOptions } from "./scoring/pair-criterion.js";
export { pairCriterion } from "./scoring/pair-criterion.js";
export type { PairScore, PairScoreInput } from "./scoring/pair-score-list.js";
export type { Schema, Shape } from "./shape.js";
export type {
  AttributeValue,
  ConstraintKey,
  ConstraintPrice,
  Finding,
  GapPreference,
  Json,
  LevelValue,
  LimitPrice,
  Location,
  Match,
  MatchResult,
  Mentee,
  Mentor,
  NotTakingPart,
  OneOrMore,
  Override,
  PairIds,
  PairStatus,
  Part,
  Period,
  Person,
  Pool,
  Post,
  Price,
  Proof,
  Refusals,
  Relation,
  ReportingLine,
  Reserve,
  Run,
  SideAnswers,
  StandingPair,
  Status,
  Unmatched,
  Word,
} from "./types.js";
