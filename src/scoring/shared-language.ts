/** The two have a language in common. */
import { criterionFactory, MENTEE_SILENT, MENTOR_SILENT } from "./criterion.js";
import { overlap } from "./overlap.js";

/** 1 if the two have at least one of their `languages` in common, 0 if none. Who names none is silent. */
export const sharedLanguage = criterionFactory({
  name: "shared-language",
  shape: () => ({}),
  reads: () => ({ mentee: ["languages"], mentor: ["languages"] }),
  words: () => "the two have a language in common",
  bind: ({ mentees, mentors }) => {
    const { menteeSize, mentorSize, shared } = overlap(
      mentees.map(({ languages = [] }) => languages),
      mentors.map(({ languages = [] }) => languages),
    );
    return (mentee, mentor) => {
      if (menteeSize[mentee] === 0) return MENTEE_SILENT;
      if (mentorSize[mentor] === 0) return MENTOR_SILENT;
      return shared(mentee, mentor) > 0 ? 1 : 0;
    };
  },
});
