/** A pool as far as it could be read: what the cross-checks look at, so that one broken row hides nothing else. */
import type { Mentee, Mentor, Override, Pool, Relation, ReportingLine, StandingPair, Word } from "../types.js";
import { day } from "./fields.js";
import { menteeFields, mentorFields } from "./person.js";
import { type FieldTable, fieldsOf, optional, type Reader, rows } from "./reading.js";
import { overrideFields, pairFields, relationFields, reportingLineFields, wordFields } from "./statements.js";

/** In step with the rows that were read: a row that is no object is `undefined`, a field that is wrong is missing. */
export type Rows<T> = readonly (Partial<T> | undefined)[];

/** What was read, not yet whole. */
export interface Draft {
  readonly asOf?: string;
  readonly mentees?: Rows<Mentee>;
  readonly mentors?: Rows<Mentor>;
  readonly pairs?: Rows<StandingPair>;
  readonly locks?: Rows<Word>;
  readonly forbids?: Rows<Word>;
  readonly overrides?: Rows<Override>;
  readonly reportingLines?: Rows<ReportingLine>;
  readonly relations?: Rows<Relation>;
}

const PAIR = ["menteeId", "mentorId"];

const table: FieldTable<Draft> = {
  asOf: optional(day),
  mentees: rows(menteeFields, ["id"]) as Reader<Rows<Mentee>>,
  mentors: rows(mentorFields, ["id"]) as Reader<Rows<Mentor>>,
  pairs: optional(rows(pairFields, [...PAIR, "status"]) as Reader<Rows<StandingPair>>),
  locks: optional(rows(wordFields, PAIR) as Reader<Rows<Word>>),
  forbids: optional(rows(wordFields, PAIR) as Reader<Rows<Word>>),
  overrides: optional(rows(overrideFields, [...PAIR, "rule", "reason"]) as Reader<Rows<Override>>),
  reportingLines: optional(rows(reportingLineFields, ["person", "manager"]) as Reader<Rows<ReportingLine>>),
  relations: optional(rows(relationFields, ["person", "kind", "other"]) as Reader<Rows<Relation>>),
};

export const poolFields = fieldsOf<Draft>(table);

/** The pool's fields without which there is none. */
export const REQUIRED: readonly (keyof Pool)[] = ["mentees", "mentors"];
