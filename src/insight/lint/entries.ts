/** What the lint sees in a policy's entries alone: repetitions, contradictions in terms, weights without effect. */

import { canonicalJson } from "../../fingerprint.js";
import { constraintReads } from "../../policy/constraints.js";
import { limitReads } from "../../policy/limits.js";
import type { Policy } from "../../policy/policy.js";
import { leastAllowed, type Rule } from "../../rules/rule.js";
import type { Json } from "../../types.js";
import { type LintFinding, lintFinding } from "./finding.js";

/** Findings in the order of the policy's lists. */
export function lintEntries(policy: Policy): LintFinding[] {
  return [...duplicates(policy), ...contradictions(policy.must), ...years(policy), ...lightCriteria(policy)];
}

interface Listed {
  readonly id: string;
  readonly json: { readonly [name: string]: Json } | null;
}

/** What an entry says, without its name and what it weighs; functions say nothing that could be compared. */
function saying({ json }: Listed): string | undefined {
  if (json === null) return undefined;
  const { id: _id, positiveAction: _why, weight: _weight, ...rest } = json;
  return canonicalJson(rest);
}

function duplicates({ must, prefer, participation }: Policy): LintFinding[] {
  const lists: readonly (readonly [string, readonly Listed[]])[] = [
    ["participation.mentees", participation.mentees],
    ["participation.mentors", participation.mentors],
    ["must", must],
    ["prefer", prefer],
  ];
  return lists.flatMap(([path, entries]) =>
    entries.flatMap((entry, at) => {
      const said = saying(entry);
      const isRepeated = said !== undefined && entries.slice(0, at).some((earlier) => saying(earlier) === said);
      return isRepeated ? [lintFinding("duplicate-entry", `${path}.${entry.id}`, [], {})] : [];
    }),
  );
}

/** A rule beside its own negation. Where both let the unknown pass, those of whom nothing is known may still be matched. */
function contradictions(must: readonly Rule[]): LintFinding[] {
  return must.flatMap((rule, at) =>
    must.slice(0, at).flatMap((earlier) => {
      const isStrict = Math.max(leastAllowed(rule.onUnknown), leastAllowed(earlier.onUnknown)) === 2;
      if (!isStrict || !(denies(rule, earlier) || denies(earlier, rule))) return [];
      return [lintFinding("contradictory-rules", `must.${earlier.id}, must.${rule.id}`, [], {})];
    }),
  );
}

function denies({ json }: Rule, other: Rule): boolean {
  if (json === null || other.json === null) return false;
  if (json.rule === "not") return saying({ id: "", json: json.of as NonNullable<Listed["json"]> }) === bare(other);
  const [same, different] = [sharedField(json), differentField(other.json)];
  return same !== undefined && same === different;
}

/** What a rule says as a part of another one would: what becomes of the unknown is for the outermost to say. */
function bare({ json }: Rule): string | undefined {
  if (json === null) return undefined;
  const { onUnknown: _onUnknown, when: _when, ...rest } = json;
  return saying({ id: "", json: rest });
}

const sharedField = ({ rule, attribute }: NonNullable<Rule["json"]>): Json | undefined =>
  rule === "same-attribute" ? attribute : undefined;

function differentField({ rule, attribute }: NonNullable<Rule["json"]>): Json | undefined {
  if (rule === "different-attribute") return attribute;
  return rule === "different-department"
    ? "department"
    : rule === "different-organisation"
      ? "organisation"
      : undefined;
}

const YEARS = "experienceYears";

function years({ must, prefer, participation, limits, constraints }: Policy): LintFinding[] {
  const paths = [
    ...participation.mentees.map(({ id, reads }) => ({ path: `participation.mentees.${id}`, reads })),
    ...participation.mentors.map(({ id, reads }) => ({ path: `participation.mentors.${id}`, reads })),
    ...must.map(({ id, reads }) => ({
      path: `must.${id}`,
      reads: [...reads.mentee, ...reads.mentor, ...(reads.through ?? [])],
    })),
    ...prefer.map(({ id, reads }) => ({ path: `prefer.${id}`, reads: [...reads.mentee, ...reads.mentor] })),
    ...limits.map((limit) => ({ path: `limits.${limit.id}`, reads: limitReads(limit) })),
    ...constraints.map((constraint) => ({ path: `constraints.${constraint.id}`, reads: constraintReads(constraint) })),
  ];
  return paths
    .filter(({ reads }) => reads.includes(YEARS))
    .map(({ path }) => lintFinding("years-stand-in-for-age", path, [], {}));
}

function lightCriteria({ prefer }: Policy): LintFinding[] {
  const all = prefer.reduce((sum, { weight }) => sum + weight, 0);
  return prefer
    .filter(({ weight }) => 10_000 * weight < all)
    .map(({ id }) => lintFinding("weight-below-a-point", `prefer.${id}`, [], {}));
}
