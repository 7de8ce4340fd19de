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

/** The rows of `rows`, each with the numbers of those rows of `others` that hold its own number. */
export function withTurned(rows: Rows, others: Rows): Rows {
  const lists: number[][] = [];
  for (let row = 0; row + 1 < rows.start.length; row++) {
    lists.push([...rows.item.subarray(rows.start[row], rows.start[row + 1])]);
  }
  for (let row = 0; row + 1 < others.start.length; row++) {
    for (let at = others.start[row]!; at < others.start[row + 1]!; at++) lists[others.item[at]!]!.push(row);
  }
  return toRows(lists);
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
