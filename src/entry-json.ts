/** An entry as JSON, for the hash of a policy. */
import { isMade } from "./made.js";
import type { Json } from "./types.js";

/** Canonical JSON of an entry's data, nested entries by their own JSON; `null` where one of them holds a function. */
export function toJson(data: Record<string, unknown>): { readonly [name: string]: Json } | null {
  const json: Record<string, Json> = {};
  for (const [field, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const nested = jsonOf(value);
    if (nested === undefined) return null;
    json[field] = nested;
  }
  return Object.freeze(json);
}

function jsonOf(value: unknown): Json | undefined {
  if (typeof value === "function" || value === undefined) return undefined;
  if (isMade(value)) return (value as { readonly json: Json | null }).json ?? undefined;
  if (Array.isArray(value)) {
    const list = value.map(jsonOf);
    return list.includes(undefined) ? undefined : (Object.freeze(list) as Json);
  }
  if (typeof value === "object" && value !== null) return toJson(value as Record<string, unknown>) ?? undefined;
  return value as Json;
}
