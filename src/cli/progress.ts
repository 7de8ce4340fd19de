/** A sign of life on a terminal, while a large cohort is worked on. */
import type { MatchOptions } from "../matching/match.js";
import { points } from "../report/wording.js";
import type { Flags } from "./flags.js";

/** Longer than whatever is told here. */
const WIDTH = 40;

/** Whether somebody can see it and has not asked for quiet. */
const isSeen = ({ quiet }: Flags): boolean => quiet !== true && process.stderr.isTTY === true;

/** Tells on the standard error what is under way, over what was told before; back to the start of the line. */
function tell(text: string): void {
  process.stderr.write(`${text.padEnd(WIDTH)}\r`);
}

/** Tells how far a match is. */
export function progress(flags: Flags): MatchOptions {
  if (!isSeen(flags)) return {};
  return {
    onProgress: (done) => {
      tell(`${points(done)} looked at`);
      return undefined;
    },
  };
}

/** Does the work of a command, and says meanwhile that it is under way. */
export function signOfLife<T>(name: string, flags: Flags, work: () => T): T {
  if (!isSeen(flags)) return work();
  tell(`${name} …`);
  try {
    return work();
  } finally {
    tell("");
  }
}
