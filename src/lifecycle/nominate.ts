/** After an event: what people thought of one another becomes whom they nominate. */
import * as z from "zod/mini";
import { byCodeUnit, guarded, quote, read, record, showKind, tell } from "../door.js";
import { InputError } from "../errors.js";
import { compile } from "../matching/compile.js";
import { drawsOf } from "../matching/levels/lottery.js";
import { scoreOf } from "../matching/score.js";
import { checkTogether } from "../matching/together.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { Mentee, Mentor, PairIds, Pool } from "../types.js";
import type { Rota } from "./rota.js";

/** How much somebody would like to be paired with somebody they met. */
export interface Rating extends PairIds {
  /** which of the two says so */
  readonly by: "mentee" | "mentor";
  /** 0 … 100, more is better; 0 says that they would rather not */
  readonly rating: number;
}

const ratingsSchema = z.array(
  record({
    menteeId: z.string(),
    mentorId: z.string(),
    by: z.enum(["mentee", "mentor"]),
    rating: z.number().check(z.gte(0), z.lte(100)),
  }),
);

const rotaSchema = z.object({
  rounds: z.array(z.object({ meetings: z.array(z.object({ mentorId: z.string(), menteeIds: z.array(z.string()) })) })),
});

/**
 * The pool after an event: whoever rated somebody they met nominates those they rated above 0, the best first. Of two with the same
 * rating the one with the higher score under the policy comes first, then by the policy's lottery. Who rated nobody keeps the
 * nominations they had; who rated all with 0 nominates nobody.
 *
 * @param rota - the event, as `planRota` planned it
 * @param ratings - of either side or both, each of two people who met; the order does not matter
 * @throws InputError listing everything that is wrong with the pool or the policy, or with the ratings: those that name somebody who
 * is not in the pool, two who did not meet, or the same two twice
 * @remarks O(people + ratings · log ratings)
 *
 * @example
 * ```ts
 * import { nominate, planRota } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }, { id: "cy" }] };
 * const policy = { name: "After the event" };
 * const rate = (mentorId: string, rating: number) => ({ menteeId: "bo", mentorId, by: "mentee" as const, rating });
 * const next = nominate(pool, policy, planRota(pool, policy, { rounds: 2 }), [rate("ada", 3), rate("cy", 5)]);
 * next.mentees[0]?.nominations; // => ["cy", "ada"]
 * ```
 */
export function nominate(
  pool: PoolInput,
  policy: PolicyInput,
  rota: Pick<Rota, "rounds">,
  ratings: readonly Rating[],
): Pool {
  const people = parsePool(pool);
  const rules = parsePolicy(policy);
  checkTogether(people, rules);
  const columns = compile(people, rules);
  const { menteeIndex, mentorIndex } = columns;
  const known = readRatings(ratings, metAt(rota), columns);
  const { draw } = drawsOf(
    rules.lottery,
    columns.mentees.map(({ id }) => id),
    columns.mentors.map(({ id }) => id),
  );
  const ranked = known
    .map(({ menteeId, mentorId, by, rating }) => {
      const [i, j] = [menteeIndex.get(menteeId)!, mentorIndex.get(mentorId)!];
      const [own, other] = by === "mentee" ? [menteeId, mentorId] : [mentorId, menteeId];
      return { by, own, other, rating, score: scoreOf(columns, i, j), ticket: draw(i, j) };
    })
    .sort((a, b) => b.rating - a.rating || b.score - a.score || a.ticket - b.ticket || byCodeUnit(a.other, b.other));
  const nominating = <P extends Mentee | Mentor>(list: readonly P[], side: Rating["by"]): P[] => {
    const choices = new Map<string, string[]>();
    for (const { by, own, other, rating } of ranked) {
      if (by !== side) continue;
      const before = choices.get(own) ?? [];
      choices.set(own, rating > 0 ? [...before, other] : before);
    }
    return list.map((person) => {
      const nominations = choices.get(person.id);
      return nominations === undefined ? person : { ...person, nominations };
    });
  };
  return parsePool({
    ...people,
    mentees: nominating(people.mentees, "mentee"),
    mentors: nominating(people.mentors, "mentor"),
  });
}

const keyOf = ({ menteeId, mentorId }: PairIds): string => `${menteeId}\n${mentorId}`;

/** Who met whom. @throws InputError where it is no rota */
function metAt(rota: unknown): ReadonlySet<string> {
  const found = guarded("rota", rota, () => read(rotaSchema, rota, [], showKind));
  if (!("value" in found)) throw new InputError("rota", found.issues, found.count);
  const meetings = found.value.rounds.flatMap(({ meetings: own }) => own);
  return new Set(
    meetings.flatMap(({ mentorId, menteeIds }) => menteeIds.map((menteeId) => keyOf({ menteeId, mentorId }))),
  );
}

function readRatings(
  input: unknown,
  met: ReadonlySet<string>,
  people: { readonly menteeIndex: ReadonlyMap<string, number>; readonly mentorIndex: ReadonlyMap<string, number> },
): readonly Rating[] {
  const found = guarded("ratings", input, () => read(ratingsSchema, input, [], showKind));
  if (!("value" in found)) throw new InputError("ratings", found.issues, found.count);
  const wrong = { issues: [], count: 0 };
  const seen = new Set<string>();
  found.value.forEach((rating, at) => {
    const { menteeId, mentorId, by } = rating;
    const unknown = [
      ...(people.menteeIndex.has(menteeId) ? [] : (["menteeId"] as const)),
      ...(people.mentorIndex.has(mentorId) ? [] : (["mentorId"] as const)),
    ];
    for (const field of unknown)
      tell(wrong, "unknown-person", [at, field], () => `the pool has no ${field.slice(0, -2)} ${quote(rating[field])}`);
    if (unknown.length > 0) return;
    if (!met.has(keyOf(rating)))
      tell(wrong, "did-not-meet", [at], () => `expected two who met, got ${quote(menteeId)} and ${quote(mentorId)}`);
    const key = `${by}\n${keyOf(rating)}`;
    if (seen.has(key)) tell(wrong, "duplicate", [at], () => `expected one rating of each by the ${by}, got another`);
    seen.add(key);
  });
  if (wrong.count > 0) throw new InputError("ratings", wrong.issues, wrong.count);
  return found.value;
}
