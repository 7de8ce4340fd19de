/** `mentor-match settle`: the pool of the next round. */
import { settle } from "../lifecycle/settle.js";
import { folderOf, save, toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { dayOf, poolOf, resultOf } from "./given.js";

/** Writes the next pool into `--out`, or prints it with `--json`. Returns the exit code. */
export function settleCommand(flags: Flags): number {
  if (flags.json !== true) folderOf(flags.out);
  const json = toJson(settle(poolOf(flags), resultOf(flags), dayOf(flags, "date")));
  const written = flags.out === undefined ? "" : save(flags, { "pool.json": json });
  process.stdout.write(flags.json === true ? json : written);
  return 0;
}
