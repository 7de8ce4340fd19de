/** A policy as far as it could be read, and what its parts say of each other. */
import type * as z from "zod/mini";
import type { Catalogue } from "../catalogue.js";
import { type Found, isPlain, quote, showText, tell, unknownName } from "../door.js";
import { constraint, constraintReads, type PolicyConstraint } from "./constraints.js";
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
  "weakScore",
  "lottery",
  "standing",
  "waiting",
  "protected",
  "restricted",
  "terms",
  "nominations",
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
    limits: readPlain(given.limits, "limits", limit, limitReads, found) as EntryList<PlainEntry<PolicyLimit>>,
    constraints: readPlain(given.constraints, "constraints", constraint, constraintReads, found),
    capacity: fields.readField(fields.capacity, given.capacity, ["capacity"], found),
    vocabulary: readVocabulary(given.vocabulary, ladder ?? [], found),
    objective: readObjective(schemas.level, given.objective, found),
    stable: readStable(given.objective, found),
    minimumScore: fields.readField(fields.minimumScore, given.minimumScore, ["minimumScore"], found),
    weakScore: fields.readField(fields.minimumScore, given.weakScore, ["weakScore"], found),
    lottery: fields.readField(fields.lottery, given.lottery, ["lottery"], found),
    standing: fields.readField(fields.standing, given.standing, ["standing"], found),
    waiting: fields.readField(fields.waiting, given.waiting, ["waiting"], found),
    protected: fields.readField(fields.names, given.protected, ["protected"], found),
    restricted: fields.readField(fields.names, given.restricted, ["restricted"], found),
    terms: fields.readField(fields.terms, given.terms, ["terms"], found),
    nominations: fields.readField(fields.nominations, given.nominations, ["nominations"], found),
  };
}

/** Tells all that is wrong between the fields. */
export function crossCheck(draft: Draft, found: Found): void {
  const { ladder = [], capacity, mentees, mentors, must, prefer, limits, constraints, objective } = draft;
  for (const list of [mentees, mentors, must, prefer, limits, constraints]) checkIds(list, found);
  checkReserved(must, found);
  checkStanding(draft.standing, found);
  if (draft.stable !== undefined) {
    for (const { path, entries } of [limits, constraints]) {
      if (entries.length === 0) continue;
      tell(found, "contradiction", path, () => "expected none beside a stable objective, got some");
    }
    if (draft.standing?.pairs === "movable" && draft.standing.maxChanges !== undefined) {
      const message = () => "expected none beside a stable objective, got one";
      tell(found, "contradiction", ["standing", "maxChanges"], message);
    }
  }
  checkLadder(ladder, found);
  // Against a ladder that could not be read, every grade would look unknown.
  if (!draft.isLadderWrong) {
    for (const list of [mentees, mentors, must, prefer, objective]) checkFacts(list, { ladder }, found);
  }
  checkProtected(
    [mentees, mentors, must, prefer, limits, constraints, objective],
    [...(draft.protected ?? []), ...(draft.restricted ?? [])],
    found,
  );
  const { minimumScore = 0, weakScore = minimumScore } = draft;
  if (weakScore < minimumScore) {
    const message = () => `expected at least the minimumScore of ${minimumScore}, got ${weakScore}`;
    tell(found, "contradiction", ["weakScore"], message);
  }
  if (capacity?.max !== undefined && capacity.default > capacity.max) {
    const message = () => `expected at most the max of ${capacity.max}, got ${capacity.default}`;
    tell(found, "contradiction", ["capacity", "default"], message);
  }
}

/** A limit or a constraint among the other entries: it has their id, and says what it reads. */
type PlainEntry<T> = Listed & { readonly value: T };

/** What entries that are plain data have in common. */
type Plain = Pick<PolicyConstraint, "id" | "positiveAction">;

function readPlain<T extends Plain>(
  value: unknown,
  field: string,
  schema: z.core.$ZodType<unknown>,
  reads: (one: T) => readonly string[],
  found: Found,
): EntryList<PlainEntry<T>> {
  const path = [field];
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
  const entries = value.map((one: unknown, index): PlainEntry<T> | undefined => {
    const own = fields.readField(schema, one, [...path, index], found) as T | undefined;
    if (own === undefined) return undefined;
    const { id, positiveAction } = own;
    return { id, reads: reads(own), ...(positiveAction === undefined ? {} : { positiveAction }), value: own };
  });
  return { path, entries };
}

/** Whether standing pairs move is one of two words, and so many may only where they do. */
function checkStanding(standing: Draft["standing"], found: Found): void {
  if (standing === undefined) return;
  const { pairs, maxChanges = 0 } = standing;
  if (pairs !== "fixed" && pairs !== "movable")
    tell(found, "invalid", ["standing", "pairs"], () => `expected "fixed" or "movable", got ${showText(pairs)}`);
  if (pairs === "fixed" && maxChanges !== 0) {
    const message = () => `expected 0 where standing pairs are fixed, got ${maxChanges}`;
    tell(found, "contradiction", ["standing", "maxChanges"], message);
  }
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
