/** What the determinism gate runs: real cases and made-up cohorts, in whose ids and texts a locale would show. */
import { syntheticCohort } from "../../src/cohort.js";
import type { PolicyInput, PoolInput } from "../../src/index.js";
import type { AssignInput } from "../../src/solver.js";
import type { Case } from "../helpers/cases.js";

export interface Input {
  readonly pool: PoolInput;
  readonly policy: PolicyInput;
}

/** Ten cohorts of 16 to 52 mentees; every other one has standing pairs, nominations, days and words on pairs. */
export const cohorts = (): readonly Input[] =>
  Array.from({ length: 10 }, (_, index) => {
    const mentees = 16 + 4 * index;
    const shape = { departments: 4 + index, placesPercent: [60, 90, 150][index % 3]! };
    const { pool, policy } = syntheticCohort({ mentees, mentors: Math.ceil(mentees * 0.6), seed: index, shape });
    const objective = index % 4 === 3 ? ["score"] : ["coverage", "score"];
    const input = {
      pool: index % 2 === 0 ? pool : lived(pool),
      policy: { ...policy, objective, lottery: `seed ${index}` },
    };
    return JSON.parse(JSON.stringify(input), foreign) as Input;
  });

/** The pool of a scheme that has run for a while. */
function lived(pool: PoolInput): PoolInput {
  const mentors = pool.mentors.map(({ id }) => id);
  const at = (index: number) => mentors[index % mentors.length]!;
  const pair = (index: number) => ({ menteeId: pool.mentees[index]!.id, mentorId: at(index * 3) });
  const mentees = pool.mentees.map((mentee, index) => ({
    ...mentee,
    ...(index % 3 === 0 ? { nominations: [at(index), at(index + 7)] } : {}),
    ...(index % 5 === 1 ? { avoid: [at(index + 1)] } : {}),
    ...(index % 7 === 2 ? { demand: 2 } : {}),
    ...(index % 6 === 4 ? { waitingSince: `2025-0${1 + (index % 9)}-28` } : {}),
    ...(index === 8 ? { hold: { from: "2026-03-29", until: "2026-10-25" } } : {}),
    ...(index === 9 ? { withdrawn: "2026-03-29" } : {}),
  }));
  return {
    ...pool,
    asOf: "2026-03-29",
    mentees,
    pairs: [
      { ...pair(1), status: "met", since: "2026-01-31" },
      { ...pair(2), status: "dissolved", since: "2025-10-26", until: "2026-03-28" },
    ],
    locks: [pair(3)],
    forbids: [pair(4), pair(5)],
    overrides: [{ ...pair(6), rule: "different-department", reason: "the only specialist" }],
  };
}

/** Letters that stand elsewhere in some alphabets, or change case in their own way. */
const LETTERS = ["a", "ä", "z", "Z", "å", "ö", "I", "ı", "i", "İ", "é", "o"];

/** Puts one of them before each id and each text that is compared, in the same way wherever it stands. */
function foreign(_key: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  const number = /^(?:mentee|mentor|both|manager|director)-(\d+)$|^(?:area|interest|Department) (\d+)$/.exec(value);
  return number === null ? value : `${LETTERS[Number(number[1] ?? number[2]) % LETTERS.length]}${value}`;
}

/** A case as a pool and a policy: scores as affinities computed elsewhere, and a pair without one is not made. */
export function asInput({ mentees, mentors, capacities, edges }: Case): Input {
  const scores: [string, string, number][] = [];
  for (let k = 0; k < edges.length; k += 3) scores.push([`e${edges[k]}`, `r${edges[k + 1]}`, edges[k + 2]!]);
  return {
    pool: {
      mentees: Array.from({ length: mentees }, (_, i) => ({ id: `e${i}` })),
      mentors: Array.from({ length: mentors }, (_, j) => ({ id: `r${j}`, capacity: capacities[j]! })),
    },
    policy: { name: "case", prefer: [{ criterion: "pair-scores", scores }], minimumScore: 1 },
  };
}

/** The case's pairs in compressed rows. */
export function asColumns({ mentees, mentors, capacities, edges }: Case): AssignInput {
  const rows: [number, number][][] = Array.from({ length: mentees }, () => []);
  for (let k = 0; k < edges.length; k += 3) rows[edges[k]!]!.push([edges[k + 1]!, edges[k + 2]!]);
  const start = [0];
  for (const row of rows) start.push(start.at(-1)! + row.sort(([a], [b]) => a - b).length);
  const pairs = rows.flat();
  const score = pairs.map(([, value]) => value);
  return { mentees, mentors, start, mentor: pairs.map(([j]) => j), score, capacity: capacities };
}

/** The input with its rows, and the fields of each row, in another order; shuffle 0 leaves them as they are. */
export function shuffled({ pool, policy }: Input, shuffle: number): Input {
  if (shuffle === 0) return { pool, policy };
  const draw = draws(shuffle);
  const lists = Object.entries(pool).map(([name, rows]) => [
    name,
    Array.isArray(rows) ? inDisorder(rows, draw).map((row) => disordered(row as object, draw)) : rows,
  ]);
  const prefer = policy.prefer?.map((entry) =>
    "scores" in entry ? { ...entry, scores: inDisorder(entry.scores as readonly unknown[], draw) } : entry,
  );
  return {
    pool: disordered(Object.fromEntries(lists) as object, draw) as PoolInput,
    policy: disordered({ ...policy, ...(prefer === undefined ? {} : { prefer }) }, draw),
  };
}

type Draw = (below: number) => number;

function disordered<T extends object>(record: T, draw: Draw): T {
  return Object.fromEntries(inDisorder(Object.entries(record), draw)) as T;
}

/** Fisher and Yates. */
function inDisorder<T>(list: readonly T[], draw: Draw): T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    [copy[last], copy[other]] = [copy[other]!, copy[last]!];
  }
  return copy;
}

/** Mulberry32 (Tommy Ettinger, 2017). */
function draws(seed: number): Draw {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 0x100000000) * below);
  };
}
