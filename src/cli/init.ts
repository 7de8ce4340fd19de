/** `mentor-match init`: a scheme's policy and example sheets, to be changed into one's own. */
import { join } from "node:path";
import { match } from "../matching/match.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { Scheme } from "../schemes/all.js";
import type { Pool } from "../types.js";
import { CommandError } from "./command-error.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import type { Outcome } from "./outcome.js";
import { folderOf } from "./save.js";
import { SCHEME_NAMES, schemeNamed } from "./schemes.js";
import { sheetFiles } from "./sheet-files.js";

/** Example people: few enough to read, enough to see something. */
const MENTEES = 10;
const MENTORS = 8;

/** Fields that name others. */
const NAMING = ["nominations", "avoid", "appraisers", "supervisors", "conflicts"] as const;

/** policy.json, mentees.csv, mentors.csv and columns.json. */
export function initCommand(flags: Flags, [name]: readonly string[]): Outcome {
  if (name === undefined) throw new CommandError(`Cannot begin without a scheme: expected one of ${SCHEME_NAMES}`);
  const scheme = schemeNamed(name);
  const folder = folderOf(flags.out);
  const files = { "policy.json": toJson(scheme.policy), ...sheetFiles(parsePool(sample(scheme))) };
  const next = `npx mentor-match match --from ${shellWord(folder)} --out ${shellWord(join(folder, "matched"))}`;
  return {
    code: 0,
    text: "",
    files,
    next: `\nThe people are made up. Put yours in their place, and then:\n  ${next}\n`,
  };
}

/** A path as a shell takes it for one word. */
const shellWord = (path: string): string => (/^[\w./\\:-]+$/.test(path) ? path : `"${path}"`);

/** Some of the scheme's made-up cohort: new matches, and two mentees who got nobody. References to others are left out. */
function sample({ policy, cohort }: Scheme): PoolInput {
  const pool = cohort();
  const { matches, unmatched } = match(pool, policy);
  const made = matches.filter(({ origin }) => origin === "new");
  const mentorIds = new Set(made.map(({ mentorId }) => mentorId).slice(0, MENTORS));
  const menteeIds = new Set(
    [
      ...made.filter(({ mentorId }) => mentorIds.has(mentorId)).map(({ menteeId }) => menteeId),
      ...unmatched.map(({ menteeId }) => menteeId),
    ].slice(0, MENTEES),
  );
  const isIn = (id: string): boolean => menteeIds.has(id) || mentorIds.has(id);
  const within = <P extends Pool["mentees"][number] | Pool["mentors"][number]>(
    list: readonly P[],
    ids: ReadonlySet<string>,
  ): P[] =>
    list
      .filter(({ id }) => ids.has(id))
      .map((person) => ({
        ...person,
        ...Object.fromEntries(
          NAMING.flatMap((field) => {
            const named = person[field];
            return Array.isArray(named) ? [[field, named.filter(isIn)]] : [];
          }),
        ),
        ...(typeof person.lineManager === "string" && !isIn(person.lineManager) ? { lineManager: undefined } : {}),
      }));
  return {
    mentees: within(pool.mentees, menteeIds),
    mentors: within(pool.mentors, mentorIds),
    asOf: pool.asOf,
  };
}
