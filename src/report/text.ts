/** A result as plain text for a terminal: ids only, readable without colour. */
import type { Policy } from "../policy/policy.js";
import type { MatchResult, Unmatched } from "../types.js";
import { columnsOf } from "./columns.js";
import { declarations } from "./declared.js";
import { findingSentence } from "./finding-words.js";
import { plural, points, sectionText } from "./wording.js";

/** The whole result: summary, matches, who is left over and why, findings, proof. Lines end in `\n`. */
export function textReport(policy: Policy, result: MatchResult): string {
  const sections = [
    summary(policy, result),
    result.status === "infeasible" ? sectionText("Noticed", findings(result)) : "",
    sectionText("Matches", matchRows(result)),
    sectionText("Unmatched mentees", result.unmatched.flatMap(unmatchedLines)),
    sectionText(
      "Mentors in reserve",
      columnsOf(result.reserve.map(({ mentorId, places }) => [mentorId, plural(places, "place")])),
    ),
    sectionText(
      "Not taking part",
      columnsOf(result.notTakingPart.map(({ id, role, refusedBy }) => [id, role, refusedBy.join(", ")])),
    ),
    result.status === "infeasible" ? "" : sectionText("Noticed", findings(result)),
    sectionText("Declared", columnsOf(declarations(policy))),
    sectionText("Proof", proofLines(result)),
  ];
  return sections.filter((text) => text !== "").join("\n");
}

function summary({ name }: Policy, { status, matches, unmatched }: MatchResult): string {
  const matched = new Set(matches.map(({ menteeId }) => menteeId)).size;
  const mean = matches.reduce((sum, { score }) => sum + score, 0) / Math.max(1, matches.length);
  return `${name}: ${matched} of ${plural(matched + unmatched.length, "mentee")} matched, mean score ${points(Math.round(mean))}; ${STATUS[status]}\n`;
}

const STATUS: { readonly [status in MatchResult["status"]]: string } = {
  proved: "proved: nothing better exists",
  searched: "searched to the end",
  unproved: "not proved best",
  infeasible: "infeasible: see what was noticed",
  stopped: "stopped before the end",
};

const findings = ({ findings: noticed }: MatchResult): string[] =>
  noticed.map((finding) => findingSentence(finding, (id) => id));

function matchRows({ matches }: MatchResult): string[] {
  return columnsOf(
    matches.map(({ menteeId, mentorId, score, parts, origin, choice, weak, checks, overrides, breaks }) => {
      const notes = [
        ...(origin === "new" ? [] : [origin]),
        ...(choice === undefined ? [] : [`choice ${choice}`]),
        ...(weak === undefined ? [] : ["weak"]),
        ...(checks === undefined ? [] : [`check ${checks.join(", ")}`]),
        ...(overrides === undefined ? [] : [`override ${overrides.join(", ")}`]),
        ...(breaks === undefined ? [] : [`breaks ${breaks.join(", ")}`]),
      ];
      return [
        menteeId,
        mentorId,
        points(score),
        parts.map(({ id, points: part }) => `${id} ${points(part)}`).join(" + "),
        notes.join("; "),
      ];
    }),
  );
}

function unmatchedLines({ menteeId, refusedBy, eligible, full }: Unmatched): string[] {
  const refusals = refusedBy.map(({ id, mentors, soleMentors }) => {
    return `${id} refuses ${plural(mentors, "mentor")}${soleMentors > 0 ? `, ${soleMentors} by itself` : ""}`;
  });
  return [`${menteeId}: ${eligibility(eligible, full)}`, ...refusals.map((line) => `  ${line}`)];
}

function eligibility(eligible: number, full: number): string {
  if (eligible === 0) return "no mentor is eligible";
  if (full === eligible) return `${plural(eligible, "mentor")} eligible, ${eligible === 1 ? "who is" : "all"} full`;
  return `${plural(eligible, "mentor")} eligible, ${full} full`;
}

function proofLines({ levels, run }: MatchResult): string[] {
  const rows = levels.map(({ name, value, bound }) => [name, `value ${value.join(", ")}`, `bound ${bound.join(", ")}`]);
  return [
    ...columnsOf(rows),
    `seed ${run.seed} · solver ${run.solver} · version ${run.version} · pool ${run.poolHash.slice(0, 12)}`,
  ];
}
