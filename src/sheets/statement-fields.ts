/** What sheets beside the people's can say: pairs that stand or stood, words on single pairs, and who is whose manager. */

import type {
  Outcome,
  Override,
  PairIds,
  Period,
  Post,
  Relation,
  ReportingLine,
  SideAnswers,
  Source,
  StandingPair,
  Word,
} from "../types.js";

/** How the cells of a statement's column are read. */
export type StatementKind =
  /** a person in this role, or in any */
  | "mentee"
  | "mentor"
  | "person"
  | "text"
  | "number"
  | "day"
  | "yes-no"
  /** one text or several */
  | "texts"
  /** one of these words */
  | readonly string[];

/** A field of a statement. */
export interface StatementField {
  readonly kind: StatementKind;
  readonly isRequired?: true;
  /** what its header says, in lower case; of people, what is left once {@link IDLE} words are taken away */
  readonly header: RegExp;
}

type Fields = { readonly [field: string]: StatementField };

/** Complete: a new field of a pool does not compile until it is a column, its parts each one of their own. */
type Columns<T> = {
  readonly [F in keyof T & string as NonNullable<T[F]> extends Parts
    ? `${F}.${keyof NonNullable<T[F]> & string}`
    : F]-?: StatementField;
};

/** Fields with parts. */
type Parts = Outcome | SideAnswers;

const PAIR: Columns<PairIds> = {
  menteeId: { kind: "mentee", isRequired: true, header: /^mentees?$/ },
  mentorId: { kind: "mentor", isRequired: true, header: /^mentors?$/ },
};
const SOURCE: Columns<Source> = {
  reasonClass: { kind: "text", header: /\breason class\b|\bclass\b|\bcategory\b/ },
  by: { kind: "text", header: /\bby\b|\bwho (asked|decided)\b/ },
  on: { kind: "day", header: /^on\b|\bdate\b|\bday\b|\bwhen\b/ },
};
const REASON: StatementField = { kind: "text", header: /\breason\b|\bwhy\b|\bnotes?\b|\bcomments?\b/ };
const WORD: Columns<Word> = { ...PAIR, reasonClass: SOURCE.reasonClass, reason: REASON, by: SOURCE.by, on: SOURCE.on };
const SPAN: Columns<Period> = {
  from: { kind: "day", header: /\b(from|since|starts?|started|begins?|began)\b/ },
  until: { kind: "day", header: /\b(until|ends?|ended)\b|^to$/ },
};

const WHOSE = /^(person|employee|staff|colleague|mentees?|mentors?|)$/;

const RENEWS = "renew\\w*|another term|second term|next term|continues?|goes? on|carr(y|ies) on";
const ASKS_AGAIN =
  "re-?enters?|re-?match\\w*|asks? again|another (mentor|mentee|pair|match)|stays? in the (pool|scheme)";

/** What one of the two said: who it is stands before or behind. */
const byOne = (role: string, words: string): RegExp =>
  new RegExp(
    `\\b${role}('s)?\\b.*\\b(${words})\\b|\\b(${words})\\b.*\\b(by|of|for)? ?(the )?${role}\\b|^(${words}) ?\\(?${role}\\)?$`,
  );

export const LIVE_STATUSES = ["proposed", "accepted", "met", "agreed"];

/** The lists of a pool by name. A field stands where the first of its headers is, so the narrower wording comes first. */
export const STATEMENTS = {
  pairs: {
    ...PAIR,
    "outcome.objectivesMet": {
      kind: "yes-no",
      header:
        /\b(objectives?|goals?|aims?)\b.*\b(met|reached|achieved)\b|\b(met|reached|achieved)\b.*\b(objectives?|goals?|aims?)\b/,
    },
    "outcome.useful": { kind: "number", header: /\b(useful|usefulness|helpful|rating)\b/ },
    eventsChecked: { kind: "yes-no", header: /\bevents?\b.*\b(checked|asked)\b|\b(checked|asked)\b.*\bevents?\b/ },
    "renewal.mentee": { kind: "yes-no", header: byOne("mentee", RENEWS) },
    "renewal.mentor": { kind: "yes-no", header: byOne("mentor", RENEWS) },
    "reEnters.mentee": { kind: "yes-no", header: byOne("mentee", ASKS_AGAIN) },
    "reEnters.mentor": { kind: "yes-no", header: byOne("mentor", ASKS_AGAIN) },
    term: { kind: "number", header: /^((which|current) )?term( (no|number|nr))?\.?\??$/ },
    status: {
      kind: [...LIVE_STATUSES, "declined", "dissolved", "completed", "ended-early"],
      isRequired: true,
      header: /\bstatus\b|\bstate\b|\boutcome\b/,
    },
    since: { kind: "day", header: /\b(since|from|starts?|started|begins?|began|matched on)\b/ },
    until: SPAN.until,
    reopened: { kind: "yes-no", header: /\bre-?opened\b/ },
  } satisfies Columns<StandingPair>,
  posts: {
    person: { kind: "person", isRequired: true, header: WHOSE },
    organisation: { kind: "texts", header: /\borgani[sz]ation\b|\bemployer\b|\bcompany\b|\binstitution\b/ },
    department: { kind: "texts", header: /\bdepartment\b|\bdept\b|\bfaculty\b|\bschool\b|\bdivision\b/ },
    grade: { kind: "text", header: /\bgrade\b|\blevel\b|\bband\b|\brank\b/ },
    ...SPAN,
  } satisfies Columns<Post> & Fields,
  locks: WORD,
  forbids: WORD,
  overrides: {
    ...PAIR,
    rule: { kind: "text", isRequired: true, header: /\brule\b/ },
    reasonClass: SOURCE.reasonClass,
    reason: { ...REASON, isRequired: true },
    by: SOURCE.by,
    on: SOURCE.on,
  } satisfies Columns<Override>,
  reportingLines: {
    manager: { kind: "person", isRequired: true, header: /^(managers?|reports to|boss|head)$/ },
    person: {
      kind: "person",
      isRequired: true,
      header: /^(person|employee|staff|colleague|report|mentees?|mentors?|)$/,
    },
    ...SPAN,
  } satisfies Columns<ReportingLine>,
  relations: {
    kind: { kind: ["appraiser", "supervisor", "conflict"], isRequired: true, header: /\bkind\b|\btype\b|\brelation\b/ },
    other: { kind: "person", isRequired: true, header: /^(other|other person|with|with whom)$/ },
    person: { kind: "person", isRequired: true, header: WHOSE },
    ...SPAN,
  } satisfies Columns<Relation>,
} satisfies { readonly [list: string]: Fields };

/** A list of a pool that a sheet of its own can fill, or the posts of its people. */
export type StatementList = keyof typeof STATEMENTS;

export const STATEMENT_LISTS = Object.keys(STATEMENTS) as readonly StatementList[];

export const statementFields = (list: StatementList): Fields => STATEMENTS[list];

/** Words that say how a person is named, not who it is. */
const IDLE =
  /\b(the|s|who|is|which|their|your|line|direct|member|of|full|or|and|a|an|for|please|id|identifier|number|no|nr|e|e?mail|address|name)\b/g;

/** Which field a header stands for. */
export function statementFieldOf(list: StatementList, header: string): string | undefined {
  const own = Object.keys(STATEMENTS[list]).find((field) => field === header);
  if (own !== undefined) return own;
  const text = header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
  const who = text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(IDLE, " ")
    .replace(/\s+/g, " ")
    .trim();
  return Object.entries<StatementField>(STATEMENTS[list]).find(([, { kind, header: words }]) =>
    words.test(isPerson(kind) ? who : text),
  )?.[0];
}

export const isPerson = (kind: StatementKind): kind is "mentee" | "mentor" | "person" =>
  kind === "mentee" || kind === "mentor" || kind === "person";

/** How surely a header's cells say who somebody is: an id more than an address, an address more than a name. */
export function sureness(header: string): number {
  const text = header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
  if (/\b(id|identifier|number|no|nr)\b/.test(text)) return 0;
  if (/mail/.test(text)) return 1;
  return /\bname\b/.test(text) ? 3 : 2;
}
