/** The laws of what mentees and mentors may see: nobody else's id or data, and no reason that is nobody's business. */
import { expect, test } from "vitest";
import { explainer, forMentee, forMentor, match, type Policy, type Pool } from "../../src/index.js";
import { explanationText } from "../../src/report/index.js";
import { solvedCase } from "../helpers/asked-pools.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";

/** Words in a rule's or criterion's JSON that make it sensitive, written down once more. */
const TELLING =
  /line|conflict|appraiser|supervisor|nominat|previously|attributes\.gender|avoid|"attributes"|"attribute":"conflicts"/;

/** Entries that hold a function have no JSON: of those of the cases, one reads appraisers. */
const isTelling = ({ json, name }: Policy["must"][number] | Policy["prefer"][number]): boolean =>
  json === null ? name === "no-appraisers" : TELLING.test(JSON.stringify({ ...json, id: undefined }));

/** All texts in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Ids and facts of somebody, as they could be told. */
const factsOf = (pool: Pool): string[] =>
  [...pool.mentees, ...pool.mentors].flatMap(({ id: _, ...facts }) => textsIn(facts));

/** Words that these versions use anyway. */
const OWN_WORDS = new Set(["mentee", "mentor", "law"]);

test("forMentee() and forMentor() hold nobody else's id or fact and no sensitive reason, and so does their text", () => {
  let told = 0;
  let hidden = 0;
  const wrong = faults(runs(250, 4), (seed) => {
    const wide = solvedCase(seed);
    if (wide === undefined) return undefined;
    const { pool, policy, result } = wide;
    const why = explainer(pool, policy, result);
    const rules = [...policy.must, ...policy.prefer, ...policy.participation.mentees, ...policy.participation.mentors];
    const known = new Set([...rules.map(({ id }) => id), ...result.levels.map(({ name }) => name)]);
    // Ids are unique in a list only.
    const telling = [...policy.must, ...policy.prefer].filter(isTelling);
    const open = new Set(rules.filter((rule) => !telling.includes(rule as never)).map(({ id }) => id));
    const secret = new Set([
      ...telling.map(({ id }) => id).filter((id) => !open.has(id)),
      "forbid",
      "avoid",
      "ended-pair",
    ]);
    const ids = [...pool.mentees, ...pool.mentors].map(({ id }) => id);
    const facts = factsOf(pool);
    const check = (version: object | undefined, own: string, sees: string): string | undefined => {
      if (version === undefined) return undefined;
      told++;
      const texts = textsIn(version);
      if (texts.includes("other")) hidden++;
      for (const text of texts) {
        if (text !== own && ids.includes(text) && !known.has(text)) return `${sees} sees the id ${text}`;
        if (secret.has(text)) return `${sees} sees ${text}`;
        if (text !== own && facts.includes(text) && !known.has(text) && !OWN_WORDS.has(text))
          return `${sees} sees ${text}`;
      }
      const words = explanationText(version as never).split(/[\s,.:;]+/);
      const leak = words.find(
        (word) => secret.has(word) || (ids.includes(word) && !known.has(word) && !/^\d+$/.test(word)),
      );
      return leak === undefined ? undefined : `${sees} reads ${leak}`;
    };
    for (const { id: mentee } of pool.mentees) {
      const fault = check(forMentee(why({ mentee })), mentee, `mentee ${mentee}`);
      if (fault !== undefined) return fault;
      for (const { id: mentor } of pool.mentors.slice(0, 3)) {
        const pair = why({ mentee, mentor });
        const wrong =
          check(forMentee(pair), mentee, `mentee ${mentee}`) ?? check(forMentor(pair), mentor, `mentor ${mentor}`);
        if (wrong !== undefined) return wrong;
      }
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(told).toBeGreaterThan(0);
  expect(hidden).toBeGreaterThan(0);
});

test("forMentee() is the same whoever barred a pair and for what sensitive reason", () => {
  const policy = {
    name: "law",
    must: [{ rule: "no-conflict" }, { rule: "not-supervisor" }, { rule: "not-appraiser" }],
  };
  const bars = [
    { forbids: [{ menteeId: "bo", mentorId: "max" }] },
    { mentees: [{ id: "bo", avoid: ["max"] }] },
    { mentors: [{ id: "max", avoid: ["bo"] }] },
    { mentees: [{ id: "bo", conflicts: ["max"] }] },
    { mentees: [{ id: "bo", supervisors: ["max"] }] },
    { mentees: [{ id: "bo", appraisers: ["max"] }] },
    { pairs: [{ menteeId: "bo", mentorId: "max", status: "declined" as const }] },
  ];
  const seen = bars.map((bar) => {
    const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "max" }], ...bar };
    const result = match(pool, policy);
    const why = explainer(pool, policy, result);
    const pair = why({ mentee: "bo", mentor: "max" });
    return JSON.stringify([forMentee(why({ mentee: "bo" })), forMentee(pair), forMentor(pair)]);
  });
  expect([...new Set(seen)]).toHaveLength(1);
  expect(seen[0]).toContain('"other"');
});
