/** The fields of what a pool says of pairs and of reporting lines, and how each is read. */
import { trimmed } from "../door.js";
import type {
  Outcome,
  Override,
  PairIds,
  PairStatus,
  Period,
  Relation,
  ReportingLine,
  SideAnswers,
  Source,
  StandingPair,
  Word,
} from "../types.js";
import { day, flag, id, integer, oneOf, text } from "./fields.js";
import { type FieldTable, fieldsOf, optional, type Reader, readRecord, tell } from "./reading.js";

const LIVE: readonly PairStatus[] = ["proposed", "accepted", "met", "agreed"];

const ENDED: readonly PairStatus[] = ["declined", "dissolved", "completed", "ended-early"];

/** As often as a policy may let a pair be renewed, and once more. */
const MOST_TERMS = 101;

/** Whether a pair of this status still uses up a place. */
export const isLive = (status: PairStatus | undefined): boolean => status !== undefined && LIVE.includes(status);

const ids: FieldTable<PairIds> = { menteeId: id, mentorId: id };

const outcomeFields = fieldsOf<Outcome>({ objectivesMet: optional(flag), useful: optional(integer(1, 5)) });

const outcome: Reader<Outcome> = (value, reading) => {
  const read = readRecord(outcomeFields, [], value, reading);
  return read === undefined ? undefined : (Object.freeze(read) as Outcome);
};

const sideFields = fieldsOf<SideAnswers>({ mentee: optional(flag), mentor: optional(flag) });

const answers: Reader<SideAnswers> = (value, reading) => {
  const read = readRecord(sideFields, [], value, reading);
  return read === undefined ? undefined : (Object.freeze(read) as SideAnswers);
};

export const pairFields = fieldsOf<StandingPair>({
  ...ids,
  status: oneOf([...LIVE, ...ENDED]),
  since: optional(day),
  until: optional(day),
  reopened: optional(flag),
  outcome: optional(outcome),
  eventsChecked: optional(flag),
  term: optional(integer(1, MOST_TERMS)),
  renewal: optional(answers),
  reEnters: optional(answers),
});

const source: FieldTable<Source> = { by: optional(text), on: optional(day), reasonClass: optional(text) };

export const wordFields = fieldsOf<Word>({ ...ids, ...source, reason: optional(text) });

/** Text without which an override would be a word against a rule and nothing more. */
const reason: Reader<string> = (value, reading) => {
  const isBlank = value === undefined || value === null || (typeof value === "string" && trimmed(value) === "");
  if (!isBlank) return text(value, reading);
  tell(reading, "missing", () => "expected the reason in writing, got none");
  return undefined;
};

export const overrideFields = fieldsOf<Override>({ ...ids, ...source, rule: id, reason });

const span: FieldTable<Period> = { from: optional(day), until: optional(day) };

export const reportingLineFields = fieldsOf<ReportingLine>({ person: id, manager: id, ...span });

export const relationFields = fieldsOf<Relation>({
  person: id,
  kind: oneOf<Relation["kind"]>(["appraiser", "supervisor", "conflict"]),
  other: id,
  ...span,
});
