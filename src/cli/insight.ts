/** `mentor-match advise` and `mentor-match assess`: what would help a cohort, and what a list made by hand is worth. */
import { advise } from "../insight/advise.js";
import { assess } from "../insight/assess.js";
import { parsePool } from "../pool.js";
import { adviceText } from "../report/advice.js";
import { assessmentText } from "../report/assessment.js";
import { readPairList } from "../sheets/pair-list.js";
import type { PairIds } from "../types.js";
import { readJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, policyOf, poolOf, resultOf } from "./given.js";
import type { Outcome } from "./outcome.js";
import { sheet } from "./sheets.js";

/** Whom to recruit, whom to ask for a place and which rule costs most. */
export function adviseCommand(flags: Flags): Outcome {
  const result = flags.result === undefined ? undefined : resultOf(flags);
  const advice = advise(poolOf(flags), policyOf(flags), result);
  return { code: 0, text: adviceText(advice), json: advice };
}

/** What pairs made by hand break and cost; 3 where some may not be made. */
export function assessCommand(flags: Flags): Outcome {
  const pairs = listOf(flags);
  const assessment = assess(poolOf(flags), policyOf(flags), pairs);
  const mayAllBe = assessment.pairs.every(({ refusedBy }) => refusedBy.length === 0) && assessment.broken.length === 0;
  return { code: mayAllBe ? 0 : 3, text: assessmentText(assessment), json: assessment };
}

/** Pairs from a sheet, or from JSON. */
export function listOf(flags: Flags): readonly PairIds[] {
  const { list } = flags;
  if (list === undefined || !/\.(csv|tsv|txt)$/i.test(list)) return readJson("list", list) as readonly PairIds[];
  const { file, bytes } = sheet(list, "locks");
  const pool = parsePool(poolOf(flags));
  const contacts = contactsOf(pool, { ...flags, names: true })!;
  const known = (people: readonly { readonly id: string }[]) => people.map(({ id }) => ({ id, ...contacts.get(id) }));
  return readPairList(file, bytes, { menteeId: known(pool.mentees), mentorId: known(pool.mentors) });
}
