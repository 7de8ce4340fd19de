/** Solving again after 150 changes: from nothing, and from the earlier answer. */
import { type AssignOptions, assign } from "../../src/solver.js";
import { changed, FORBIDDEN, JOINING, LEAVING } from "../changes.js";
import { timed } from "../clock.js";
import { familyInstance, makeInstance } from "../instances.js";
import { ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { provedAnswer } from "../proof.js";
import { duration, table } from "../table.js";

const QUICK = ["3000 × 1500, balanced", "30 000 × 12 000, top 30", "30 000 × 12 000, top 30, balanced"];
const LARGE = [
  "3000 × 1500",
  familyInstance("product", "3000 × 1500"),
  "100 000 × 40 000, top 30",
  "100 000 × 40 000, top 30, balanced",
];
const TRIES = 3;

export interface Warm {
  readonly instance: string;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly timesFaster: number;
}

export const warm: Part<Warm> = ({ isQuick }) => {
  const rows = (isQuick ? QUICK : [...QUICK, ...LARGE]).map((name) => ownRow<Warm>("warm", name));
  const lines = rows.map((row) => [
    row.instance,
    duration(row.coldMs),
    duration(row.warmMs),
    row.timesFaster.toFixed(1),
  ]);
  const text = [
    `\`assign(input, { from })\` with the earlier answer as the hint, after ${LEAVING} mentees left, ${JOINING} joined and
${FORBIDDEN} pairs of that answer were forbidden; both in compiled code, the least of ${TRIES}. Checking the input and proving the
answer take part in both.`,
    table(["instance", "cold", "warm", "times faster"], lines),
  ].join("\n\n");
  return { title: "Warm start", text, rows };
};

export function measureWarm(name: string): Warm {
  const { before, after, carry } = changed(makeInstance(name), (instance) => provedAnswer(instance, assign(instance)));
  const first = assign(before);
  const from = {
    mentorOf: Int32Array.from(carry(first.mentorOf, -1)),
    prices: first.prices.map(({ mentee, mentor }) => ({ mentee: Float64Array.from(carry(mentee, 0)), mentor })),
  };
  const least = (options: AssignOptions) => {
    const times = Array.from({ length: TRIES }, () => {
      const { cpuMs, result } = timed(() => assign(after, options));
      provedAnswer(after, result);
      return cpuMs;
    });
    return Math.min(...times);
  };
  const warmMs = least({ from });
  const coldMs = least({});
  return { instance: name, coldMs, warmMs, timesFaster: coldMs / warmMs };
}
