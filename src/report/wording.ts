/** Numbers and nouns as every report says them: the same on every machine. */

/** `6 412`: thousands apart. */
export function points(score: number): string {
  return String(score).replace(/(\d)(?=(\d{3})+$)/g, "$1 ");
}

export function plural(count: number, noun: string, several = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : several}`;
}

/** A share of a whole, in whole per cent; of nothing, a dash. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;
}

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A title with lines under it, each ending in `\n`; nothing where there are none. */
export function sectionText(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}
