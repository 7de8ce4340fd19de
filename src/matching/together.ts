/** What can only be checked when pool and policy are seen together. */

import { quote } from "../door.js";
import { InputError, type Issue } from "../errors.js";
import { nearest } from "../nearest.js";
import { type Policy, stableSide } from "../policy/policy.js";
import type { Pool } from "../types.js";

/** @throws InputError for overrides of rules and multipliers of criteria that the policy does not have, and for what a stable objective cannot promise */
export function checkTogether(pool: Pool, policy: Policy): void {
  const issues: Issue[] = [];
  const rules = [...policy.must.map(({ id }) => id), "minimumScore"];
  pool.overrides.forEach(({ menteeId, rule }, index) => {
    if (rules.includes(rule)) return;
    issues.push(unknownId(`overrides[${index}].rule`, "rule", rule, rules, menteeId));
  });
  const criteria = policy.prefer.map(({ id }) => id);
  pool.mentees.forEach(({ id, matters }, index) => {
    for (const criterion of Object.keys(matters ?? {})) {
      if (criteria.includes(criterion)) continue;
      issues.push(unknownId(`mentees[${index}].matters`, "criterion", criterion, criteria, id));
    }
  });
  policy.constraints.forEach(({ id, bothOrNeither = [] }, at) => {
    const known = pool.mentees.map((mentee) => mentee.id);
    for (const menteeId of bothOrNeither) {
      if (known.includes(menteeId)) continue;
      const message = `the pool has no mentee ${quote(menteeId)}, whom ${quote(id)} names`;
      issues.push({ code: "unknown-person", path: `constraints[${at}].bothOrNeither`, message, id: menteeId });
    }
  });
  if (stableSide(policy) !== undefined) issues.push(...againstStability(pool));
  if (issues.length > 0) throw new InputError("pool", issues);
}

/** Deferred acceptance cannot promise minima, nor pairs of several mentors that a mentee would rather have together. */
function againstStability({ mentees, mentors }: Pool): Issue[] {
  const told = (path: string, id: string, most: number, got: number): Issue => {
    const message = `expected at most ${most} under a stable objective, got ${got}`;
    return { code: "contradiction", path, message, id };
  };
  return [
    ...mentees.flatMap(({ id, demand = 1 }, at) => (demand > 1 ? [told(`mentees[${at}].demand`, id, 1, demand)] : [])),
    ...mentors.flatMap(({ id, minimum = 0 }, at) =>
      minimum > 0 ? [told(`mentors[${at}].minimum`, id, 0, minimum)] : [],
    ),
  ];
}

function unknownId(path: string, what: string, name: string, known: readonly string[], id: string): Issue {
  const near = nearest(name, known);
  const hint =
    near === undefined ? `the policy has ${known.map(quote).join(", ") || "none"}` : `did you mean ${quote(near)}?`;
  return { code: `unknown-${what}`, path, message: `the policy has no ${what} ${quote(name)}; ${hint}`, id };
}
