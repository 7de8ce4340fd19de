/** An explanation as sentences, for whoever it is meant for. */
import type {
  ExplainedMatch,
  Explanation,
  PossiblePair,
  Reason,
  UnmatchedMentee,
} from "../insight/explain/explanation.js";
import type { MenteeExplanation, MentorExplanation } from "../insight/explain/for-person.js";

/**
 * Plain text in lines that end in `\n`: ids only, and of what mentees and mentors see not even those.
 *
 * @param explanation - what `explain` answers, or what `forMentee` or `forMentor` leaves of it
 *
 * @example
 * ```ts
 * import { explain, forMentee, match } from "mentor-match";
 * import { explanationText } from "mentor-match/report";
 *
 * const pool = { mentees: [{ id: "ana" }, { id: "bo" }], mentors: [{ id: "max" }] };
 * const policy = { name: "any pair" };
 * const result = match(pool, policy);
 * const [out] = result.unmatched.map(({ menteeId }) => explain(pool, policy, result, { mentee: menteeId }));
 * explanationText(forMentee(out!)); // => "We found no mentor for you this time: places are short.\n2 mentees share 1 place: not everybody can have one.\n"
 * ```
 */
export function explanationText(explanation: Explanation | MenteeExplanation | MentorExplanation): string {
  const lines = "for" in explanation ? personLines(explanation) : coordinatorLines(explanation);
  return lines.map((line) => `${line}\n`).join("");
}

function coordinatorLines(explanation: Explanation): string[] {
  const { menteeId } = explanation;
  switch (explanation.kind) {
    case "matched":
      return explanation.matches.flatMap((made) => matchLines(menteeId, made));
    case "unmatched":
      return unmatchedLines(explanation);
    case "refused":
      return [`${menteeId} and ${explanation.mentorId} may not be matched: ${reasonsText(explanation.refusedBy)}.`];
    case "possible":
      return possibleLines(explanation);
    case "not-taking-part":
      return [`${menteeId} does not take part: ${reasonsText(explanation.refusedBy)}.`];
    default:
      return [`${menteeId} asks for no mentor.`];
  }
}

const reasonsText = (reasons: readonly Reason[]): string => reasons.map(({ id }) => id).join(", ");

function matchLines(menteeId: string, { mentorId, origin, score, parts, choice, better }: ExplainedMatch): string[] {
  const how = origin === "new" ? "" : ` (${origin})`;
  const which = choice === undefined ? "" : `, choice ${choice}`;
  const points = parts.map((part) => `${part.id} ${part.points}`).join(" + ");
  return [
    `${menteeId} has ${mentorId}${how}: score ${score}${points === "" ? "" : ` = ${points}`}${which}.`,
    ...better.map((other) => {
      const why =
        other.refusedBy.length > 0
          ? `refused by ${reasonsText(other.refusedBy)}`
          : other.placesLeft > 0
            ? `has ${count(other.placesLeft, "place")} left: another match would have been worse`
            : `has ${other.heldBy.join(", ") || "no places"}`;
      return `  Rather ${other.mentorId} (score ${other.score}): ${why}.`;
    }),
  ];
}

function unmatchedLines({ menteeId, because, refusedBy, eligible, shortage }: UnmatchedMentee): string[] {
  const refusals = refusedBy.map(({ id, mentorIds, soleMentorIds }) => {
    return `  ${id} refuses ${count(mentorIds.length, "mentor")}, ${soleMentorIds.length} by itself.`;
  });
  const head = `${menteeId} has no mentor: ${BECAUSE[because]} (${count(eligible, "mentor")} eligible).`;
  if (shortage === undefined) return [head, ...refusals];
  const { menteeIds, mentors, places, limits = [], minima = [] } = shortage;
  const at = mentors.map(({ mentorId, places: own }) => `${mentorId} (${own})`).join(", ");
  return [
    head,
    ...refusals,
    `  ${count(menteeIds.length, "mentee")} (${menteeIds.join(", ")}) share ${count(places, "place")}${at === "" ? "" : ` at ${at}`}.`,
    ...limits.map(({ id, personId, group, bound, matches }) => {
      const of = [personId, group].filter((part) => part !== undefined).join(", ");
      return `  Limit ${id}${of === "" ? "" : ` (${of})`} asks for at ${bound} ${matches}.`;
    }),
    ...(minima.length > 0 ? [`  ${minima.join(", ")} would have fewer than their minimum.`] : []),
  ];
}

const BECAUSE: { readonly [because in UnmatchedMentee["because"]]: string } = {
  refused: "nobody is eligible",
  shortage: "places are short",
  objective: "a place could be had, but what the scheme values more would suffer",
  constraints: "limits or constraints stand in the way",
};

function possibleLines({ menteeId, mentorId, score, price, conflicts, gains, loses }: PossiblePair): string[] {
  const head = `${menteeId} and ${mentorId} may be matched (score ${score}).`;
  if (price === null)
    return [head, `  Forcing it cannot be kept together with ${conflicts.map(({ path }) => path).join(", ")}.`];
  const lost = price.filter(({ difference }) => difference.some((part) => part !== 0));
  const levels = lost.map(({ name, difference }) => `${name} ${difference.map((part) => -part).join(", ")}`);
  const people = [
    ...(gains.length > 0 ? [`${gains.join(", ")} would gain a mentor`] : []),
    ...(loses.length > 0 ? [`${loses.join(", ")} would lose one`] : []),
  ];
  return [
    head,
    levels.length === 0 ? "  Forcing it costs nothing." : `  Forcing it changes ${levels.join("; ")}.`,
    ...(people.length > 0 ? [`  ${people.join("; ")}.`] : []),
  ];
}

function personLines(explanation: MenteeExplanation | MentorExplanation): string[] {
  if (explanation.kind === "refused")
    return [`This pair cannot be made: ${explanation.refusedBy.map(neutral).join(", ")}.`];
  if (explanation.kind === "possible") {
    const { loses } = explanation;
    return [
      loses === null
        ? "This pair would be possible."
        : `This pair would be possible, but the whole matching would be worse at ${loses}.`,
    ];
  }
  return explanation.for === "mentor" ? [scoreText(explanation)] : menteeLines(explanation);
}

function menteeLines(explanation: MenteeExplanation): string[] {
  switch (explanation.kind) {
    case "matched":
      return explanation.matches.flatMap((made) => {
        const { refused, taken } = made.better;
        const which = made.choice === undefined ? "" : ` This is your choice ${made.choice}.`;
        return [
          `${scoreText(made)}${which}`,
          ...(refused > 0
            ? [`${count(refused, "mentor")} you might rather have had could not be matched with you.`]
            : []),
          ...(taken > 0
            ? [`${count(taken, "mentor")} you might rather have had ${taken === 1 ? "was" : "were"} needed elsewhere.`]
            : []),
        ];
      });
    case "unmatched": {
      const { because, refusedBy, shortage } = explanation;
      const refusals = refusedBy.map(({ id, mentors }) =>
        mentors === undefined
          ? "There are other reasons for some mentors."
          : `${neutral(id)} leaves out ${count(mentors, "mentor")}.`,
      );
      const short =
        shortage === undefined
          ? []
          : [
              `${count(shortage.mentees, "mentee")} share ${count(shortage.places, "place")}: not everybody can have one.`,
            ];
      return [`We found no mentor for you this time: ${BECAUSE[because]}.`, ...refusals, ...short];
    }
    case "not-taking-part":
      return [`You do not take part this time: ${explanation.refusedBy.map(neutral).join(", ")}.`];
    default:
      return ["You have not asked for a mentor."];
  }
}

const neutral = (id: string): string => (id === "other" ? "other reasons" : id);

function scoreText({
  score,
  parts,
}: {
  readonly score?: number;
  readonly parts: readonly { readonly id: string; readonly points: number }[];
}): string {
  const shared = parts.filter(({ points }) => points > 0).map(({ id }) => id);
  const fit = score === undefined ? "" : ` with a score of ${score} of 10000`;
  return shared.length === 0 ? `You were matched${fit}.` : `You were matched${fit}, for: ${shared.join(", ")}.`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
