/** Every criterion this package brings: one line each. */
import { distance } from "./distance.js";
import { experienceGap } from "./experience-gap.js";
import { jobRole } from "./job-role.js";
import { mentoringExperience } from "./mentoring-experience.js";
import { nominations } from "./nominations.js";
import { pairScores } from "./pair-scores.js";
import { sameAttribute } from "./same-attribute.js";
import { seniorityGap } from "./seniority-gap.js";
import { sharedAreas } from "./shared-areas.js";
import { sharedInterests } from "./shared-interests.js";
import { sharedLanguage } from "./shared-language.js";
import { timeZone } from "./time-zone.js";

/** The criteria of this package, as factories: `criteria.sharedAreas({ weight: 3 })` is an entry of `prefer`. */
export const criteria = {
  sharedAreas,
  sharedInterests,
  sharedLanguage,
  sameAttribute,
  jobRole,
  seniorityGap,
  experienceGap,
  mentoringExperience,
  nominations,
  distance,
  timeZone,
  pairScores,
};
