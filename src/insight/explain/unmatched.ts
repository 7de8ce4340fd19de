/** Why a mentee was left out: whom each reason refuses, and the shortage that coverage could not get around. */
import { limitKey } from "../../matching/limit-groups.js";
import { countOf, listMentors, type MentorRow, takeOut } from "../../matching/mentor-row.js";
import { presentMentors, refusedRows } from "../../matching/refusals.js";
import type { Case } from "../case.js";
import type { Short } from "../reach/reached.js";
import type { Reach } from "../reach.js";
import type { RefusedMentors, Shortage, UnmatchedMentee } from "./explanation.js";
import type { Sensitive } from "./sensitive.js";

export type Unmatching = (mentee: number) => UnmatchedMentee;

/** Prepares the answers. */
export function unmatching(one: Case, reach: Reach, sensitive: Sensitive): Unmatching {
  const { columns, placesLeft } = one;
  const everybody = presentMentors(columns);
  const refused = refusedRows(columns, everybody);
  const list = new Int32Array(columns.mentors.length);
  const idsIn = (row: MentorRow): string[] =>
    Array.from(list.subarray(0, listMentors(row, list, 0)), (mentor) => columns.mentors[mentor]!.id);
  return (mentee) => {
    const rows = [...refused(mentee)].filter(([, row]) => countOf(row) > 0);
    const refusedBy = rows.map(([id, row]): RefusedMentors => {
      const sole = row.slice();
      for (const [other, out] of rows) if (other !== id) takeOut(sole, out);
      return { id, isSensitive: sensitive.pair(id), mentorIds: idsIn(row), soleMentorIds: idsIn(sole) };
    });
    const eligible = everybody.slice();
    for (const [, row] of rows) takeOut(eligible, row);
    const end = listMentors(eligible, list, 0);
    const hasPlaces = list.subarray(0, end).filter((mentor) => placesLeft[mentor]! > 0).length;
    const short = end === 0 ? undefined : reach.shortage(mentee);
    const because =
      end === 0 ? "refused" : short === undefined ? "constraints" : short === "open" ? "objective" : "shortage";
    return {
      kind: "unmatched",
      menteeId: columns.mentees[mentee]!.id,
      because,
      refusedBy,
      eligible: end,
      full: end - hasPlaces,
      ...(short === undefined || short === "open" ? {} : { shortage: shortageOf(one, short) }),
    };
  };
}

function shortageOf({ columns, fixed, policy }: Case, { mentees, mentors, limits, minima }: Short): Shortage {
  const isLimited = policy.limits.length > 0;
  const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
  return {
    menteeIds: sorted(mentees).map((mentee) => columns.mentees[mentee]!.id),
    mentors: sorted(mentors).map((mentor) => ({
      mentorId: columns.mentors[mentor]!.id,
      places: fixed.capacity[mentor]!,
    })),
    places: mentees.length - 1,
    ...(isLimited
      ? {
          limits: limits.map(({ group, bound }) => ({ ...limitKey(group), bound, matches: group[bound] })),
          minima: sorted(minima).map((mentor) => columns.mentors[mentor]!.id),
        }
      : {}),
  };
}
