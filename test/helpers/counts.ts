/**
 * How many random runs a law makes: the given number in the fast suite, `times` as many in the full one, few per mutant. What is
 * promised for so many problems has ten times; a law whose every run solves many is content with two or three.
 */
export function runs(fast: number, times = 4): number {
  const mode = process.env.MENTOR_MATCH_COUNTS;
  if (mode === "full") return fast * times;
  return areFew() ? Math.min(fast, Math.max(25, fast / 20)) : fast;
}

/** Whether laws make so few runs that only what is wrong counts, not how often anything occurs. */
export function areFew(): boolean {
  return process.env.MENTOR_MATCH_COUNTS === "few";
}
