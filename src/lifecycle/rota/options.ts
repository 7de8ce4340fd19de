/** What an event is: its rounds, its tables, and how many mentees sit with a mentor at once. */
import { showText, unknownName } from "../../door.js";
import { InputError, type Issue } from "../../errors.js";

/** The event as a caller gives it. */
export interface RotaOptionsInput {
  /** most rounds: an integer of 1 to 50 */
  readonly rounds: number;
  /** most mentors who receive at once: an integer of 1 or more; as many as there are unless given */
  readonly tables?: number | undefined;
  /** most mentees with a mentor at once: an integer of 1 to 50, 1 unless given */
  readonly groupSize?: number | undefined;
}

/** The event, read. */
export interface RotaOptions {
  readonly rounds: number;
  readonly tables: number | undefined;
  readonly groupSize: number;
}

const MOST = { rounds: 50, tables: 1_000_000, groupSize: 50 };

/** @throws InputError listing everything that is wrong with the options */
export function readRotaOptions(input: unknown): RotaOptions {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    const message = `expected an object with rounds, got ${showText(input)}`;
    throw new InputError("rota options", [{ code: "invalid", path: "", message }]);
  }
  const issues: Issue[] = [];
  const known = Object.keys(MOST);
  for (const name of Object.keys(input).filter((one) => !known.includes(one)))
    issues.push({ code: "unknown-field", path: name, message: unknownName("option", name, known) });
  const given = input as { readonly [name in keyof typeof MOST]?: unknown };
  const integer = (name: keyof typeof MOST): number | undefined => {
    const value = given[name];
    if (value === undefined && name !== "rounds") return undefined;
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST[name]) return value as number;
    const message = `expected an integer from 1 to ${MOST[name]}, got ${showText(value)}`;
    issues.push({ code: value === undefined ? "missing" : "invalid", path: name, message });
    return undefined;
  };
  const [rounds = 1, tables, groupSize = 1] = [integer("rounds"), integer("tables"), integer("groupSize")];
  if (issues.length > 0) throw new InputError("rota options", issues);
  return { rounds, tables, groupSize };
}
