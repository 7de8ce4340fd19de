/** What was looked into besides: how good the result is, what would help whom, what people's words cost. */
import { interventions } from "../../insight/interventions.js";
import { quality } from "../../insight/quality.js";
import type { LevelDifference } from "../../insight/what-if.js";
import type { Change } from "../../insight/would-help/changes.js";
import { type Help, whatWouldHelp } from "../../insight/would-help.js";
import type { Cell, Section } from "../document.js";
import { changeText } from "../help.js";
import type { Subject } from "../subject.js";
import { percent, plural, points } from "../wording.js";

/** Results without pairs cannot be looked into. */
const CHOSEN: readonly string[] = ["proved", "searched", "unproved"];

export function qualitySection({ pool, policy, result, edition }: Subject): Section | undefined {
  if (!CHOSEN.includes(result.status) || result.matches.length === 0) return undefined;
  // On a network it costs nothing to tell which matches the lot decided, elsewhere a solve for each.
  const isNetwork = policy.limits.length === 0 && policy.constraints.length === 0;
  const asked = quality(pool, policy, result, { changeable: isNetwork });
  const { scores, blocking, envious, load, choices, changeable } = asked;
  const { count } = edition;
  // Where nobody names anybody, who would rather have whom is known of mentees alone.
  const isNamed = choices.some(({ choice }) => choice !== null);
  const rows: Cell[][] = [
    ...(scores === null
      ? []
      : [
          ["least score", scores.least],
          ["middle score", scores.median],
          ["greatest score", scores.greatest],
        ]),
    ...choices.map(({ choice, matches }): Cell[] => [
      choice === null ? "matches beside nominations" : `matches with nomination ${choice}`,
      count(matches),
    ]),
    ["places of mentors filled", percent(load.filled, load.filled + load.empty)],
    ...(isNamed ? [["pairs who would both rather have each other", count(blocking.length)]] : []),
    ["mentees who would rather have a mentor whom somebody else has", count(envious.length)],
    ...(changeable === null
      ? []
      : [["matches settled by lot: another choice would be as good", count(changeable.length)]]),
  ];
  const table = { kind: "table", caption: "How good the matching is", head: ["What", "Figure"], rows } as const;
  return { id: "quality", title: "Quality", blocks: [table] };
}

/** Mentees who were left out are looked into up to so many, each with so many changes. */
const MOST_LEFT_OUT = 30;
const MOST_CHANGES = 3;

/** Beyond so many pairs of people, and where limits or constraints tie pairs together, solving again takes too long for a report. */
const MOST_PAIRS = 100_000;

/** The changes that would give somebody who was left out a mentor, each solved again. */
export function helpSection({ pool, policy, result, edition }: Subject): Section | undefined {
  if (edition.isPublic || !CHOSEN.includes(result.status) || result.unmatched.length === 0) return undefined;
  const isTied = policy.limits.length > 0 || policy.constraints.length > 0;
  if (isTied || pool.mentees.length * pool.mentors.length > MOST_PAIRS) {
    const why = isTied
      ? "limits or constraints tie pairs together"
      : `there are more than ${points(MOST_PAIRS)} pairs of people`;
    const text = `Not worked out here, because ${why} and solving again for everybody would take too long: ask for one at a time, by "mentor-match explain" or whatWouldHelp().`;
    return { id: "help", title: "What would help", blocks: [{ kind: "text", text }] };
  }
  const rows = result.unmatched.slice(0, MOST_LEFT_OUT).map(({ menteeId }) => {
    const { changes } = whatWouldHelp(pool, policy, result, menteeId, { most: MOST_CHANGES });
    const helping = changes.filter(({ effect }) => effect === "helps").slice(0, MOST_CHANGES);
    const told = [...new Set(helping.map(({ change }) => kindsText(change, helping, edition.person)))];
    return [edition.person(menteeId), told.length === 0 ? "nothing that was tried" : told.join(", or ")];
  });
  const rest = result.unmatched.length - rows.length;
  const left = `For ${plural(rest, "other")} this was not worked out, to keep the report soon: ask for one at a time, by "mentor-match explain" or whatWouldHelp().`;
  const caption = "Small changes that would each give them a mentor and cost nobody theirs, solved again and checked";
  return {
    id: "help",
    title: "What would help",
    blocks: [
      { kind: "table", caption, head: ["Mentee", "What would help"], rows },
      ...(rest > 0 ? [{ kind: "text", text: left } as const] : []),
    ],
  };
}

/** A change as half a sentence; overrides of one rule are told together. */
function kindsText(change: Change, all: readonly Help[], person: (id: string) => string): string {
  if (change.kind !== "override") return changeText(change, person);
  const mentors = all.flatMap(({ change: other }) =>
    other.kind === "override" && other.rule === change.rule ? [person(other.mentorId)] : [],
  );
  return `${change.rule} set aside, with a reason in writing, for ${mentors.join(" or ")}`;
}

/** What each lock, forbid and override did to others. */
export function priceSection({ pool, policy, result, edition }: Subject): Section | undefined {
  const words = pool.locks.length + pool.forbids.length + pool.overrides.length;
  if (edition.isPublic || words === 0 || !CHOSEN.includes(result.status)) return undefined;
  const rows = interventions(pool, policy, result).map((word) => [
    edition.person(word.menteeId),
    edition.person(word.mentorId),
    word.kind,
    word.displaces.map(edition.person).join(", "),
    word.price === null ? "without it nothing would be possible" : lossText(word.price),
    word.isBeyondPlaces ? "more than there are" : "",
  ]);
  return {
    id: "prices",
    title: "What people's words cost",
    blocks: [
      {
        kind: "table",
        caption: "Each word taken alone: whom it leaves without a mentor, and what the levels lose by it",
        head: ["Mentee", "Mentor", "Word", "Leaves out", "Costs", "Places"],
        rows,
      },
    ],
  };
}

function lossText(price: readonly LevelDifference[]): string {
  const lost = price.filter(({ difference }) => difference.some((loss) => loss !== 0));
  const told = lost.map(
    ({ name, difference }) =>
      `${name} ${difference.map((loss) => (loss < 0 ? `−${points(-loss)}` : points(loss))).join(", ")}`,
  );
  return told.length === 0 ? "nothing" : told.join("; ");
}
