/** `mentor-match settle`: the pool of the next round. */
import { settle } from "../lifecycle/settle.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, dayOf, poolOf, resultOf } from "./given.js";
import type { Outcome } from "./outcome.js";
import { folderOf } from "./save.js";
import { sheetFiles } from "./sheet-files.js";

/** The next pool, to be written into `--out` as JSON or as sheets, or printed with `--json`. */
export function settleCommand(flags: Flags): Outcome {
  if (flags.json !== true) folderOf(flags.out);
  const pool = poolOf(flags);
  const next = settle(pool, resultOf(flags), dayOf(flags, "date"));
  const files = flags.sheets === true ? sheetFiles(next, contactsOf(pool, flags)) : { "pool.json": toJson(next) };
  return { code: 0, text: "", json: next, files };
}
