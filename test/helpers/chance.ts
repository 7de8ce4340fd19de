/** Chance from a seed, for tests that make their own cases. */

/** Draws of one seed, always the same. */
export interface Chance {
  /** an integer from 0 to `below` − 1 */
  readonly nat: (below: number) => number;
  /** true once in so many times */
  readonly once: (inSoMany: number) => boolean;
  readonly one: <T>(values: readonly T[]) => T;
  /** each value with a chance of one half, in order */
  readonly some: <T>(values: readonly T[]) => T[];
  readonly shuffled: <T>(values: readonly T[]) => T[];
}

/** Mulberry32 (Ettinger, public domain). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const nat = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 4294967296) * below);
  };
  return {
    nat,
    once: (inSoMany) => nat(inSoMany) === 0,
    one: (values) => values[nat(values.length)]!,
    some: (values) => values.filter(() => nat(2) === 0),
    shuffled: (values) => {
      const list = [...values];
      for (let at = list.length - 1; at > 0; at--) {
        const other = nat(at + 1);
        [list[at], list[other]] = [list[other]!, list[at]!];
      }
      return list;
    },
  };
}
