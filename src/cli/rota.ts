/** `mentor-match rota`: the plan of a speed-networking event. */
import { planRota } from "../lifecycle/rota.js";
import { parsePolicy } from "../policy.js";
import { rotaPage, rotaSheet, rotaText } from "../report/rota.js";
import { CommandError, save, toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, policyOf, poolOf } from "./given.js";

/** Prints the plan and, with `--out`, writes it as a page, a sheet and JSON. Returns the exit code. */
export function rotaCommand(flags: Flags): number {
  const [pool, policy] = [poolOf(flags), policyOf(flags)];
  const rounds = numberOf(flags, "rounds");
  if (rounds === undefined) throw new CommandError("Cannot plan an event without --rounds: expected a number");
  const rota = planRota(pool, policy, {
    rounds,
    tables: numberOf(flags, "tables"),
    groupSize: numberOf(flags, "group-size"),
  });
  process.stdout.write(flags.json === true ? toJson(rota) : rotaText(rota));
  if (flags.out === undefined) return 0;
  const written = save(flags, {
    "rota.html": rotaPage(rota, parsePolicy(policy).name, contactsOf(pool, flags)),
    "rota.csv": rotaSheet(rota),
    "rota.json": toJson(rota),
  });
  if (flags.json !== true) process.stdout.write(`\n${written}`);
  return 0;
}

function numberOf(flags: Flags, flag: "rounds" | "tables" | "group-size"): number | undefined {
  const text = flags[flag];
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new CommandError(`Cannot read --${flag}: expected a number`);
}
