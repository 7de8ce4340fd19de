/** The laws of starting from an earlier answer: it saves time, and changes nothing that matters. */
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { type Assigned, type AssignInput, type AssignOptions, assign } from "../../src/solver.js";
import { assignFault } from "../helpers/assign-fault.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { asInput, carriedOver, firstIntake, type Intake, type IntakeShape, nextIntake } from "../helpers/intakes.js";
import { random } from "../helpers/problems.js";

type Levels = AssignOptions["levels"] & object;
type Options = AssignOptions & { readonly levels: Levels };
type From = AssignOptions["from"] & object;

const LEVELS: readonly Levels[] = [
  ["coverage", "score"],
  ["coverage", "score"],
  ["coverage", "score"],
  ["score"],
  ["score", "coverage"],
  ["coverage"],
];

/** Any levels; every fifth time with the lottery behind. */
function optionsOf(seed: number, next: () => number): Options {
  const levels = LEVELS[Math.floor(next() * LEVELS.length)]!;
  return seed % 5 === 0 ? { levels, seed } : { levels };
}

/** Up to 25 × 15, scarce or plentiful; every fourth with demands up to 3, every third with minima. */
function shapeOf(seed: number, next: () => number): IntakeShape {
  return {
    mentees: 1 + Math.floor(next() * 25),
    mentors: 1 + Math.floor(next() * 15),
    density: [0.15, 0.4, 1][seed % 3]!,
    range: [1, 5, 60, 1_000_000][Math.floor(next() * 4)]!,
    mostDemand: seed % 4 === 0 ? 3 : 1,
    mostCapacity: 1 + Math.floor(next() * 4),
    asking: next() < 1 / 3 ? 0.3 : 0,
  };
}

/** What is wrong with an answer from an earlier one, given the answer from nothing. */
function faultFrom(input: AssignInput, options: Options, warm: Assigned): string | undefined {
  const cold = assign(input, options);
  const [value, best] = [warm.proof.value.join(), cold.proof.value.join()];
  return (
    assignFault(input, options.levels, cold) ??
    assignFault(input, options.levels, warm) ??
    (warm.stop === cold.stop && value === best ? undefined : `${warm.stop} ${value}, from nothing ${cold.stop} ${best}`)
  );
}

test("assign() from an earlier answer is as good as from nothing when people leave, join or are parted", () => {
  let infeasible = 0;
  const wrong = faults(runs(300), (seed) => {
    const next = random(seed);
    const options = optionsOf(seed, next);
    const shape = shapeOf(seed, next);
    let intake: Intake = firstIntake(shape, next);
    let found = assign(asInput(intake), options);
    for (let round = 0; round < 4; round++) {
      const after = nextIntake(intake, shape, next);
      const from = carriedOver(found, intake, after);
      const input = asInput(after);
      found = assign(input, { ...options, from });
      intake = after;
      if (found.stop === "infeasible") infeasible++;
      const fault = faultFrom(input, options, found);
      if (fault !== undefined) return `round ${round}, ${options.levels.join()}: ${fault}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(infeasible / (4 * runs(300))).toBeGreaterThan(0.02);
});

/** Numbers that no price should be, among some that may be. */
const ODD = [0, -1, 1, 0.5, -0, Number.NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 60), 1e300, 4_294_967_295];

/** A hint that means nothing, by kind: noise of a sensible size, a few odd numbers among it, wrong lengths, everybody with one mentor. */
function nonsense({ mentees, mentors }: AssignInput, range: number, kind: number, next: () => number): From {
  const below = (n: number) => Math.floor(next() * n);
  const length = (size: number) => (kind === 4 ? Math.max(0, size + below(5) - 2) : size);
  const price = (size: number, most: number) =>
    Float64Array.from({ length: length(size) }, () =>
      kind % 2 === 1 && next() < 0.05 ? ODD[below(ODD.length)]! : below(2 * most + 1) - most,
    );
  const everybodyAt = below(mentors);
  const mentorOf = Array.from({ length: mentees }, () => {
    if (kind === 2 || kind === 3) return everybodyAt;
    return kind === 5 ? ODD[below(ODD.length)]! : below(mentors + 4) - 2;
  });
  const prices = [1, range, 2 ** 32, 2 ** 32]
    .slice(0, next() < 0.8 ? 2 : below(5))
    .map((most) => ({ mentee: price(mentees, most), mentor: price(mentors, most) }));
  return { mentorOf, prices };
}

test("assign() is right whatever the earlier answer says", () => {
  const wrong = faults(runs(600), (seed) => {
    const next = random(seed ^ 0x2545f491);
    const options = optionsOf(seed, next);
    const shape = shapeOf(seed, next);
    const input = asInput(firstIntake(shape, next));
    const from = nonsense(input, shape.range, seed % 6, next);
    const kept = structuredClone(from);
    const found = assign(input, { ...options, from });
    if (!isDeepStrictEqual(from, kept)) return "the earlier answer was written on";
    const fault = faultFrom(input, options, found);
    return fault === undefined ? undefined : `kind ${seed % 6}, ${options.levels.join()}: ${fault}`;
  });
  expect(wrong).toEqual([]);
});

test("assign() from prices or matches that are right but for one person is as good as from nothing", () => {
  const wrong = faults(runs(300), (seed) => {
    const next = random(seed ^ 0x71d67fff);
    const options: Options = { levels: ["coverage", "score"] };
    const shape = { ...shapeOf(1 + 4 * seed, next), asking: 0 };
    const input = asInput(firstIntake(shape, next));
    const found = assign(input, options);
    const mentorOf = Int32Array.from(found.mentorOf);
    const prices = structuredClone(found.prices);
    const spoil = (values: Float64Array, by: number) => {
      values[Math.floor(next() * values.length)]! += by;
    };
    const size = Math.ceil(shape.range / 2);
    if (seed % 3 === 0) mentorOf[Math.floor(next() * mentorOf.length)] = Math.floor(next() * input.mentors);
    else if (seed % 3 === 1) spoil(prices[1]!.mentor, next() < 0.5 ? size : -size);
    else spoil(prices[1]!.mentee, next() < 0.5 ? size : -size);
    return faultFrom(input, options, assign(input, { ...options, from: { mentorOf, prices } }));
  });
  expect(wrong).toEqual([]);
});
