/** Ways to falsify a result: each changes one thing, or several that belong together. */
import type { Finding, MatchResult } from "../../src/index.js";
import type { Chance } from "./chance.js";

/** A result that may be written on. */
export type Draft = Writable<MatchResult>;

type Writable<T> = T extends readonly (infer U)[]
  ? Writable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

/** What a tampering may use beside the result. */
export interface Around {
  readonly chance: Chance;
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  /** what a policy's bounds would be called if they could not be kept; nothing unless something cuts across */
  readonly bounds: readonly Finding[];
  /** what a policy's constraints ask, by the names that prices have */
  readonly constraints: readonly { readonly id: string; readonly ids?: readonly string[] }[];
}

/** Changes a result in place; leaves it alone where it has nothing to change. */
export type Tampering = (draft: Draft, around: Around) => void;

type PlainRecord = { [field: string]: unknown };
type Lists = (draft: Draft) => unknown[][];
type Holders = readonly [holders: (draft: Draft) => object[], field: string];

/** Every list of a result, under the name of its kind. */
const LISTS: { readonly [name: string]: Lists } = {
  matches: ({ matches }) => [matches],
  parts: ({ matches }) => matches.map(({ parts }) => parts),
  checks: ({ matches }) => matches.flatMap(({ checks }) => (checks === undefined ? [] : [checks])),
  overrides: ({ matches }) => matches.flatMap(({ overrides }) => (overrides === undefined ? [] : [overrides])),
  breaks: ({ matches }) => matches.flatMap(({ breaks }) => (breaks === undefined ? [] : [breaks])),
  unmatched: ({ unmatched }) => [unmatched],
  reasons: ({ unmatched }) => unmatched.map(({ refusedBy }) => refusedBy),
  reserve: ({ reserve }) => [reserve],
  "not taking part": ({ notTakingPart }) => [notTakingPart],
  "turned away by": ({ notTakingPart }) => notTakingPart.map(({ refusedBy }) => refusedBy),
  levels: ({ levels }) => [levels],
  values: ({ levels }) => levels.map(({ value }) => value),
  bounds: ({ levels }) => levels.map(({ bound }) => bound),
  "mentees' prices": ({ proof }) => [proof.mentees],
  "mentors' prices": ({ proof }) => [proof.mentors],
  price: ({ proof }) => [...proof.mentees, ...proof.mentors].map(({ price }) => price),
  findings: ({ findings }) => [findings],
  "findings' ids": ({ findings }) => findings.map(({ ids }) => ids),
};

/** Every field of a result, under the name of its kind: who holds it, and what else it could say. */
const FIELDS: { readonly [name: string]: Holders } = {
  "match.menteeId": [({ matches }) => matches, "menteeId"],
  "match.mentorId": [({ matches }) => matches, "mentorId"],
  "match.score": [({ matches }) => matches, "score"],
  "match.answered": [({ matches }) => matches, "answered"],
  "match.origin": [({ matches }) => matches, "origin"],
  "match.choice": [({ matches }) => matches, "choice"],
  "match.checks": [({ matches }) => matches, "checks"],
  "match.overrides": [({ matches }) => matches, "overrides"],
  "match.breaks": [({ matches }) => matches, "breaks"],
  "part.id": [({ matches }) => matches.flatMap(({ parts }) => parts), "id"],
  "part.points": [({ matches }) => matches.flatMap(({ parts }) => parts), "points"],
  "unmatched.menteeId": [({ unmatched }) => unmatched, "menteeId"],
  "unmatched.eligible": [({ unmatched }) => unmatched, "eligible"],
  "unmatched.full": [({ unmatched }) => unmatched, "full"],
  "reason.id": [({ unmatched }) => unmatched.flatMap(({ refusedBy }) => refusedBy), "id"],
  "reason.mentors": [({ unmatched }) => unmatched.flatMap(({ refusedBy }) => refusedBy), "mentors"],
  "reason.soleMentors": [({ unmatched }) => unmatched.flatMap(({ refusedBy }) => refusedBy), "soleMentors"],
  "reserve.mentorId": [({ reserve }) => reserve, "mentorId"],
  "reserve.places": [({ reserve }) => reserve, "places"],
  "notTakingPart.id": [({ notTakingPart }) => notTakingPart, "id"],
  "notTakingPart.role": [({ notTakingPart }) => notTakingPart, "role"],
  "notTakingPart.refusedBy": [({ notTakingPart }) => notTakingPart, "refusedBy"],
  "level.name": [({ levels }) => levels, "name"],
  "price.id": [({ proof }) => [...proof.mentees, ...proof.mentors], "id"],
  "finding.code": [({ findings }) => findings, "code"],
  "finding.path": [({ findings }) => findings, "path"],
  "finding.ids": [({ findings }) => findings, "ids"],
  "finding.numbers": [({ findings }) => findings.map(({ numbers }) => numbers), "people"],
  "run.version": [({ run }) => [run], "version"],
  "run.seed": [({ run }) => [run], "seed"],
  "run.solver": [({ run }) => [run], "solver"],
  "run.poolHash": [({ run }) => [run], "poolHash"],
  "run.policyHash": [({ run }) => [run], "policyHash"],
  "run.repeatable": [({ run }) => [run], "repeatable"],
  status: [(draft) => [draft], "status"],
  format: [(draft) => [draft], "format"],
};

/** What texts could be mistaken for one another, beside ids. */
const WORDS: { readonly [field: string]: readonly unknown[] } = {
  status: ["proved", "searched", "unproved", "infeasible", "stopped"],
  origin: ["new", "standing", "locked"],
  role: ["mentee", "mentor"],
  solver: ["flow", "linear-program", "custom", "by hand"],
  version: ["0.0.1", "latest", ""],
  format: ["mentor-match/result/2"],
  code: ["avoid-unknown", "no-places", "minimum-unmet", "over-capacity"],
  name: ["coverage", "score", "lottery"],
  policyHash: [null, "0".repeat(64)],
};

function otherValue(field: string, value: unknown, { chance, menteeIds, mentorIds }: Around): unknown {
  const words = WORDS[field];
  if (words !== undefined) return chance.one(words);
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + chance.one([1, -1, 0.5, 1000]);
  if (value === undefined) return chance.one([1, ["x0"], []]);
  if (Array.isArray(value)) return undefined;
  if (field === "seed" || field === "path" || field === "poolHash") return `${String(value)}0`;
  return chance.one([...menteeIds, ...mentorIds, "x0", "nobody"]);
}

const listTamperings = (named: { readonly [name: string]: Lists }) =>
  Object.entries(named).flatMap(([name, lists]): [string, Tampering][] => {
    const change = (least: number, edit: (list: unknown[], chance: Chance) => void): Tampering => {
      return (draft, { chance }) => {
        const long = lists(draft).filter(({ length }) => length >= least);
        if (long.length > 0) edit(chance.one(long), chance);
      };
    };
    return [
      [`${name}: one dropped`, change(1, (list, { nat }) => list.splice(nat(list.length), 1))],
      [`${name}: one twice`, change(1, (list, { one }) => list.splice(list.length, 0, copy(one(list))))],
      [`${name}: all dropped`, change(1, (list) => list.splice(0))],
      [`${name}: another order`, change(2, (list, { shuffled }) => list.splice(0, list.length, ...shuffled(list)))],
    ];
  });

const fieldTamperings = (named: { readonly [name: string]: Holders }) =>
  Object.entries(named).map(([name, [holders, field]]): [string, Tampering] => [
    `${name}: another`,
    (draft, around) => {
      const found = holders(draft) as PlainRecord[];
      if (found.length === 0) return;
      const holder = around.chance.one(found);
      const other = otherValue(field, holder[field], around);
      if (other === undefined) delete holder[field];
      else holder[field] = other;
    },
  ]);

/** Fields that no part of a result has, and parts without a field that they need. */
const shapeTamperings = (named: { readonly [name: string]: Holders }) =>
  Object.entries(named).flatMap(([name, [holders, field]]): [string, Tampering][] => {
    const onOne = (edit: (holder: PlainRecord) => void): Tampering => {
      return (draft, { chance }) => {
        const found = holders(draft) as PlainRecord[];
        if (found.length > 0) edit(chance.one(found));
      };
    };
    return [
      [`${name}: gone`, onOne((holder) => delete holder[field])],
      [`${name}: with a name beside it`, onOne((holder) => Object.assign(holder, { displayName: "Ann Example" }))],
    ];
  });

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Every tampering of these lists and fields, by the name of its kind. */
export function tamperingsOf(
  lists: { readonly [name: string]: Lists },
  fields: { readonly [name: string]: Holders },
): ReadonlyMap<string, Tampering> {
  return new Map([...listTamperings(lists), ...fieldTamperings(fields), ...shapeTamperings(fields)]);
}

/** Every tampering of one field or list that any result may have. */
export const plainTamperings = tamperingsOf(LISTS, FIELDS);
