/** The known name, or id, that a mistyped one most likely meant. */

/** The nearest of `known` to `name` by edit distance, ignoring case, `-`, `_` and blanks; `undefined` when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = fold(name.slice(0, 60));
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, fold(candidate));
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Ids by what is left of them without case, `-`, `_` and blanks: what {@link nearId} looks among. */
export function foldedIds(ids: Iterable<string>): ReadonlyMap<string, string> {
  const folded = new Map<string, string>();
  for (const id of ids) folded.set(fold(id), id);
  return folded;
}

/**
 * The known id that differs in case, `-`, `_` and blanks only, or in one letter a … z too many, too few, wrong or swapped
 * with its neighbour; `undefined` when there is none. Never in a digit: `e07` and `e08` are two people.
 *
 * @remarks O(length²), however many ids there are
 */
export function nearId(id: string, known: ReadonlyMap<string, string>): string | undefined {
  const wanted = fold(id.slice(0, 200));
  const exact = known.get(wanted);
  if (exact !== undefined || wanted.length < 4 || wanted.length > 60) return exact;
  for (let at = 0; at <= wanted.length; at++) {
    const [before, letter, after] = [wanted.slice(0, at), wanted[at] ?? "", wanted.slice(at + 1)];
    const changed = LETTERS.map((other) => before + other + letter + after);
    if (isLetter(letter)) {
      changed.push(before + after, ...LETTERS.map((other) => before + other + after));
      if (isLetter(after[0])) changed.push(before + after[0] + letter + after.slice(1));
    }
    const hit = changed.find((text) => known.has(text));
    if (hit !== undefined) return known.get(hit);
  }
  return undefined;
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

const isLetter = (text: string | undefined): boolean => text !== undefined && /^[a-z]$/.test(text);

const fold = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, "");

/** Levenshtein (1966), two rows. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const swap = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(swap, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
