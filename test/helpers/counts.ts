/** How many random runs a law makes: the given number in the fast suite, ten times as many in the full one, few per mutant. */
export function runs(fast: number): number {
  const mode = process.env.MENTOR_MATCH_COUNTS;
  if (mode === "full") return fast * 10;
  return areFew() ? Math.min(fast, Math.max(25, fast / 20)) : fast;
}

/** Whether laws make so few runs that only what is wrong counts, not how often anything occurs. */
export function areFew(): boolean {
  return process.env.MENTOR_MATCH_COUNTS === "few";
}
