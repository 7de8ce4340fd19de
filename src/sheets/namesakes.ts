/** One name under two ids: somebody who answered twice, from two addresses, or two people of one name. */
import { nameKey } from "./identity.js";
import type { Entrant } from "./rows.js";
import { placeText, type Told, tellFinding } from "./told.js";

/** Tells of each row whose name an earlier row has under another id. Which of both it is, only people can say. */
export function tellNamesakes(entrants: readonly Entrant[], told: Told): void {
  const firsts = new Map<string, Entrant>();
  for (const entrant of entrants) {
    if (entrant.name === undefined) continue;
    const name = nameKey(entrant.name);
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, entrant);
    else if (first.id !== entrant.id) {
      const { file, line } = first.place;
      const message = `the same name as in ${placeText({ file, line })}, with another id: if this is one person, give both rows one address`;
      tellFinding(told, "same-name", entrant.place, message, entrant.id);
    }
  }
}
