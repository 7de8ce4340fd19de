/** What each side would rather, worked out once more in the verifier's own words. */
import { drawsOf } from "../../matching/levels/lottery.js";
import type { Policy } from "../../policy/policy.js";
import type { World } from "./terms.js";

/** Lists to be compared item by item: the least is the best. */
export interface Wishes {
  /** nominations in their order, then everybody else by score; two who are alike to her are equal */
  readonly ofMentee: (mentee: number, mentor: number) => readonly number[];
  /** the same with what decides between equals under a stable objective */
  readonly ofMenteeStrictly: (mentee: number, mentor: number) => readonly number[];
  /** nominations in their order, then everybody else by tier and ticket; never equal */
  readonly ofMentor: (mentor: number, mentee: number) => readonly number[];
}

export function wishesOf(world: World, policy: Policy): Wishes {
  const { mentees, mentors, points } = world;
  const { ticket, draw } = drawsOf(
    policy.lottery,
    mentees.map(({ id }) => id),
    mentors.map(({ id }) => id),
  );
  const placeAmong = (nominations: readonly string[] | undefined, id: string): number => {
    const place = (nominations ?? []).indexOf(id);
    return place < 0 ? Number.POSITIVE_INFINITY : place;
  };
  const ofMentee: Wishes["ofMentee"] = (mentee, mentor) => {
    const place = placeAmong(mentees[mentee]!.nominations, mentors[mentor]!.id);
    return [place, place < Number.POSITIVE_INFINITY ? 0 : -points(mentee, mentor)];
  };
  return {
    ofMentee,
    ofMenteeStrictly: (mentee, mentor) => [...ofMentee(mentee, mentor), draw(mentee, mentor), mentor],
    ofMentor: (mentor, mentee) => {
      const { id, tier = Number.POSITIVE_INFINITY } = mentees[mentee]!;
      const place = placeAmong(mentors[mentor]!.nominations, id);
      return place < Number.POSITIVE_INFINITY ? [place] : [place, tier, ticket[mentee]!, mentee];
    },
  };
}

/** Whether the first is strictly better than the second. */
export function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && one[at]! < other[at]!;
}
