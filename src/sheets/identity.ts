/** Who is who: ids, made from addresses where a sheet has none, and the key that leads back. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The people of a sheet, for whoever may know: never part of a pool or a result. */
export interface KeyEntry {
  readonly id: string;
  readonly email?: string;
  readonly name?: string;
}

/** Addresses as they are compared. */
export const emailKey = (email: string): string => email.normalize("NFC").trim().toLowerCase();

/** The address in `Ada <ada@example.org>`, or the text itself where it is one. */
export function emailIn(text: string): string | undefined {
  const inner = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const email = emailKey(inner);
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+$/.test(email) ? email : undefined;
}

/** `p-` and the first 12 hexadecimal digits of the salted SHA-256 of an address: the same for the same salt. */
export const idOfEmail = (email: string, salt: string): string =>
  `p-${bytesToHex(sha256(utf8ToBytes(`${salt}\n${emailKey(email)}`))).slice(0, 12)}`;

/** What such an id looks like. */
export const MADE_ID = /^p-[0-9a-f]{12}$/;

const TITLES = /^(?:(?:dr|prof|professor|mr|ms|mrs|miss|mx|sir|dame)\.?\s+)+/;

/** Names as they are compared: case, titles and the order in "Lovelace, Ada" make no difference. */
export function nameKey(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/<[^<>]*>\s*$/, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
  const turned = /^([^,]+), ([^,]+)$/.exec(plain);
  return (turned === null ? plain : `${turned[2]} ${turned[1]}`).replace(TITLES, "");
}
