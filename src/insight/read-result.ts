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
  if (!hasOnly(result, FIELDS) || !hasOnly(result.run, RUN_FIELDS) || !hasOnly(result.proof, ["mentees", "mentors"])) {
    return undefined;
  }
  const { matches, unmatched, reserve, notTakingPart, levels, proof, findings } = result as unknown as MatchResult;
  const isWhole =
    isListOf(matches, (one) => isText(one.menteeId) && isText(one.mentorId)) &&
    isListOf(unmatched, (one) => isText(one.menteeId)) &&
    isListOf(reserve, (one) => isText(one.mentorId)) &&
    isListOf(notTakingPart, (one) => isText(one.id)) &&
    isListOf(levels, (one) => isText(one.name)) &&
    isListOf(proof.mentees, (one) => isText(one.id)) &&
    isListOf(proof.mentors, (one) => isText(one.id)) &&
    isListOf(findings, ({ code, ids }) => isText(code) && Array.isArray(ids) && ids.every(isText));
  return isWhole ? (result as unknown as MatchResult) : undefined;
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

type PlainRecord = { readonly [field: string]: unknown };

const isText = (value: unknown): value is string => typeof value === "string";

const isRecord = (value: unknown): value is PlainRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A record with exactly these fields: one more could hold a name. */
function hasOnly(value: unknown, fields: readonly string[]): value is PlainRecord {
  return isRecord(value) && Object.keys(value).sort().join() === [...fields].sort().join();
}

function isListOf(value: unknown, isRight: (item: PlainRecord) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isRecord(item) && isRight(item));
}
