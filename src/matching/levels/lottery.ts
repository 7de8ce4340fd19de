/**
 * The lottery that settles what every other level leaves open: first who is matched, then with whom. Draws depend on the seed and the
 * ids alone, so neither the order of rows nor anybody else in the pool can change them.
 */

/** The lottery's draws for people by index. */
export interface Draws {
  /** each mentee's ticket, 0 … 2³² − 1: the least sum over the matches wins */
  readonly ticket: Float64Array;
  /** a pair's draw, 0 … 2³² − 1: the least sum wins */
  readonly draw: (mentee: number, mentor: number) => number;
}

/**
 * The draws of a seed: a mentee's ticket is `hash(seed, "mentee", id)`, a pair's draw `mix(ticket, hash(seed, "mentor", id))`.
 *
 * A ticket per mentee comes first because a draw per pair alone would favour people with many eligible mentors.
 */
export function drawsOf(seed: string, menteeIds: readonly string[], mentorIds: readonly string[]): Draws {
  const menteeSalt = hashText(seed, 0x6d656e74);
  const mentorSalt = hashText(seed, 0x6d746f72);
  const ticket = Float64Array.from(menteeIds, (id) => hashText(id, menteeSalt));
  // As 32-bit integers, so that a pair costs one operation and the mix.
  const menteeBits = Int32Array.from(ticket, (bits) => bits | 0);
  const mentorBits = Int32Array.from(mentorIds, (id) => Math.imul(hashText(id, mentorSalt), 0x9e3779b1));
  return { ticket, draw: (mentee, mentor) => mix(menteeBits[mentee]! ^ mentorBits[mentor]!) };
}

/** MurmurHash3 x86 32 (Appleby, public domain) over UTF-16 code units, two to a block; an unsigned 32-bit integer. */
function hashText(text: string, seed: number): number {
  let hash = seed | 0;
  let at = 0;
  for (; at + 1 < text.length; at += 2) {
    hash ^= scramble(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  if (at < text.length) hash ^= scramble(text.charCodeAt(at));
  return mix(hash ^ (text.length * 2));
}

function scramble(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

/** MurmurHash3's finaliser: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
