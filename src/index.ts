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
export type { Gain } from "./insight/advise/gain.js";
export type { AreaLack, GradeLack } from "./insight/advise/lacking.js";
export type { ProfileField } from "./insight/advise/recruits.js";
export type { RulePrice } from "./insight/advise/without-rule.js";
export { type Advice, advise, type PlaceAdvice, type ProfileAdvice } from "./insight/advise.js";
export { type Ambiguity, ambiguity } from "./insight/ambiguity.js";
export { type AssessedPair, type Assessment, assess, type LevelGap, type OverPlaces } from "./insight/assess.js";
export type {
  Audit,
  AuditedGroup,
  AuditedGrouping,
  Figures,
  GroupComparison,
} from "./insight/audit/comparisons.js";
export type { GroupingInput } from "./insight/audit/groupings.js";
export { audit } from "./insight/audit.js";
export { blockingPairs } from "./insight/blocking-pairs.js";
export type {
  ChangedLevel,
  ChangedMentee,
  ChangedPair,
  Compared,
  Comparison,
  LevelCounts,
  PersonInRole,
} from "./insight/compare/comparison.js";
export type { CountUnit } from "./insight/compare/level-counts.js";
export { compare } from "./insight/compare.js";
export {
  type Declaration,
  type Evidence,
  evidence,
  type PolicyLine,
  type RuleCount,
  type UsedOverride,
} from "./insight/evidence.js";
export type {
  BetterMentor,
  ExplainedMatch,
  ExplainedPart,
  Explanation,
  Matched,
  PossiblePair,
  Reason,
  RefusedMentors,
  RefusedPair,
  Shortage,
  TightLimit,
  UnmatchedMentee,
} from "./insight/explain/explanation.js";
export {
  forMentee,
  forMentor,
  type MenteeExplanation,
  type MenteeMatch,
  type MentorExplanation,
  type TellableScore,
} from "./insight/explain/for-person.js";
export { explain, explainer, type Question } from "./insight/explain.js";
export { type FrontierPoint, frontier } from "./insight/frontier.js";
export { type Intervention, interventions } from "./insight/interventions.js";
export { type LintCodeName, lintCodes } from "./insight/lint/codes.js";
export type { LintFinding } from "./insight/lint/finding.js";
export { lint } from "./insight/lint.js";
export { type Quality, type QualityOptions, quality } from "./insight/quality.js";
export { type Refutation, type Verification, verify } from "./insight/verify.js";
export type { LevelDifference } from "./insight/what-if.js";
export type { Change } from "./insight/would-help/changes.js";
export { type Help, type HelpOptions, type WhatWouldHelp, whatWouldHelp } from "./insight/would-help.js";
export type { Level, LevelComponent, LevelContext, LevelFactory, LevelKind } from "./level.js";
export { advance } from "./lifecycle/advance.js";
export { type Ending, type EndReason, endPair } from "./lifecycle/end-pair.js";
export { forget } from "./lifecycle/forget.js";
export { type EarlyEndings, earlyEndings, type MentorFeedback, mentorFeedback } from "./lifecycle/mentor-feedback.js";
export { nominate, type Rating } from "./lifecycle/nominate.js";
export { type OverduePair, type OverdueStep, overdue, type Step } from "./lifecycle/overdue.js";
export { type Break, type ReviewedPair, review } from "./lifecycle/review.js";
export type { KeptFrom, MeetsNobody } from "./lifecycle/rota/absent.js";
export type { RotaOptionsInput } from "./lifecycle/rota/options.js";
export { planRota, type Rota, type RotaMeeting, type RotaRound } from "./lifecycle/rota.js";
export { settle } from "./lifecycle/settle.js";
export type { ByField, Group, OtherGroups } from "./lifecycle/statistics/groups.js";
export type { StatisticsOptions } from "./lifecycle/statistics/options.js";
export type { Spread } from "./lifecycle/statistics/spread.js";
export { type OutcomeFigures, type PairFigures, type Statistics, statistics } from "./lifecycle/statistics.js";
export { type MeetingsDue, type TermDates, termDates } from "./lifecycle/term-dates.js";
export { type Waiting, type WaitingOptions, waitingList } from "./lifecycle/waiting-list.js";
export { type Workload, type WorkloadOptions, workload } from "./lifecycle/workload.js";
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
export type { EntryInput, NameOf } from "./policy/entry-input.js";
export type { Filter, FilterInput, GroupValue, LimitInput, PolicyLimit } from "./policy/limits.js";
export type { NominationBounds, Policy, PolicyInput, StableObjective, Terms } from "./policy/policy.js";
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
  Outcome,
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
  Source,
  StandingPair,
  Status,
  Unmatched,
  Word,
} from "./types.js";
