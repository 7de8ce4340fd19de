/** Relations with dates: who is somebody's appraiser or supervisor on the day the data describes, or was of late. */
import { monthsBefore } from "../day.js";
import type { Period, Relation } from "../types.js";

/** What is needed of a pool. */
export interface Dated {
  readonly relations?: readonly Relation[];
  readonly asOf?: string | undefined;
}

/**
 * Whether a span holds on a day, or ended at most `months` before it; a span yet to begin does not. Where the day is not known,
 * every span counts.
 */
export function isInForce({ from, until }: Period, asOf: string | undefined, months = 0): boolean {
  if (asOf === undefined) return true;
  return (from === undefined || from <= asOf) && (until === undefined || until >= monthsBefore(asOf, months));
}

/** The ids that the relations of one kind name, by the id of the person who has them. */
export function related(
  { relations = [], asOf }: Dated,
  kind: Relation["kind"],
  months = 0,
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const relation of relations) {
    if (relation.kind !== kind || !isInForce(relation, asOf, months)) continue;
    const known = ids.get(relation.person);
    if (known === undefined) ids.set(relation.person, [relation.other]);
    else known.push(relation.other);
  }
  return ids;
}
