/** Numbers in words that fit a cell, and tables in Markdown. */

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

export function duration(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** 0.5 is half of what the other needs. */
export function ratio(ours: number, theirs: number): string {
  const share = ours / theirs;
  return share < 0.095 ? share.toFixed(3) : share.toFixed(2);
}

export function megabytes(count: number): string {
  return `${count} MB`;
}
