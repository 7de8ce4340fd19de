/** A result as plain data, whatever was passed for one. */
import type { MatchResult } from "../types.js";

const FIELDS = [
  "format",
  "status",
  "matches",
  "unmatched",
  "reserve",
  "notTakingPart",
  "levels",
  "proof",
  "findings",
  "run",
];
const RUN_FIELDS = ["version", "seed", "solver", "poolHash", "policyHash", "repeatable"];

/** A result nests five levels; beyond twice as many nothing is compared, so that no nesting exhausts the stack. */
const MOST_NESTED = 10;

/** The result read once, as JSON would keep it; `undefined` for what has not the shape of one. */
export function readResult(input: unknown): MatchResult | undefined {
  let result: unknown;
  try {
    result = JSON.parse(JSON.stringify(input)) as unknown;
  } catch {
    // Cycles, big integers, getters that throw, nesting without end.
    return undefined;
  }
  if (!isShallow(result, MOST_NESTED)) return undefined;
  if (!hasOnly(result, FIELDS) || !hasOnly(result.run, RUN_FIELDS) || !isProof(result.proof)) {
    return undefined;
  }
  const { matches, unmatched, reserve, notTakingPart, levels, proof, findings } = result as unknown as MatchResult;
  const isWhole =
    isText(result.status) &&
    STATUSES.includes(result.status) &&
    isListOf(matches, isMatch) &&
    isListOf(unmatched, isUnmatched) &&
    isListOf(reserve, (one) => hasOnly(one, ["mentorId", "places"]) && isText(one.mentorId) && isNumber(one.places)) &&
    isListOf(
      notTakingPart,
      (one) => hasOnly(one, ["id", "role", "refusedBy"]) && isText(one.id) && isTexts(one.refusedBy),
    ) &&
    isListOf(levels, (one) => isText(one.name) && isNumbers(one.value) && isNumbers(one.bound)) &&
    isListOf(proof.mentees, isPrice) &&
    isListOf(proof.mentors, isPrice) &&
    isListOf(findings, ({ code, ids }) => isText(code) && isTexts(ids));
  return isWhole ? (result as unknown as MatchResult) : undefined;
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

const STATUSES: readonly string[] = ["proved", "searched", "unproved", "infeasible", "stopped"];

/** What a match need not have. */
const SOMETIMES = ["choice", "weak", "checks", "overrides", "breaks"];

function isMatch(one: PlainRecord): boolean {
  const { menteeId, mentorId, score, parts, answered, origin, choice, weak, checks, overrides, breaks } = one;
  const fields = [
    "menteeId",
    "mentorId",
    "score",
    "parts",
    "answered",
    "origin",
    ...SOMETIMES.filter((name) => name in one),
  ];
  return (
    hasOnly(one, fields) &&
    [menteeId, mentorId].every(isText) &&
    [score, answered, choice ?? 1].every(isNumber) &&
    isText(origin) &&
    [undefined, true].includes(weak as undefined) &&
    ["new", "standing", "locked"].includes(origin) &&
    isListOf(parts, (part) => hasOnly(part, ["id", "points"]) && isText(part.id) && isNumber(part.points)) &&
    [checks, overrides, breaks].every((list) => list === undefined || isTexts(list))
  );
}

const isUnmatched = (one: PlainRecord): boolean =>
  hasOnly(one, ["menteeId", "refusedBy", "eligible", "full"]) &&
  isText(one.menteeId) &&
  isNumber(one.eligible) &&
  isNumber(one.full) &&
  isListOf(one.refusedBy, (by) => hasOnly(by, ["id", "mentors", "soleMentors"]) && isText(by.id));

/** Prices of limits stand there only where some limit has one. */
const isProof = (value: unknown): boolean =>
  isRecord(value) &&
  hasOnly(value, ["mentees", "mentors", ...["limits", "constraints"].filter((field) => field in value)]) &&
  (!("limits" in value) || isListOf(value.limits, isLimitPrice)) &&
  (!("constraints" in value) || isListOf(value.constraints, isConstraintPrice));

const isLimitPrice = ({ personId, group, ...rest }: PlainRecord): boolean =>
  isPrice(rest) &&
  (personId === undefined || isText(personId)) &&
  ["undefined", "string", "number", "boolean"].includes(typeof group);

const isConstraintPrice = ({ ids, ...rest }: PlainRecord): boolean =>
  isPrice(rest) && (ids === undefined || isTexts(ids));

const isPrice = (one: PlainRecord): boolean =>
  hasOnly(one, ["id", "price"]) && isText(one.id) && Array.isArray(one.price) && !one.price.some(isText);

type PlainRecord = { readonly [field: string]: unknown };

const isText = (value: unknown): value is string => typeof value === "string";

const isNumber = (value: unknown): value is number => typeof value === "number";

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const isNumbers = (value: unknown): boolean => Array.isArray(value) && value.every(isNumber);

const isRecord = (value: unknown): value is PlainRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A record with exactly these fields: one more could hold a name. */
function hasOnly(value: unknown, fields: readonly string[]): value is PlainRecord {
  return isRecord(value) && Object.keys(value).sort().join() === [...fields].sort().join();
}

function isListOf(value: unknown, isRight: (item: PlainRecord) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isRecord(item) && isRight(item));
}
