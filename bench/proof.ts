/** Checks answers with plain loops that share nothing with a solver; an error where one is wrong. */
import type { Assignment, Prices } from "../src/index.js";
import type { Answer, Instance } from "./instance.js";

/** What an answer is worth. */
export interface Worth {
  readonly coverage: number;
  readonly total: number;
}

/** Coverage and total score of an answer that keeps to the eligible pairs and the mentors' places. */
export function worthOf(instance: Instance, answer: Answer): Worth {
  const load = new Int32Array(instance.mentors);
  let coverage = 0;
  let total = 0;
  for (let i = 0; i < instance.mentees; i++) {
    const mentor = answer[i]!;
    if (mentor < 0) continue;
    const row = instance.mentor.subarray(instance.start[i]!, instance.start[i + 1]!);
    const place = row.indexOf(mentor);
    if (place < 0) throw new Error(`mentee ${i} may not have mentor ${mentor}`);
    if (++load[mentor]! > instance.capacity[mentor]!) throw new Error(`mentor ${mentor} has too many mentees`);
    coverage++;
    total += instance.score[instance.start[i]! + place]!;
  }
  return { coverage, total };
}

/** The mentor of each mentee, once its prices prove that no assignment is worth more. */
export function provedAnswer(instance: Instance, { stop, chosen, prices }: Assignment): Int32Array {
  if (stop !== "optimal") throw new Error(`the solver stopped with "${stop}"`);
  const answer = answerOf(instance, chosen);
  const { coverage, total } = worthOf(instance, answer);
  const bound = boundOf(instance, prices[0]!, prices[1]!);
  if (bound.coverage !== coverage || bound.total !== total)
    throw new Error(`${coverage} and ${total} were found, ${bound.coverage} and ${bound.total} are the bound`);
  return answer;
}

function answerOf({ mentees, start, mentor }: Instance, chosen: Int32Array): Int32Array {
  const answer = new Int32Array(mentees).fill(-1);
  for (let x = 0, i = 0; x < chosen.length; x++) {
    while (chosen[x]! >= start[i + 1]!) i++;
    if (answer[i] !== -1) throw new Error(`mentee ${i} has two mentors`);
    answer[i] = mentor[chosen[x]!]!;
  }
  return answer;
}

/** The dual bound that `Prices` defines, for one unit of coverage a mentee and no minima. */
function boundOf({ mentees, mentors, start, mentor, score, capacity }: Instance, first: Prices, then: Prices): Worth {
  let coverage = 0;
  let total = 0;
  const addPositive = (covered: number, scored: number, times: number) => {
    if (covered < 0 || (covered === 0 && scored <= 0)) return;
    coverage += covered * times;
    total += scored * times;
  };
  for (let i = 0; i < mentees; i++) {
    addPositive(first.mentee[i]! + 1, then.mentee[i]!, 1);
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      const j = mentor[p]!;
      addPositive(-first.mentee[i]! - first.mentor[j]!, score[p]! - then.mentee[i]! - then.mentor[j]!, 1);
    }
  }
  for (let j = 0; j < mentors; j++) addPositive(first.mentor[j]!, then.mentor[j]!, capacity[j]!);
  return { coverage, total };
}
