/**
 * Matches mentors with mentees: the provably best pairs under a scheme's rules, with a reason for every person.
 *
 * @packageDocumentation
 */
export { builtIns } from "./built-ins.js";
export type { Catalogue } from "./catalogue.js";
export type { Entry, Ladder, PositiveAction } from "./entry.js";
export { InputError, type Issue, SolverError } from "./errors.js";
export { type Refutation, type Verification, verify } from "./insight/verify.js";
export type { Level, LevelKind } from "./level.js";
export { levels } from "./matching/levels/index.js";
export { type MatchOptions, match } from "./matching/match.js";
export type { Assignment, LinearLevel, Prices, Problem, Solver } from "./matching/solvers/solver.js";
export type { Policy, PolicyInput, Terms } from "./policy/policy.js";
export { parsePolicy } from "./policy.js";
export { type PoolInput, parsePool } from "./pool.js";
export { rules } from "./rules/index.js";
export { pairRule } from "./rules/pair-rule.js";
export { participation } from "./rules/participation/index.js";
export type { ParticipationKind, ParticipationRule } from "./rules/participation/participation-rule.js";
export { personRule } from "./rules/participation/person-rule.js";
export type { Rule, RuleKind, Verdict } from "./rules/rule.js";
export type { Criterion, CriterionKind } from "./scoring/criterion.js";
export { criteria } from "./scoring/index.js";
export { pairCriterion } from "./scoring/pair-criterion.js";
export type {
  Finding,
  LevelValue,
  Match,
  MatchResult,
  Mentee,
  Mentor,
  NotTakingPart,
  Part,
  Person,
  Pool,
  Price,
  Proof,
  Refusals,
  Reserve,
  Run,
  Status,
  Unmatched,
} from "./types.js";
