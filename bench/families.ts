/** Dense instances of shapes that are hard for assignment solvers. */
import { type Instance, places } from "./instance.js";
import { random } from "./random.js";

/** How a family is made: its places as a share of the mentees, and the score of each pair. */
interface Family {
  readonly share: number;
  readonly bind: (mentees: number, mentors: number, next: () => number) => (mentee: number, mentor: number) => number;
}

const FAMILIES = {
  /** all scores alike */
  equal: { share: 0.9, bind: () => () => 5000 },
  /** everybody wants the same five mentors */
  five: {
    share: 0.9,
    bind: (_mentees, _mentors, next) => (_mentee, mentor) => (mentor < 5 ? 9000 : 0) + Math.floor(next() * 1000),
  },
  /** one place for ten mentees */
  scarce: { share: 0.1, bind: (_mentees, _mentors, next) => () => Math.floor(next() * 10_001) },
  /** a number of the mentee times a number of the mentor */
  product: {
    share: 1,
    bind: (mentees, mentors, next) => {
      const a = Float64Array.from({ length: mentees }, next);
      const b = Float64Array.from({ length: mentors }, next);
      return (mentee, mentor) => Math.round(10_000 * a[mentee]! * b[mentor]!);
    },
  },
  /** distances between people who live around eight towns */
  clustered: {
    share: 1,
    bind: (mentees, mentors, next) => {
      const towns = Array.from({ length: 8 }, () => ({ x: next(), y: next() }));
      const home = () => {
        const { x, y } = towns[Math.floor(next() * towns.length)]!;
        return { x: x + 0.05 * next(), y: y + 0.05 * next() };
      };
      const menteeHome = Array.from({ length: mentees }, home);
      const mentorHome = Array.from({ length: mentors }, home);
      return (mentee, mentor) => {
        const dx = menteeHome[mentee]!.x - mentorHome[mentor]!.x;
        const dy = menteeHome[mentee]!.y - mentorHome[mentor]!.y;
        return Math.round(10_000 * (1 - Math.sqrt((dx * dx + dy * dy) / 3)));
      };
    },
  },
  /** scores up to a million */
  million: { share: 0.9, bind: (_mentees, _mentors, next) => () => Math.floor(next() * 1_000_001) },
} as const satisfies { readonly [name: string]: Family };

export type FamilyName = keyof typeof FAMILIES;

export const familyNames = Object.keys(FAMILIES) as FamilyName[];

/** Every mentee with every mentor. */
export function hard(family: FamilyName, mentees: number, mentors: number, seed: number): Instance {
  const next = random(seed);
  const { share, bind }: Family = FAMILIES[family];
  const capacity = places(mentees, mentors, share, next);
  const scoreOf = bind(mentees, mentors, next);
  const start = Int32Array.from({ length: mentees + 1 }, (_, i) => i * mentors);
  const mentor = Int32Array.from({ length: mentees * mentors }, (_, p) => p % mentors);
  const score = mentor.map((j, p) => scoreOf((p - j) / mentors, j));
  return { mentees, mentors, start, mentor, score, capacity };
}
