/** Reads a list of values for pairs: a million rows must pass quickly, so rows are read by hand. */
import * as z from "zod/mini";
import { byCodeUnit, complain, quote, showKind, trimmed, unknownName } from "../door.js";
import { ISSUES_LISTED } from "../errors.js";
import type { PairIds } from "../types.js";

/** What a caller may write for one pair; the third of a list is its value, too. */
export type PairScoreInput =
  | readonly [menteeId: string, mentorId: string, value: number]
  | (PairIds & {
      /** how good the pair is: finite, 0 or more, higher is better, on any scale */
      readonly value: number;
    });

/** One pair's value as it is kept, ids in NFC and trimmed. */
export type PairScore = readonly [menteeId: string, mentorId: string, value: number];

/** The list in order of mentee and then mentor, each pair once. Rows in another order read the same. */
export const pairScoreList = z.transform(readList) as unknown as z.ZodMiniType<
  readonly PairScore[],
  readonly PairScoreInput[]
>;

/** The place of each of these different ids among them all in order, from 0. */
export function ranks(ids: readonly string[]): Int32Array {
  const rank = new Int32Array(ids.length);
  const order = [...ids.keys()].sort((a, b) => byCodeUnit(ids[a]!, ids[b]!));
  for (const [place, index] of order.entries()) rank[index] = place;
  return rank;
}

/** What zod hands a transform, as far as it is used. */
type Context = Parameters<typeof complain>[0];

function readList(input: unknown, context: Context): readonly PairScore[] {
  if (!Array.isArray(input)) {
    const code = input === undefined ? "missing" : "invalid";
    complain(context, code, [], () => `expected a list of pairs, got ${showKind(input)}`);
    return z.NEVER;
  }
  const say = limited(context);
  const mentees = numbering();
  const mentors = numbering();
  const mentee = new Int32Array(input.length);
  const mentor = new Int32Array(input.length);
  const value = new Float64Array(input.length);
  const good: number[] = [];
  for (let row = 0; row < input.length; row++) {
    const fields = readRow(input[row], row, say);
    if (fields === undefined) continue;
    mentee[row] = mentees.numberOf(fields[0]);
    mentor[row] = mentors.numberOf(fields[1]);
    value[row] = fields[2];
    good.push(row);
  }

  const menteeRank = ranks(mentees.ids);
  const mentorRank = ranks(mentors.ids);
  const place = new Float64Array(input.length);
  for (const row of good) place[row] = menteeRank[mentee[row]!]! * mentors.ids.length + mentorRank[mentor[row]!]!;
  // The sort is stable: of equal pairs, the one that stands first comes first.
  const order = Int32Array.from(good).sort((a, b) => place[a]! - place[b]!);
  const scores: PairScore[] = [];
  let previous: number | undefined;
  for (const row of order) {
    const score = [mentees.ids[mentee[row]!]!, mentors.ids[mentor[row]!]!, value[row]!] as const;
    if (previous !== undefined && place[row] === place[previous]) {
      const [earlier, pair] = [previous, `mentee ${quote(score[0])} and mentor ${quote(score[1])}`];
      say("duplicate", [row], () => `expected each pair once, got ${pair} as in row ${earlier}`);
    }
    scores.push(score);
    previous = row;
  }
  say.finish();
  return scores;
}

/** Numbers ids as they come, from 0; the same id in another spelling has the same number. */
function numbering(): { readonly ids: readonly string[]; readonly numberOf: (spelling: string) => number } {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (spelling: string): number => {
    const known = numbers.get(spelling);
    if (known !== undefined) return known;
    const id = trimmed(spelling);
    const number = numbers.get(id) ?? ids.push(id) - 1;
    numbers.set(id, number).set(spelling, number);
    return number;
  };
  return { ids, numberOf };
}

const FIELDS: readonly string[] = ["menteeId", "mentorId", "value"];

/** Both ids, as they are written, and the value of a row; `undefined` after saying what is wrong with it. */
function readRow(input: unknown, row: number, say: Say): PairScore | undefined {
  const listed = Array.isArray(input);
  if (typeof input !== "object" || input === null || (listed && input.length !== FIELDS.length)) {
    say(
      "invalid",
      [row],
      () => `expected [menteeId, mentorId, value] or an object with these fields, got ${showKind(input)}`,
    );
    return undefined;
  }
  const unknown = listed ? [] : Object.keys(input).filter((field) => !FIELDS.includes(field));
  for (const field of unknown) say("unknown-field", [row, field], () => unknownName("field", field, FIELDS));

  const keys = listed ? [0, 1, 2] : FIELDS;
  const [menteeId, mentorId, value] = keys.map((key) => (input as Record<PropertyKey, unknown>)[key]);
  if (!isId(menteeId)) say("invalid", [row, keys[0]!], () => `expected an id, got ${showKind(menteeId)}`);
  if (!isId(mentorId)) say("invalid", [row, keys[1]!], () => `expected an id, got ${showKind(mentorId)}`);
  if (!isValue(value))
    say("invalid", [row, keys[2]!], () => `expected a finite number of 0 or more, got ${showKind(value)}`);
  if (!isId(menteeId) || !isId(mentorId) || !isValue(value)) return undefined;
  // Adding 0 turns −0 into 0.
  return [menteeId, mentorId, value + 0];
}

const isId = (input: unknown): input is string => typeof input === "string" && input.trim() !== "";
const isValue = (input: unknown): input is number => typeof input === "number" && input >= 0 && input < Infinity;

/** Says one thing that is wrong with the list. */
interface Say {
  (code: string, path: readonly PropertyKey[], message: () => string): void;
  /** says how many more there were than an error lists */
  readonly finish: () => void;
}

/** Most issues of a list: a wrong column would otherwise make millions. The last one counts the others. */
const MOST = ISSUES_LISTED - 1;

function limited(context: Context): Say {
  let count = 0;
  const say = (code: string, path: readonly PropertyKey[], message: () => string): void => {
    if (++count <= MOST) complain(context, code, path, message);
  };
  const finish = (): void => {
    if (count > MOST) complain(context, "more", [], () => `found ${count - MOST} more issues like these`);
  };
  return Object.assign(say, { finish });
}
