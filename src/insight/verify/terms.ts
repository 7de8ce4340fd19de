/** What the verifier's parts hand one another. */
import type { Mentee, Mentor, NotTakingPart, Unmatched } from "../../types.js";
import type { PairScore } from "./score.js";

/** Notes an issue unless both are the same JSON. */
export type Expect = (code: string, ids: readonly string[], expected: unknown, got: unknown) => void;

/** A match by index; `isFixed` pairs were decided before anything was optimised. */
export interface Made {
  readonly mentee: number;
  readonly mentor: number;
  readonly isFixed: boolean;
}

/** What the verifier asks. People are referred to by index, in order of id. */
export interface World {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  /** the day the data describes */
  readonly asOf: string | undefined;
  /** decided before anything is optimised: standing pairs, then locks that do not stand */
  readonly fixed: readonly { readonly mentee: number; readonly mentor: number }[];
  /** locks that cannot be, with all that refuses them */
  readonly refusedLocks: readonly {
    readonly mentee: number;
    readonly mentor: number;
    readonly refusedBy: readonly string[];
  }[];
  readonly menteeUsed: readonly number[];
  /** places that decided pairs leave; 0 for those who do not take part */
  readonly freeDemand: readonly number[];
  readonly freeCapacity: readonly number[];
  readonly freeMinimum: readonly number[];
  readonly notTakingPart: readonly NotTakingPart[];
  readonly asks: (mentee: number) => boolean;
  readonly isStanding: (mentee: number, mentor: number) => boolean;
  readonly isLocked: (mentee: number, mentor: number) => boolean;
  /** whether a pair is decided before anything is optimised */
  readonly isFixed: (mentee: number, mentor: number) => boolean;
  /** standing pairs that may move: free ones, whatever binds at pairing only */
  readonly movable: readonly { readonly mentee: number; readonly mentor: number }[];
  /** ids of all that refuses a pair and its people, of what refuses the pair itself, or only of what binds always */
  readonly refusals: (mentee: number, mentor: number, what: "everything" | "pair" | "always") => string[];
  readonly checks: (mentee: number, mentor: number) => string[];
  /** what keeps a pair that is no more than proposed from being released */
  readonly holdsBack: (mentee: number, mentor: number) => string[];
  readonly overrides: (mentee: number, mentor: number) => string[];
  /** a pair's score alone */
  readonly points: (mentee: number, mentor: number) => number;
  readonly score: PairScore;
  /** whether a pair scores less than the policy calls weak */
  readonly isWeak: (mentee: number, mentor: number) => boolean;
  readonly reasons: (mentee: number, placesLeft: readonly number[]) => Unmatched;
  /** calls `visit` for each pair that may still be made, of people with places left */
  readonly forEachFreePair: (visit: (mentee: number, mentor: number) => void) => void;
  readonly hasFreePair: () => boolean;
  /** whether decided pairs take more places than the mentor has */
  readonly isOverfull: (mentor: number) => boolean;
  /** whether these mentors' minima cannot be met: each one's alone, or those of all the others together */
  readonly cannotMeet: (mentorIds: readonly string[]) => boolean;
  /** places that can be filled at all: no more than the person has pairs that may still be made */
  readonly usablePlaces: () => { readonly demand: readonly number[]; readonly capacity: readonly number[] };
}
