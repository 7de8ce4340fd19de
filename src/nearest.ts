/** The known name, or id, that a mistyped one most likely meant. */

/**
 * The nearest of `known` to `name` by edit distance, ignoring case, `-`, `_` and blanks; `undefined` when none is near. One
 * step is allowed for every three letters of the shorter name: two letters must be the same, for any two words of two are
 * two steps apart.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = fold(name.slice(0, 60));
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const folded = fold(candidate);
    const enough = Math.min(least, Math.floor(Math.min(wanted.length, folded.length) / 3) + 1);
    // Each letter that one has more than the other costs a step at least.
    if (Math.abs(folded.length - wanted.length) >= enough) continue;
    const distance = editDistance(wanted, folded, enough);
    if (distance < enough) {
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

/**
 * Steps from one text to the other: a sign added, left out, replaced, or swapped with its neighbour (Damerau 1964), three
 * rows. Only what is nearer than `enough` matters, so each row stops that far beside the diagonal (Ukkonen 1985), and all of
 * it where a row holds nothing less.
 */
function editDistance(a: string, b: string, enough: number): number {
  let earlier: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  let current = previous.slice();
  for (let row = 1; row <= a.length; row++) {
    const first = Math.max(1, row - enough);
    const last = Math.min(b.length, row + enough);
    let least = Math.min(row, enough);
    current[first - 1] = first === 1 ? row : enough;
    for (let column = first; column <= last; column++) {
      const swap = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      const above = column === row + enough ? enough : previous[column]!;
      let steps = Math.min(swap, above + 1, current[column - 1]! + 1);
      const isTurned = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isTurned) steps = Math.min(steps, earlier[column - 2]! + 1);
      current[column] = steps;
      if (steps < least) least = steps;
    }
    if (least >= enough) return enough;
    [earlier, previous, current] = [previous, current, earlier.length === 0 ? previous.slice() : earlier];
  }
  return previous[b.length]!;
}
