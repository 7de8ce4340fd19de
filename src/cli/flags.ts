/** The command line's options: what each is called, what it takes and what it says. */

/** An option: what stands behind it, unless it stands alone, and what it is for. */
interface Flag {
  readonly value?: string;
  readonly about: string;
}

/** In the order in which the help lists them. */
export const FLAGS = {
  pool: { value: "FILE", about: "the people, as JSON" },
  mentees: { value: "FILE", about: "the mentees, as CSV" },
  mentors: { value: "FILE", about: "the mentors, as CSV" },
  people: { value: "FILE", about: "both, as one CSV with a column for the role" },
  pairs: { value: "FILE", about: "pairs that stand or stood, as CSV, beside the sheets with the people" },
  posts: { value: "FILE", about: "who works where from when until when, likewise" },
  locks: { value: "FILE", about: "pairs that must be, likewise" },
  forbids: { value: "FILE", about: "pairs that must not be, likewise" },
  overrides: { value: "FILE", about: "rules set aside for single pairs, likewise" },
  "reporting-lines": { value: "FILE", about: "who is whose manager, likewise" },
  relations: { value: "FILE", about: "appraisers, supervisors and conflicts with their dates, likewise" },
  columns: { value: "FILE", about: 'what the columns stand for; without it, what "columns" would propose' },
  "as-of": { value: "DAY", about: "the day the sheets describe, YYYY-MM-DD" },
  key: { value: "FILE", about: "the key.json of an earlier run: the same addresses get the same ids" },
  policy: { value: "FILE", about: "the scheme's rules and criteria, as JSON; or one of pals, lmic, accelerate, hee" },
  result: { value: "FILE", about: 'a result that "match" wrote' },
  from: {
    value: "FOLDER",
    about: "what match --out wrote: its pool, policy, result and key; or the sheets of init; unless named otherwise",
  },
  names: { about: "put names and addresses into the files for people, too" },
  date: { value: "DAY", about: "a day as YYYY-MM-DD: of the next round, of first contact, or of the signature" },
  sheets: { about: "write the pool as sheets instead of pool.json" },
  list: { value: "FILE", about: "pairs made by hand: CSV with a column for each side, or JSON" },
  for: { value: "WHOM", about: "whose explanation it is: coordinator, mentee or mentor" },
  by: { value: "FIELDS", about: "what to count by, with commas between" },
  groups: {
    value: "FILE",
    about: "equality data, as CSV: a column headed id, and one for each way to tell people apart",
  },
  role: { value: "ROLE", about: "whose groups they are: mentee, unless it says mentor" },
  rounds: { value: "N", about: "most rounds of an event" },
  tables: { value: "N", about: "most tables at once" },
  "group-size": { value: "N", about: "most mentees with a mentor at once" },
  "sign-off": { value: "NAME", about: "who stands for the result; until then it is a proposal" },
  public: { about: "people under pseudonyms, no counts from 1 to 4" },
  out: { value: "FOLDER", about: "where to write; made if it does not exist" },
  force: { about: "replace files that are there already" },
  json: { about: "print JSON instead of text; of files that are written, which, and what they hold" },
  quiet: { about: "no progress on the terminal" },
  "no-color": { about: "no colours on the terminal; NO_COLOR does the same" },
  help: { about: "print this, or what there is to say of a command; also -h" },
  version: { about: "print the version" },
} as const satisfies { readonly [name: string]: Flag };

export type FlagName = keyof typeof FLAGS;

/** What every command gets. */
export type Flags = {
  readonly [F in FlagName]?: (typeof FLAGS)[F] extends { readonly value: string } ? string : boolean;
};

/** What every command takes. */
export const OF_ALL: readonly FlagName[] = ["json", "quiet", "no-color", "help", "version"];

/** One line for each of these options, in the order of the list. */
export function flagLines(names: readonly FlagName[]): string[] {
  const all: readonly (readonly [string, Flag])[] = Object.entries(FLAGS);
  const used = all.filter(([name]) => names.includes(name as FlagName));
  const heads = used.map(([name, { value }]) => (value === undefined ? `--${name}` : `--${name} ${value}`));
  const width = Math.max(...heads.map((head) => head.length));
  return used.map(([, { about }], at) => `${heads[at]!.padEnd(width)}  ${about}`);
}
