/** What somebody has said on single pairs, collected once more in the verifier's own words. */
import type { Mentee, Mentor, Pool } from "../../types.js";
import { hasLeft } from "./people.js";

/** Keys of pairs, but for `setAside`: a key and the rule. */
export interface Words {
  /** live today; `proposed` are those of them that are no more than that */
  readonly standing: ReadonlySet<number>;
  readonly proposed: ReadonlySet<number>;
  /** declined or dissolved, and not opened again */
  readonly ended: ReadonlySet<number>;
  readonly locked: ReadonlySet<number>;
  readonly forbidden: ReadonlySet<number>;
  readonly avoided: ReadonlySet<number>;
  readonly setAside: ReadonlySet<string>;
}

export function wordsOn(
  pool: Pool,
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  pairKey: (menteeId: string, mentorId: string) => number,
): Words {
  const gone = new Set([
    ...mentees.filter((mentee) => hasLeft(mentee, pool.asOf)).map(({ id }) => `mentee ${id}`),
    ...mentors.filter((mentor) => hasLeft(mentor, pool.asOf)).map(({ id }) => `mentor ${id}`),
  ]);
  const standing = new Set<number>();
  const proposed = new Set<number>();
  const ended = new Set<number>();
  for (const { menteeId, mentorId, status, reopened } of pool.pairs) {
    const isLive = status === "proposed" || status === "accepted" || status === "met" || status === "agreed";
    if (isLive && !gone.has(`mentee ${menteeId}`) && !gone.has(`mentor ${mentorId}`)) {
      standing.add(pairKey(menteeId, mentorId));
      if (status === "proposed") proposed.add(pairKey(menteeId, mentorId));
    }
    if ((status === "declined" || status === "dissolved") && reopened !== true) ended.add(pairKey(menteeId, mentorId));
  }
  return {
    standing,
    proposed,
    ended,
    locked: new Set(pool.locks.map(({ menteeId, mentorId }) => pairKey(menteeId, mentorId))),
    forbidden: new Set(pool.forbids.map(({ menteeId, mentorId }) => pairKey(menteeId, mentorId))),
    avoided: new Set([
      ...mentees.flatMap(({ id, avoid }) => (avoid ?? []).map((other) => pairKey(id, other))),
      ...mentors.flatMap(({ id, avoid }) => (avoid ?? []).map((other) => pairKey(other, id))),
    ]),
    setAside: new Set(pool.overrides.map(({ menteeId, mentorId, rule }) => `${pairKey(menteeId, mentorId)}\n${rule}`)),
  };
}
