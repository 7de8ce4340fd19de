/** How a policy is read, with whatever kinds of entries it may name. */
import { type Catalogue, checkCatalogue } from "../catalogue.js";
import { type Found, guarded } from "../door.js";
import { InputError } from "../errors.js";
import { crossCheck, type Draft, readDraft } from "./draft.js";
import type { Policy, Terms } from "./policy.js";

/** Reads a policy whose entries are of these kinds, or values. @throws InputError listing every issue */
export function readPolicy(input: unknown, catalogue: Catalogue): Policy {
  checkCatalogue(catalogue);
  const found: Found = { issues: [], count: 0 };
  const draft = guarded("policy", input, () => readDraft(input, catalogue, found));
  if (draft !== undefined) crossCheck(draft, found);
  if (draft === undefined || found.count > 0) throw new InputError("policy", found.issues, found.count);
  return whole(draft);
}

/** A draft in which nothing was wrong, with the defaults. Entries are frozen by who made them. */
function whole(draft: Draft): Policy {
  const { name = "", capacity, waiting, terms, standing } = draft;
  return Object.freeze({
    name,
    ladder: deepFrozen(draft.ladder ?? []),
    participation: Object.freeze({ mentees: present(draft.mentees), mentors: present(draft.mentors) }),
    must: present(draft.must),
    prefer: present(draft.prefer),
    capacity: deepFrozen(capacity ?? { default: 1 }) as Policy["capacity"],
    limits: deepFrozen(present(draft.limits).map(({ value }) => value)),
    constraints: deepFrozen(present(draft.constraints).map(({ value }) => value)),
    objective: draft.stable === undefined ? present(draft.objective) : deepFrozen(draft.stable),
    minimumScore: draft.minimumScore ?? 0,
    ...(draft.weakScore === undefined ? {} : { weakScore: draft.weakScore }),
    lottery: draft.lottery ?? name,
    standing: deepFrozen(
      standing?.pairs === "movable"
        ? {
            pairs: "movable" as const,
            ...(standing.maxChanges === undefined ? {} : { maxChanges: standing.maxChanges }),
          }
        : { pairs: "fixed" as const, maxChanges: 0 as const },
    ),
    waiting: deepFrozen(waiting ?? {}) as Policy["waiting"],
    protected: deepFrozen(draft.protected ?? []),
    restricted: deepFrozen(draft.restricted ?? []),
    ...(Object.keys(draft.vocabulary).length === 0 ? {} : { vocabulary: deepFrozen(draft.vocabulary) }),
    ...(terms === undefined ? {} : { terms: deepFrozen(terms) as Terms }),
    ...(draft.nominations === undefined
      ? {}
      : { nominations: deepFrozen(draft.nominations) as NonNullable<Policy["nominations"]> }),
  });
}

const present = <E>({ entries }: { readonly entries: readonly (E | undefined)[] }): readonly E[] =>
  Object.freeze(entries.filter((entry) => entry !== undefined));

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) deepFrozen(inner);
  return Object.freeze(value);
}
