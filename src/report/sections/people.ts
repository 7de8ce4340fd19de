/** Who has whom, who has nobody and why, who is left, who takes no part. */
import type { Match, MatchResult } from "../../types.js";
import type { Block, Section, Table } from "../document.js";
import type { Subject } from "../subject.js";
import { plural, points } from "../wording.js";

export function matchesSection({ result, edition }: Subject): Section {
  const { isPublic, person, inOrder } = edition;
  const head = ["Mentee", "Mentor", "Score", ...(isPublic ? [] : ["Where it comes from", "Notes"])];
  const rows = result.matches.map((match) => [
    person(match.menteeId),
    person(match.mentorId),
    match.score,
    ...(isPublic ? [] : [partsOf(match), notesOf(match)]),
  ]);
  const text = "Scores run from 0 to 10 000. New pairs are proposals until both people have agreed.";
  const table: Table = {
    kind: "table",
    caption: `Matches, in order of the mentee's ${isPublic ? "pseudonym" : "id"}`,
    head,
    rows: inOrder(rows),
  };
  return section("matches", "Matches", rows.length === 0 ? [sentence("Nobody is matched.")] : [sentence(text), table]);
}

const partsOf = ({ parts }: Match): string => parts.map(({ id, points: part }) => `${id} ${points(part)}`).join(", ");

/** What is special about a match. */
function notesOf({ origin, choice, weak, checks = [], overrides = [], breaks = [] }: Match): string {
  return [
    ...(origin === "new" ? [] : [ORIGIN[origin]]),
    ...(choice === undefined ? [] : [`nomination ${choice}`]),
    ...(weak === true ? ["weak"] : []),
    ...checks.map((id) => `check ${id}`),
    ...overrides.map((id) => `${id} set aside`),
    ...breaks.map((id) => `today ${id} would refuse it`),
  ].join("; ");
}

const ORIGIN: { readonly [origin in Exclude<Match["origin"], "new">]: string } = {
  standing: "stands from before",
  locked: "the coordinator's word",
};

export function unmatchedSection({ result, edition }: Subject): Section | undefined {
  const { length } = result.unmatched;
  if (length === 0 || edition.count(length) !== String(length)) return undefined;
  const rows = result.unmatched.map(({ menteeId, eligible, full, refusedBy }) => [
    edition.person(menteeId),
    edition.count(eligible),
    edition.count(full),
    ...(edition.isPublic
      ? []
      : [
          refusedBy
            .map(
              ({ id, mentors, soleMentors }) => `${id} ${mentors}${soleMentors > 0 ? ` (${soleMentors} alone)` : ""}`,
            )
            .join(", "),
        ]),
  ]);
  const head = [
    "Mentee",
    "Eligible mentors",
    "Of them full",
    ...(edition.isPublic ? [] : ["Mentors refused, by rule"]),
  ];
  const text =
    "A rule's number in brackets counts the mentors whom it alone refuses: they would be possible without it.";
  return section("unmatched", "Mentees without a mentor", [
    ...(edition.isPublic ? [] : [sentence(text)]),
    {
      kind: "table",
      caption: "Mentees without a mentor, and what stood in the way",
      head,
      rows: edition.inOrder(rows),
    },
  ]);
}

export function reserveSection({ result, edition }: Subject): Section | undefined {
  if (result.reserve.length === 0) return undefined;
  const rows = result.reserve.map(({ mentorId, places }) => [edition.person(mentorId), places]);
  const table: Table = {
    kind: "table",
    caption: "Mentors with places left",
    head: ["Mentor", "Places left"],
    rows: edition.inOrder(rows),
  };
  return section("reserve", "Mentors in reserve", [table]);
}

/** Those whom a participation rule turned away, by rule where others may read it. */
export function apartSection({ result, edition }: Subject): Section | undefined {
  const { notTakingPart } = result;
  if (notTakingPart.length === 0) return undefined;
  const table: Table = edition.isPublic
    ? {
        kind: "table",
        caption: "People not taking part, by rule",
        head: ["Rule", "People"],
        rows: [...countByRule(notTakingPart)].map(([id, count]) => [id, edition.count(count)]),
      }
    : {
        kind: "table",
        caption: "People not taking part",
        head: ["Person", "Role", "Turned away by"],
        rows: notTakingPart.map(({ id, role, refusedBy }) => [edition.person(id), role, refusedBy.join(", ")]),
      };
  const text = `${plural(notTakingPart.length, "person", "people")} asked or offered, and a rule about people turned them away.`;
  return section("not-taking-part", "Not taking part", [...(edition.isPublic ? [] : [sentence(text)]), table]);
}

function countByRule(list: MatchResult["notTakingPart"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of list.flatMap(({ refusedBy }) => refusedBy)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** What the coordinator has to look at before pairs are told of each other. */
export function checksSection({ result, edition }: Subject): Section | undefined {
  const items = result.matches.flatMap(({ menteeId, mentorId, checks = [], breaks = [] }) => {
    const pair = `${edition.person(menteeId)} and ${edition.person(mentorId)}`;
    return [
      ...checks.map((id) => `${pair}: ${id} could not be told from the data`),
      ...breaks.map((id) => `${pair}: stands from before, and today ${id} would refuse it`),
    ];
  });
  if (items.length === 0 || edition.isPublic) return undefined;
  return section("checks", "To check by hand", [
    sentence("Tick each before the pair is told."),
    { kind: "checklist", items },
  ]);
}

const sentence = (text: string): Block => ({ kind: "text", text });

const section = (id: string, title: string, blocks: readonly Block[]): Section => ({ id, title, blocks });
