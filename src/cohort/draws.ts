/** Chance that is the same on every machine, for people who are made up. */

/** Draws an integer from 0 to below `below`. */
export type Draw = (below: number) => number;

/** Mulberry32 (Tommy Ettinger, 2017): 32 bits of state, the same on every machine. */
export function draws(seed: number): Draw {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 0x100000000) * below);
  };
}

/** True `percent` times in a hundred. */
export const chance = (percent: number, draw: Draw): boolean => draw(100) < percent;

/** As many as wanted, each made of its index. */
export const make = <T>(length: number, one: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => one(index));

/** Different names, as many as wanted; those that stand early are popular. */
export function popular(names: readonly string[], wanted: number, draw: Draw): string[] {
  const chosen: string[] = [];
  while (chosen.length < wanted) {
    const name = names[Math.min(draw(names.length), draw(names.length))]!;
    if (!chosen.includes(name)) chosen.push(name);
  }
  return chosen;
}
