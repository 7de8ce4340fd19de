/** Every criterion this package brings: one line each. */
import { pairScores } from "./pair-scores.js";
import { sameAttribute } from "./same-attribute.js";
import { seniorityGap } from "./seniority-gap.js";
import { sharedAreas } from "./shared-areas.js";
import { sharedInterests } from "./shared-interests.js";

export const criteria = {
  sharedAreas,
  sharedInterests,
  sameAttribute,
  seniorityGap,
  pairScores,
};
