/** Which rules and criteria could tell somebody what is nobody else's to know. */
import { trimmed } from "../../door.js";
import type { Policy } from "../../policy/policy.js";
import type { Reason } from "./explanation.js";

/** Declarations about people and pairs: that a rule refused because of one says who wrote it down, or about whom. */
const SENSITIVE_FIELDS = new Set([
  "lineManager",
  "appraisers",
  "supervisors",
  "conflicts",
  "avoid",
  "nominations",
  "pairs",
  "relations",
  "reportingLines",
]);

/** What bars pairs because somebody said so, and not the person herself. */
const SENSITIVE_BARS: ReadonlySet<string> = new Set(["forbid", "avoid", "ended-pair"]);

/** Says whether an id of the policy is sensitive: by what its entry reads, or, of a score, by what any criterion reads. */
export interface Sensitive {
  readonly pair: (id: string) => boolean;
  readonly criterion: (id: string) => boolean;
  readonly person: (side: "mentees" | "mentors", id: string) => boolean;
}

export function sensitiveIn({ must, prefer, participation, protected: kept, restricted }: Policy): Sensitive {
  const guarded = new Set([...kept, ...restricted].map(folded));
  const isSensitive = (field: string): boolean =>
    SENSITIVE_FIELDS.has(field) || guarded.has(folded(field)) || (field === "attributes" && guarded.size > 0);
  const idsOf = (entries: readonly { readonly id: string; readonly reads: unknown }[]): ReadonlySet<string> =>
    new Set(entries.filter(({ reads }) => fieldsIn(reads).some(isSensitive)).map(({ id }) => id));
  const rules = idsOf(must);
  const criteria = idsOf(prefer);
  const people = { mentees: idsOf(participation.mentees), mentors: idsOf(participation.mentors) };
  return {
    pair: (id) => SENSITIVE_BARS.has(id) || rules.has(id) || (id === "minimumScore" && criteria.size > 0),
    criterion: (id) => criteria.has(id),
    person: (side, id) => people[side].has(id),
  };
}

/** Reasons about the two together. */
export const pairReasons = (ids: readonly string[], sensitive: Sensitive): Reason[] =>
  ids.map((id) => ({ id, of: "pair", isSensitive: sensitive.pair(id) }));

/** Reasons about one of them. */
export const personReasons = (of: "mentee" | "mentor", ids: readonly string[], sensitive: Sensitive): Reason[] =>
  ids.map((id) => ({ id, of, isSensitive: sensitive.person(`${of}s`, id) }));

/** The fields of either side: some sorts of entries list them, others for each side. */
function fieldsIn(reads: unknown): readonly string[] {
  if (typeof reads === "string") return [reads];
  return typeof reads === "object" && reads !== null ? Object.values(reads).flatMap(fieldsIn) : [];
}

/** As the policy's door compares names: `Gender` is not another attribute than `gender`. */
function folded(field: string): string {
  const name = trimmed(field);
  return (name.startsWith("attributes.") ? name.slice("attributes.".length) : name).toLowerCase();
}
