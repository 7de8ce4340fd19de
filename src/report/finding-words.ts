/** What was noticed, as sentences. */
import type { Finding } from "../types.js";

/** A finding as a sentence. `person` says what somebody is called; beyond eight people the rest are counted. */
export function findingSentence({ code, ids, path, numbers }: Finding, person: (id: string) => string): string {
  if (code === "near-miss") return nearMiss(path, numbers);
  const shown = ids.slice(0, 8).map(person).join(", ");
  const more = ids.length > 8 ? ` and ${ids.length - 8} more` : "";
  const words = FINDINGS[code] ?? code;
  const what = path.includes(".") ? ` (${path.slice(path.indexOf(".") + 1)})` : "";
  return `${words}${what}${ids.length > 0 ? `: ${shown}${more}` : ""}`;
}

/** `department["Dept of Law"]["Law"]` as a sentence. */
function nearMiss(path: string, { first, second }: Finding["numbers"]): string {
  const [, field, one, other] = /^(.*?)\[("(?:[^"\\]|\\.)*")\]\[("(?:[^"\\]|\\.)*")\]$/su.exec(path) ?? [];
  const people = (count: number | undefined): string => `${count ?? 0} ${count === 1 ? "person" : "people"}`;
  const values = `${one} (${people(first)}) and ${other} (${people(second)})`;
  return `${field}: ${values} look alike; where they mean the same, the policy's vocabulary can say so`;
}

const FINDINGS: { readonly [code: string]: string } = {
  "no-mentees": "nobody asks for a mentor",
  "no-mentors": "nobody offers to be a mentor",
  "no-places": "no mentor who takes part has a place left",
  "no-eligible-pair": "the rules allow no pair at all",
  "grade-not-on-ladder": "their grade is on no step of the ladder, so rules cannot tell",
  "reporting-line-cycle": "their reporting lines run in a circle; they count as connected",
  "over-capacity": "they already have more mentees than places",
  "ended-by-withdrawal": "a live pair ended because one of them has withdrawn",
  "avoid-unknown": "they are to be avoided, but nobody has that id",
  "override-not-needed": "an override that nothing needed",
  "lock-refused": "a locked pair that cannot be made",
  "minimum-unmet": "their minimum of mentees cannot be met",
  "limit-counts-nobody": "a limit that counts nobody of the pool",
  "over-limit": "decided pairs are more than a limit allows",
  "limit-unmet": "a limit that cannot be kept together with the others named here",
  "few-nominations": "they nominate fewer people than the scheme asks for",
  "many-nominations": "they nominate more people than the scheme allows",
  "nomination-refused": "somebody would like this pair, and something refuses it",
  "minimum-nearest": "their minimum could be met in part while everything else is kept",
};
