/** The laws of the lottery: equal chances for people who are alike, whoever else is there and wherever they stand. */
import { expect, test } from "vitest";
import { match } from "../../src/index.js";
import { drawsOf } from "../../src/matching/levels/lottery.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";

type Pool = Parameters<typeof match>[0];

const SEEDS = 2000;

/** How often each mentee is matched over the seeds 0 … 1999. */
function wins(pool: Pool, objective: unknown): Map<string, number> {
  const count = new Map(pool.mentees.map(({ id }) => [id, 0]));
  for (let lottery = 0; lottery < SEEDS; lottery++) {
    const policy = { name: "draw", lottery, objective };
    for (const { menteeId } of match(pool, policy as never).matches) count.set(menteeId, count.get(menteeId)! + 1);
  }
  return count;
}

/** Those whose wins are more than five standard deviations from a chance of `share`. */
const unlucky = (count: Map<string, number>, share: number): string[] =>
  [...count]
    .filter(([, won]) => Math.abs(won - SEEDS * share) > 5 * Math.sqrt(SEEDS * share * (1 - share)))
    .map(([id, won]) => `${id} won ${won}`);

test("match() gives people who are alike equal chances over the seeds", { timeout: 300_000 }, () => {
  // Ids that look alike, that differ in length, and that no other alphabet has.
  const ids = ["e1", "e2", "e3", "a-much-longer-id", "ß", "E1", "李"];
  const pool = { mentees: ids.map((id) => ({ id })), mentors: [{ id: "r1", capacity: 2 }, { id: "r2" }] };
  for (const objective of [["coverage", "score"], ["coverage", "access", "score"], { stable: "mentees" }]) {
    expect(unlucky(wins(pool, objective), 3 / 7)).toEqual([]);
  }
});

test("match() gives somebody with more eligible mentors no better chance than others who are alike", {
  timeout: 300_000,
}, () => {
  const pool = {
    mentees: [{ id: "both" }, { id: "left" }, { id: "right" }],
    mentors: [{ id: "r1" }, { id: "r2" }],
    forbids: [
      { menteeId: "left", mentorId: "r2" },
      { menteeId: "right", mentorId: "r1" },
    ],
  };
  for (const objective of [
    ["coverage", "score"],
    ["coverage", "access", "score"],
  ]) {
    expect(unlucky(wins(pool, objective), 2 / 3)).toEqual([]);
  }
});

test("match() draws the same whatever the order of rows and whoever else is in the pool", () => {
  const wrong = faults(runs(300), (seed) => {
    const next = random(seed);
    const people = (role: string, count: number) => Array.from({ length: count }, (_, at) => ({ id: `${role}${at}` }));
    const [mentees, mentors] = [people("e", 3 + Math.floor(next() * 4)), people("r", 1 + Math.floor(next() * 3))];
    const policy = { name: `seed ${seed}`, must: [{ rule: "same-attribute", attribute: "house" }] };
    const live = <P extends object>(list: readonly P[], house: string) =>
      list.map((person) => ({ ...person, attributes: { house } }));
    const made = (pool: Pool): string =>
      match(pool, policy)
        .matches.filter(({ menteeId }) => mentees.some(({ id }) => id === menteeId))
        .map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)
        .join();
    const alone = made({ mentees: live(mentees, "ours"), mentors: live(mentors, "ours") });
    // Neighbours whose ids stand before, between and behind.
    const others = (role: string) =>
      live(["A", "Z"].flatMap((letter) => people(`${letter}${role}`, 4)).concat(people(`${role}0x`, 2)), "theirs");
    const shuffled = <P>(list: readonly P[]): P[] =>
      list
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
    const among = made({
      mentees: shuffled([...live(mentees, "ours"), ...others("e")]),
      mentors: shuffled([...live(mentors, "ours"), ...others("r")]),
    });
    return alone === among ? undefined : `${alone} alone, ${among} among others`;
  });
  expect(wrong).toEqual([]);
});

test("drawsOf() gives everybody the same ticket and every pair the same draw in a crowd of any size", () => {
  const ids = (role: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${role}${at}`);
  const few = drawsOf("seed", ids("e", 5), ids("r", 5));
  const many = drawsOf("seed", ids("e", 5000).reverse(), ids("r", 3000).reverse());
  for (let mentee = 0; mentee < 5; mentee++) {
    expect(many.ticket[4999 - mentee]).toBe(few.ticket[mentee]);
    for (let mentor = 0; mentor < 5; mentor++)
      expect(many.draw(4999 - mentee, 2999 - mentor)).toBe(few.draw(mentee, mentor));
  }
  expect(new Set(many.ticket).size).toBeGreaterThan(4990);
});
