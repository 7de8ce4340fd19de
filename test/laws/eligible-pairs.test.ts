/** The public `eligiblePairs` and the reasons of `match`, against a loop that asks every rule's plain form about every pair. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { eligiblePairs } from "../../src/matching/eligible.js";
import { match } from "../../src/matching/match.js";
import type { PolicyInput } from "../../src/policy/policy.js";
import type { OnUnknown, RuleContext } from "../../src/rules/rule.js";
import type { Mentee, Mentor, PairStatus, Person, Pool, Unmatched } from "../../src/types.js";
import { anyRule } from "../helpers/any-rule.js";
import { runs } from "../helpers/counts.js";
import { naiveVerdict, type RuleJson } from "../helpers/naive-rules.js";
import { contexts, LADDER } from "../helpers/people.js";

const AS_OF = "2026-10-01";
const LIVE: readonly PairStatus[] = ["proposed", "accepted", "met", "agreed"];

interface Given {
  readonly pool: Pool;
  readonly policy: PolicyInput;
  readonly rules: readonly (RuleJson & { readonly id: string; readonly onUnknown?: OnUnknown })[];
  readonly context: RuleContext;
}

const share = fc.nat(99);

/** Pools that the door lets in, of people with gaps of every sort, under rules of every sort. */
const given: fc.Arbitrary<Given> = fc
  .record({
    context: contexts,
    must: fc.array(fc.tuple(anyRule, fc.constantFrom(undefined, "refuse", "confirm", "allow")), { maxLength: 3 }),
    words: fc.array(fc.tuple(share, fc.constantFrom("forbid", "override", "avoid"), share), { maxLength: 6 }),
    places: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 5, maxLength: 5 }),
  })
  .map(({ context, must, words, places }) => {
    const rules = must.map(([rule, onUnknown], at) => ({
      ...rule,
      id: `rule ${at}`,
      ...(onUnknown === undefined ? {} : { onUnknown: onUnknown as OnUnknown }),
    }));
    const { mentees, mentors } = peopleOf(context);
    const pairOf = (number: number) => ({
      menteeId: mentees[number % mentees.length]!.id,
      mentorId: mentors[number % mentors.length]!.id,
    });
    const said = (word: string) => words.filter(([, is]) => is === word).map(([number, , rule]) => ({ number, rule }));
    const avoidedBy = (id: string): string[] =>
      said("avoid").flatMap(({ number }) => (pairOf(number).menteeId === id ? [pairOf(number).mentorId] : []));
    const overrides = said("override").map(({ number, rule }) => ({
      ...pairOf(number),
      rule: rules[rule % Math.max(1, rules.length)]?.id ?? "minimumScore",
      reason: "tested",
    }));
    const pairs = (context.pairs ?? []).filter(
      ({ menteeId, mentorId, status }, at, all) =>
        !LIVE.includes(status) ||
        (menteeId !== mentorId &&
          mentees.some(({ id }) => id === menteeId) &&
          mentors.some(({ id }) => id === mentorId) &&
          all.findIndex(
            (pair) => pair.menteeId === menteeId && pair.mentorId === mentorId && pair.status === status,
          ) === at),
    );
    const inOrder = ({ from = "", until = "9" }: { from?: string | undefined; until?: string | undefined }) =>
      from <= until;
    const relations = (context.relations ?? []).filter(inOrder);
    const pool = {
      asOf: AS_OF,
      mentees: mentees.map((mentee, at) => ({ ...mentee, demand: places[at]![0], avoid: avoidedBy(mentee.id) })),
      mentors: mentors.map((mentor, at) => ({ ...mentor, capacity: places[at]![1] })),
      reportingLines: context.reportingLines,
      pairs,
      relations,
      forbids: said("forbid").map(({ number }) => pairOf(number)),
      overrides: overrides.filter((one, at) => overrides.findIndex((other) => same(one, other)) === at),
    } as unknown as Pool;
    const policy = { name: "law", ladder: LADDER, must: rules } as unknown as PolicyInput;
    const asked = { ...context, mentees, mentors, pairs, relations, asOf: AS_OF, ladder: LADDER };
    return { pool, policy, rules, context: asked };
  });

const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whoever has two roles has the same facts in both; nobody nominates whom they cannot have, or is away. */
function peopleOf({ mentees, mentors }: RuleContext): { mentees: readonly Mentee[]; mentors: readonly Mentor[] } {
  const present = <P extends Mentee | Mentor>(person: P, others: readonly Person[]): P => ({
    ...without(person, ["hold", "away", "withdrawn", "avoid", "matters", "minimum", "nominations"]),
    ...(person.nominations && {
      nominations: person.nominations.filter((id) => others.some((other) => other.id === id)),
    }),
  });
  const asBoth = mentors.map((mentor): Mentor => {
    const mentee = mentees.find(({ id }) => id === mentor.id);
    if (mentee === undefined) return mentor;
    const facts = without(mentee, ["seeks", "demand", "maxDistanceKm", "gapPreference", "nominations"]);
    return { ...facts, ...(mentor.nominations && { nominations: mentor.nominations }) };
  });
  return {
    mentees: mentees.map((mentee) => present(mentee, mentors)),
    mentors: asBoth.map((mentor) => present(mentor, mentees)),
  };
}

const without = <P extends Person>(person: P, fields: readonly string[]): P =>
  Object.fromEntries(Object.entries(person).filter(([field]) => !fields.includes(field))) as unknown as P;

/** Everything that refuses a pair, by a loop. */
function refusals({ pool, rules, context }: Given, mentee: Mentee, mentor: Mentor): string[] {
  const isThis = (pair: { readonly menteeId: string; readonly mentorId: string }): boolean =>
    pair.menteeId === mentee.id && pair.mentorId === mentor.id;
  const { forbids, overrides, pairs } = pool;
  const refused: string[] = [];
  if (mentee.id === mentor.id) refused.push("self");
  if (forbids.some(isThis)) refused.push("forbid");
  if (pool.mentees.find(({ id }) => id === mentee.id)!.avoid?.includes(mentor.id)) refused.push("avoid");
  const isOver = (status: PairStatus): boolean => status === "declined" || status === "dissolved";
  if (pairs.some((pair) => isThis(pair) && isOver(pair.status) && pair.reopened !== true)) refused.push("ended-pair");
  for (const rule of rules) {
    if (overrides.some((one) => isThis(one) && one.rule === rule.id)) continue;
    const verdict = naiveVerdict(rule, mentee, mentor, { ...context, closedWorld: rule.onUnknown === undefined });
    const isUnknownFine = rule.onUnknown === "allow" || rule.onUnknown === "confirm";
    if (verdict === 0 || (verdict === 1 && !isUnknownFine)) refused.push(rule.id);
  }
  return refused;
}

const byId = <P extends Person>(people: readonly P[]): P[] => [...people].sort((a, b) => (a.id < b.id ? -1 : 1));

const standingOf = ({ pairs }: Pool): Set<string> =>
  new Set(
    pairs.filter(({ status }) => LIVE.includes(status)).map(({ menteeId, mentorId }) => `${menteeId}\n${mentorId}`),
  );

test("eligiblePairs() equals a loop over the plain form of every rule for every pair", () => {
  const met = { pairs: 0, refused: 0, taken: 0, set: 0 };
  fc.assert(
    fc.property(given, (one) => {
      const { pool, context } = one;
      const standing = [...standingOf(pool)].map((key) => key.split("\n") as [string, string]);
      const left = (places: number, id: string, at: 0 | 1): number =>
        places - standing.filter((pair) => pair[at] === id).length;
      const expected = byId(context.mentees).flatMap((mentee) =>
        byId(context.mentors).flatMap((mentor) => {
          const demand = pool.mentees.find(({ id }) => id === mentee.id)!.demand!;
          const capacity = pool.mentors.find(({ id }) => id === mentor.id)!.capacity!;
          const hasPlaces = left(demand, mentee.id, 0) > 0 && left(capacity, mentor.id, 1) > 0;
          const isTaken = standing.some((pair) => pair[0] === mentee.id && pair[1] === mentor.id);
          const refused = refusals(one, mentee, mentor);
          if (!hasPlaces || isTaken) met.taken++;
          if (refused.length > 0) met.refused++;
          return hasPlaces && !isTaken && refused.length === 0 ? [`${mentee.id} ${mentor.id}`] : [];
        }),
      );
      met.pairs += expected.length;
      met.set += pool.overrides.length;
      expect(eligiblePairs(pool, one.policy).map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`)).toEqual(
        expected,
      );
    }),
    { numRuns: runs(300), seed: 11 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(10);
});

test("match() gives the unmatched the reasons that a loop over the plain form of every rule counts", () => {
  const met = { sole: 0, several: 0, eligible: 0 };
  fc.assert(
    fc.property(given, (one) => {
      const { context } = one;
      const order = ["self", "forbid", "avoid", "ended-pair", ...one.rules.map(({ id }) => id)];
      for (const actual of match(one.pool, one.policy).unmatched) {
        const mentee = context.mentees.find(({ id }) => id === actual.menteeId)!;
        const refused = context.mentors.map((mentor) => refusals(one, mentee, mentor));
        const expected: Omit<Unmatched, "full"> = {
          menteeId: mentee.id,
          refusedBy: order
            .map((id) => ({
              id,
              mentors: refused.filter((ids) => ids.includes(id)).length,
              soleMentors: refused.filter((ids) => ids.length === 1 && ids[0] === id).length,
            }))
            .filter(({ mentors }) => mentors > 0),
          eligible: refused.filter((ids) => ids.length === 0).length,
        };
        met.sole += refused.filter((ids) => ids.length === 1).length;
        met.several += refused.filter((ids) => ids.length > 1).length;
        met.eligible += expected.eligible;
        expect(actual).toEqual({ ...expected, full: expected.eligible });
      }
    }),
    { numRuns: runs(200), seed: 12 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(10);
});
