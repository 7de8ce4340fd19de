/** What the command line says of itself. */
import { VERSION } from "../version.js";
import { COMMANDS, type Command } from "./commands.js";

const WHAT = `PEOPLE is  --pool pool.json
       or  --mentees a.csv --mentors b.csv [--columns columns.json]
       or  --people both.csv [--columns columns.json]
RUN is     --from folder   (one that "match --out" wrote)
       or  --pool pool.json --policy policy.json --result result.json
           (assess, advise, rota and review need no result)`;

const OPTIONS = `Options
  --pool FILE      the people, as JSON
  --mentees FILE   the mentees, as CSV
  --mentors FILE   the mentors, as CSV
  --people FILE    both, as one CSV with a column for the role
  --pairs, --locks, --forbids, --overrides, --reporting-lines, --relations FILE
                   what else a pool holds, as one CSV each, beside the sheets with the people
  --columns FILE   what the columns stand for; without it, what "columns" would propose
  --as-of DAY      the day the sheets describe, YYYY-MM-DD
  --key FILE       the key.json of an earlier run: the same addresses get the same ids
  --names          put names and addresses into the files for people, too
  --policy FILE    the scheme's rules and criteria, as JSON; or one of pals, lmic, accelerate, hee
  --result FILE    a result that "match" wrote
  --from FOLDER    what "match --out" wrote: its pool, policy, result and key, unless named otherwise
  --date DAY       the day of the next round, or of the signature
  --list FILE      pairs made by hand: CSV with a column for each side, or JSON
  --for WHOM       whose explanation it is: coordinator, mentee or mentor
  --by FIELDS      what to count by, with commas between
  --groups FILE    equality data, as CSV; --role says whose, mentee unless given
  --rounds N, --tables N, --group-size N
                   of an event: most rounds, most tables at once, most mentees with a mentor at once
  --sign-off NAME  who stands for the result; until then it is a proposal
  --public         people under pseudonyms, no counts from 1 to 4
  --out FOLDER     where to write; made if it does not exist
  --force          replace files that are there already
  --json           print JSON instead of text
  --quiet          no progress on the terminal
  --help           print this, or what there is to say of a command
  --version        print the version

Exit codes
  0  all is well: the result is proved (match, demo), or holds when checked from scratch (verify)
  2  something is wrong with the input
  3  otherwise: infeasible, not proved, refuted, or something is to be looked at (review, check)
`;

/** All of it. */
export function help(): string {
  const commands = Object.entries(COMMANDS);
  const width = Math.max(...commands.map(([name]) => name.length));
  const about = commands.map(([name, { about: lines }]) =>
    lines.map((line, at) => `  ${(at === 0 ? name : "").padEnd(width)}  ${line}\n`).join(""),
  );
  const usage = commands.flatMap(([, { usage: lines }]) => lines.map((line) => `  mentor-match ${line}\n`));
  return `mentor-match ${VERSION}: matches mentors with mentees under a scheme's rules, and proves the result best

Usage
${usage.join("")}
${WHAT.replace(/^/gm, "  ")}

Commands
${about.join("")}
${OPTIONS}`;
}

/** What there is to say of one command. */
export const helpOn = ({ usage, about }: Command): string =>
  `${usage.map((line) => `mentor-match ${line}\n`).join("")}\n${about.map((line) => `${line}\n`).join("")}\n${WHAT}\n\n${OPTIONS}`;
