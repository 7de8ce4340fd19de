/** A sign of life on a terminal, while a large cohort is worked on. */
import type { MatchOptions } from "../matching/match.js";
import { points } from "../report/wording.js";
import type { Flags } from "./flags.js";

/** Tells on the standard error how far a run is, where somebody can see it and has not asked for quiet. */
export function progress({ quiet }: Flags): MatchOptions {
  const { stderr } = process;
  if (quiet === true || stderr.isTTY !== true) return {};
  return {
    onProgress: (done) => {
      // Back to the start of the line, which the next output overwrites.
      stderr.write(`${points(done)} looked at\r`);
      return undefined;
    },
  };
}
