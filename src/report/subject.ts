/** What a report is about, read once for all its sections. */
import type { Policy } from "../policy/policy.js";
import type { MatchResult, Pool } from "../types.js";
import type { Edition } from "./edition.js";

export interface Subject {
  readonly pool: Pool;
  readonly policy: Policy;
  readonly result: MatchResult;
  readonly edition: Edition;
  /** the day from which terms count, where one is known */
  readonly start: string | undefined;
}
