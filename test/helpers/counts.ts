/** How many random runs a law makes: the given number in the fast suite, ten times as many in the full one. */
export const runs = (fast: number): number => (process.env.MENTOR_MATCH_COUNTS === "full" ? fast * 10 : fast);
