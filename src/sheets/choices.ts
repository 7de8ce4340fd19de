/** Choices that hold a comma themselves, in forms that join choices by commas. */
import type { Vocabulary } from "../policy/vocabulary.js";
import { splitCell } from "./cells.js";
import type { ColumnUse } from "./column-map.js";

/** Choices that are known by name. */
export interface Choices {
  readonly named: ReadonlySet<string>;
  /** those that hold the separator, longest first */
  readonly whole: readonly string[];
}

/** The choices of a column, as the map and the policy's vocabulary name them. */
export function choicesOf(
  separator: string,
  { options = [], values = {} }: ColumnUse,
  field: string,
  vocabulary: Vocabulary = {},
): Choices {
  const meanings = vocabulary[field === "seeks" || field === "offers" ? "areas" : field] ?? {};
  const names = [...options, ...Object.keys(values), ...Object.entries(meanings).flat(2)];
  const named = new Set(names.map((name) => name.normalize("NFC").trim()));
  const whole = [...named].filter((name) => name.includes(separator)).sort((a, b) => b.length - a.length);
  return { named, whole };
}

/** How often two parts must stand side by side, and never apart, to look like one choice. */
const OFTEN = 3;

/**
 * The first cell that looks as if a choice of its form had been split: a bracket is left open, or a part that is never
 * without the one before it goes on in lower case, or three times and more. −1 where there is none, and where no comma splits.
 */
export function doubtfulCell(cells: readonly string[], separator: string, { named, whole }: Choices): number {
  if (!separator.startsWith(",")) return -1;
  const rows = cells.map((cell) => splitCell(cell, separator, whole));
  const before = new Map<string, Set<string>>();
  const after = new Map<string, Set<string>>();
  const times = new Map<string, number>();
  const note = (map: Map<string, Set<string>>, part: string, beside: string): void => {
    map.set(part, (map.get(part) ?? new Set()).add(beside));
  };
  for (const row of rows) {
    for (const [at, part] of row.entries()) {
      note(before, part, row[at - 1] ?? "");
      note(after, part, row[at + 1] ?? "");
      times.set(part, (times.get(part) ?? 0) + 1);
    }
  }
  const isOnly = (map: typeof before, part: string, beside: string): boolean =>
    map.get(part)!.size === 1 && map.get(part)!.has(beside);
  const isOne = (one: string, other: string): boolean => {
    if (named.has(one) && named.has(other)) return false;
    if (/\([^)]*$/.test(one) && /^[^(]*\)/.test(other)) return true;
    if (!isOnly(before, other, one)) return false;
    const goesOn = /^\p{Lu}/u.test(one) && /^\p{Ll}/u.test(other);
    return goesOn || (times.get(other)! >= OFTEN && isOnly(after, one, other));
  };
  return rows.findIndex((row) => row.some((part, at) => at > 0 && isOne(row[at - 1]!, part)));
}
