/** The letters that tell people of their match, as a sheet for each side: the only output that gives one person's address to another. */
import { isDay } from "../day.js";
import { byCodeUnit, quote, showText, unknownName } from "../door.js";
import { InputError, type Issue } from "../errors.js";
import { fingerprint } from "../fingerprint.js";
import { readResult } from "../insight/read-result.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { canonicalPool, type PoolInput, parsePool } from "../pool.js";
import type { Match, MatchResult, Person } from "../types.js";
import { type Cell, type Contact, csvText } from "./csv.js";

/** What the letters say beside who is whose match. */
export interface MailMergeOptions {
  /** the day by which the two should be in touch, `YYYY-MM-DD` */
  readonly firstContact: string;
  /**
   * ids of the criteria whose agreement both may read as the reason; those of areas, interests, languages and job roles unless
   * given, for both said so themselves. Nominations and attributes are never among them unless they are named here
   */
  readonly reasons?: readonly string[] | undefined;
  /** names and addresses by id, where they are kept apart from the pool; before those that the pool holds */
  readonly contacts?: ReadonlyMap<string, Contact> | undefined;
}

/** Criteria on what both sides wrote for the other to read. */
const OPEN = ["shared-areas", "shared-interests", "shared-language", "job-role"];

/**
 * Two sheets for a mail merge, `mentees.csv` and `mentors.csv`: a row for each new match, with the recipient, the *other* one's
 * name and address, the reason and the day of first contact. The reason lists the criteria that count for the pair, the weightiest
 * first, and only those that both may know of. Pairs that stood before are left out: they know.
 *
 * @returns the sheets by file name, as spreadsheets read them; no cell is taken for a formula
 * @throws InputError where pool, policy, result or options cannot be read, or where the result is of another pool
 * @remarks names and addresses are in it: whoever has the sheets knows who is with whom
 *
 * @example
 * ```ts
 * import { mailMerge, match } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo", name: "Bo", email: "bo@example.org", seeks: ["grants"] }], mentors: [{ id: "ada", name: "Ada", offers: ["grants"] }] };
 * const policy = { name: "Letters", prefer: [{ criterion: "shared-areas" }] };
 * const sheets = mailMerge(pool, policy, match(pool, policy), { firstContact: "2026-10-15" });
 * sheets["mentees.csv"].split("\r\n")[1]; // => "bo,Bo,bo@example.org,Ada,,shared-areas,2026-10-15"
 * ```
 */
export function mailMerge(
  pool: PoolInput,
  policy: PolicyInput,
  result: MatchResult,
  options: MailMergeOptions,
): { readonly "mentees.csv": string; readonly "mentors.csv": string } {
  const people = parsePool(pool);
  const criteria = parsePolicy(policy).prefer;
  const { firstContact, reasons, contacts } = readOptions(
    options,
    criteria.map(({ id }) => id),
  );
  const { matches, run } = readResult(result) ?? refuse("expected a result of match(), got something else");
  if (run.poolHash !== fingerprint(canonicalPool(people)))
    refuse("expected the result of this pool, got that of another");
  const open = new Set(reasons ?? criteria.filter(({ name }) => OPEN.includes(name)).map(({ id }) => id));
  const reasonOf = ({ parts }: Match): string =>
    parts
      .filter(({ id, points }) => points > 0 && open.has(id))
      .sort((a, b) => b.points - a.points || byCodeUnit(a.id, b.id))
      .map(({ id }) => id)
      .join("; ");
  const mentees = new Map(people.mentees.map((one) => [one.id, one]));
  const mentors = new Map(people.mentors.map((one) => [one.id, one]));
  const made = matches.filter(({ origin }) => origin !== "standing");
  const row = (to: Person, other: Person, match: Match): Cell[] => {
    const contact = ({ id, ...held }: Person) => {
      const { name = "", email = "" } = { ...held, ...contacts?.get(id) };
      return [name, email];
    };
    return [to.id, ...contact(to), ...contact(other), reasonOf(match), firstContact];
  };
  const sheet = (to: string, other: string, rows: readonly Cell[][]): string =>
    csvText([
      [to, `${to} name`, `${to} e-mail`, `${other} name`, `${other} e-mail`, "reason", "first contact by"],
      ...rows,
    ]);
  const pairs = made.map((match) => ({
    match,
    mentee: mentees.get(match.menteeId)!,
    mentor: mentors.get(match.mentorId)!,
  }));
  const byMentor = [...pairs].sort((a, b) => byCodeUnit(a.mentor.id, b.mentor.id));
  return {
    "mentees.csv": sheet(
      "mentee",
      "mentor",
      pairs.map(({ match, mentee, mentor }) => row(mentee, mentor, match)),
    ),
    "mentors.csv": sheet(
      "mentor",
      "mentee",
      byMentor.map(({ match, mentee, mentor }) => row(mentor, mentee, match)),
    ),
  };
}

function refuse(message: string): never {
  throw new InputError("result", [{ code: "invalid", path: "", message }]);
}

function readOptions(input: unknown, criteria: readonly string[]): MailMergeOptions {
  const issues: Issue[] = [];
  const { firstContact, reasons, contacts, ...others } = {
    ...(input as { readonly [name: string]: unknown } | undefined),
  };
  for (const name of Object.keys(others)) {
    issues.push({
      code: "unknown-field",
      path: name,
      message: unknownName("option", name, ["firstContact", "reasons", "contacts"]),
    });
  }
  if (!(typeof firstContact === "string" && isDay(firstContact))) {
    const message = `expected a day as YYYY-MM-DD, got ${showText(firstContact)}`;
    issues.push({ code: firstContact === undefined ? "missing" : "invalid", path: "firstContact", message });
  }
  if (reasons !== undefined && !Array.isArray(reasons)) {
    issues.push({ code: "invalid", path: "reasons", message: `expected a list of ids, got ${showText(reasons)}` });
  }
  if (contacts !== undefined && !(contacts instanceof Map)) {
    issues.push({ code: "invalid", path: "contacts", message: `expected a Map by id, got ${showText(contacts)}` });
  }
  for (const [at, id] of (Array.isArray(reasons) ? reasons : []).entries()) {
    if (criteria.includes(id as string)) continue;
    const message = `the policy has no criterion ${showText(id)}; it has ${criteria.map(quote).join(", ") || "none"}`;
    issues.push({ code: "unknown-criterion", path: `reasons[${at}]`, message });
  }
  if (issues.length > 0) throw new InputError("mail merge options", issues);
  return {
    firstContact: firstContact as string,
    reasons: reasons as readonly string[] | undefined,
    contacts: contacts as ReadonlyMap<string, Contact> | undefined,
  };
}
