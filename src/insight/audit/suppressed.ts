/** Which groups are not told of, so that nobody can be picked out of the figures. */

/** Groups of fewer people are not told of. */
export const LEAST_TOLD = 5;

/**
 * Groups under five, and as many more, smallest first, as it takes until those left out are two or more, five people together,
 * and enough for each of them to be anything from one to four people at least: what all others leave of the total then tells of
 * none of them, although their names are known.
 *
 * @param sizes - of all groups, whose sum is known
 * @param hidden - groups that are not told of in any case
 */
export function suppressed(sizes: readonly number[], hidden: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  const out = new Set([...sizes.keys()].filter((at) => sizes[at]! < LEAST_TOLD || hidden.has(at)));
  if (out.size === 0) return out;
  const others = [...sizes.keys()].filter((at) => !out.has(at)).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const people = (): number => [...out].reduce((sum, at) => sum + sizes[at]!, 0);
  for (const at of others) {
    if (out.size >= 2 && people() >= Math.max(LEAST_TOLD, out.size + LEAST_TOLD - 2)) break;
    out.add(at);
  }
  return out;
}
