/** Everything this package brings. */
import { type Catalogue, entryKinds, kindsOf } from "./catalogue.js";
import type { LevelKind } from "./level.js";
import { levels } from "./matching/levels/index.js";

/** The catalogue a policy is read with unless another is given. Add your own: `{ ...builtIns, rules: [...builtIns.rules, mine.kind] }`. */
export const builtIns: Catalogue = Object.freeze({ ...entryKinds, levels: kindsOf<LevelKind>(levels) });
