/** A policy as far as it could be read, and what its parts say of each other. */
import type { Catalogue } from "../catalogue.js";
import { type Found, isPlain, quote, showText, tell, unknownName } from "../door.js";
import {
  checkFacts,
  checkIds,
  checkReserved,
  type EntryList,
  entrySchemas,
  type Listed,
  MOST_ENTRIES,
  readEntries,
} from "./entries.js";
import * as fields from "./fields.js";
import { limit, limitReads, type PolicyLimit } from "./limits.js";
import { readObjective, readStable } from "./objective.js";
import { checkProtected } from "./protected.js";
import { checkLater, checkStanding } from "./unsupported.js";
import { readVocabulary } from "./vocabulary.js";

const FIELDS = [
  "$schema",
  "name",
  "ladder",
  "participation",
  "must",
  "prefer",
  "capacity",
  "limits",
  "constraints",
  "vocabulary",
  "objective",
  "minimumScore",
  "lottery",
  "standing",
  "waiting",
  "protected",
  "restricted",
  "terms",
]; // prettier-ignore

/** A field that is wrong is `undefined`, and so is an entry that is wrong. */
export type Draft = NonNullable<ReturnType<typeof readDraft>>;

/** Reads every field and every entry alone, and tells what is wrong with each. */
export function readDraft(input: unknown, catalogue: Catalogue, found: Found) {
  if (typeof input !== "object" || input === null || !isPlain(input)) {
    tell(found, "invalid", [], () => `expected an object, got ${showText(input)}`);
    return undefined;
  }
  // Each field is read from the caller's object once.
  const given: { [name: string]: unknown } = {};
  for (const key of Object.keys(input)) {
    if (FIELDS.includes(key)) given[key] = (input as { readonly [name: string]: unknown })[key];
    else tell(found, "unknown-field", [key], () => unknownName("field", key, FIELDS));
  }
  if (given.name === undefined) tell(found, "missing", ["name"], () => "expected text, got nothing");
  checkLater(given, found);

  const schemas = entrySchemas(catalogue);
  const { mentees, mentors } =
    fields.readField(fields.participation, given.participation, ["participation"], found) ?? {};
  const ladder = fields.readField(fields.ladder, given.ladder, ["ladder"], found);
  return {
    name: fields.readField(fields.name, given.name, ["name"], found),
    ladder,
    isLadderWrong: given.ladder !== undefined && ladder === undefined,
    mentees: readEntries(schemas.participation, mentees, ["participation", "mentees"], found),
    mentors: readEntries(schemas.participation, mentors, ["participation", "mentors"], found),
    must: readEntries(schemas.rule, given.must, ["must"], found),
    prefer: readEntries(schemas.criterion, given.prefer, ["prefer"], found),
    limits: readLimits(given.limits, found),
    capacity: fields.readField(fields.capacity, given.capacity, ["capacity"], found),
    vocabulary: readVocabulary(given.vocabulary, ladder ?? [], found),
    objective: readObjective(schemas.level, given.objective, found),
    stable: readStable(given.objective, found),
    minimumScore: fields.readField(fields.minimumScore, given.minimumScore, ["minimumScore"], found),
    lottery: fields.readField(fields.lottery, given.lottery, ["lottery"], found),
    standing: fields.readField(fields.standing, given.standing, ["standing"], found),
    waiting: fields.readField(fields.waiting, given.waiting, ["waiting"], found),
    protected: fields.readField(fields.names, given.protected, ["protected"], found),
    restricted: fields.readField(fields.names, given.restricted, ["restricted"], found),
    terms: fields.readField(fields.terms, given.terms, ["terms"], found),
  };
}

/** Tells all that is wrong between the fields. */
export function crossCheck(draft: Draft, found: Found): void {
  const { ladder = [], capacity, mentees, mentors, must, prefer, limits, objective } = draft;
  for (const list of [mentees, mentors, must, prefer, limits]) checkIds(list, found);
  checkReserved(must, found);
  checkStanding(draft.standing, found);
  if (draft.stable !== undefined && limits.entries.length > 0) {
    tell(found, "contradiction", ["limits"], () => "expected none beside a stable objective, got some");
  }
  checkLadder(ladder, found);
  // Against a ladder that could not be read, every grade would look unknown.
  if (!draft.isLadderWrong) {
    for (const list of [mentees, mentors, must, prefer, objective]) checkFacts(list, { ladder }, found);
  }
  checkProtected(
    [mentees, mentors, must, prefer, limits, objective],
    [...(draft.protected ?? []), ...(draft.restricted ?? [])],
    found,
  );
  if (capacity?.max !== undefined && capacity.default > capacity.max) {
    const message = () => `expected at most the max of ${capacity.max}, got ${capacity.default}`;
    tell(found, "contradiction", ["capacity", "default"], message);
  }
}

/** A limit among the other entries: it has their id, and says what it reads. */
type LimitEntry = Listed & { readonly limit: PolicyLimit };

function readLimits(value: unknown, found: Found): EntryList<LimitEntry> {
  const path = ["limits"];
  const none = { path, entries: [] };
  if (value === undefined) return none;
  if (!Array.isArray(value)) {
    tell(found, "invalid", path, () => `expected a list, got ${showText(value)}`);
    return none;
  }
  if (value.length > MOST_ENTRIES) {
    tell(found, "too-many", path, () => `expected at most ${MOST_ENTRIES} entries, got ${value.length}`);
    return none;
  }
  const entries = value.map((one: unknown, index): LimitEntry | undefined => {
    const own = fields.readField(limit, one, [...path, index], found) as PolicyLimit | undefined;
    if (own === undefined) return undefined;
    const { id, positiveAction } = own;
    return { id, reads: limitReads(own), ...(positiveAction === undefined ? {} : { positiveAction }), limit: own };
  });
  return { path, entries };
}

/** A grade stands on one step. */
function checkLadder(ladder: readonly (readonly string[])[], found: Found): void {
  const first = new Map<string, number>();
  for (const [step, names] of ladder.entries()) {
    for (const name of names) {
      const earlier = first.get(name);
      const message = () => `expected each name once, got ${quote(name)} as in ladder[${earlier}]`;
      if (earlier === undefined) first.set(name, step);
      else tell(found, "duplicate", ["ladder", step], message);
    }
  }
}
