/** Why somebody has no mentor this time: one of a few causes, in words that tell nothing of anybody else. */

/** What is said to whoever was left out. */
export interface CauseWords {
  /** in one or two sentences */
  readonly reason: string;
  /** what happens now, or what they may do */
  readonly next: string;
}

const KEPT = "We keep your request, and your waiting time counts from the day you first asked.";

/** The cause of a letter. */
export type Cause =
  | "no-eligible-mentor"
  | "mentors-full"
  | "lottery"
  | "scheme-order"
  | "scheme-limits"
  | "not-opted-in"
  | "not-trained"
  | "not-eligible"
  | "request-closed";

/**
 * All that a letter may give as the cause. Rules, people and attributes are never named: who cannot be paired because of a veto, a
 * conflict or a line reads the same as who cannot be because of a department.
 */
export const CAUSES: Readonly<Record<Cause, CauseWords>> = {
  "no-eligible-mentor": {
    reason:
      "We looked at every mentor on offer, and under the scheme's rules we could not pair you with any of them. This depends on who has offered to mentor, and is no judgement of you.",
    next: KEPT,
  },
  "mentors-full": {
    reason: "More people asked for a mentor than there are places, and the places you could have had are taken.",
    next: KEPT,
  },
  lottery: {
    reason:
      "More people asked for a mentor than there are places. Where people had an equal claim to a place, lots were drawn, and this time the lot fell to others.",
    next: KEPT,
  },
  "scheme-order": {
    reason: "What the scheme puts first when it pairs people led to other pairs this time.",
    next: KEPT,
  },
  "scheme-limits": {
    reason: "The scheme limits how many pairs there are, and there was no room within these limits for one with you.",
    next: KEPT,
  },
  "not-opted-in": {
    reason: "We have no word from you that you want to take part, and nobody is paired without one.",
    next: "If you would like a mentor, please tell us.",
  },
  "not-trained": {
    reason: "People are paired once they have completed the scheme's training, and our records do not show yours yet.",
    next: "Once you have completed it you can be paired in the next round. If you have, please tell us.",
  },
  "not-eligible": {
    reason: "The scheme has conditions for taking part, and by our records they are not all met at present.",
    next: "Please ask us which they are, above all if something in our records may be wrong.",
  },
  "request-closed": {
    reason: "Your request is not open at present.",
    next: "If you expected it to be, please get in touch with us.",
  },
};
