/** How each sort of value in a pool is read: ids, texts, numbers, days, lists of them. */

import { isDay } from "../day.js";
import { hasControls, isPlain, PLAIN, quote, trimmed } from "../door.js";
import type { AttributeValue, Location, OneOrMore, Period } from "../types.js";
import { fieldsOf, optional, type Reader, type Reading, readRecord, tell, wrong } from "./reading.js";

/** Greatest capacity and minimum. */
export const MOST_PLACES = 1_000_000;

/** Greatest demand. */
const MOST_DEMAND = 50;

const LONGEST_ID = 200;

/** An id: text of 1 … 200 characters after NFC and trimming, without control characters or halves of characters. */
export const id: Reader<string> = (value, reading) => {
  if (typeof value !== "string") return wrong(reading, "an id", value);
  if (value.length <= LONGEST_ID && PLAIN.test(value)) return value;
  const text = trimmed(value);
  if (text === "") return wrong(reading, "an id", "");
  if (text.length > LONGEST_ID)
    return refuseId(reading, `an id of at most ${LONGEST_ID} characters, got ${text.length}`);
  if (hasControls(text)) return refuseId(reading, "an id without control characters, got one with them");
  return text;
};

function refuseId(reading: Reading, message: string): undefined {
  tell(reading, "invalid", () => `expected ${message}`);
}

/** Text as it is compared. Blank text is no answer: the same as absent. */
export const text: Reader<string> = (value, reading) => {
  if (typeof value !== "string") return wrong(reading, "text", value);
  const compared = trimmed(value);
  return compared === "" ? undefined : compared;
};

/** One of these texts. */
export function oneOf<T extends string>(known: readonly T[]): Reader<T> {
  const expected = `one of ${known.map(quote).join(", ")}`;
  return (value, reading) => {
    const found = known.find((option) => option === value);
    return found ?? wrong(reading, expected, value);
  };
}

export const flag: Reader<boolean> = (value, reading) =>
  typeof value === "boolean" ? value : wrong(reading, "true or false", value);

/** A finite number from `least` to `most`. */
export function number(least: number, most = Infinity): Reader<number> {
  const expected = most === Infinity ? `a finite number of ${least} or more` : `a number from ${least} to ${most}`;
  return (value, reading) => {
    const fits = typeof value === "number" && Number.isFinite(value) && value >= least && value <= most;
    // Adding 0 turns −0 into 0.
    return fits ? value + 0 : wrong(reading, expected, value);
  };
}

/** An integer from `least` to `most`. */
export function integer(least: number, most: number = Number.MAX_SAFE_INTEGER): Reader<number> {
  const upTo = most === Number.MAX_SAFE_INTEGER ? "or more" : `to ${most}`;
  return (value, reading) => {
    const fits = Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
    return fits ? (value as number) + 0 : wrong(reading, `an integer of ${least} ${upTo}`, value);
  };
}

/** How many mentors a mentee wants. */
export const wanted: Reader<number> = (value, reading) => {
  const fits = Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MOST_DEMAND;
  const expected = `an integer of 0 to ${MOST_DEMAND}, because more mentors for one mentee are a slip`;
  return fits ? (value as number) + 0 : wrong(reading, expected, value);
};

/** A day of the calendar. */
export const day: Reader<string> = (value, reading) =>
  typeof value === "string" && isDay(value) ? value : wrong(reading, "a day of the calendar as YYYY-MM-DD", value);

/** A list of distinct values, as they first appear. */
function distinct(entry: Reader<string>): Reader<readonly string[]> {
  return (value, reading) => {
    if (!Array.isArray(value)) return wrong(reading, "a list", value);
    const list: string[] = [];
    // A set pays only where a list is long; most hold three values.
    const seen = value.length > 12 ? new Set<string>() : undefined;
    for (let index = 0; index < value.length; index++) {
      reading.path.push(index);
      const read = entry(value[index], reading);
      reading.path.pop();
      if (read === undefined || (seen === undefined ? list.includes(read) : seen.has(read))) continue;
      seen?.add(read);
      list.push(read);
    }
    // The copy is as long as it is; a list that grew keeps room for sixteen more, a million times over.
    return Object.freeze(list.slice());
  };
}

/** Ids of other people. An empty list is an answer: nobody. */
export const idList = distinct(id);

const textList = distinct(text);

/** Several texts, blank ones dropped. A list of none is no answer: the same as absent. */
export const texts: Reader<readonly string[]> = (value, reading) => {
  const list = textList(value, reading);
  return list?.length === 0 ? undefined : list;
};

/** A text or several. */
export const oneOrMoreTexts: Reader<OneOrMore> = (value, reading) => {
  if (typeof value === "string") return text(value, reading);
  return Array.isArray(value) ? texts(value, reading) : wrong(reading, "text or a list of texts", value);
};

const attributeValue: Reader<AttributeValue> = (value, reading) => {
  if (typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  if (typeof value === "string") return text(value, reading);
  return Array.isArray(value)
    ? texts(value, reading)
    : wrong(reading, "text, a finite number, true, false or a list of texts", value);
};

/** Values by name. No name is special: the object has no prototype, so that "__proto__" is a name like any other. */
function named<T>(entry: Reader<T>): Reader<{ readonly [name: string]: T }> {
  return (value, reading) => {
    if (typeof value !== "object" || value === null || !isPlain(value)) return wrong(reading, "an object", value);
    // A prototype taken away keeps the object's fields fast to read, which `Object.create(null)` does not.
    const record: Record<string, T> = Object.setPrototypeOf({}, null);
    for (const key of Object.keys(value)) {
      reading.path.push(key);
      const name = id(key, reading);
      const result = entry((value as Record<string, unknown>)[key], reading);
      if (name !== undefined && name in record)
        tell(reading, "duplicate", () => `expected the name ${quote(name)} once, got it twice`);
      else if (name !== undefined && result !== undefined) record[name] = result;
      reading.path.pop();
    }
    return Object.freeze(record);
  };
}

/** A person's attributes, by name. */
export const attributes = named(optional(attributeValue));

/** Exact in the arithmetic of scores: 0, or neither tiny nor huge. */
function multiplier(value: unknown, reading: Reading): number | undefined {
  const fits = typeof value === "number" && (value === 0 || (value >= 1e-6 && value <= 1e6));
  return fits ? value + 0 : wrong(reading, "0 or a number from 0.000001 to 1000000", value);
}

/** Multipliers, by the id of a criterion. */
export const multipliers = named(optional(multiplier));

const locationFields = fieldsOf<Location>({ latitude: number(-90, 90), longitude: number(-180, 180) });

export const location: Reader<Location> = (value, reading) => {
  const read = readRecord(locationFields, ["latitude", "longitude"], value, reading);
  return read === undefined ? undefined : (Object.freeze(read) as unknown as Location);
};

const periodFields = fieldsOf<Period>({ from: optional(day), until: optional(day) });

export const period: Reader<Period> = (value, reading) => {
  const read = readRecord(periodFields, [], value, reading) as Period | undefined;
  if (read === undefined) return undefined;
  checkOrder(read.from, "from", read.until, reading);
  return Object.freeze(read);
};

/** Tells where a span of days ends before it begins. */
export function checkOrder(
  first: string | undefined,
  name: string,
  until: string | undefined,
  reading: Reading,
  inner: readonly PropertyKey[] = [],
): void {
  if (first === undefined || until === undefined || until >= first) return;
  tell(reading, "invalid", () => `expected ${name} (${first}) or a later day, got ${until}`, [...inner, "until"]);
}
