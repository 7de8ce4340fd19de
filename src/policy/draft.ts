/** A policy as far as it could be read, and what its parts say of each other. */
import type { Catalogue } from "../catalogue.js";
import { isPlain, pathText, quote, showText, unknownName } from "../door.js";
import type { Issue } from "../errors.js";
import { checkFacts, checkIds, checkReserved, entrySchemas, readEntries } from "./entries.js";
import * as fields from "./fields.js";
import { readObjective } from "./objective.js";
import { checkProtected } from "./protected.js";
import { checkLater, checkStanding } from "./unsupported.js";

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
export function readDraft(input: unknown, catalogue: Catalogue, issues: Issue[]) {
  if (typeof input !== "object" || input === null || !isPlain(input)) {
    issues.push({ code: "invalid", path: "", message: `expected an object, got ${showText(input)}` });
    return undefined;
  }
  // Each field is read from the caller's object once.
  const given: { readonly [name: string]: unknown } = { ...input };
  for (const key of Object.keys(given)) {
    if (FIELDS.includes(key)) continue;
    issues.push({ code: "unknown-field", path: pathText([key]), message: unknownName("field", key, FIELDS) });
  }
  if (given.name === undefined) issues.push({ code: "missing", path: "name", message: "expected text, got nothing" });
  checkLater(given, issues);

  const schemas = entrySchemas(catalogue);
  const levels = catalogue.levels.map(({ name }) => name);
  const { mentees, mentors } =
    fields.readField(fields.participation, given.participation, ["participation"], issues) ?? {};
  return {
    name: fields.readField(fields.name, given.name, ["name"], issues),
    ladder: fields.readField(fields.ladder, given.ladder, ["ladder"], issues),
    isLadderWrong: issues.some(({ path }) => path.startsWith("ladder")),
    mentees: readEntries(schemas.participation, mentees, ["participation", "mentees"], issues),
    mentors: readEntries(schemas.participation, mentors, ["participation", "mentors"], issues),
    must: readEntries(schemas.rule, given.must, ["must"], issues),
    prefer: readEntries(schemas.criterion, given.prefer, ["prefer"], issues),
    capacity: fields.readField(fields.capacity, given.capacity, ["capacity"], issues),
    objective: readObjective(schemas.level, levels, given.objective, issues),
    minimumScore: fields.readField(fields.minimumScore, given.minimumScore, ["minimumScore"], issues),
    lottery: fields.readField(fields.lottery, given.lottery, ["lottery"], issues),
    standing: fields.readField(fields.standing, given.standing, ["standing"], issues),
    waiting: fields.readField(fields.waiting, given.waiting, ["waiting"], issues),
    protected: fields.readField(fields.names, given.protected, ["protected"], issues),
    restricted: fields.readField(fields.names, given.restricted, ["restricted"], issues),
    terms: fields.readField(fields.terms, given.terms, ["terms"], issues),
  };
}

/** Tells all that is wrong between the fields. */
export function crossCheck(draft: Draft, issues: Issue[]): void {
  const { ladder = [], capacity, mentees, mentors, must, prefer, objective } = draft;
  for (const list of [mentees, mentors, must, prefer]) checkIds(list, issues);
  checkReserved(must, issues);
  checkStanding(draft.standing, issues);
  checkLadder(ladder, issues);
  // Against a ladder that could not be read, every grade would look unknown.
  if (!draft.isLadderWrong) {
    for (const list of [mentees, mentors, must, prefer, objective]) checkFacts(list, { ladder }, issues);
  }
  checkProtected(
    [mentees, mentors, must, prefer, objective],
    [...(draft.protected ?? []), ...(draft.restricted ?? [])],
    issues,
  );
  if (capacity?.max !== undefined && capacity.default > capacity.max) {
    const message = `expected at most the max of ${capacity.max}, got ${capacity.default}`;
    issues.push({ code: "contradiction", path: "capacity.default", message });
  }
}

/** A grade stands on one step. */
function checkLadder(ladder: readonly (readonly string[])[], issues: Issue[]): void {
  const first = new Map<string, number>();
  for (const [step, names] of ladder.entries()) {
    for (const name of names) {
      const earlier = first.get(name);
      const message = `expected each name once, got ${quote(name)} as in ladder[${earlier}]`;
      if (earlier === undefined) first.set(name, step);
      else issues.push({ code: "duplicate", path: pathText(["ladder", step]), message });
    }
  }
}
