/** Random objectives, in words that a policy takes and in the names of the plainest definitions. */
import { levels, pairLevel } from "../../src/index.js";
import { naiveLevels, ownWorth } from "./naive-levels.js";

const own = pairLevel("own", { reads: { mentee: ["id"], mentor: ["id"] } }, (mentee, mentor) =>
  ownWorth({ menteeId: mentee.id, mentorId: mentor.id }),
);

/** What a policy writes for a level of {@link naiveLevels}, where that is not its name. */
export const entryOf: { readonly [level: string]: unknown } = {
  waiting: { level: "priority", by: "waiting" },
  years: levels.priority({ by: "waiting", step: "year" }),
  tier: { level: "priority", by: "tier" },
  own,
};

const PRIORITIES = ["waiting", "years", "tier"];

/** One to five levels in any order that a policy may have. */
export function someLevels(next: () => number): string[] {
  const names = Object.keys(naiveLevels);
  const chosen: string[] = [];
  while (chosen.length < 1 + Math.floor(next() * 5)) {
    const name = names[Math.floor(next() * names.length)]!;
    const again =
      chosen.includes(name) || (PRIORITIES.includes(name) && chosen.some((one) => PRIORITIES.includes(one)));
    if (!again) chosen.push(name);
  }
  const needy = chosen.findIndex((name) => name === "worst-off" || name === "last-choices");
  const coverage = chosen.indexOf("coverage");
  if (needy < 0 || (coverage >= 0 && coverage < needy)) return chosen;
  return [...chosen.slice(0, needy), "coverage", ...chosen.slice(needy).filter((name) => name !== "coverage")];
}
