/** What the lint sees in who takes part: rules that turn away everybody, nobody, or those of whom too little is known. */
import type { Columns } from "../../matching/compile.js";
import { CANNOT_TELL, judge } from "../../rules/rule.js";
import { aboutPeople, type LintFinding, lintFinding } from "./finding.js";

/** Findings of mentees first, in the order of the rules. */
export function lintPeople({ policy, pool, mentees, mentors }: Columns): LintFinding[] {
  return (["mentees", "mentors"] as const).flatMap((role) => {
    const people = role === "mentees" ? mentees : mentors;
    if (people.length === 0) return [];
    const judged = policy.participation[role].map(({ id, onUnknown, bind }) => {
      const verdict = bind({ people, ladder: policy.ladder, asOf: pool.asOf, closedWorld: onUnknown === undefined });
      const refused = people.map((_, person) => judge(verdict(person), onUnknown) === "refused");
      return { path: `participation.${role}.${id}`, verdict, refused };
    });
    return judged.flatMap(({ path, verdict, refused }, at): LintFinding[] => {
      const count = refused.filter(Boolean).length;
      const isAlone = (person: number): boolean =>
        refused[person]! && judged.every((other, rule) => rule === at || !other.refused[person]!);
      const alone = [...people.keys()].filter(isAlone);
      const numbers = { people: count };
      const effect =
        count === people.length
          ? [lintFinding("rule-refuses-everybody", path, [], numbers)]
          : count === 0
            ? [lintFinding("rule-refuses-nobody", path, [], { people: people.length })]
            : alone.length === 0
              ? [lintFinding("rule-refuses-nobody-alone", path, [], numbers)]
              : [];
      const untold = alone.filter((person) => verdict(person) === CANNOT_TELL).map((person) => people[person]!.id);
      return [...effect, ...aboutPeople("missing-data-decides", path, untold)];
    });
  });
}
