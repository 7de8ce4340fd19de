/** Ratings after an event, and what is wrong with them. */
import { expect, test } from "vitest";
import { InputError, nominate, planRota, type Rating } from "../../src/index.js";
import { accelerate, accelerateCohort } from "../../src/schemes/index.js";
import { issuesOf } from "../helpers/issues-of.js";

const pool = {
  mentees: [{ id: "ana", seeks: ["grants"], nominations: ["max"] }, { id: "bo" }],
  mentors: [{ id: "max" }, { id: "nia", offers: ["grants"] }, { id: "oz", nominations: ["bo"] }],
};
const policy = { name: "event", prefer: [{ criterion: "shared-areas" }] };
const rota = planRota(pool, policy, { rounds: 3 });
const rate = (menteeId: string, mentorId: string, rating: number, by: Rating["by"] = "mentee"): Rating => {
  return { menteeId, mentorId, by, rating };
};

test("nominate() ranks by rating and then by score, leaves out who got 0, and keeps what others had", () => {
  const ratings = [rate("ana", "max", 3), rate("ana", "oz", 0), rate("ana", "nia", 3), rate("bo", "max", 1, "mentor")];
  const next = nominate(pool, policy, rota, ratings);
  expect(next.mentees.map(({ nominations }) => nominations)).toEqual([["nia", "max"], undefined]);
  expect(next.mentors.map(({ nominations }) => nominations)).toEqual([["bo"], undefined, ["bo"]]);
  expect(nominate(pool, policy, rota, [...ratings].reverse())).toEqual(next);
  expect(nominate(pool, policy, rota, [rate("ana", "oz", 0)]).mentees[0]!.nominations).toEqual([]);
});

test("nominate() breaks ties of rating and score by the policy's lottery, not by id", () => {
  const orders = Array.from({ length: 8 }, (_, seed) => {
    const all = ["max", "oz"].map((mentorId) => rate("bo", mentorId, 2));
    return nominate(pool, { ...policy, lottery: `seed ${seed}` }, rota, all).mentees[1]!.nominations!.join();
  });
  expect(new Set(orders)).toEqual(new Set(["max,oz", "oz,max"]));
});

test("nominate() lists ratings of people who are not there, who did not meet, and that came twice", () => {
  const short = planRota(pool, policy, { rounds: 1 });
  const met = short.rounds[0]!.meetings.map(({ mentorId, menteeIds }) => [menteeIds[0]!, mentorId] as const);
  const apart = ["max", "nia", "oz"].find((mentorId) => !met.some(([i, j]) => i === "bo" && j === mentorId))!;
  const [i, j] = met[0]!;
  const ratings = [rate("eve", "zed", 1), rate("bo", apart, 1), rate(i, j, 1), rate(i, j, 2), rate(i, j, 2, "mentor")];
  expect(issuesOf(() => nominate(pool, policy, short, ratings)).map(({ code, path }) => `${code} ${path}`)).toEqual([
    "unknown-person [0].menteeId",
    "unknown-person [0].mentorId",
    "did-not-meet [1]",
    "duplicate [3]",
  ]);
  for (const wrong of [undefined, [{}], [rate("ana", "max", 101)], [rate("ana", "max", Number.NaN)]])
    expect(() => nominate(pool, policy, rota, wrong as never)).toThrow(InputError);
  expect(() => nominate(pool, policy, {} as never, [])).toThrow("Cannot read the rota");
});

test("nominate() after the event of ACCELERATE gives a pool that the scheme is matched from", () => {
  const cohort = accelerateCohort();
  const event = planRota(cohort, accelerate, { rounds: 4 });
  const ratings = event.rounds.flatMap(({ meetings }, round) =>
    meetings.map(({ mentorId, menteeIds }) => rate(menteeIds[0]!, mentorId, 4 - round)),
  );
  const next = nominate(cohort, accelerate, event, ratings);
  expect(next.mentees.every(({ nominations }) => nominations?.length === 4)).toBe(true);
  expect(next.mentors).toEqual(cohort.mentors);
});
