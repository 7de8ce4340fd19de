/** What an audit holds. */

/** What is known of some people. Shares are 0 … 1, to four places. */
export interface Figures {
  /** those whom the measure concerns */
  readonly people: number;
  /** those for whom it is so; of an amount, those above the median of all */
  readonly count: number;
  /** `count` of `people`, 0 … 1; 0 where there are none */
  readonly share: number;
  /** the exact 95 % interval of the share (Clopper and Pearson) */
  readonly interval: readonly [least: number, most: number];
  /** of an amount only: its mean, to a whole number; of choices and scores as results give them */
  readonly mean?: number;
}

/** One measure of one group beside everybody else. */
export interface GroupComparison {
  /**
   * `"takes-part"`, of those who applied; `"eligible"`, of those; `"matched"`, of those; `"accepted"`, of those whose pairs were
   * answered; `"lasted"` to their end, of those whose accepted pairs have ended. `"score"`, `"choice"`, `"waiting-days"`; and for
   * each rule what part of 10 000 it refuses them, of those who might have been a pair with them
   */
  readonly measure: string;
  /** of the group */
  readonly group: Figures;
  /** of everybody of the role who is not in the group and whom the measure concerns */
  readonly others: Figures;
  /** how probable such a difference of shares, or a less likely one, is by chance alone (Fisher's exact test, two-sided) */
  readonly probability: number;
  /** the same when so many comparisons are made at once (Holm's correction over the whole audit) */
  readonly corrected: number;
}

/** One group; of one that is suppressed nothing is told, not even its size. */
export interface AuditedGroup {
  /** `null` for those of whom it is not stated */
  readonly group: string | null;
  /** whether it is too small to be told of, or would reveal one that is; it has no comparisons then */
  readonly isSuppressed: boolean;
  /** measures that are suppressed are not among them */
  readonly comparisons: readonly GroupComparison[];
}

/** One way to tell people apart. */
export interface AuditedGrouping {
  /** the grouping's name as it was given; of missing data the field, `"department"` */
  readonly name: string;
  /** whose groups they are */
  readonly role: "mentee" | "mentor";
  /** whether the groups were given, or are made of whose record lacks a field that the policy reads */
  readonly by: "groups" | "missing-data";
  /** in order of their names, those not stated last */
  readonly groups: readonly AuditedGroup[];
}

/** What `audit` finds. */
export interface Audit {
  /** those given in their order, then fields that records lack: of mentees and then of mentors, each by name */
  readonly groupings: readonly AuditedGrouping[];
  /** how many comparisons Holm's correction is for */
  readonly comparisons: number;
}
