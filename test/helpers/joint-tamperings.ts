/** Ways to falsify a result in several places that belong together, as somebody who wants to get away with it would. */
import type { Chance } from "./chance.js";
import type { Draft, Tampering } from "./tamperings.js";

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const two = <T>(list: readonly T[], { shuffled }: Chance): readonly [T, T] | undefined => {
  const [one, other] = shuffled(list);
  return one === undefined || other === undefined ? undefined : [one, other];
};

const inOrder = (draft: Draft): void => {
  const key = (one: Draft["matches"][number]): string => `${one.menteeId}\n${one.mentorId}`;
  draft.matches.sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

const withoutProof = (draft: Draft): void => {
  draft.levels = [];
  draft.proof = { mentees: [], mentors: [] };
};

/** Any place of a result, with who holds it. */
function anywhere(draft: Draft, { one }: Chance): readonly [holder: { [key: string]: unknown }, key: string] {
  const places: [{ [key: string]: unknown }, string][] = [];
  const open: unknown[] = [draft];
  for (const value of open) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      places.push([value as { [key: string]: unknown }, key]);
      open.push(inner);
    }
  }
  return one(places);
}

const NONSENSE: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  2 ** 53,
  true,
  "",
  "x",
  [],
  {},
  [[]],
  [null],
  { id: 1 },
  { toString: 1 },
];

/** By the name of its kind. */
export const jointTamperings: ReadonlyMap<string, Tampering> = new Map<string, Tampering>([
  [
    "joint: two swap mentors",
    (draft, { chance }) => {
      const [one, other] = two(draft.matches, chance) ?? [];
      if (one === undefined || other === undefined) return;
      [one.mentorId, other.mentorId] = [other.mentorId, one.mentorId];
      inOrder(draft);
    },
  ],
  [
    "joint: two swap everything but their names",
    (draft, { chance }) => {
      const [one, other] = two(draft.matches, chance) ?? [];
      if (one === undefined || other === undefined) return;
      [one.menteeId, other.menteeId] = [other.menteeId, one.menteeId];
      inOrder(draft);
    },
  ],
  [
    "joint: a match for somebody left over",
    (draft, { chance, mentorIds }) => {
      const { matches, unmatched } = draft;
      if (unmatched.length === 0 || matches.length === 0) return;
      const [left] = unmatched.splice(chance.nat(unmatched.length), 1);
      matches.push({ ...copy(chance.one(matches)), menteeId: left!.menteeId, mentorId: chance.one(mentorIds) });
      inOrder(draft);
    },
  ],
  [
    "joint: somebody left over takes another's match",
    (draft, { chance }) => {
      if (draft.unmatched.length === 0 || draft.matches.length === 0) return;
      const [left, taken] = [chance.one(draft.unmatched), chance.one(draft.matches)];
      [left.menteeId, taken.menteeId] = [taken.menteeId, left.menteeId];
      inOrder(draft);
    },
  ],
  [
    "joint: the mentee as the mentor",
    (draft, { chance }) => {
      if (draft.matches.length === 0) return;
      const one = chance.one(draft.matches);
      [one.menteeId, one.mentorId] = [one.mentorId, one.menteeId];
      inOrder(draft);
    },
  ],
  [
    "joint: a score with its part",
    (draft, { chance }) => {
      const scored = draft.matches.filter(({ parts }) => parts.length > 0);
      if (scored.length === 0) return;
      const one = chance.one(scored);
      one.score += 1;
      chance.one(one.parts).points += 1;
    },
  ],
  [
    "joint: points from one part to another",
    (draft, { chance }) => {
      const several = draft.matches.filter(({ parts }) => parts.length > 1);
      const [one, other] = several.length === 0 ? [] : (two(chance.one(several).parts, chance) ?? []);
      if (one === undefined || other === undefined) return;
      one.points += 1;
      other.points -= 1;
    },
  ],
  [
    "joint: value and bound",
    (draft, { chance }) => {
      if (draft.levels.length === 0) return;
      const { value, bound } = chance.one(draft.levels);
      const at = chance.nat(value.length);
      const by = chance.one([1, -1]);
      value[at]! += by;
      bound[at]! += by;
    },
  ],
  [
    "joint: all prices shifted",
    ({ proof }, { chance }) => {
      const at = chance.nat(4);
      for (const { price } of proof.mentees) if (at < price.length) price[at]! += 1;
      for (const { price } of proof.mentors) if (at < price.length) price[at]! -= 1;
    },
  ],
  [
    "joint: one price",
    ({ proof }, { chance }) => {
      const prices = [...proof.mentees, ...proof.mentors];
      if (prices.length === 0) return;
      const { price } = chance.one(prices);
      price[chance.nat(price.length)]! += chance.one([1, -1, 1e12]);
    },
  ],
  [
    "joint: a price of nothing",
    ({ proof }, { menteeIds }) => {
      const missing = menteeIds.find((id) => !proof.mentees.some((one) => one.id === id));
      const length = [...proof.mentees, ...proof.mentors][0]?.price.length;
      if (missing === undefined || length === undefined) return;
      proof.mentees.push({ id: missing, price: Array.from({ length }, () => 0) });
      proof.mentees.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  ],
  [
    "joint: an invented finding",
    (draft, { chance, mentorIds }) => {
      const code = chance.one(["over-capacity", "minimum-unmet", "avoid-unknown", "no-eligible-pair", "lock-refused"]);
      const ids = code === "no-eligible-pair" ? [] : [...mentorIds].sort().slice(0, 1);
      const path = code === "minimum-unmet" ? "mentors.minimum" : "pairs";
      draft.findings.push({ code, path, ids, numbers: ids.length > 0 ? { people: ids.length } : {} });
    },
  ],
  [
    "joint: more, or other, minima unmet",
    (draft, { chance, mentorIds }) => {
      const unmet = draft.findings.find(({ code }) => code === "minimum-unmet");
      if (unmet === undefined) return;
      unmet.ids = chance.some(mentorIds).sort();
      unmet.numbers = { people: unmet.ids.length };
    },
  ],
  [
    "joint: proved from unproved",
    (draft) => {
      draft.status = "proved";
      for (const level of draft.levels) level.bound = [...level.value];
    },
  ],
  [
    "joint: infeasible from proved",
    (draft, { mentorIds }) => {
      draft.status = "infeasible";
      draft.matches = draft.matches.filter(({ origin }) => origin !== "new");
      draft.findings.push({ code: "minimum-unmet", path: "mentors.minimum", ids: [...mentorIds], numbers: {} });
      withoutProof(draft);
    },
  ],
  [
    "joint: stopped from proved",
    (draft) => {
      draft.status = "stopped";
      withoutProof(draft);
    },
  ],
  ["joint: a proof left out", withoutProof],
  [
    "anywhere: nonsense",
    (draft, { chance }) => {
      const [holder, key] = anywhere(draft, chance);
      holder[key] = copy(chance.one(NONSENSE));
    },
  ],
  [
    "anywhere: something from elsewhere",
    (draft, { chance }) => {
      const [holder, key] = anywhere(draft, chance);
      const [from, other] = anywhere(draft, chance);
      holder[key] = copy(from[other]);
    },
  ],
  [
    "anywhere: one key too many",
    (draft, { chance }) => {
      const [holder] = anywhere(draft, chance);
      if (Array.isArray(holder)) holder.push(copy(chance.one(NONSENSE)));
      else holder[chance.one(["x", "__proto__", "constructor", "length"])] = chance.one(NONSENSE);
    },
  ],
]);
