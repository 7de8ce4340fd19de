/** What may differ in a result under limits and constraints and still be true: held against the problem that solvers get. */
import { type Finding, linearProgram, type MatchResult, parsePolicy, parsePool } from "../../src/index.js";
import { compile } from "../../src/matching/compile.js";
import { fixPairs } from "../../src/matching/fixed.js";
import { type LimitGroup, limitKey } from "../../src/matching/limit-groups.js";
import { eligiblePairs } from "../../src/matching/pairs.js";
import type { PolicyRow } from "../../src/matching/policy-row.js";
import { formProblem, type PolicyProblem } from "../../src/matching/problem.js";
import { onlyThese } from "../../src/matching/solvers/integer/conflict.js";
import type { Conflict, Prices, Row } from "../../src/matching/solvers/solver.js";
import { ALLOWED, type Allowances, type Attacked, canonical, without } from "./attack.js";
import { bound, isRefuted } from "./bound.js";
import { menteesOf } from "./crossing-problems.js";
import type { Draft } from "./tamperings.js";

/** A bound, as results name it where it cannot be kept, and as solvers do. */
interface Named {
  readonly finding: Finding;
  readonly conflict: Conflict;
}

function terms({ pool, policy }: Pick<Attacked, "pool" | "policy">) {
  const columns = compile(parsePool(pool), parsePolicy(policy));
  const fixed = fixPairs(columns);
  const problem = formProblem(columns, fixed, eligiblePairs(columns, fixed)!);
  return { columns, fixed, problem };
}

/** Every bound of a policy that could be unmet, and what its constraints ask. */
export function boundsIn(attacked: Pick<Attacked, "pool" | "policy">) {
  const { columns, problem } = terms(attacked);
  const { constraints: listed, standing } = columns.policy;
  const ofLimits = (problem.limits ?? []).flatMap((group: LimitGroup, limit): Named[] => {
    const { id, atMost, atLeast = 0 } = columns.policy.limits[group.at]!;
    const path = ["limits", id, ...(group.group === undefined ? [] : [String(group.group)])].join(".");
    const about = { code: "limit-unmet", path, ids: group.personId === undefined ? [] : [group.personId] };
    return [
      ...(atMost === undefined
        ? []
        : [{ finding: { ...about, numbers: { atMost } }, conflict: { limit, bound: "most" as const } }]),
      ...(group.least === 0
        ? []
        : [{ finding: { ...about, numbers: { atLeast } }, conflict: { limit, bound: "least" as const } }]),
    ];
  });
  const ofRows = (problem.constraints?.rows ?? []).map(({ at, key }: PolicyRow, row): Named => {
    const { id, ids = [] } = key;
    const { totalLoad } = listed[at] ?? {};
    const { maxChanges } = standing;
    const atMost = at < 0 ? maxChanges : totalLoad;
    const path = at < 0 ? id : `constraints.${id}`;
    const numbers = atMost === undefined ? {} : { atMost };
    return { finding: { code: "constraint-unmet", path, ids, numbers }, conflict: { row, bound: "most" } };
  });
  const noCycles = listed.find((one) => one.noCycles === true);
  const ofCircles: Named[] =
    noCycles === undefined || problem.constraints?.brokenBy === undefined
      ? []
      : [
          {
            finding: { code: "constraint-unmet", path: `constraints.${noCycles.id}`, ids: [], numbers: {} },
            conflict: { row: -1, bound: "most" },
          },
        ];
  const ids = columns.mentees.map(({ id }) => id);
  const circles = noCycles === undefined ? [] : [2, 3].map((most) => ({ id: noCycles.id, ids: ids.slice(0, most) }));
  return {
    named: [...ofLimits, ...ofRows, ...ofCircles],
    constraints: [...(problem.constraints?.rows ?? []).map(({ key }) => key), ...circles],
  };
}

/** The prices of a proof by the solvers' own indices, with the circles that it names as rows of their own. */
function pricesIn(
  { columns, fixed, problem }: ReturnType<typeof terms>,
  { proof }: MatchResult,
  size: number,
): { readonly prices: Prices[]; readonly cuts: Row[] } {
  const name = (key: object): string => canonical({ ...key, price: undefined });
  const rows = problem.constraints?.rows ?? [];
  const known = new Set(rows.map(({ key }) => name(key)));
  const circles = (proof.constraints ?? []).filter((one) => !known.has(name(one)));
  const menteeOf = menteesOf(problem);
  const cuts = circles.map(({ ids = [] }): Row => {
    const isOn = (mentee: number, mentor: number): boolean => {
      const at = ids.indexOf(columns.mentees[mentee]!.id);
      return at >= 0 && ids[(at + 1) % ids.length] === columns.mentors[mentor]!.id;
    };
    const pairs = Int32Array.from(problem.mentor.keys()).filter((pair) => isOn(menteeOf[pair]!, problem.mentor[pair]!));
    const decided = fixed.pairs.filter(({ mentee, mentor }) => isOn(mentee, mentor));
    const left = ids.length - 1 - decided.length;
    const isLocked = decided.some(({ origin }) => origin === "locked");
    return { pairs, weights: new Int32Array(pairs.length).fill(1), most: isLocked ? left : Math.max(0, left) };
  });
  const vectors = (keys: readonly object[], priced: readonly { readonly price: readonly number[] }[]) => {
    const byName = new Map(priced.map((one) => [name(one), one.price]));
    return (at: number): Float64Array => Float64Array.from(keys, (key) => byName.get(name(key))?.[at] ?? 0);
  };
  const idOf = ({ id }: { readonly id: string }) => ({ id });
  const mentee = vectors(columns.mentees.map(idOf), proof.mentees);
  const mentor = vectors(columns.mentors.map(idOf), proof.mentors);
  const limit = vectors((problem.limits ?? []).map(limitKey), proof.limits ?? []);
  const row = vectors([...rows.map(({ key }) => key), ...circles], proof.constraints ?? []);
  const prices = Array.from({ length: size }, (_, at) => {
    return { mentee: mentee(at), mentor: mentor(at), limit: limit(at), row: row(at) };
  });
  return { prices, cuts };
}

/** Whether prices give the bound that a result states; a price of a constraint below nothing gives none. */
function boundIsThat(attacked: Attacked, tampered: MatchResult): boolean {
  const found = terms(attacked);
  const { levels } = found.problem;
  const { prices, cuts } = pricesIn(found, tampered, levels.length);
  const stated = tampered.levels.flatMap((level) => level.bound);
  try {
    return canonical(bound(found.problem, prices, cuts).map((sum, at) => sum + levels[at]!.base)) === canonical(stated);
  } catch {
    return false;
  }
}

/** Whether nothing keeps the bounds that a result names; its minima among them. */
function cannotBeKept(attacked: Attacked, { findings }: MatchResult): boolean {
  const { columns, problem } = terms(attacked);
  const same = (one: Finding, other: Finding): boolean => {
    const side = Object.keys(other.numbers ?? {})[0];
    return (
      canonical([one.code, one.path, one.ids]) === canonical([other.code, other.path, other.ids]) &&
      (side === undefined || one.numbers?.[side] === other.numbers?.[side])
    );
  };
  const conflicts = boundsIn(attacked)
    .named.filter(({ finding }) => findings.some((one) => same(one, finding)))
    .map(({ conflict }) => conflict);
  const short = new Set(findings.filter(({ code }) => code === "minimum-unmet").flatMap(({ ids }) => ids));
  const minima = columns.mentors.flatMap(({ id }, mentor): Conflict[] =>
    short.has(id) ? [{ mentor, bound: "least" }] : [],
  );
  return linearProgram(onlyThese(problem, [...conflicts, ...minima])).stop === "infeasible";
}

const isRefutedBy = (attacked: Attacked, tampered: MatchResult): boolean => {
  const found = terms(attacked);
  const { prices, cuts } = pricesIn(found, tampered, 1);
  return isRefuted(found.problem as PolicyProblem, prices[0]!, cuts);
};

const withoutProof = (draft: Draft): void => {
  draft.proof = { mentees: [], mentors: [] };
};

const SOLVERS = ["flow", "nested", "linear-program", "highs", "custom"];

const ENDED = ["proved", "searched", "unproved"];

/** Nothing else may pass. */
export const CROSSING_ALLOWED: Allowances = {
  ...ALLOWED,
  "prices are no part of the answer: any that give the bound that is stated bound it": (attacked, tampered) => {
    const blank = (draft: Draft): void => {
      withoutProof(draft);
      draft.status = "proved";
      draft.run.solver = "";
      for (const level of draft.levels) level.bound = [];
    };
    const areEnded = [attacked.result, tampered].every(({ status }) => ENDED.includes(status));
    const isAll = tampered.levels.every(({ value, bound }) => canonical(value) === canonical(bound));
    return (
      areEnded &&
      SOLVERS.includes(tampered.run.solver) &&
      (tampered.status === "proved") === isAll &&
      without(attacked.result, blank) === without(tampered, blank) &&
      boundIsThat(attacked, tampered)
    );
  },
  "that a search ran to its end is a claim that leaves no trace": ({ result }, tampered) => {
    const blank = (draft: Draft): void => {
      draft.status = "searched";
      draft.run.solver = "";
    };
    const areOpen = [result, tampered].every(({ status }) => status === "searched" || status === "unproved");
    return areOpen && without(result, blank) === without(tampered, blank);
  },
  "other bounds that cannot be kept either are as true, and how near one comes to them is not proved": (
    attacked,
    tampered,
  ) => {
    const blank = (draft: Draft): void => {
      withoutProof(draft);
      draft.status = "infeasible";
      draft.run.solver = "";
      draft.findings = draft.findings.filter(({ code }) => !code.endsWith("-unmet") && code !== "minimum-nearest");
    };
    const { mentees, mentors, limits = [], constraints = [] } = tampered.proof;
    const isBare = [mentees, mentors, limits, constraints].every(({ length }) => length === 0);
    return (
      tampered.status === "infeasible" &&
      ["infeasible", "stopped"].includes(attacked.result.status) &&
      without(attacked.result, blank) === without(tampered, blank) &&
      (isBare || isRefutedBy(attacked, tampered)) &&
      cannotBeKept(attacked, tampered)
    );
  },
};
