/** Ways to falsify what a result says of limits and constraints: their prices, searches, bounds that cannot be kept. */
import type { Finding } from "../../src/index.js";
import { type Draft, type Tampering, tamperingsOf } from "./tamperings.js";

type Priced = { price: number[] };

const limitsOf = ({ proof }: Draft) => proof.limits ?? [];
const constraintsOf = ({ proof }: Draft) => proof.constraints ?? [];
const pricedOf = (draft: Draft): Priced[] => [...limitsOf(draft), ...constraintsOf(draft)];
const numbersOf = ({ findings }: Draft, name: string): object[] =>
  findings.flatMap(({ numbers }) => (numbers !== undefined && name in numbers ? [numbers] : []));

const plain = tamperingsOf(
  {
    "limits' prices": ({ proof }) => (proof.limits === undefined ? [] : [proof.limits]),
    "constraints' prices": ({ proof }) => (proof.constraints === undefined ? [] : [proof.constraints]),
    "price of what cuts across": (draft) => pricedOf(draft).map(({ price }) => price),
    "ids of a constraint's price": (draft) =>
      constraintsOf(draft).flatMap(({ ids }) => (ids === undefined ? [] : [ids])),
  },
  {
    "limit price.id": [limitsOf, "id"],
    "limit price.personId": [limitsOf, "personId"],
    "limit price.group": [limitsOf, "group"],
    "constraint price.id": [constraintsOf, "id"],
    "constraint price.ids": [constraintsOf, "ids"],
    "finding.numbers.atMost": [(draft) => numbersOf(draft, "atMost"), "atMost"],
    "finding.numbers.atLeast": [(draft) => numbersOf(draft, "atLeast"), "atLeast"],
    "finding.numbers.nearest": [(draft) => numbersOf(draft, "nearest"), "nearest"],
  },
);

/** A result without new matches, levels and proof that names these bounds. */
function infeasible(draft: Draft, named: readonly Finding[]): void {
  draft.status = "infeasible";
  draft.matches = draft.matches.filter(({ origin }) => origin !== "new");
  draft.levels = [];
  draft.proof = { mentees: [], mentors: [] };
  draft.findings.push(...(JSON.parse(JSON.stringify(named)) as Draft["findings"]));
}

const joint = new Map<string, Tampering>([
  [
    "crossing: one price",
    (draft, { chance }) => {
      const prices = pricedOf(draft);
      if (prices.length === 0) return;
      const { price } = chance.one(prices);
      price[chance.nat(price.length)]! += chance.one([1, -1, 1e12]);
    },
  ],
  [
    "crossing: a price turned around",
    (draft, { chance }) => {
      const prices = pricedOf(draft);
      if (prices.length === 0) return;
      const one = chance.one(prices);
      one.price = one.price.map((part) => 0 - part);
    },
  ],
  [
    "crossing: a price twice as great",
    (draft, { chance }) => {
      const prices = pricedOf(draft);
      if (prices.length === 0) return;
      const one = chance.one(prices);
      one.price = one.price.map((part) => 2 * part);
    },
  ],
  [
    "crossing: a price of nothing",
    ({ proof, levels }, { chance, constraints }) => {
      if (constraints.length === 0) return;
      const price = levels.flatMap(({ value }) => value.map(() => 0));
      proof.constraints = [...(proof.constraints ?? []), { ...chance.one(constraints), price } as never];
    },
  ],
  [
    "crossing: a price of something",
    ({ proof, levels }, { chance, constraints }) => {
      if (constraints.length === 0) return;
      const price = levels.flatMap(({ value }) => value.map(() => chance.nat(3)));
      proof.constraints = [...(proof.constraints ?? []), { ...chance.one(constraints), price } as never];
    },
  ],
  [
    "crossing: prices of two constraints exchanged",
    (draft, { chance }) => {
      const [one, other] = chance.shuffled(constraintsOf(draft));
      if (one === undefined || other === undefined) return;
      [one.price, other.price] = [other.price, one.price];
    },
  ],
  [
    "crossing: no prices of constraints, but the place for them",
    ({ proof }) => {
      proof.constraints = [];
    },
  ],
  [
    "crossing: searched",
    (draft) => {
      draft.status = "searched";
      draft.run.solver = "linear-program";
    },
  ],
  [
    "crossing: searched, and proved by nothing",
    (draft) => {
      draft.status = "searched";
      draft.run.solver = "linear-program";
      draft.proof = { mentees: [], mentors: [] };
    },
  ],
  [
    "crossing: proved by what was reached",
    (draft) => {
      draft.status = "proved";
      for (const level of draft.levels) level.bound = [...level.value];
    },
  ],
  [
    "crossing: infeasible for a bound",
    (draft, { chance, bounds }) => {
      if (bounds.length > 0 && draft.status !== "infeasible") infeasible(draft, [chance.one(bounds)]);
    },
  ],
  [
    "crossing: infeasible for several bounds",
    (draft, { chance, bounds }) => {
      const named = chance.some(bounds);
      if (named.length > 0 && draft.status !== "infeasible") infeasible(draft, named);
    },
  ],
  [
    "crossing: other bounds unmet",
    (draft, { chance, bounds }) => {
      if (draft.status !== "infeasible") return;
      draft.findings = draft.findings.filter(({ code }) => !code.endsWith("-unmet") && code !== "minimum-nearest");
      draft.findings.push(...(chance.some(bounds) as Draft["findings"]));
    },
  ],
  [
    "crossing: a bound fewer unmet, and no prices",
    (draft, { chance }) => {
      const unmet = draft.findings.filter(({ code }) => code.endsWith("-unmet"));
      if (unmet.length < 2) return;
      draft.proof = { mentees: [], mentors: [] };
      draft.run.solver = "linear-program";
      const out = chance.one(unmet);
      draft.findings = draft.findings.filter((one) => one !== out);
    },
  ],
  [
    "crossing: an invented finding",
    ({ findings }, { chance, constraints }) => {
      if (constraints.length === 0) return;
      const { id, ids = [] } = chance.one(constraints);
      const code = chance.one(["over-constraint", "constraint-counts-nobody", "constraint-unmet"]);
      findings.push({ code, path: `constraints.${id}`, ids: [...ids], numbers: {} });
    },
  ],
]);

/** By the name of its kind. */
export const crossingTamperings: ReadonlyMap<string, Tampering> = new Map([...plain, ...joint]);
