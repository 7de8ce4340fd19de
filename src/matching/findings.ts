/** What was noticed on the way and is no error. Paths name lists, not rows: a finding must not depend on the order of rows. */
import { byCodeUnit } from "../door.js";
import { stepOf } from "../ladder.js";
import { nearMisses } from "../pool/near-misses.js";
import type { Finding } from "../types.js";
import type { Columns } from "./compile.js";
import { overridesOf } from "./eligibility.js";
import { type Fixed, LIVE } from "./fixed.js";
import { linesInCycles } from "./line-cycles.js";
import { nominationFindings } from "./nomination-findings.js";
import type { ScoredPairs } from "./pair-rows.js";

/** Findings in a fixed order, each once. `short` are mentors whose minimum cannot be met. */
export function findingsOf(
  columns: Columns,
  fixed: Fixed,
  pairs: ScoredPairs | undefined,
  short: Int32Array,
): readonly Finding[] {
  const { mentees, mentors, pool, policy } = columns;
  const steps = stepOf(policy.ladder);
  const offLadder = [...mentees, ...mentors].filter(({ grade }) => grade !== undefined && !steps.has(grade));
  const over = mentors.filter((_, mentor) => fixed.mentorUsed[mentor]! > columns.capacity[mentor]!);
  const cycles = linesInCycles(columns.lines);
  const unneeded = pool.overrides.filter(({ menteeId, mentorId, rule }) => {
    const mentee = columns.menteeIndex.get(menteeId)!;
    const mentor = columns.mentorIndex.get(mentorId)!;
    return !overridesOf(columns, mentee, mentor).includes(rule);
  });
  const decided = new Set(
    [...fixed.pairs, ...fixed.movable].map(({ mentee, mentor }) => mentee * mentors.length + mentor),
  );
  const ends = pool.pairs.filter(({ menteeId, mentorId, status }) => {
    const key = columns.menteeIndex.get(menteeId)! * mentors.length + columns.mentorIndex.get(mentorId)!;
    return LIVE.has(status) && !decided.has(key);
  });
  // A typo in a veto must not pass in silence; somebody who has left may still stand in one.
  const strangers = new Set([
    ...mentees.flatMap(({ avoid }) => (avoid ?? []).filter((id) => !columns.mentorIndex.has(id))),
    ...mentors.flatMap(({ avoid }) => (avoid ?? []).filter((id) => !columns.menteeIndex.has(id))),
  ]);
  const hasPlaces = fixed.capacity.some((places) => places > 0);
  const asks = fixed.demand.some((places) => places > 0);
  return [
    ...nobody("no-mentees", "mentees", mentees.length === 0),
    ...nobody("no-mentors", "mentors", mentors.length === 0),
    ...nobody("no-places", "mentors.capacity", mentors.length > 0 && !hasPlaces),
    ...nobody("no-eligible-pair", "must", pairs !== undefined && pairs.mentor.length === 0 && hasPlaces && asks),
    ...about("grade-not-on-ladder", "grade", policy.ladder.length > 0 ? offLadder : []),
    ...nearMisses(mentees, mentors, policy),
    ...cycles.map(
      (ids): Finding => ({ code: "reporting-line-cycle", path: "lineManager", ids, numbers: { people: ids.length } }),
    ),
    ...about("over-capacity", "pairs", over),
    ...about(
      "ended-by-withdrawal",
      "pairs",
      ends.flatMap(({ menteeId, mentorId }) => [{ id: menteeId }, { id: mentorId }]),
    ),
    ...about(
      "avoid-unknown",
      "avoid",
      [...strangers].map((id) => ({ id })),
    ),
    ...unneeded
      .map(({ menteeId, mentorId, rule }): Finding => {
        const path = `overrides.${rule}`;
        return { code: "override-not-needed", path, ids: [menteeId, mentorId], numbers: {} };
      })
      .sort((a, b) => byCodeUnit(`${a.ids.join("\n")}\n${a.path}`, `${b.ids.join("\n")}\n${b.path}`)),
    ...nominationFindings(columns, fixed),
    ...fixed.refusedLocks.flatMap(({ pair, refusedBy }) =>
      refusedBy.map((rule): Finding => {
        const ids = [mentees[pair.mentee]!.id, mentors[pair.mentor]!.id];
        return { code: "lock-refused", path: `locks.${rule}`, ids, numbers: {} };
      }),
    ),
    ...about(
      "minimum-unmet",
      "mentors.minimum",
      [...short].map((mentor) => mentors[mentor]!),
    ),
  ];
}

function nobody(code: string, path: string, isSo: boolean): Finding[] {
  return isSo ? [{ code, path, ids: [], numbers: {} }] : [];
}

function about(code: string, path: string, people: readonly { readonly id: string }[]): Finding[] {
  if (people.length === 0) return [];
  const ids = [...new Set(people.map(({ id }) => id))].sort(byCodeUnit);
  return [{ code, path, ids, numbers: { people: ids.length } }];
}
