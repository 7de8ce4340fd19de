/** The rota of an event: who is not there and why, and what is wrong with its options. */
import { expect, test } from "vitest";
import { InputError, planRota } from "../../src/index.js";
import { edgeColouring } from "../../src/lifecycle/rota/edge-colouring.js";
import { issuesOf } from "../helpers/issues-of.js";

const policy = {
  name: "event",
  participation: { mentees: [{ rule: "opted-in" }] },
  must: [{ rule: "different-department" }],
};
const here = { optedIn: true };

test("planRota() says of everybody who meets nobody why, and who kept whom away", () => {
  const pool = {
    mentees: [
      { id: "ana", department: "Art", ...here },
      { id: "bo", department: "Sea", ...here },
      { id: "cem", department: "Art", ...here },
      { id: "di", department: "Art" },
      { id: "eve", department: "Art", demand: 1, ...here },
    ],
    mentors: [
      { id: "max", department: "Sea" },
      { id: "nia", department: "Sea", capacity: 1 },
    ],
    pairs: [{ menteeId: "eve", mentorId: "nia", status: "agreed" as const }],
    forbids: [{ menteeId: "bo", mentorId: "max" }],
  };
  const refusedBy = [
    { id: "forbid", people: 1 },
    { id: "different-department", people: 1 },
  ];
  expect(planRota(pool, policy, { rounds: 1 }).meetNobody).toEqual([
    { id: "bo", role: "mentee", why: "nobody-eligible", refusedBy },
    { id: "cem", role: "mentee", why: "no-room" },
    { id: "di", role: "mentee", why: "not-taking-part", turnedAwayBy: ["opted-in"] },
    { id: "eve", role: "mentee", why: "no-place" },
    { id: "nia", role: "mentor", why: "no-place" },
  ]);
});

test("planRota() has people meet who are not a pair yet, even where their pair may move", () => {
  const pool = {
    mentees: [{ id: "ana", department: "Art", ...here }],
    mentors: [
      { id: "max", department: "Sea", capacity: 2 },
      { id: "nia", department: "Sea" },
    ],
    pairs: [{ menteeId: "ana", mentorId: "max", status: "proposed" as const }],
  };
  const movable = { ...policy, standing: { pairs: "movable" as const } };
  const { rounds, meetNobody } = planRota(pool, movable, { rounds: 3 });
  expect(rounds).toEqual([{ score: 0, meetings: [{ table: 1, mentorId: "nia", menteeIds: ["ana"], score: 0 }] }]);
  expect(meetNobody).toEqual([
    { id: "max", role: "mentor", why: "nobody-eligible", refusedBy: [{ id: "standing", people: 1 }] },
  ]);
});

test("planRota() of nobody has no rounds", () => {
  expect(planRota({ mentees: [], mentors: [] }, policy, { rounds: 3, tables: 2, groupSize: 4 })).toEqual({
    status: "proved",
    rounds: [],
    leastRounds: 0,
    isLeast: true,
    meetNobody: [],
  });
});

test("planRota() lists everything that is wrong with its options", () => {
  const pool = { mentees: [], mentors: [] };
  const wrong = { rounds: 0, tables: 1.5, groupSize: 51, table: 3 };
  const issues = issuesOf(() => planRota(pool, policy, wrong as never));
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "unknown-field table",
    "invalid rounds",
    "invalid tables",
    "invalid groupSize",
  ]);
  for (const none of [undefined, null, [], 3]) expect(() => planRota(pool, policy, none as never)).toThrow(InputError);
  expect(() => planRota(pool, policy, {} as never)).toThrow("expected an integer from 1 to 50, got nothing");
});

test("edgeColouring() colours Petersen's graph, which cannot be done in as many colours as its degree, in one more", () => {
  const five = [0, 1, 2, 3, 4];
  const edges = five.flatMap((x) => [
    [x, (x + 1) % 5],
    [x, x + 5],
    [x + 5, ((x + 2) % 5) + 5],
  ]);
  const graph = { nodes: 10, from: Int32Array.from(edges, ([u]) => u!), to: Int32Array.from(edges, ([, v]) => v!) };
  expect(new Set(edgeColouring(graph, 3)).size).toBe(4);
});
