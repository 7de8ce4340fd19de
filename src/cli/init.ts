/** `mentor-match init`: a scheme's policy and example sheets, to be changed into one's own. */
import { match } from "../matching/match.js";
import { csvText } from "../report/csv.js";
import type { Scheme } from "../schemes/all.js";
import { peopleMap, peopleSheet } from "../sheets/write.js";
import type { Pool } from "../types.js";
import { CommandError, folderOf, save, toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { SCHEME_NAMES, schemeNamed } from "./schemes.js";

/** Example people: few enough to read, enough to see something. */
const MENTEES = 10;
const MENTORS = 8;

/** Fields that name others. */
const NAMING = ["nominations", "avoid", "appraisers", "supervisors", "conflicts"] as const;

/** Writes policy.json, mentees.csv, mentors.csv and columns.json. Returns the exit code. */
export function initCommand(flags: Flags, [name]: readonly string[]): number {
  if (name === undefined) throw new CommandError(`Cannot begin without a scheme: expected one of ${SCHEME_NAMES}`);
  const scheme = schemeNamed(name);
  const folder = folderOf(flags.out);
  const { mentees, mentors, asOf } = sample(scheme);
  const written = save(flags, {
    "policy.json": toJson(scheme.policy),
    "mentees.csv": csvText(peopleSheet(mentees)),
    "mentors.csv": csvText(peopleSheet(mentors)),
    "columns.json": toJson({ ...(asOf === undefined ? {} : { asOf }), ...peopleMap([...mentees, ...mentors]) }),
  });
  const files = ["mentees", "mentors"].map((side) => `--${side} ${folder}/${side}.csv`).join(" ");
  const next = `npx mentor-match match ${files} --policy ${folder}/policy.json --columns ${folder}/columns.json --out ${folder}/matched`;
  process.stdout.write(`${written}\nThe people are made up. Put yours in their place, and then:\n  ${next}\n`);
  return 0;
}

/** Some of the scheme's made-up cohort: new matches, and two mentees who got nobody. References to others are left out. */
function sample({ policy, cohort }: Scheme): Pick<Pool, "mentees" | "mentors" | "asOf"> {
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
    ...(pool.asOf === undefined ? {} : { asOf: pool.asOf }),
  };
}
