/** The best few pairs of each person, kept while pairs stream by. */

/** Fixed-size lists, `size` entries a person; ties go to the pair whose scrambled position is greater, so that they spread. */
export interface BestPairs {
  readonly offer: (person: number, pair: number, value: number) => void;
  /** every pair on any list, best first, each once */
  readonly pairs: () => Int32Array;
}

/** Empty lists for so many people. `offer` costs O(size). */
export function bestPairs(people: number, size: number): BestPairs {
  const pair = new Int32Array(people * size).fill(-1);
  const value = new Float64Array(people * size);
  const isBetter = (aPair: number, aValue: number, at: number): boolean =>
    pair[at]! < 0 || aValue > value[at]! || (aValue === value[at]! && scramble(aPair) > scramble(pair[at]!));
  return {
    offer(person, newPair, newValue) {
      const first = person * size;
      let at = first + size - 1;
      if (!isBetter(newPair, newValue, at)) return;
      for (; at > first && isBetter(newPair, newValue, at - 1); at--) {
        pair[at] = pair[at - 1]!;
        value[at] = value[at - 1]!;
      }
      pair[at] = newPair;
      value[at] = newValue;
    },
    pairs() {
      const seen = new Map<number, number>();
      pair.forEach((k, at) => {
        if (k >= 0) seen.set(k, value[at]!);
      });
      const list = Int32Array.from(seen.keys());
      return list.sort((a, b) => seen.get(b)! - seen.get(a)! || a - b);
    },
  };
}

const scramble = (pair: number): number => Math.imul(pair + 1, 0x9e3779b1) >>> 0;
