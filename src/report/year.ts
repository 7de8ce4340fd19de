/** The year as sheets: the figures of a scheme for its annual report, and the workload list. */
import type { ByField, OtherGroups } from "../lifecycle/statistics/groups.js";
import type { Spread } from "../lifecycle/statistics/spread.js";
import type { Statistics } from "../lifecycle/statistics.js";
import type { Workload } from "../lifecycle/workload.js";
import { type Cell, csvText } from "./csv.js";

/**
 * The figures of `statistics` as one sheet, `statistics.csv`: a row for each, with what it is of, the group, what is counted and
 * the number. What is too small to be told says so.
 *
 * @returns by file name; UTF-8 with its mark, and no cell is taken for a formula
 *
 * @example
 * ```ts
 * import { statistics } from "mentor-match";
 * import { statisticsReport } from "mentor-match/report";
 *
 * const figures = statistics({ mentees: [{ id: "bo" }], mentors: [] });
 * statisticsReport(figures)["statistics.csv"].split("\r\n")[1]; // => "requests,,people,1"
 * ```
 */
export function statisticsReport(figures: Statistics): {
  /** the sheet's text: a row for each figure */
  readonly "statistics.csv": string;
} {
  const { requests, offers, pairs, waiting, outcomes, by } = figures;
  const rows: Cell[][] = [
    ["requests", "", "people", requests],
    ["offers", "", "people", offers],
    ["pairs made", "", "pairs", pairs.made],
    ...Object.entries(pairs.byStatus).map(([status, count]): Cell[] => ["pairs made", `now ${status}`, "pairs", count]),
    ["pairs made", "renewals", "pairs", pairs.renewals],
    ["pairs ended", "completed", "pairs", pairs.completed],
    ["pairs ended", "ended early", "pairs", pairs.endedEarly],
    ...spreadRows("wait until paired", "people", "days", waiting.untilPaired),
    ...spreadRows("still waiting", "people", "days", waiting.stillWaiting),
    ...(outcomes.objectives === null
      ? [["objectives met", "", "pairs", TOO_FEW]]
      : [
          ["objectives met", "", "pairs that tell", outcomes.objectives.pairs],
          ["objectives met", "", "pairs that met them", outcomes.objectives.met],
        ]),
    ...spreadRows("usefulness", "pairs that tell", "of 5", outcomes.useful),
    ...by.flatMap(({ field, mentees, mentors }) => [
      ...groupRows(`mentees by ${field}`, mentees),
      ...groupRows(`mentors by ${field}`, mentors),
    ]),
  ];
  return { "statistics.csv": csvText([["what", "group", "counted", "figure"], ...rows]) };
}

/**
 * What `workload` lists as a sheet, `workload.csv`, for a workload model: no mentee is named.
 *
 * @returns by file name; UTF-8 with its mark, and no cell is taken for a formula
 *
 * @example
 * ```ts
 * import { workload } from "mentor-match";
 * import { workloadReport } from "mentor-match/report";
 *
 * const pairs = [{ menteeId: "bo", mentorId: "ada", status: "agreed" as const, since: "2026-01-12" }];
 * const list = workload({ asOf: "2026-10-01", mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], pairs });
 * workloadReport(list)["workload.csv"].split("\r\n")[1]; // => "ada,1,8,0"
 * ```
 */
export function workloadReport(list: readonly Workload[]): {
  /** the sheet's text: a row for each mentor, in the list's order */
  readonly "workload.csv": string;
} {
  const rows = list.map(({ mentorId, mentees, months, undated }) => [mentorId, mentees, months, undated]);
  return { "workload.csv": csvText([["mentor", "mentees", "months", "pairs without a day"], ...rows]) };
}

const TOO_FEW = "too few to be told";

function spreadRows(what: string, counted: string, unit: string, spread: Spread | null): Cell[][] {
  if (spread === null) return [[what, "", counted, TOO_FEW]];
  return [
    [what, "", counted, spread.count],
    [what, "", `lower quartile, ${unit}`, spread.lowerQuartile],
    [what, "", `median, ${unit}`, spread.median],
    [what, "", `upper quartile, ${unit}`, spread.upperQuartile],
  ];
}

function groupRows(what: string, { groups, others }: ByField): Cell[][] {
  return [
    ...groups.flatMap(({ value, people, paired }): Cell[][] => {
      const group = value === null ? "not stated" : String(value);
      return [
        [what, group, "people", people],
        [what, group, "of them paired", paired],
      ];
    }),
    ...(others === undefined ? [] : otherRows(what, others)),
  ];
}

function otherRows(what: string, { groups, people, paired }: OtherGroups): Cell[][] {
  const group = `other groups together: ${groups}`;
  return [
    [what, group, "people", people ?? TOO_FEW],
    [what, group, "of them paired", paired ?? TOO_FEW],
  ];
}
