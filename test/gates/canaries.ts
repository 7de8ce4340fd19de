/**
 * Answers that are not the same everywhere, on purpose: a criterion that looks at the locale, the time zone or the engine, and
 * rows that nobody sorts. The determinism gate must see each of them differ, or it could see nothing at all.
 */
import { match, pairCriterion } from "../../src/index.js";
import { cohorts, shuffled } from "./inputs.js";

/** A result in which every score is this value, 0 … 1. */
function withScore(value: number): string {
  const prefer = [pairCriterion("canary", { reads: { mentee: [], mentor: [] } }, () => value)];
  return JSON.stringify(match({ mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] }, { name: "canary", prefer }));
}

/** Swedish puts ä after z, Turkish the dotless ı before i. */
const locale = () => withScore(("ä".localeCompare("z") > 0 ? 0.5 : 0) + ("ı".localeCompare("ia") > 0 ? 0.25 : 0));

const timeZone = () => withScore((new Date("2026-07-01T00:00").getTimezoneOffset() + 1000) / 2000);

/** Engines round powers differently, in the last bit: the bits of many, added up. */
function engine(): string {
  const bits = new Uint32Array(Float64Array.from({ length: 1000 }, (_, n) => 0.9 ** n).buffer);
  return withScore((bits.reduce((sum, word) => sum + word, 0) % 10_000) / 10_000);
}

const order = (shuffle: number) =>
  shuffled(cohorts()[0]!, shuffle)
    .pool.mentees.map(({ id }) => id)
    .join();

/** A recursion that an ordinary stack holds. */
function stack(): string {
  const sum = (n: number): number => (n === 0 ? 0 : n + sum(n - 1));
  try {
    return String(sum(5000));
  } catch {
    return "too deep";
  }
}

export const canaries: readonly (readonly [name: string, text: () => string])[] = [
  ["canary locale 0", locale],
  ["canary time-zone 0", timeZone],
  ["canary engine 0", engine],
  ["canary stack 0", stack],
  ...[0, 1, 2, 3, 4].map((shuffle) => [`canary order ${shuffle}`, () => order(shuffle)] as const),
];
