/** What alternating paths reach, by index. */
import type { LimitGroup } from "../../matching/limit-groups.js";

/** Everybody reached, in the order in which they were. */
export interface Reached {
  /** she herself first */
  readonly mentees: readonly number[];
  readonly mentors: readonly number[];
  /** whether a path ends at a place that nobody has, or at somebody with another mentor: then coverage alone left nobody out */
  readonly isOpen: boolean;
  /** limits that stand around the places beside the mentors' capacity: full, or at their least */
  readonly limits: readonly { readonly id: string; readonly bound: "most" | "least" }[];
}

/** Mentees who cannot all have a mentor, and what alone keeps them from it; none of these could be left out. */
export interface Short {
  /** she herself first */
  readonly mentees: readonly number[];
  /** mentors who have no place left */
  readonly mentors: readonly number[];
  /** limits that are full, or would be below their least */
  readonly limits: readonly { readonly group: LimitGroup; readonly bound: "most" | "least" }[];
  /** mentors who have no more than the fewest they take and so let nobody go */
  readonly minima: readonly number[];
}
