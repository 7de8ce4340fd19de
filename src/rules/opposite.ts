/** The opposite of a verdict: refuses where it holds, holds where it refuses, and cannot tell where it cannot. */
import { HOLDS, type PairVerdict, type Verdict } from "./rule.js";

/** Turns a verdict round, and its index with it. */
export function opposite(verdict: PairVerdict): PairVerdict {
  const turned = (mentee: number, mentor: number): Verdict => (HOLDS - verdict(mentee, mentor)) as Verdict;
  const { index } = verdict;
  if (index === undefined) return turned;
  const ofClasses = (mentee: number, mentor: number): Verdict => (HOLDS - index.ofClasses(mentee, mentor)) as Verdict;
  return Object.assign(turned, { index: { ...index, ofClasses } });
}
