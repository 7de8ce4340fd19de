/** The table of an audit: who belongs to which group. Nothing else ever sees it. */
import { quote, showKind, trimmed } from "../../door.js";
import { InputError, type Issue } from "../../errors.js";
import type { Pool } from "../../types.js";

/** One way to tell people apart: working time, say. */
export interface GroupingInput {
  /** what the groups are of, `"working time"`: text, once in each role */
  readonly name: string;
  /** whose groups they are; mentees' unless given */
  readonly role?: "mentee" | "mentor" | undefined;
  /** who belongs to which group, each person once; whoever is not listed is told of as not stated */
  readonly members: readonly {
    /** id of somebody of that role in the pool */
    readonly id: string;
    /** the name of their group, `"part-time"`: not empty */
    readonly group: string;
  }[];
}

/** A grouping as it is counted. */
export interface Grouping {
  readonly name: string;
  readonly role: "mentee" | "mentor";
  readonly groupOf: ReadonlyMap<string, string>;
}

/** Reads the groupings. @throws InputError listing every row that is none, strangers and people who stand twice */
export function readGroupings(pool: Pool, input: readonly GroupingInput[]): readonly Grouping[] {
  const issues: Issue[] = [];
  const tell = (code: string, path: string, message: string): undefined => {
    issues.push({ code, path, message });
    return undefined;
  };
  const listIn = (value: unknown, path: string): readonly unknown[] =>
    Array.isArray(value) ? value : (tell("invalid", path, `expected a list, got ${showKind(value)}`) ?? []);
  const textIn = (record: unknown, field: string, path: string): string => {
    const value =
      typeof record === "object" && record !== null ? (record as { [name: string]: unknown })[field] : undefined;
    const text = typeof value === "string" ? trimmed(value) : "";
    if (text === "") tell("invalid", path, `expected text, got ${showKind(value)}`);
    return text;
  };
  const names = new Set<string>();
  const groupings = listIn(input, "").map((grouping, at): Grouping => {
    const { role = "mentee", members } = (grouping ?? {}) as Partial<GroupingInput>;
    const name = textIn(grouping, "name", `[${at}].name`);
    if (role !== "mentee" && role !== "mentor")
      tell("invalid", `[${at}].role`, `expected "mentee" or "mentor", got ${showKind(role)}`);
    if (names.has(`${role} ${name}`))
      tell("duplicate", `[${at}].name`, `expected each grouping once, got ${quote(name)} twice`);
    names.add(`${role} ${name}`);
    const known = new Set((role === "mentor" ? pool.mentors : pool.mentees).map(({ id }) => id));
    const groupOf = new Map<string, string>();
    listIn(members, `[${at}].members`).forEach((member, row) => {
      const path = `[${at}].members[${row}]`;
      const id = textIn(member, "id", `${path}.id`);
      const group = textIn(member, "group", `${path}.group`);
      if (id === "") return;
      if (!known.has(id)) tell("unknown-person", `${path}.id`, `the pool has no ${role} ${quote(id)}`);
      if (groupOf.has(id)) tell("duplicate", `${path}.id`, `expected each person once, got ${quote(id)} twice`);
      groupOf.set(id, group);
    });
    return { name, role, groupOf };
  });
  if (issues.length > 0) throw new InputError("groups", issues);
  return groupings;
}
