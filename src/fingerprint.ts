/** Fingerprints of inputs: SHA-256 of canonical JSON. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Json } from "./types.js";

/** SHA-256, hexadecimal, of a value's canonical JSON: keys in order of code units, no blanks. */
export function fingerprint(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** JSON whose bytes depend on the value alone. Values nest a few levels at most: the doors see to it. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const record = value as { readonly [key: string]: Json };
  // Without a comparison of ours, texts are sorted by code units.
  const keys = Object.keys(record).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key]!)}`).join(",")}}`;
}
