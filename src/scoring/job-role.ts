/** The two do the same job. */
import { criterionFactory, MENTEE_SILENT, MENTOR_SILENT } from "./criterion.js";

/** 1 if the two have the same `jobRole`, 0 if they have not. Who names none is silent. */
export const jobRole = criterionFactory({
  name: "job-role",
  shape: () => ({}),
  reads: () => ({ mentee: ["jobRole"], mentor: ["jobRole"] }),
  words: () => "the two have the same job role",
  bind: ({ mentees, mentors }) => {
    const codes = new Map<string, number>();
    const codeOf = ({ jobRole = "" }: { readonly jobRole?: string }): number => {
      if (jobRole === "") return -1;
      if (!codes.has(jobRole)) codes.set(jobRole, codes.size);
      return codes.get(jobRole)!;
    };
    const ofMentee = Int32Array.from(mentees, codeOf);
    const ofMentor = Int32Array.from(mentors, codeOf);
    return (mentee, mentor) => {
      if (ofMentee[mentee] === -1) return MENTEE_SILENT;
      if (ofMentor[mentor] === -1) return MENTOR_SILENT;
      return ofMentee[mentee] === ofMentor[mentor] ? 1 : 0;
    };
  },
});
