/** Short lists of whole numbers, one for each person, packed into two typed arrays. */

/** `item[start[i]] … item[start[i + 1] - 1]` is the list of `i`: ascending, each number once. */
export interface Rows {
  readonly start: Int32Array;
  readonly item: Int32Array;
}

/** Packs one list a row; sorts each and drops what repeats. */
export function toRows(lists: readonly (readonly number[])[]): Rows {
  const sorted = lists.map((list) => (list.length < 2 ? list : [...new Set(list)].sort((a, b) => a - b)));
  const start = new Int32Array(sorted.length + 1);
  sorted.forEach((list, row) => {
    start[row + 1] = start[row]! + list.length;
  });
  const item = new Int32Array(start[sorted.length]!);
  sorted.forEach((list, row) => {
    item.set(list, start[row]);
  });
  return { start, item };
}

/** Whether a row holds a number: a binary search. */
export function rowHas({ start, item }: Rows, row: number, wanted: number): boolean {
  let low = start[row]!;
  let high = start[row + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (item[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low < start[row + 1]! && item[low] === wanted;
}

/** Whether two rows have a number in common: one walk along both. */
export function rowsMeet(a: Rows, rowOfA: number, b: Rows, rowOfB: number): boolean {
  const endOfA = a.start[rowOfA + 1]!;
  const endOfB = b.start[rowOfB + 1]!;
  let left = a.start[rowOfA]!;
  let right = b.start[rowOfB]!;
  while (left < endOfA && right < endOfB) {
    const difference = a.item[left]! - b.item[right]!;
    if (difference === 0) return true;
    if (difference < 0) left++;
    else right++;
  }
  return false;
}
