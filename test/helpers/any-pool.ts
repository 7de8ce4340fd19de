/** Pools with all that real ones have: gaps, two roles, odd ids, words on pairs, standing pairs of every status. */
import { GRADES, type JsonRecord } from "./any-policy.js";
import type { Chance } from "./chance.js";

const IDS = ["ada", "bo", "cy", "di", "ed", "é", "__proto__", "constructor", "10", "9", "fay", "gus", "hal", "Ida"];
const OUTSIDE = ["xan", "yul", "zoe"];
const STATUSES = ["proposed", "accepted", "met", "agreed", "declined", "dissolved", "completed", "ended-early"];
const DAY = "2026-10-01";
const PERIODS = [{}, { from: "2026-09-01" }, { until: "2026-09-01" }, { from: "2026-11-01" }];

/** How many people of each role there are at most. */
export interface Size {
  readonly mentees: number;
  readonly mentors: number;
}

export function anyPool(chance: Chance, size: Size, isWide: boolean): JsonRecord {
  const { nat, once } = chance;
  const ids =
    size.mentees + size.mentors > IDS.length ? Array.from({ length: 3 * size.mentees }, (_, k) => `p${k}`) : IDS;
  const menteeIds = chance.shuffled(ids).slice(0, nat(size.mentees + 1));
  const mentorIds = chance.shuffled(ids).slice(0, nat(size.mentors + 1));
  const isDated = once(2);
  const facts = new Map(
    [...menteeIds, ...mentorIds].map((id) => [
      id,
      { ...factsOf(chance, ids, isDated), ...(isWide ? wideFacts(chance) : {}) },
    ]),
  );
  return {
    ...(isDated ? { asOf: DAY } : {}),
    mentees: menteeIds.map((id) => ({
      id,
      ...facts.get(id),
      ...roleOf(chance, mentorIds),
      ...menteeOnly(chance),
      ...(isWide ? wideRole(chance) : {}),
      ...(isWide && once(5) ? { maxDistanceKm: 10 * nat(12) } : {}),
    })),
    mentors: mentorIds.map((id) => ({
      id,
      ...facts.get(id),
      ...roleOf(chance, menteeIds),
      ...mentorOnly(chance),
      ...(isWide ? wideRole(chance) : {}),
      ...(isWide && once(3) ? { mentoringExperience: nat(4) } : {}),
    })),
    ...(once(3) ? { reportingLines: Array.from({ length: nat(5) }, () => line(chance, ids)) } : {}),
  };
}

/** The coordinator's words on pairs, once it is known which rules there are. */
export function anyWords(chance: Chance, pool: JsonRecord, rules: readonly string[]): JsonRecord {
  const { once, nat, one } = chance;
  const idsOf = (people: unknown): string[] => (people as { id: string }[]).map(({ id }) => id);
  const all = idsOf(pool.mentees).flatMap((menteeId) =>
    idsOf(pool.mentors).flatMap((mentorId) => (menteeId === mentorId ? [] : [{ menteeId, mentorId }])),
  );
  const few = (most: number): typeof all => chance.shuffled(all).slice(0, nat(most + 1));
  const locks = once(4) ? few(1) : [];
  const isLocked = (pair: (typeof all)[number]): boolean => locks.includes(pair);
  return {
    ...(once(2)
      ? { pairs: few(3).map((pair) => ({ ...pair, status: one(STATUSES), ...(once(4) ? { reopened: true } : {}) })) }
      : {}),
    ...(locks.length > 0 ? { locks } : {}),
    ...(once(3) ? { forbids: few(2).filter((pair) => !isLocked(pair)) } : {}),
    ...(once(3) || locks.length > 0
      ? { overrides: [...locks, ...few(3)].map((pair) => ({ ...pair, rule: one(rules), reason: "asked for" })) }
      : {}),
  };
}

function factsOf(chance: Chance, ids: readonly string[], isDated: boolean): JsonRecord {
  const { once, nat, one, some } = chance;
  const anyId = (): string => one([...ids.slice(0, 14), ...OUTSIDE]);
  const given: JsonRecord = {};
  const maybe = (field: string, inSoMany: number, value: () => unknown): void => {
    if (!once(inSoMany)) given[field] = value();
  };
  maybe("department", 5, () => (once(4) ? some(["Art", "Law", "Sea"]) : one(["Art", "Law", "Sea"])));
  maybe("organisation", 3, () => one(["North", "South"]));
  maybe("grade", 6, () => (once(9) ? "Dean" : one(GRADES)));
  maybe("languages", 3, () => some(["en", "sw"]));
  maybe("profession", 3, () => one(["medicine", "nursing"]));
  maybe("experienceYears", 4, () => nat(6));
  maybe("interests", 4, () => some(["chess", "choir", "golf"]));
  maybe("attributes", 3, () => ({ site: one(["N", "S"]), ...(once(3) ? { constructor: 1, gender: "x" } : {}) }));
  if (once(3)) given.lineManager = once(5) ? null : anyId();
  if (once(5)) given.supervisors = [anyId()];
  if (once(5)) given.appraisers = [anyId(), anyId()];
  if (once(5)) given.conflicts = once(4) ? null : [anyId()];
  if (isDated && once(6)) given.hold = one(PERIODS);
  if (isDated && once(8)) given.away = one(PERIODS);
  if (isDated && once(8)) given.withdrawn = one([DAY, "2026-01-01", "2027-01-01"]);
  return given;
}

function wideFacts({ once, one, nat, some }: Chance): JsonRecord {
  return {
    ...(once(3) ? {} : { jobRole: one(["ward", "lab"]) }),
    ...(once(3) ? {} : { utcOffsetHours: one([-5, 0, 1, 5.5]) }),
    ...(once(3) ? {} : { location: { latitude: 51 + nat(3) / 2, longitude: nat(3) / 2 } }),
    ...(once(3) ? {} : { modes: some(["online", "in-person"]) }),
  };
}

function wideRole({ once, one, nat }: Chance): JsonRecord {
  return {
    ...(once(3) ? { tier: 1 + nat(3) } : {}),
    ...(once(3) ? { waitingSince: one(["2026-01-31", "2026-08-31", DAY]) } : {}),
    ...(once(3) ? { willingToMove: !once(4) } : {}),
  };
}

/** What may differ between the two roles of one person. */
function roleOf(chance: Chance, others: readonly string[]): JsonRecord {
  const { once, some } = chance;
  return {
    ...(once(6) ? {} : { optedIn: !once(5) }),
    ...(once(3) ? { trained: !once(3) } : {}),
    ...(once(3) ? { approved: !once(3) } : {}),
    ...(once(3) ? { nominations: chance.shuffled(some(others)) } : {}),
    ...(once(4) ? { avoid: some([...others.slice(0, 2), ...OUTSIDE.slice(0, 1)]) } : {}),
  };
}

function menteeOnly(chance: Chance): JsonRecord {
  const { once, nat, one, some } = chance;
  return {
    ...(once(5) ? {} : { seeks: some(["grants", "cv", "law"]) }),
    ...(once(3) ? { demand: nat(4) } : {}),
    ...(once(4) ? { gapPreference: one(["near-peer", "broad", "none"]) } : {}),
  };
}

function mentorOnly(chance: Chance): JsonRecord {
  const { once, nat, some } = chance;
  const capacity = nat(4);
  return {
    ...(once(5) ? {} : { offers: some(["grants", "cv", "law"]) }),
    ...(once(2) ? { capacity } : {}),
    ...(once(7) ? { minimum: once(2) ? 1 : nat(capacity + 1) } : {}),
  };
}

function line({ one }: Chance, ids: readonly string[]): JsonRecord {
  return { person: one([...ids.slice(0, 14), ...OUTSIDE]), manager: one([...ids.slice(0, 14), ...OUTSIDE]) };
}

/** Multipliers for the criteria that a policy turned out to have. */
export function withMatters(chance: Chance, pool: JsonRecord, criteria: readonly string[]): JsonRecord {
  if (criteria.length === 0) return pool;
  const mentees = (pool.mentees as JsonRecord[]).map((mentee) =>
    chance.once(4) ? { ...mentee, matters: { [chance.one(criteria)]: chance.one([0, 0.5, 2, 1e6]) } } : mentee,
  );
  return { ...pool, mentees };
}
