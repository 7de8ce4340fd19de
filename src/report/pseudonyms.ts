/** Names that lead back to nobody without the key. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { byCodeUnit } from "../door.js";
import { type PoolInput, parsePool } from "../pool.js";

/**
 * A pseudonym for everybody in a pool, `P001` and so on: one a person, in both roles, in an order that tells nothing of ids.
 *
 * @param salt - at least 16 characters that nobody can guess, and that are kept with the key: whoever knows it and the ids
 * knows who is who
 * @returns by id; it is the key, to be kept apart from what is published
 * @throws InputError listing everything that is wrong with the pool
 * @throws RangeError for a salt that is too short
 */
export function pseudonyms(poolInput: PoolInput, salt: string): ReadonlyMap<string, string> {
  if (typeof salt !== "string" || salt.length < LEAST_SALT)
    throw new RangeError(`Cannot make pseudonyms: expected a salt of at least ${LEAST_SALT} characters`);
  const { mentees, mentors } = parsePool(poolInput);
  const ids = [...new Set([...mentees, ...mentors].map(({ id }) => id))];
  const hashed = ids.map((id) => ({ id, hash: bytesToHex(sha256(utf8ToBytes(`${salt}\n${id}`))) }));
  hashed.sort((a, b) => byCodeUnit(a.hash, b.hash));
  const width = Math.max(3, String(ids.length).length);
  return new Map(hashed.map(({ id }, at) => [id, `P${String(at + 1).padStart(width, "0")}`]));
}

const LEAST_SALT = 16;
