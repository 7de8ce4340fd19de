/** What of an explanation a mentee or a mentor may see: nobody else's id or data, and no reason that is nobody's business. */
import type { Part } from "../../types.js";
import type { ExplainedMatch, ExplainedPart, Explanation, PossiblePair, Reason } from "./explanation.js";

/** The one name for every reason that is not told. */
const OTHER = "other";

/** What a mentee may see of her explanation. */
export type MenteeExplanation = {
  /** who may see it */
  readonly for: "mentee";
  /** her own id: nobody else's is in it */
  readonly menteeId: string;
} & (
  | {
      /** she has a mentor, or the one asked about */
      readonly kind: "matched";
      /** all her mentors, or the one asked about, without saying who they are */
      readonly matches: readonly MenteeMatch[];
    }
  | {
      /** she takes part, asks for a mentor and has none */
      readonly kind: "unmatched";
      /** why, as `UnmatchedMentee` has it */
      readonly because: "refused" | "shortage" | "objective" | "constraints";
      /** how many mentors each rule refuses; all that is not told is one reason, `"other"`, without a number */
      readonly refusedBy: readonly {
        /** the id of a rule, or what else bars the pair; `"other"`, which comes last, for all that is not told */
        readonly id: string;
        /** mentors whom it refuses her, alone or with others; absent of `"other"` */
        readonly mentors?: number;
      }[];
      /** how many mentors nothing refuses her, with places or without */
      readonly eligible: number;
      /** only where `because` is `"shortage"` */
      readonly shortage?: {
        /** mentees, she among them, of whom one has to be left out */
        readonly mentees: number;
        /** how many of these can have a mentor at most */
        readonly places: number;
      };
    }
  | {
      /** the pair may not be made, or she does not take part */
      readonly kind: "refused" | "not-taking-part";
      /** ids of what refuses the pair or her; `"other"`, which comes last, for all that is not told */
      readonly refusedBy: readonly string[];
    }
  | {
      /** the pair may be made and was not */
      readonly kind: "possible";
      /** the first level that would lose by it; `null` where none would, or where limits, minima or constraints forbid it */
      readonly loses: string | null;
    }
  | {
      /** she takes part, has no mentor and wants none */
      readonly kind: "asks-for-nobody";
    }
);

/** A match as its mentee may see it. */
export interface MenteeMatch extends TellableScore {
  /** which of her nominations it is, 1 being the first; absent where she did not nominate this mentor */
  readonly choice?: number;
  /** how many mentors she would rather have and does not */
  readonly better: {
    /** those whom something refuses her */
    readonly refused: number;
    /** those whom nothing refuses her, and who were needed elsewhere */
    readonly taken: number;
  };
}

/** A score, where no criterion in it is sensitive, and the points of the others. */
export interface TellableScore {
  /** 0 … 10 000; absent where a criterion in it is sensitive, whose points could be read off it */
  readonly score?: number;
  /** the points of each criterion that is not sensitive */
  readonly parts: readonly Part[];
}

/** What a mentor may see of a pair that was asked about. */
export type MentorExplanation = {
  /** who may see it */
  readonly for: "mentor";
  /** the mentor's own id: nobody else's is in it */
  readonly mentorId: string;
} & (
  | ({
      /** the two are matched */
      readonly kind: "matched";
    } & TellableScore)
  | {
      /** the pair may not be made */
      readonly kind: "refused";
      /** ids of what refuses the pair or the mentor; `"other"`, which comes last, for all that is not told */
      readonly refusedBy: readonly string[];
    }
  | {
      /** the pair may be made and was not */
      readonly kind: "possible";
      /** the first level that would lose by it; `null` where none would, or where limits, minima or constraints forbid it */
      readonly loses: string | null;
    }
);

/**
 * The version for the mentee: her own id and counts, and never anybody else's id, place or attribute. Reasons of conflict,
 * appraisal, supervision, line, veto, forbid, nomination or what the policy protects are one, `"other"`, without a number, and so is
 * whatever a mentor's own part refuses; with a criterion that reads such a thing the score is not told.
 *
 * @remarks A rule's id is told as the policy has it: an id should not say more than the rule's words
 *
 * @example
 * ```ts
 * import { explain, forMentee, match } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo", department: "Art", avoid: ["max"] }], mentors: [{ id: "max", department: "Art" }] };
 * const policy = { name: "PaLS", must: [{ rule: "different-department" }] };
 * const why = forMentee(explain(pool, policy, match(pool, policy), { mentee: "bo" }));
 * why.kind === "unmatched" && why.refusedBy; // => [{ id: "different-department", mentors: 1 }, { id: "other" }]
 * ```
 */
export function forMentee(explanation: Explanation): MenteeExplanation {
  const own = { for: "mentee" as const, menteeId: explanation.menteeId };
  switch (explanation.kind) {
    case "matched":
      return { ...own, kind: "matched", matches: explanation.matches.map(menteeMatch) };
    case "unmatched": {
      const { because, refusedBy, eligible, shortage } = explanation;
      const told = refusedBy.filter(({ isSensitive }) => !isSensitive);
      return {
        ...own,
        kind: "unmatched",
        because,
        refusedBy: [
          ...told.map(({ id, mentorIds }) => ({ id, mentors: mentorIds.length })),
          ...(told.length < refusedBy.length ? [{ id: OTHER }] : []),
        ],
        eligible,
        ...(shortage === undefined
          ? {}
          : { shortage: { mentees: shortage.menteeIds.length, places: shortage.places } }),
      };
    }
    case "possible":
      return { ...own, kind: "possible", loses: firstLoss(explanation) };
    case "asks-for-nobody":
      return { ...own, kind: "asks-for-nobody" };
    default:
      return { ...own, kind: explanation.kind, refusedBy: tellable(explanation.refusedBy, "mentor") };
  }
}

/**
 * The version for the mentor of a pair: what {@link forMentee} leaves out, with the mentee's nominations, wishes and other
 * mentors besides.
 *
 * @returns `undefined` for what is about a mentee alone, or about one with several mentors: ask about the pair
 *
 * @example
 * ```ts
 * import { explain, forMentor, match } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo", conflicts: ["max"] }], mentors: [{ id: "max" }] };
 * const policy = { name: "PaLS", must: [{ rule: "no-conflict" }] };
 * forMentor(explain(pool, policy, match(pool, policy), { mentee: "bo", mentor: "max" }));
 * // => { for: "mentor", mentorId: "max", kind: "refused", refusedBy: ["other"] }
 * ```
 */
export function forMentor(explanation: Explanation): MentorExplanation | undefined {
  switch (explanation.kind) {
    case "matched": {
      const [only, another] = explanation.matches;
      if (only === undefined || another !== undefined) return undefined;
      return { for: "mentor", mentorId: only.mentorId, kind: "matched", ...tellableScore(only.score, only.parts) };
    }
    case "refused": {
      const { mentorId, refusedBy } = explanation;
      return { for: "mentor", mentorId, kind: "refused", refusedBy: tellable(refusedBy, "mentee") };
    }
    case "possible":
      return { for: "mentor", mentorId: explanation.mentorId, kind: "possible", loses: firstLoss(explanation) };
    default:
      return undefined;
  }
}

function menteeMatch({ score, parts, choice, better }: ExplainedMatch): MenteeMatch {
  const refused = better.filter(({ refusedBy }) => refusedBy.length > 0).length;
  return {
    ...tellableScore(score, parts),
    ...(choice === undefined ? {} : { choice }),
    better: { refused, taken: better.length - refused },
  };
}

/** What one part has could be read off the others and their sum. */
function tellableScore(score: number, parts: readonly ExplainedPart[]): TellableScore {
  const told = parts.filter(({ isSensitive }) => !isSensitive);
  const isWhole = told.length === parts.length;
  return { ...(isWhole ? { score } : {}), parts: told.map(({ id, points }) => ({ id, points })) };
}

/** The ids of reasons, those about the other side and all sensitive ones as one. */
function tellable(reasons: readonly Reason[], otherSide: Reason["of"]): string[] {
  const told = reasons.filter(({ of, isSensitive }) => !isSensitive && of !== otherSide);
  return [...told.map(({ id }) => id), ...(told.length < reasons.length ? [OTHER] : [])];
}

/** The first level that would lose; `null` where none would, or where it cannot be. */
const firstLoss = ({ price }: PossiblePair): string | null =>
  price?.find(({ difference }) => difference.some((lost) => lost !== 0))?.name ?? null;
