/** The kinds of entries a policy may name. */
import { pathText, quote } from "./door.js";
import { InputError, type Issue } from "./errors.js";
import type { LevelKind } from "./level.js";
import { rules } from "./rules/index.js";
import { participation } from "./rules/participation/index.js";
import type { ParticipationKind } from "./rules/participation/participation-rule.js";
import type { RuleKind } from "./rules/rule.js";
import type { CriterionKind } from "./scoring/criterion.js";
import { criteria } from "./scoring/index.js";

/** What a policy may be made of. Each name is unique within its list. */
export interface Catalogue {
  readonly rules: readonly RuleKind[];
  readonly participation: readonly ParticipationKind[];
  readonly criteria: readonly CriterionKind[];
  readonly levels: readonly LevelKind[];
}

/** The kinds of rules and criteria that this package brings. */
export const entryKinds: Omit<Catalogue, "levels"> = {
  rules: kindsOf<RuleKind>(rules),
  participation: kindsOf<ParticipationKind>(participation),
  criteria: kindsOf<CriterionKind>(criteria),
};

/** The kinds behind factories. Each kind has parameters of its own, which a list of many kinds cannot know. */
export function kindsOf<K>(factories: { readonly [name: string]: { readonly kind: unknown } }): readonly K[] {
  return Object.freeze(Object.values(factories).map(({ kind }) => kind as K));
}

/** @throws InputError if two kinds of a list have one name: it would not be clear which one a policy means */
export function checkCatalogue(catalogue: Catalogue): void {
  const issues: Issue[] = [];
  const lists: readonly (keyof Catalogue)[] = ["rules", "participation", "criteria", "levels"];
  for (const list of lists) {
    const first = new Map<string, number>();
    for (const [index, { name }] of catalogue[list].entries()) {
      const earlier = first.get(name);
      const message = `expected each name once, got ${quote(name)} as in ${pathText([list, earlier ?? 0])}`;
      if (earlier === undefined) first.set(name, index);
      else issues.push({ code: "duplicate", path: pathText([list, index, "name"]), message });
    }
  }
  if (issues.length > 0) throw new InputError("catalogue", issues);
}
