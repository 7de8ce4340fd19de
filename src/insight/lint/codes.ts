/** What the lint can find: for each code what it means, and what a coordinator may do about it. */

/** A code of the lint. */
export type LintCodeName =
  | "duplicate-entry"
  | "contradictory-rules"
  | "ladder-allows-nobody"
  | "step-without-mentors"
  | "years-stand-in-for-age"
  | "weight-below-a-point"
  | "rule-refuses-everybody"
  | "rule-refuses-nobody"
  | "rule-refuses-nobody-alone"
  | "empties-mentees-list"
  | "empties-mentors-list"
  | "missing-data-decides"
  | "declaration-absent"
  | "criterion-never-varies"
  | "weight-drowns-others"
  | "demand-unreachable"
  | "score-decides-who"
  | "grade-not-on-ladder"
  | "step-empty";

/** Every code, those that a policy alone can show first. */
export const lintCodes: Readonly<
  Record<
    LintCodeName,
    {
      /** what is so, in one sentence */
      readonly means: string;
      /** what a coordinator may do about it */
      readonly suggestion: string;
    }
  >
> = {
  "duplicate-entry": {
    means: "an entry says what an earlier one of its list says",
    suggestion: "leave it out; of criteria, give the first one both weights",
  },
  "contradictory-rules": {
    means: "two rules, each of which allows some pairs, together allow none",
    suggestion: "decide which of the two is meant, or put them into one any-of",
  },
  "ladder-allows-nobody": {
    means: "whatever grades two people have, the rules on grades refuse them",
    suggestion: "ask for fewer steps, or lower what mentors need to take part",
  },
  "step-without-mentors": {
    means: "mentees of this step may take part, and no grade may mentor them",
    suggestion: "split the step, or let peers mentor each other on it, say by any-of with same-attribute grade",
  },
  "years-stand-in-for-age": {
    means: "an entry reads years of experience, which follow age",
    suggestion: "say in writing why years are needed, or use grades or what people have done instead",
  },
  "weight-below-a-point": {
    means: "a criterion can add less than one point of 10 000 to a score",
    suggestion: "raise its weight, or leave it out",
  },
  "rule-refuses-everybody": {
    means: "a rule refuses every pair, or turns everybody away",
    suggestion: "check its parameters and whether the data has what it reads",
  },
  "rule-refuses-nobody": {
    means: "a rule refuses no pair, or turns nobody away: without it nothing would change",
    suggestion: "keep it where it guards against what may come, else leave it out",
  },
  "rule-refuses-nobody-alone": {
    means: "whomever a rule refuses another one refuses, too",
    suggestion: "keep it where it guards against what may come, else leave it out",
  },
  "empties-mentees-list": {
    means: "these mentees have no mentor to choose from, and would have one without this rule",
    suggestion: "look whether the rule is meant for them; an override needs a reason in writing",
  },
  "empties-mentors-list": {
    means: "these mentors have no mentee who might be theirs, and would have one without this rule",
    suggestion: "look whether the rule is meant for them; an override needs a reason in writing",
  },
  "missing-data-decides": {
    means: "pairs are refused, or people turned away, only because a rule cannot tell",
    suggestion: "ask these people for what is missing, or set onUnknown to confirm",
  },
  "declaration-absent": {
    means: "these people have not declared what a rule reads, which it takes for none",
    suggestion: "ask for the declaration, or set onUnknown to confirm; null says that there is none",
  },
  "criterion-never-varies": {
    means: "a criterion gives every pair that may be the same",
    suggestion: "leave it out, or ask people for what it reads",
  },
  "weight-drowns-others": {
    means: "whatever all other criteria say, they never outweigh this one",
    suggestion: "lower its weight, unless the others are only to break its ties",
  },
  "demand-unreachable": {
    means: "minima or limits cannot be kept, however people are matched",
    suggestion: "lower the minimum or the least number, or look what keeps pairs from being made",
  },
  "score-decides-who": {
    means: "places are scarce, and likeness to the mentors decides who is left out",
    suggestion: "put access before score in the objective",
  },
  "grade-not-on-ladder": {
    means: "these people's grades are on no step",
    suggestion: "add the grade to its step, or correct it",
  },
  "step-empty": {
    means: "nobody in the pool stands on this step",
    suggestion: "check its spelling; a step too many makes every gap across it larger",
  },
};
