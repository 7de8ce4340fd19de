/** The two want each other. */
import * as z from "zod/mini";
import type { Person } from "../types.js";
import { criterionFactory, MENTEE_SILENT, MENTOR_SILENT } from "./criterion.js";

/**
 * How high the two stand among each other's `nominations`. The first of a list of n is worth 1, the next 1 − 1/n, …, the last
 * 1/n, and whoever is not in it 0.
 *
 * `by: "mentee"` counts the mentee's list and `"mentor"` the mentor's; who has none, or an empty one, is silent. `"both"` is
 * the mean of the two, and a side without a list is silent. `"either"` is the greater of the two, where a side without a list
 * brings 0 and nobody is silent.
 */
export const nominations = criterionFactory({
  name: "nominations",
  shape: () => ({
    /** whose list counts: the mentee's unless given */
    by: z._default(z.enum(["mentee", "mentor", "either", "both"]), "mentee"),
  }),
  reads: ({ by }) => ({
    mentee: by === "mentor" ? ["id"] : ["id", "nominations"],
    mentor: by === "mentee" ? ["id"] : ["id", "nominations"],
  }),
  words: ({ by }) => WORDS[by],
  bind: ({ mentees, mentors }, { by }) => {
    const ofMentee = wishes(mentees);
    const ofMentor = wishes(mentors);
    const menteeWish = (mentee: number, mentor: number): number => ofMentee[mentee]?.get(mentors[mentor]!.id) ?? 0;
    const mentorWish = (mentee: number, mentor: number): number => ofMentor[mentor]?.get(mentees[mentee]!.id) ?? 0;
    if (by === "either") {
      return (mentee, mentor) => Math.max(menteeWish(mentee, mentor), mentorWish(mentee, mentor));
    }
    return (mentee, mentor) => {
      if (by !== "mentor" && ofMentee[mentee] === undefined) return MENTEE_SILENT;
      if (by !== "mentee" && ofMentor[mentor] === undefined) return MENTOR_SILENT;
      if (by === "mentee") return menteeWish(mentee, mentor);
      if (by === "mentor") return mentorWish(mentee, mentor);
      return (menteeWish(mentee, mentor) + mentorWish(mentee, mentor)) / 2;
    };
  },
});

const WORDS = {
  mentee: "the mentee has nominated the mentor, the higher the better",
  mentor: "the mentor has nominated the mentee, the higher the better",
  either: "one of the two has nominated the other, the higher the better",
  both: "the two have nominated each other, the higher the better",
};

/** For each person what each nomination is worth, by id; nothing where there is none. A map, because ids may be any text. */
function wishes(people: readonly Person[]): readonly (ReadonlyMap<string, number> | undefined)[] {
  return people.map(({ nominations: ids = [] }) => {
    const wished = [...new Set(ids)];
    if (wished.length === 0) return undefined;
    return new Map(wished.map((id, rank) => [id, (wished.length - rank) / wished.length]));
  });
}
