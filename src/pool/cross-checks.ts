/** What no row can tell alone: who stands twice, who is not there, what contradicts what. */
import { quote } from "../door.js";
import { foldedIds, nearId } from "../nearest.js";
import type { Mentee, Mentor, PairIds, Period, Person } from "../types.js";
import type { Draft, Rows } from "./draft.js";
import { checkOrder } from "./fields.js";
import { type Reading, tell } from "./reading.js";
import { isLive } from "./statements.js";
import { joinRoles } from "./two-roles.js";

/** Tells all that is wrong between the rows, and completes the rows of people in both roles. */
export function crossCheck(draft: Draft, reading: Reading): void {
  const { mentees = [], mentors = [], pairs = [], locks = [], forbids = [], overrides = [] } = draft;
  const menteeRow = rowsById("mentees", mentees, reading);
  const mentorRow = rowsById("mentors", mentors, reading);
  joinRoles(mentees, mentors, menteeRow, mentorRow, reading);
  checkMinima(mentors, reading);
  checkAsOf(draft, reading);

  const knownMentees = roleOf("mentee", draft.mentees && menteeRow, mentorRow, reading);
  const knownMentors = roleOf("mentor", draft.mentors && mentorRow, menteeRow, reading);
  checkNominations("mentees", mentees, knownMentors);
  checkNominations("mentors", mentors, knownMentees);

  const live = pairs.map((pair) => (isLive(pair?.status) ? pair : undefined));
  for (const list of ["reportingLines", "relations"] as const) {
    for (const [row, { from, until }] of present<Period>(draft[list] ?? []))
      checkOrder(from, "from", until, reading, [list, row]);
  }
  for (const [row, { since, until }] of present(pairs)) checkOrder(since, "since", until, reading, ["pairs", row]);
  const statements = { pairs: live, locks, forbids, overrides };
  for (const [list, said] of Object.entries<Rows<PairIds>>(statements)) {
    for (const [row, { menteeId, mentorId }] of present(said)) {
      if (menteeId !== undefined && !knownMentees.has(menteeId)) knownMentees.tell(menteeId, [list, row, "menteeId"]);
      if (mentorId !== undefined && !knownMentors.has(mentorId)) knownMentors.tell(mentorId, [list, row, "mentorId"]);
    }
  }
  checkNotSelf("pairs", live, reading);
  checkNotSelf("locks", locks, reading);
  checkOnce("pairs", "live pair", live, pairKey, reading);
  const lockedRow = checkOnce("locks", "lock", locks, pairKey, reading);
  checkOnce("overrides", "override of a rule", overrides, (said) => withRule(pairKey(said), said.rule), reading);
  checkForbids(forbids, lockedRow, reading);
}

/** The rows that are objects, with their numbers. */
function* present<T>(rows: Rows<T>): Generator<readonly [number, Partial<T>]> {
  for (let row = 0; row < rows.length; row++) {
    const read = rows[row];
    if (read !== undefined) yield [row, read];
  }
}

/** The first row of each id; a second one is told. */
function rowsById(list: string, people: Rows<Person>, reading: Reading): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>();
  for (let row = 0; row < people.length; row++) {
    const id = people[row]?.id;
    if (id === undefined) continue;
    const first = rowOf.get(id);
    if (first === undefined) rowOf.set(id, row);
    else
      tell(
        reading,
        "duplicate",
        () => `expected each id once, got ${quote(id)} as in ${list}[${first}]`,
        [list, row, "id"],
        id,
      );
  }
  return rowOf;
}

function checkMinima(mentors: Rows<Mentor>, reading: Reading): void {
  for (const [row, { minimum, capacity, id }] of present(mentors)) {
    if (minimum === undefined || capacity === undefined || minimum <= capacity) continue;
    tell(
      reading,
      "contradiction",
      () => `expected at most the capacity of ${capacity}, got ${minimum}`,
      ["mentors", row, "minimum"],
      id,
    );
  }
}

/** What is dated means nothing before it is known which day the data describes. */
function checkAsOf(draft: Draft, reading: Reading): void {
  const { asOf, mentees = [], mentors = [], reportingLines = [], relations = [] } = draft;
  if (asOf !== undefined || reading.issues.some(({ path }) => path === "asOf")) return;
  const isSpan = (row: Partial<Period> | undefined) => row?.from !== undefined || row?.until !== undefined;
  const isDated = ({ hold, away, withdrawn, posts = [] }: Partial<Person> = {}) =>
    hold !== undefined || away !== undefined || withdrawn !== undefined || posts.some(isSpan);
  const count = mentees.filter(isDated).length + mentors.filter(isDated).length;
  const spans = reportingLines.filter(isSpan).length + relations.filter(isSpan).length;
  if (count + spans === 0) return;
  const who = count + spans === 1 ? "1 row has" : `${count + spans} rows have`;
  const what = count === 0 ? "from or until" : spans === 0 ? "hold, away, withdrawn or posts with days" : "days";
  tell(reading, "missing", () => `expected a day as YYYY-MM-DD, because ${who} ${what}; got nothing`, ["asOf"]);
}

/** Who has a role, and how to tell that somebody named does not. */
interface Known {
  readonly has: (id: string) => boolean;
  readonly tell: (id: string, path: readonly PropertyKey[], whose?: string) => void;
}

/** @param known - the ids of this role; `undefined` where its list could not be read: then nobody can be said not to be in it */
function roleOf(
  role: string,
  known: ReadonlyMap<string, number> | undefined,
  inOtherRole: ReadonlyMap<string, number>,
  reading: Reading,
): Known {
  let folded: ReadonlyMap<string, string> | undefined;
  const message = (id: string): string => {
    if (inOtherRole.has(id)) return `expected the id of a ${role}, got ${quote(id)}, who is no ${role}`;
    folded ??= foldedIds(known?.keys() ?? []);
    const near = nearId(id, folded);
    return `unknown ${role} ${quote(id)}${near === undefined ? "" : `; did you mean ${quote(near)}?`}`;
  };
  return {
    has: (id) => known === undefined || known.has(id),
    tell: (id, path, whose = id) => tell(reading, "unknown-person", () => message(id), path, whose),
  };
}

function checkNominations(list: string, people: Rows<Mentee | Mentor>, known: Known): void {
  for (let row = 0; row < people.length; row++) {
    const { id, nominations } = people[row] ?? {};
    for (let choice = 0; nominations !== undefined && choice < nominations.length; choice++) {
      if (!known.has(nominations[choice]!)) known.tell(nominations[choice]!, [list, row, "nominations", choice], id);
    }
  }
}

function checkNotSelf(list: string, pairs: Rows<PairIds>, reading: Reading): void {
  for (const [row, { menteeId, mentorId }] of present(pairs)) {
    if (menteeId === undefined || menteeId !== mentorId) continue;
    tell(reading, "self", () => `expected two people, got ${quote(menteeId)} with themself`, [list, row], menteeId);
  }
}

/** One text for two ids: neither holds a line break. */
const pairKey = ({ menteeId, mentorId }: Partial<PairIds>): string | undefined =>
  menteeId === undefined || mentorId === undefined ? undefined : `${menteeId}\n${mentorId}`;

const withRule = (pair: string | undefined, rule: string | undefined): string | undefined =>
  pair === undefined || rule === undefined ? undefined : `${pair}\n${rule}`;

/** The first row of each key; a second one is told. */
function checkOnce<T extends PairIds>(
  list: string,
  what: string,
  said: Rows<T>,
  keyOf: (row: Partial<T>) => string | undefined,
  reading: Reading,
): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>();
  for (const [row, pair] of present(said)) {
    const key = keyOf(pair);
    if (key === undefined) continue;
    const first = rowOf.get(key);
    if (first === undefined) rowOf.set(key, row);
    else
      tell(
        reading,
        "duplicate",
        () => `expected one ${what} for each pair, got another in ${list}[${first}]`,
        [list, row],
        pair.menteeId,
      );
  }
  return rowOf;
}

function checkForbids(forbids: Rows<PairIds>, lockedRow: ReadonlyMap<string, number>, reading: Reading): void {
  for (const [row, pair] of present(forbids)) {
    const locked = lockedRow.get(pairKey(pair) ?? "");
    if (locked === undefined) continue;
    const [mentee, mentor] = pairKey(pair)!.split("\n").map(quote);
    const message = () => `expected a pair that is not locked, got ${mentee} with ${mentor} as in locks[${locked}]`;
    tell(reading, "contradiction", message, ["forbids", row], pair.menteeId);
  }
}
