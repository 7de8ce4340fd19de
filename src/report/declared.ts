/** What a policy declares of its entries that read a protected or restricted characteristic: every output says so. */
import type { PositiveAction } from "../entry.js";
import { levelsOf, type Policy } from "../policy/policy.js";

/** What an entry of any list says of itself. */
export interface Said {
  readonly id: string;
  readonly words: string;
  readonly weight?: number;
  readonly positiveAction?: PositiveAction;
}

/** A declaration in one line; nothing where an entry declares nothing. */
export function declared({ positiveAction }: Pick<Said, "positiveAction">): string {
  if (positiveAction === undefined) return "";
  const { characteristic, ground, evidence, aim, reviewDate } = positiveAction;
  return `declared: ${characteristic}; ${ground}; ${evidence}; ${aim}; to be reviewed on ${reviewDate}`;
}

/** Every declaration of a policy, with the entry it is of. */
export function declarations(policy: Policy): readonly (readonly [id: string, text: string])[] {
  const { participation, must, prefer, limits } = policy;
  const entries: readonly Pick<Said, "id" | "positiveAction">[] = [
    ...participation.mentees,
    ...participation.mentors,
    ...must,
    ...prefer,
    ...limits,
    ...levelsOf(policy),
  ];
  return entries.flatMap((entry) => (entry.positiveAction === undefined ? [] : [[entry.id, declared(entry)] as const]));
}
