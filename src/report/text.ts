/** A result as plain text for a terminal: ids only, readable without colour. */
import type { Policy } from "../policy/policy.js";
import type { Finding, MatchResult, Unmatched } from "../types.js";
import { columnsOf } from "./columns.js";

/** The whole result: summary, matches, who is left over and why, findings, proof. Lines end in `\n`. */
export function textReport(policy: Policy, result: MatchResult): string {
  const sections = [
    summary(policy, result),
    result.status === "infeasible" ? section("Noticed", result.findings.map(findingLine)) : "",
    section("Matches", matchRows(result)),
    section("Unmatched mentees", result.unmatched.flatMap(unmatchedLines)),
    section(
      "Mentors in reserve",
      columnsOf(result.reserve.map(({ mentorId, places }) => [mentorId, plural(places, "place")])),
    ),
    section(
      "Not taking part",
      columnsOf(result.notTakingPart.map(({ id, role, refusedBy }) => [id, role, refusedBy.join(", ")])),
    ),
    result.status === "infeasible" ? "" : section("Noticed", result.findings.map(findingLine)),
    section("Proof", proofLines(result)),
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

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

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

function findingLine({ code, ids, path, numbers }: Finding): string {
  if (code === "near-miss") return nearMissLine(path, numbers);
  const shown = ids.slice(0, 8).join(", ");
  const more = ids.length > 8 ? ` and ${ids.length - 8} more` : "";
  const words = FINDINGS[code] ?? code;
  const what = path.includes(".") ? ` (${path.slice(path.indexOf(".") + 1)})` : "";
  return `${words}${what}${ids.length > 0 ? `: ${shown}${more}` : ""}`;
}

/** `department["Dept of Law"]["Law"]` as a sentence. */
function nearMissLine(path: string, { first, second }: Finding["numbers"]): string {
  const [, field, one, other] = /^(.*?)\[("(?:[^"\\]|\\.)*")\]\[("(?:[^"\\]|\\.)*")\]$/su.exec(path) ?? [];
  const people = (count: number | undefined): string => `${count ?? 0} ${count === 1 ? "person" : "people"}`;
  const values = `${one} (${people(first)}) and ${other} (${people(second)})`;
  return `${field}: ${values} look alike; where they mean the same, the policy's vocabulary can say so`;
}

const FINDINGS: { readonly [code: string]: string } = {
  "no-mentees": "nobody asks for a mentor",
  "no-mentors": "nobody offers to be a mentor",
  "no-places": "no mentor has a place left",
  "no-eligible-pair": "the rules allow no pair at all",
  "grade-not-on-ladder": "their grade is on no step of the ladder, so rules cannot tell",
  "reporting-line-cycle": "their reporting lines run in a circle; they count as connected",
  "over-capacity": "they already have more mentees than places",
  "ended-by-withdrawal": "a live pair ended because one of them has withdrawn",
  "avoid-unknown": "they are to be avoided, but nobody has that id",
  "override-not-needed": "an override that nothing needed",
  "few-nominations": "they nominate fewer people than the scheme asks for",
  "many-nominations": "they nominate more people than the scheme allows",
  "nomination-refused": "somebody would like this pair, and something refuses it",
  "lock-refused": "a locked pair that cannot be made",
  "minimum-unmet": "their minimum of mentees cannot be met",
  "limit-counts-nobody": "a limit that counts nobody of the pool",
  "over-limit": "decided pairs are more than a limit allows",
  "limit-unmet": "a limit that cannot be kept together with the others named here",
  "minimum-nearest": "their minimum could be met in part while everything else is kept",
};

function proofLines({ levels, run }: MatchResult): string[] {
  const rows = levels.map(({ name, value, bound }) => [name, `value ${value.join(", ")}`, `bound ${bound.join(", ")}`]);
  return [
    ...columnsOf(rows),
    `seed ${run.seed} · solver ${run.solver} · version ${run.version} · pool ${run.poolHash.slice(0, 12)}`,
  ];
}

/** `6 412`: thousands apart, the same on every machine. */
function points(score: number): string {
  return String(score).replace(/(\d)(?=(\d{3})+$)/g, "$1 ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
