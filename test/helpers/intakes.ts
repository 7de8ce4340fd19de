/** Rounds of one scheme for the tests of warm starts: people with names that last, while indices do not. */
import type { Assigned, AssignInput, AssignOptions } from "../../src/solver.js";

/** One round: whom each mentee may have at which score, and what each mentor offers. */
export interface Intake {
  readonly mentees: readonly {
    readonly id: number;
    readonly demand: number;
    readonly score: ReadonlyMap<number, number>;
  }[];
  readonly mentors: readonly { readonly id: number; readonly capacity: number; readonly minimum: number }[];
}

export interface IntakeShape {
  readonly mentees: number;
  readonly mentors: number;
  /** share of pairs that are eligible */
  readonly density: number;
  /** scores are below it, some below zero */
  readonly range: number;
  readonly mostDemand: number;
  readonly mostCapacity: number;
  /** share of mentors that ask for a minimum */
  readonly asking: number;
}

export function firstIntake(shape: IntakeShape, next: () => number): Intake {
  const mentors = Array.from({ length: shape.mentors }, (_, id) => newMentor(id, shape, next));
  const mentees = Array.from({ length: shape.mentees }, (_, id) => newMentee(id, mentors, shape, next));
  return { mentees, mentors };
}

/** Some leave, some join, pairs are forbidden or allowed, scores, capacities and minima change: each a little, or not at all. */
export function nextIntake({ mentees, mentors }: Intake, shape: IntakeShape, next: () => number): Intake {
  const rate = () => (next() < 0.4 ? 0 : next() * 0.3);
  const [leave, join, forbid, allow, rescore, resize, close] = [rate(), rate(), rate(), rate(), rate(), rate(), rate()];
  const newId = (people: readonly { readonly id: number }[]) => 1 + Math.max(-1, ...people.map(({ id }) => id));
  const kept = mentors.filter(() => next() >= close);
  const stay = kept.map((mentor) => (next() < resize ? newMentor(mentor.id, shape, next) : mentor));
  const offered = next() < join ? [...stay, newMentor(newId(mentors), shape, next)] : stay;
  const staying = mentees.filter(() => next() >= leave);
  const changed = staying.map((mentee) => {
    const score = new Map<number, number>();
    for (const { id } of offered) {
      const before = mentee.score.get(id);
      if (before === undefined ? next() < allow * shape.density : next() >= forbid)
        score.set(id, before === undefined || next() < rescore ? newScore(shape, next) : before);
    }
    return { ...mentee, score };
  });
  const count = Math.floor(join * shape.mentees);
  const first = newId(mentees);
  const joining = Array.from({ length: count }, (_, x) => newMentee(first + x, offered, shape, next));
  // Whoever joins does not come last: indices move.
  return { mentees: next() < 0.5 ? [...joining, ...changed] : [...changed, ...joining], mentors: offered };
}

/** The intake in columns. */
export function asInput({ mentees, mentors }: Intake): AssignInput {
  const start = [0];
  const mentor: number[] = [];
  const score: number[] = [];
  for (const mentee of mentees) {
    for (const [j, { id }] of mentors.entries()) {
      if (!mentee.score.has(id)) continue;
      mentor.push(j);
      score.push(mentee.score.get(id)!);
    }
    start.push(mentor.length);
  }
  return {
    mentees: mentees.length,
    mentors: mentors.length,
    start,
    mentor,
    score,
    capacity: mentors.map(({ capacity }) => capacity),
    minimum: mentors.map(({ minimum }) => minimum),
    demand: mentees.map(({ demand }) => demand),
  };
}

/** The answer of one intake in the indices of another: −1 and prices 0 for who is new. */
export function carriedOver(found: Assigned, from: Intake, to: Intake): AssignOptions["from"] & object {
  const places = (people: readonly { readonly id: number }[]) => new Map(people.map(({ id }, place) => [id, place]));
  const [menteeBefore, mentorBefore] = [places(from.mentees), places(from.mentors)];
  const mentorNow = places(to.mentors);
  const mentorOf = to.mentees.map(({ id }) => {
    const mentor = found.mentorOf[menteeBefore.get(id) ?? -1] ?? -1;
    return mentor < 0 ? -1 : (mentorNow.get(from.mentors[mentor]!.id) ?? -1);
  });
  const carried = (people: Intake["mentees" | "mentors"], before: Map<number, number>, price: Float64Array) =>
    Float64Array.from(people as readonly { readonly id: number }[], ({ id }) => price[before.get(id) ?? -1] ?? 0);
  const prices = found.prices.map(({ mentee, mentor }) => ({
    mentee: carried(to.mentees, menteeBefore, mentee),
    mentor: carried(to.mentors, mentorBefore, mentor),
  }));
  return { mentorOf, prices };
}

function newMentor(id: number, shape: IntakeShape, next: () => number): Intake["mentors"][number] {
  const capacity = Math.floor(next() * (shape.mostCapacity + 1));
  return { id, capacity, minimum: next() < shape.asking ? Math.min(capacity, 1 + Math.floor(next() * 2)) : 0 };
}

function newMentee(
  id: number,
  mentors: Intake["mentors"],
  shape: IntakeShape,
  next: () => number,
): Intake["mentees"][number] {
  const eligible = mentors.filter(() => next() < shape.density);
  const score = new Map(eligible.map((mentor) => [mentor.id, newScore(shape, next)]));
  return { id, demand: shape.mostDemand === 1 ? 1 : Math.floor(next() * (shape.mostDemand + 1)), score };
}

function newScore({ range }: IntakeShape, next: () => number): number {
  return Math.floor(next() * range) - (next() < 0.1 ? range : 0);
}
