/** Neither of the two stands above the other in the reporting lines. */
import * as z from "zod/mini";
import { absentDeclarations } from "../records.js";
import type { Person } from "../types.js";
import { lineIntervals } from "./line-intervals.js";
import { connectedRows, lineWalk } from "./line-walk.js";
import { isInForce } from "./relations.js";
import { type ReportingLines, reportingLines } from "./reporting-lines.js";
import { rowHas } from "./rows.js";
import { CANNOT_TELL, HOLDS, REFUSES, ruleFactory, type Verdict, type VerdictIndex } from "./rule.js";

/**
 * The mentor is neither above nor below the mentee, through anybody in the pool or in its `reportingLines`, at most `levels`
 * steps away (the whole chain unless given). Supervisors count as line managers, nobody as their own, and people on one
 * cycle stand above each other.
 *
 * In an open world it cannot tell of a pair that no known line connects while somebody's own line is not known: neither
 * their `lineManager` nor a line of theirs in `reportingLines`.
 *
 * @remarks one walk a mentee to bind; O(log) a pair, or where too many are connected and `levels` is given, a walk a mentee
 */
export const outsideReportingLine = ruleFactory({
  name: "outside-reporting-line",
  when: "always",
  shape: () => ({
    /** how many steps up or down the line count: an integer of 1 or more; the whole line unless given */
    levels: z.optional(z.int().check(z.gte(1))),
  }),
  reads: () => ({
    mentee: ["lineManager", "supervisors"],
    mentor: ["lineManager", "supervisors"],
    through: ["lineManager", "supervisors", "reportingLines", "relations", "asOf"],
  }),
  words: ({ levels }) => {
    const within = levels === undefined ? "" : ` within ${levels} ${levels === 1 ? "step" : "steps"}`;
    return `neither stands above the other in the reporting line${within}`;
  },
  bind: (context, { levels }) => {
    const lines = context.lines ?? reportingLines(context);
    const listed = connectedRows(lines, levels);
    const connected =
      listed === undefined
        ? askedLines(lines, levels)
        : (mentee: number, mentor: number) => rowHas(listed, mentee, mentor);
    const hasLine = new Set(
      context.reportingLines.filter((line) => isInForce(line, context.asOf)).map(({ person }) => person),
    );
    const absent = (people: readonly Person[]) =>
      context.closedWorld
        ? new Uint8Array(people.length)
        : absentDeclarations(people, ["lineManager"]).map((flag, person) =>
            hasLine.has(people[person]!.id) ? 0 : flag,
          );
    const menteeAbsent = absent(context.mentees);
    const mentorAbsent = absent(context.mentors);
    const unconnected = (isMenteeAbsent: number, isMentorAbsent: number): Verdict =>
      isMenteeAbsent === 1 || isMentorAbsent === 1 ? CANNOT_TELL : HOLDS;
    const verdict = (mentee: number, mentor: number): Verdict => {
      if (connected(mentee, mentor)) return REFUSES;
      return unconnected(menteeAbsent[mentee]!, mentorAbsent[mentor]!);
    };
    if (listed === undefined) return verdict;
    const index: VerdictIndex = {
      menteeClass: Int32Array.from(menteeAbsent),
      mentorClass: Int32Array.from(mentorAbsent),
      ofClasses: unconnected,
      exceptions: listed,
    };
    return Object.assign(verdict, { index });
  },
});

/** Whether two are connected, where they are too many to list. */
function askedLines(lines: ReportingLines, levels: number | undefined): (mentee: number, mentor: number) => boolean {
  const { menteeNode, mentorNode } = lines;
  const connected = (levels === undefined && lineIntervals(lines)) || lineWalk(lines, levels ?? Infinity);
  return (mentee, mentor) => connected(menteeNode[mentee]!, mentorNode[mentor]!);
}
