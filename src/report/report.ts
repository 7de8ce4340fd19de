/** A result as a report: what coordinators, boards and auditors read, before it is HTML or Markdown. */
import type { GroupingInput } from "../insight/audit/groupings.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, Status } from "../types.js";
import type { Contact } from "./csv.js";
import type { Fact, Report } from "./document.js";
import { officeEdition, publicEdition } from "./edition.js";
import { auditSection } from "./sections/audit.js";
import { termsSection, waitingSection } from "./sections/dates.js";
import { figuresSection } from "./sections/figures.js";
import { helpSection, priceSection, qualitySection } from "./sections/insight.js";
import { apartSection, checksSection, matchesSection, reserveSection, unmatchedSection } from "./sections/people.js";
import { noticedSection, policySection, proofSection, wordSection } from "./sections/record.js";
import type { Subject } from "./subject.js";
import { percent, points } from "./wording.js";

/** For whom a report is, and what it may know besides. */
export interface ReportOptions {
  /** names and addresses by id, for an office edition; without it people are called by id */
  readonly contacts?: ReadonlyMap<string, Contact>;
  /** makes a public edition, with these names instead of ids: see `pseudonyms` */
  readonly pseudonyms?: ReadonlyMap<string, string>;
  /** who has signed the result off, and when; until then it is a proposal */
  readonly signedOff?: {
    /** who answers for it, as the report writes it */
    readonly by: string;
    /** the day, as the report writes it; left out where it is absent */
    readonly on?: string;
  };
  /** solves again to tell what would help those who were left out, and what each lock, forbid and override costs */
  readonly isThorough?: boolean;
  /** equality data, for an audit: a table for each way to tell people apart */
  readonly groups?: readonly GroupingInput[];
  /** the day on which new pairs begin, `YYYY-MM-DD`; the pool's `asOf` unless given */
  readonly start?: string;
}

/**
 * All that there is to say of a result, for the HTML and the Markdown alike.
 *
 * @throws InputError listing everything that is wrong with the pool or the policy
 */
export function reportOf(
  poolInput: PoolInput,
  policyInput: PolicyInput,
  result: MatchResult,
  options: ReportOptions = {},
): Report {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  const { pseudonyms, contacts, signedOff } = options;
  const edition = pseudonyms === undefined ? officeEdition(contacts) : publicEdition(pseudonyms);
  const subject: Subject = { pool, policy, result, edition, start: options.start ?? pool.asOf };
  const sections = [
    figuresSection(subject),
    checksSection(subject),
    matchesSection(subject),
    unmatchedSection(subject),
    options.isThorough === true ? helpSection(subject) : undefined,
    reserveSection(subject),
    waitingSection(subject),
    termsSection(subject),
    apartSection(subject),
    wordSection(subject),
    options.isThorough === true ? priceSection(subject) : undefined,
    qualitySection(subject),
    auditSection(subject, options.groups),
    noticedSection(subject),
    policySection(subject),
    proofSection(subject),
  ].filter((section) => section !== undefined);
  const state =
    signedOff === undefined
      ? "Proposed, not signed off"
      : `Signed off by ${signedOff.by}${signedOff.on === undefined ? "" : ` on ${signedOff.on}`}`;
  const eyes = edition.isPublic ? "public edition: people under pseudonyms" : "office edition: confidential";
  return {
    title: policy.name,
    subtitle: [...(pool.asOf === undefined ? [] : [`As of ${pool.asOf}`]), state, eyes].join(" · "),
    facts: factsOf(subject),
    sections,
  };
}

function factsOf({ result, edition }: Subject): Fact[] {
  const { matches, unmatched, reserve, status } = result;
  const matched = new Set(matches.map(({ menteeId }) => menteeId)).size;
  const asked = matched + unmatched.length;
  const isTold = edition.count(unmatched.length) === String(unmatched.length);
  const mean = matches.reduce((sum, { score }) => sum + score, 0) / Math.max(1, matches.length);
  const places = reserve.reduce((sum, { places: left }) => sum + left, 0);
  return [
    { label: "mentees matched", value: isTold ? `${edition.count(matched)} of ${asked}` : "nearly all" },
    { label: "of those who asked", value: isTold ? percent(matched, asked) : "nearly all" },
    { label: "mean score of 10 000", value: matches.length === 0 ? "–" : points(Math.round(mean)) },
    { label: "places left", value: edition.count(places) },
    { label: "status", value: STATUS[status] },
  ];
}

const STATUS: { readonly [status in Status]: string } = {
  proved: "proved best",
  searched: "searched through",
  unproved: "not proved best",
  infeasible: "infeasible",
  stopped: "stopped",
};
