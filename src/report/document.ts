/** What a report is made of, before it is HTML or Markdown. Nothing here runs. */

/** A number is aligned and told as it is; text is text, whatever it holds. */
export type Cell = string | number;

/** Rows under headings. */
export interface Table {
  readonly kind: "table";
  /** what the rows are, for whoever meets the table alone */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A sentence or two. */
export interface Text {
  readonly kind: "text";
  readonly text: string;
}

/** Things that somebody has to look at, each with a box to tick. */
export interface Checklist {
  readonly kind: "checklist";
  readonly items: readonly string[];
}

/** A picture, and the same as a table for whoever cannot see it. */
export interface Figure {
  readonly kind: "figure";
  readonly title: string;
  /** what it shows, in a sentence */
  readonly text: string;
  /** one SVG element without outside references, its colours by class */
  readonly svg: string;
  readonly data: Table;
}

export type Block = Table | Text | Checklist | Figure;

/** A part of a report under a heading of its own. */
export interface Section {
  /** a word for links, unique in the report */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** One of the few numbers to begin with. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A whole report. */
export interface Report {
  readonly title: string;
  /** one line: of which day, proposed or signed off, for whose eyes */
  readonly subtitle: string;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
}
