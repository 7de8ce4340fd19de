/** What a search under limits goes over: both sides' sets of people. */
import type { LimitGroup } from "../../matching/limit-groups.js";
import type { Families } from "../../matching/solvers/nested/families.js";

/** One side's sets: what they hold, and between what they must. People come first, then limits. */
export interface Sets {
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
  readonly count: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** pairs that lie in a set and in none of its subsets */
  readonly pairs: readonly (readonly number[])[];
}

/** Both sides' sets with what a result has in them. */
export interface Network {
  readonly mentee: Sets;
  readonly mentor: Sets;
  readonly families: Families;
  /** whether each pair is chosen */
  readonly isChosen: Uint8Array;
  /** how many sets are people's */
  readonly people: { readonly mentee: number; readonly mentor: number };
  readonly limitOf: (place: Place) => LimitGroup;
}

/** A set of one side. */
export interface Place {
  readonly side: "mentee" | "mentor";
  readonly set: number;
}
