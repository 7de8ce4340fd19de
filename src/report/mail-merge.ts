/** The letters that tell people of their match, as a sheet for each side: the only output that gives one person's address to another. */
import { byCodeUnit } from "../door.js";
import { resultOf } from "../lifecycle/given.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { Match, MatchResult, PairIds, Person } from "../types.js";
import { type Cell, csvText } from "./csv.js";
import { type MailMergeOptions, type PairChecks, readOptions } from "./mail-merge-options.js";

/** The letters, and the pairs that get none yet. */
export interface MailMerge {
  /** by file name, as spreadsheets read them; no cell is taken for a formula */
  readonly files: {
    /** letters to mentees, with the mentor's name and address; a row for each pair, in order of the mentee's id */
    readonly "mentees.csv": string;
    /** letters to mentors, with the mentee's name and address; a row for each pair, in order of the mentor's id */
    readonly "mentors.csv": string;
  };
  /** pairs that are left out of both, with the checks nobody has ticked; in order of ids */
  readonly held: readonly PairChecks[];
}

/** Criteria on what both sides wrote for the other to read. */
const OPEN = ["shared-areas", "shared-interests", "shared-language", "job-role"];

/**
 * Two sheets for a mail merge, `mentees.csv` and `mentors.csv`: a row for each new match, with the recipient, the *other* one's
 * name and address, the reason and the day of first contact. The reason lists the criteria that count for the pair, the weightiest
 * first, and only those that both may know of. Pairs that stood before are left out: they know. So are pairs with a check that
 * `ticked` does not name: nobody is told of a pair before it is released.
 *
 * @throws InputError where pool, policy, result or options cannot be read, or where the result is of another pool
 * @remarks names and addresses are in it: whoever has the sheets knows who is with whom
 *
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { mailMerge } from "mentor-match/report";
 *
 * const pool = { mentees: [{ id: "bo", name: "Bo", email: "bo@example.org", seeks: ["grants"] }], mentors: [{ id: "ada", name: "Ada", offers: ["grants"] }] };
 * const policy = { name: "Letters", prefer: [{ criterion: "shared-areas" }] };
 * const { files } = mailMerge(pool, policy, match(pool, policy), { firstContact: "2026-10-15" });
 * files["mentees.csv"].split("\r\n")[1]; // => "bo,Bo,bo@example.org,Ada,,shared-areas,2026-10-15"
 * ```
 */
export function mailMerge(
  pool: PoolInput,
  policy: PolicyInput,
  result: MatchResult,
  options: MailMergeOptions,
): MailMerge {
  const people = parsePool(pool);
  const criteria = parsePolicy(policy).prefer;
  const { matches } = resultOf(people, result);
  const ids = criteria.map(({ id }) => id);
  const { firstContact, reasons, contacts, ticked = [] } = readOptions(options, ids, matches);
  const open = new Set(reasons ?? criteria.filter(({ name }) => OPEN.includes(name)).map(({ id }) => id));
  const reasonOf = ({ parts }: Match): string =>
    parts
      .filter(({ id, points }) => points > 0 && open.has(id))
      .sort((a, b) => b.points - a.points || byCodeUnit(a.id, b.id))
      .map(({ id }) => id)
      .join("; ");
  const mentees = new Map(people.mentees.map((one) => [one.id, one]));
  const mentors = new Map(people.mentors.map((one) => [one.id, one]));
  const done = new Set(ticked.flatMap((pair) => pair.checks.map((check) => keyOf(pair, check))));
  const checked = matches
    .filter(({ origin }) => origin !== "standing")
    .map((match) => ({ match, left: (match.checks ?? []).filter((check) => !done.has(keyOf(match, check))) }));
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
  const pairs = checked
    .filter(({ left }) => left.length === 0)
    .map(({ match }) => ({ match, mentee: mentees.get(match.menteeId)!, mentor: mentors.get(match.mentorId)! }));
  const byMentor = [...pairs].sort((a, b) => byCodeUnit(a.mentor.id, b.mentor.id));
  return {
    files: {
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
    },
    held: checked
      .filter(({ left }) => left.length > 0)
      .map(({ match: { menteeId, mentorId }, left }) => ({ menteeId, mentorId, checks: left })),
  };
}

const keyOf = ({ menteeId, mentorId }: PairIds, check: string): string => JSON.stringify([menteeId, mentorId, check]);
