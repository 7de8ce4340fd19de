/** What alternating paths reach, by index. */
import type { LimitGroup } from "../../matching/limit-groups.js";

/** Everybody reached, in the order in which they were. */
export interface Reached {
  /** she herself first; each but she has a mentor, and needs one of these places for it */
  readonly mentees: readonly number[];
  /** with those who, under limits, could do with what is there */
  readonly all: readonly number[];
  readonly mentors: readonly number[];
  /** whether a path ends at a place that nobody has, or at somebody with another mentor: then coverage alone left nobody out */
  readonly isOpen: boolean;
  /** what stands around the places beside the mentors' capacity: limits that are full, or would be below their least */
  readonly limits: readonly { readonly group: LimitGroup; readonly bound: "most" | "least" }[];
  /** mentors who have no more than the fewest they take and so let nobody go */
  readonly minima: readonly number[];
}
