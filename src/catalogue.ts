/** The kinds of entries a policy may name. */
import { type Found, pathText, quote, showKind, showText, tell } from "./door.js";
import { InputError } from "./errors.js";
import type { LevelKind } from "./level.js";
import { rules } from "./rules/index.js";
import { participation } from "./rules/participation/index.js";
import type { ParticipationKind } from "./rules/participation/participation-rule.js";
import type { RuleKind } from "./rules/rule.js";
import type { CriterionKind } from "./scoring/criterion.js";
import { criteria } from "./scoring/index.js";

/** What a policy may be made of. Each name is unique within its list. */
export interface Catalogue {
  /** what entries of `must` may name under `"rule"` */
  readonly rules: readonly RuleKind[];
  /** what entries of `participation` may name under `"rule"`, for mentees and mentors alike */
  readonly participation: readonly ParticipationKind[];
  /** what entries of `prefer` may name under `"criterion"` */
  readonly criteria: readonly CriterionKind[];
  /** what entries of `objective` may name, alone or under `"level"` */
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

/** @throws InputError if it has no list of each sort, or two kinds of a list have one name: which one would a policy mean? */
export function checkCatalogue(catalogue: Catalogue): void {
  const found: Found = { issues: [], count: 0 };
  if (typeof catalogue !== "object" || catalogue === null)
    tell(found, "invalid", [], () => `expected an object like builtIns, got ${showText(catalogue)}`);
  else for (const list of LISTS) checkList(list, catalogue, found);
  if (found.count > 0) throw new InputError("catalogue", found.issues, found.count);
}

/** Kinds are somebody's own objects: what throws when it is read becomes an issue. */
function checkList(list: keyof Catalogue, catalogue: Catalogue, found: Found): void {
  try {
    checkKinds(list, catalogue[list], found);
  } catch {
    tell(found, "unreadable", [list], () => "expected a list of kinds, got something that cannot be read");
  }
}

const LISTS: readonly (keyof Catalogue)[] = ["rules", "participation", "criteria", "levels"];

const FUNCTIONS = ["shape", "reads", "words", "bind"];

function checkKinds(list: string, kinds: unknown, found: Found): void {
  if (!Array.isArray(kinds)) {
    const code = kinds === undefined ? "missing" : "invalid";
    tell(found, code, [list], () => `expected a list of kinds, got ${showText(kinds)}`);
    return;
  }
  const first = new Map<string, number>();
  for (const [index, kind] of (kinds as readonly unknown[]).entries()) {
    const { name, ...functions } = (kind ?? {}) as Record<string, unknown>;
    if (typeof name !== "string" || FUNCTIONS.some((field) => typeof functions[field] !== "function")) {
      tell(found, "invalid", [list, index], () => `expected the kind of a factory, got ${showKind(kind)}`);
      continue;
    }
    const earlier = first.get(name);
    const message = () => `expected each name once, got ${quote(name)} as in ${pathText([list, earlier ?? 0])}`;
    if (earlier === undefined) first.set(name, index);
    else tell(found, "duplicate", [list, index, "name"], message);
  }
}
