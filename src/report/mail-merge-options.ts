/** What a mail merge is asked for, read once. */
import { isDay } from "../day.js";
import { quote, showText, unknownName } from "../door.js";
import { InputError, type Issue } from "../errors.js";
import type { Match, PairIds } from "../types.js";
import type { Contact } from "./csv.js";

/** A pair, and checks on it by their ids. */
export interface PairChecks extends PairIds {
  /** ids of checks that the match carries: rules, as its `checks` names them */
  readonly checks: readonly string[];
}

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
  /** checks that the coordinator has ticked, as `held` lists those that are left; a pair is written to once all of its are */
  readonly ticked?: readonly PairChecks[] | undefined;
}

const NAMES = ["firstContact", "reasons", "contacts", "ticked"];

/** Reads the options. @throws InputError listing everything that is wrong with them */
export function readOptions(input: unknown, criteria: readonly string[], matches: readonly Match[]): MailMergeOptions {
  const issues: Issue[] = [];
  const { firstContact, reasons, contacts, ticked, ...others } = {
    ...(input as { readonly [name: string]: unknown } | undefined),
  };
  const tell = (code: string, path: string, message: string): void => {
    issues.push({ code, path, message });
  };
  for (const name of Object.keys(others)) tell("unknown-field", name, unknownName("option", name, NAMES));
  if (!(typeof firstContact === "string" && isDay(firstContact))) {
    const message = `expected a day as YYYY-MM-DD, got ${showText(firstContact)}`;
    tell(firstContact === undefined ? "missing" : "invalid", "firstContact", message);
  }
  if (reasons !== undefined && !Array.isArray(reasons))
    tell("invalid", "reasons", `expected a list of ids, got ${showText(reasons)}`);
  if (contacts !== undefined && !(contacts instanceof Map))
    tell("invalid", "contacts", `expected a Map by id, got ${showText(contacts)}`);
  for (const [at, id] of (Array.isArray(reasons) ? reasons : []).entries()) {
    if (criteria.includes(id as string)) continue;
    const message = `the policy has no criterion ${showText(id)}; it has ${criteria.map(quote).join(", ") || "none"}`;
    tell("unknown-criterion", `reasons[${at}]`, message);
  }
  if (ticked !== undefined && !Array.isArray(ticked))
    tell("invalid", "ticked", `expected a list of pairs with their checks, got ${showText(ticked)}`);
  for (const [at, pair] of (Array.isArray(ticked) ? ticked : []).entries()) {
    const problem = wrongTick(pair, matches);
    if (problem !== undefined) tell("invalid", `ticked[${at}]`, problem);
  }
  if (issues.length > 0) throw new InputError("mail merge options", issues);
  return {
    firstContact: firstContact as string,
    reasons: reasons as MailMergeOptions["reasons"],
    contacts: contacts as MailMergeOptions["contacts"],
    ticked: ticked as MailMergeOptions["ticked"],
  };
}

/** A tick that nobody asked for is a slip: the right pair would stay held, or another check would count as done. */
function wrongTick(pair: unknown, matches: readonly Match[]): string | undefined {
  const { menteeId, mentorId, checks } = { ...(pair as Partial<PairChecks> | undefined) };
  if (!Array.isArray(checks)) return "expected a pair with its checks";
  const match = matches.find((one) => one.menteeId === menteeId && one.mentorId === mentorId);
  if (match === undefined) return `the result has no match of ${showText(menteeId)} and ${showText(mentorId)}`;
  const own = match.checks ?? [];
  const other = checks.find((check: unknown) => !own.includes(check as string));
  return other === undefined
    ? undefined
    : `this match has no check ${showText(other)}; it has ${own.map(quote).join(", ") || "none"}`;
}
