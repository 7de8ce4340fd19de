/** What statistics are asked for. */
import { isDay } from "../../day.js";
import { showText, unknownName } from "../../door.js";
import { InputError, type Issue } from "../../errors.js";
import { MENTEE_FIELDS, MENTOR_FIELDS, unknownField } from "../../records.js";

/** What a caller may ask of statistics. */
export interface StatisticsOptions {
  /** fields of people to count by: `"jobRole"`, `"country"`, `"attributes.site"` */
  readonly by?: readonly string[] | undefined;
  /** groups and spreads of fewer are not shown: an integer of 1 or more, 5 unless given */
  readonly minimumGroup?: number | undefined;
  /** first day of the period, `YYYY-MM-DD`; from the beginning unless given */
  readonly from?: string | undefined;
  /** last day of the period, `YYYY-MM-DD`; without an end unless given, and not before `from` */
  readonly until?: string | undefined;
}

/** The same, read. */
export interface Asked {
  readonly by: readonly string[];
  readonly minimumGroup: number;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

const NAMES = ["by", "minimumGroup", "from", "until"];

/** Fields that would count people one by one, or hold no value to count by. */
const UNCOUNTED = ["id", "location", "hold", "away", "matters"];

/** @throws InputError listing everything that is wrong with the options */
export function readAsked(input: unknown): Asked {
  const issues: Issue[] = [];
  const tell = (path: string, message: string, code = "invalid"): void => void issues.push({ code, path, message });
  const given: { readonly [name: string]: unknown } =
    typeof input === "object" && input !== null && !Array.isArray(input) ? { ...input } : {};
  if (input === null || typeof input !== "object" || Array.isArray(input))
    tell("", `expected an object, got ${showText(input)}`);
  for (const name of Object.keys(given).filter((one) => !NAMES.includes(one)))
    tell(name, unknownName("option", name, NAMES), "unknown-field");
  const { by = [], minimumGroup = 5, from, until } = given;
  const known = [...new Set([...MENTEE_FIELDS, ...MENTOR_FIELDS])].filter((field) => !UNCOUNTED.includes(field));
  if (!Array.isArray(by)) tell("by", `expected a list of fields, got ${showText(by)}`);
  for (const [at, field] of (Array.isArray(by) ? by : []).entries()) {
    const wrong = typeof field === "string" ? unknownField(field, known) : `expected a field, got ${showText(field)}`;
    if (wrong !== undefined) tell(`by[${at}]`, wrong, "unknown-field");
  }
  if (!(Number.isSafeInteger(minimumGroup) && (minimumGroup as number) >= 1))
    tell("minimumGroup", `expected an integer of 1 or more, got ${showText(minimumGroup)}`);
  for (const [path, day] of Object.entries({ from, until })) {
    if (day !== undefined && !(typeof day === "string" && isDay(day)))
      tell(path, `expected a day as YYYY-MM-DD, got ${showText(day)}`);
  }
  if (typeof from === "string" && typeof until === "string" && until < from)
    tell("until", `expected ${from} or a later day, got ${until}`);
  if (issues.length > 0) throw new InputError("statistics options", issues);
  return { by: [...new Set(by as string[])], minimumGroup: minimumGroup as number, from, until } as Asked;
}
