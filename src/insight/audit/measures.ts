/** What an audit measures of each person of a role: how far they came, and what they got. */
import { daysBetween } from "../../day.js";
import type { Columns } from "../../matching/compile.js";
import { pairRefusals } from "../../matching/refusals.js";
import { isUnknown } from "../../records.js";
import type { MatchResult, PairStatus } from "../../types.js";

/** One thing that is measured. */
export interface Measure {
  /** `"takes-part"`, `"eligible"`, `"matched"`, `"accepted"`, `"lasted"`, `"score"`, `"choice"`, `"waiting-days"`, or a rule's place */
  readonly name: string;
  /** a rate counts those for whom it is 1; an amount is told by its mean, and by who is above the median of all */
  readonly kind: "rate" | "amount";
  /** of each person who applied; `undefined` for those it does not concern */
  readonly of: readonly (number | undefined)[];
}

/** Everybody of a role who applied, and all that is measured of them. */
export interface Measured {
  readonly ids: readonly string[];
  readonly measures: readonly Measure[];
  /** for each field that rules and criteria read of this role, whose record lacks it */
  readonly missing: readonly { readonly field: string; readonly lacks: readonly boolean[] }[];
}

const ENDED: ReadonlySet<PairStatus> = new Set(["dissolved", "completed", "ended-early"]);

/** Measures the people of a role. */
export function measuresOf(columns: Columns, result: MatchResult, role: "mentee" | "mentor"): Measured {
  const { pool, policy } = columns;
  const isMentee = role === "mentee";
  const everybody = isMentee ? columns.mentees : columns.mentors;
  const others = isMentee ? columns.mentors : columns.mentees;
  const part = isMentee ? columns.menteesPart : columns.mentorsPart;
  const othersPart = isMentee ? columns.mentorsPart : columns.menteesPart;
  const places = isMentee ? columns.demand : columns.capacity;
  const idOf = ({ menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string }): string =>
    isMentee ? menteeId : mentorId;

  const applied = [...everybody.keys()].filter((person) => places[person]! > 0);
  const ids = applied.map((person) => everybody[person]!.id);
  const isHere = applied.map((person) => part.refusedBy[person]!.length === 0);
  const matches = ids.map((id) => result.matches.filter((match) => idOf(match) === id));
  const pairs = ids.map((id) => pool.pairs.filter((pair) => idOf(pair) === id).map(({ status }) => status));

  // Of each person, whom each rule refuses and whether anybody is left.
  const ruleIds = [...policy.must.map(({ id }) => id), ...(policy.minimumScore > 0 ? ["minimumScore"] : [])];
  const refused = ruleIds.map(() => applied.map(() => 0));
  const present = [...others.keys()].filter((other) => othersPart.refusedBy[other]!.length === 0);
  const isEligible = applied.map((person, at) => {
    let is = matches[at]!.length > 0;
    if (!isHere[at]) return is;
    for (const other of present) {
      const refusals = isMentee ? pairRefusals(columns, person, other) : pairRefusals(columns, other, person);
      is ||= refusals.length === 0;
      for (const id of refusals) {
        const rule = ruleIds.indexOf(id);
        if (rule >= 0) refused[rule]![at]!++;
      }
    }
    return is;
  });

  const rate = (name: string, of: (at: number) => boolean | undefined): Measure => ({
    name,
    kind: "rate",
    of: ids.map((_, at) => (of(at) === undefined ? undefined : Number(of(at)))),
  });
  const amount = (name: string, of: (at: number) => number | undefined): Measure => ({
    name,
    kind: "amount",
    of: ids.map((_, at) => of(at)),
  });
  const isMatched = (at: number): boolean => matches[at]!.length > 0;
  const choices = matches.map((own) => own.flatMap(({ choice }) => (choice === undefined ? [] : [choice])));
  return {
    ids,
    measures: [
      rate("takes-part", (at) => isHere[at] || isMatched(at)),
      rate("eligible", (at) => (isHere[at] || isMatched(at) ? isEligible[at] : undefined)),
      rate("matched", (at) => (isEligible[at] ? isMatched(at) : undefined)),
      rate("accepted", (at) => {
        const answered = pairs[at]!.filter((status) => status !== "proposed");
        return answered.length === 0 ? undefined : answered.some((status) => status !== "declined");
      }),
      rate("lasted", (at) => {
        const ended = pairs[at]!.filter((status) => ENDED.has(status));
        return ended.length === 0 ? undefined : ended.includes("completed");
      }),
      amount("score", (at) => (isMatched(at) ? mean(matches[at]!.map(({ score }) => score)) : undefined)),
      ...(isMentee
        ? [amount("choice", (at) => (choices[at]!.length > 0 ? Math.min(...choices[at]!) : undefined))]
        : []),
      amount("waiting-days", (at) => {
        const since = everybody[applied[at]!]!.waitingSince;
        return since === undefined || pool.asOf === undefined ? undefined : daysBetween(since, pool.asOf);
      }),
      // Parts of 10 000 of those who might have been a pair with them.
      ...ruleIds.map((id, rule) =>
        amount(id === "minimumScore" ? id : `must.${id}`, (at) =>
          isHere[at] && present.length > 0 ? (10_000 * refused[rule]![at]!) / present.length : undefined,
        ),
      ),
    ],
    missing: fieldsRead(columns, role).map((field) => ({
      field,
      lacks: applied.map((person) => isUnknown(everybody[person]!, field, true)),
    })),
  };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Facts that rules, criteria and rules on taking part read of a role, in order. */
function fieldsRead({ policy }: Columns, role: "mentee" | "mentor"): readonly string[] {
  const { must, prefer, participation } = policy;
  return [
    ...new Set([
      ...[...must, ...prefer].flatMap(({ reads }) => reads[role]),
      ...participation[role === "mentee" ? "mentees" : "mentors"].flatMap(({ reads }) => reads),
    ]),
  ].sort();
}
