/** Verdicts that are known as soon as a rule is bound: one a person. */
import type { Verdict } from "../rule.js";
import type { PersonVerdict } from "./participation-rule.js";

/** Judges everybody once and remembers it. */
export function perPerson<P>(people: readonly P[], judge: (person: P, index: number) => Verdict): PersonVerdict {
  const verdicts = Uint8Array.from(people, judge);
  return (person) => verdicts[person] as Verdict;
}
