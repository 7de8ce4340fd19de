/** Who takes part, worked out once more in the verifier's own words. */
import type { Ladder } from "../../entry.js";
import type { ParticipationRule } from "../../rules/participation/participation-rule.js";
import { judge } from "../../rules/rule.js";
import type { Mentee, Mentor, Person } from "../../types.js";

/** What turned a person away, what the coordinator must tick, and what of it holds a pair back that is proposed already. */
export interface Part {
  readonly refusedBy: readonly string[];
  readonly checks: readonly string[];
  readonly holdsBack: readonly string[];
}

/** Each person's part, in the order given. */
export function partOf(
  people: readonly (Mentee | Mentor)[],
  rules: readonly ParticipationRule[],
  ladder: Ladder,
  asOf: string | undefined,
): Part[] {
  const verdicts = rules.map((rule) => rule.bind({ people, ladder, asOf, closedWorld: rule.onUnknown === undefined }));
  return people.map((person, index) => {
    const absent = [
      hasLeft(person, asOf) ? "withdrawn" : "",
      isWithin(person.hold, asOf) ? "hold" : "",
      isWithin(person.away, asOf) ? "away" : "",
    ];
    const thatAre = (isSo: (what: string, rule: ParticipationRule) => boolean) =>
      rules.filter((rule, at) => isSo(judge(verdicts[at]!(index), rule.onUnknown), rule)).map(({ id }) => id);
    const isHeld = (what: string, { when }: ParticipationRule): boolean => when === "release" && what !== "allowed";
    const turnedAway = thatAre((what, rule) => what === "refused" && rule.when !== "release");
    return {
      refusedBy: [...absent.filter((id) => id !== ""), ...turnedAway],
      checks: thatAre((what, rule) => what === "check" || isHeld(what, rule)),
      holdsBack: thatAre(isHeld),
    };
  });
}

/** Whether somebody has left the scheme by the day of the data. */
export const hasLeft = ({ withdrawn }: Person, asOf: string | undefined): boolean =>
  withdrawn !== undefined && asOf !== undefined && withdrawn <= asOf;

const isWithin = (period: Person["hold"], asOf: string | undefined): boolean =>
  period !== undefined && asOf !== undefined && (period.from ?? "") <= asOf && asOf <= (period.until ?? "9999-12-31");
