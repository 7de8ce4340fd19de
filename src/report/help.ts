/** What would help somebody who was left out, as sentences. */
import type { Change } from "../insight/would-help/changes.js";
import type { Help, WhatWouldHelp } from "../insight/would-help.js";
import { listed, plural, sectionText } from "./wording.js";

/** The changes that help, and those that help somebody else, lines ending in `\n`. */
export function helpText({ menteeId, changes, untried, isWhole }: WhatWouldHelp): string {
  const of = (effect: Help["effect"]): readonly Help[] => changes.filter((help) => help.effect === effect);
  const helping = of("helps").map(({ change, moves }) => {
    const moving = moves === 0 ? "nobody else moves" : `${plural(moves, "mentee")} would have somebody else`;
    return `${changeText(change)}; ${moving}`;
  });
  const others = of("helps-another").map(({ change, gains }) => {
    const who = gains.length === 0 ? "somebody at a price" : listed(gains);
    return `${changeText(change)}: helps ${who}`;
  });
  const rest = isWhole
    ? "No other single place, override or limit would."
    : untried > 0
      ? `${untried} more were not tried.`
      : "There may be others.";
  return [
    sectionText(`What would give ${menteeId} a mentor`, helping.length === 0 ? ["nothing that was tried"] : helping),
    sectionText("What would help somebody else", others),
    `${rest}\n`,
  ].join("");
}

/** One change as half a sentence. `person` says what somebody is called. */
export function changeText(change: Change, person: (id: string) => string = (id) => id): string {
  switch (change.kind) {
    case "place":
      return `one more place at ${person(change.mentorId)}, ${change.capacity} in all`;
    case "override":
      return `${change.rule} set aside for ${person(change.menteeId)} and ${person(change.mentorId)}, with a reason in writing`;
    case "limit":
      return `the limit "${change.id}" at ${change.atMost ?? change.atLeast}`;
  }
}
