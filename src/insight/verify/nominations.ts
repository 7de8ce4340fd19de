/** What was noticed about nominations, looked for once more in the verifier's own words. */
import type { Policy } from "../../policy/policy.js";
import type { Finding, Person } from "../../types.js";
import type { World } from "./terms.js";

export function nominationsNoticed(world: World, { nominations = {} }: Policy): Finding[] {
  const { mentees, mentors } = world;
  const length = ({ nominations: named = [] }: Person): number => named.length;
  const isStanding = new Set([...world.fixed, ...world.movable].map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const findings: Finding[] = [];
  const sides = [
    ["mentees", mentees],
    ["mentors", mentors],
  ] as const;
  for (const [list, people] of sides) {
    const { atLeast, atMost } = nominations[list] ?? {};
    const path = `${list}.nominations`;
    const add = (code: string, ids: readonly string[], bound: Finding["numbers"]): void => {
      if (ids.length > 0) findings.push({ code, path, ids, numbers: { ...bound, people: ids.length } });
    };
    const idsOf = (isSo: (person: Person) => boolean): string[] => people.filter(isSo).map(({ id }) => id);
    if (atLeast !== undefined) {
      const isShort = (person: Person): boolean => length(person) < atLeast && length(person) !== 0;
      add("few-nominations", idsOf(isShort), { atLeast });
    }
    if (atMost !== undefined)
      add(
        "many-nominations",
        idsOf((person) => length(person) > atMost),
        { atMost },
      );
  }
  for (const [list, people] of sides) {
    const others = list === "mentees" ? mentors : mentees;
    const at = new Map(others.map(({ id }, index) => [id, index]));
    people.forEach((person, own) => {
      (person.nominations ?? []).forEach((id, choice) => {
        const [mentee, mentor] = list === "mentees" ? [own, at.get(id)!] : [at.get(id)!, own];
        if (isStanding.has(`${mentee} ${mentor}`)) return;
        const ids = [mentees[mentee]!.id, mentors[mentor]!.id];
        for (const rule of world.refusals(mentee, mentor, "pair"))
          findings.push({
            code: "nomination-refused",
            path: `${list}.nominations.${rule}`,
            ids,
            numbers: { choice: choice + 1 },
          });
      });
    });
  }
  return findings;
}
