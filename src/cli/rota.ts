/** `mentor-match rota`: the plan of a speed-networking event. */
import { planRota } from "../lifecycle/rota.js";
import { parsePolicy } from "../policy.js";
import { rotaPage, rotaSheet, rotaText } from "../report/rota.js";
import { CommandError } from "./command-error.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, policyOf, poolOf } from "./given.js";
import type { Outcome } from "./outcome.js";

/** The plan; its files are a page, a sheet and JSON. */
export function rotaCommand(flags: Flags): Outcome {
  const [pool, policy] = [poolOf(flags), policyOf(flags)];
  const rounds = numberOf(flags, "rounds");
  if (rounds === undefined) throw new CommandError("Cannot plan an event without --rounds: expected a number");
  const rota = planRota(pool, policy, {
    rounds,
    tables: numberOf(flags, "tables"),
    groupSize: numberOf(flags, "group-size"),
  });
  const files = {
    "rota.html": rotaPage(rota, parsePolicy(policy).name, contactsOf(pool, flags)),
    "rota.csv": rotaSheet(rota),
    "rota.json": toJson(rota),
  };
  return { code: 0, text: rotaText(rota), json: rota, files };
}

function numberOf(flags: Flags, flag: "rounds" | "tables" | "group-size"): number | undefined {
  const text = flags[flag];
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new CommandError(`Cannot read --${flag}: expected a number`);
}
