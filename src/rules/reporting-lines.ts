/** Who reports to whom: everybody that a pool names, as numbers, with their managers above and their staff below. */
import { idsIn } from "../records.js";
import type { Person, ReportingLine } from "../types.js";
import { type Dated, isInForce, related } from "./relations.js";
import { type Rows, toRows } from "./rows.js";

/** The reporting lines of a pool and around it. A *node* is one person, in whatever roles, in the pool or outside. */
export interface ReportingLines {
  /** how many nodes there are */
  readonly size: number;
  /** the id of each node */
  readonly ids: readonly string[];
  /** the managers of each node, never itself */
  readonly above: Rows;
  /** those each node manages, never itself */
  readonly below: Rows;
  /** the node of each mentee */
  readonly menteeNode: Int32Array;
  /** the node of each mentor */
  readonly mentorNode: Int32Array;
}

/** Whether two nodes stand above or below one another; a node never does so to itself. */
export type Connected = (a: number, b: number) => boolean;

/** Whoever a pool names. */
interface People extends Dated {
  readonly mentees: readonly Person[];
  readonly mentors: readonly Person[];
  readonly reportingLines: readonly ReportingLine[];
}

/**
 * Collects line managers and supervisors of mentees and mentors together with the pool's own reporting lines and dated
 * supervisors, as they are on the day the data describes.
 */
export function reportingLines({
  mentees,
  mentors,
  reportingLines: lines,
  relations = [],
  asOf,
}: People): ReportingLines {
  const nodes = new Map<string, number>();
  const above: number[][] = [];
  const nodeOf = (id: string): number => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    nodes.set(id, above.length);
    return above.push([]) - 1;
  };
  const report = (personId: string, managerId: string): void => {
    const person = nodeOf(personId);
    const manager = nodeOf(managerId);
    // People who are entered as their own manager have none.
    if (person !== manager) above[person]!.push(manager);
  };
  const enter = (person: Person): number => {
    for (const field of ["lineManager", "supervisors"]) for (const id of idsIn(person, field)) report(person.id, id);
    return nodeOf(person.id);
  };

  const menteeNode = Int32Array.from(mentees, enter);
  const mentorNode = Int32Array.from(mentors, enter);
  for (const line of lines) if (isInForce(line, asOf)) report(line.person, line.manager);
  for (const [person, supervisors] of related({ relations, asOf }, "supervisor")) {
    for (const supervisor of supervisors) report(person, supervisor);
  }
  return {
    size: above.length,
    ids: [...nodes.keys()],
    above: toRows(above),
    below: toRows(turned(above)),
    menteeNode,
    mentorNode,
  };
}

function turned(above: readonly (readonly number[])[]): number[][] {
  const below: number[][] = above.map(() => []);
  above.forEach((managers, person) => {
    for (const manager of managers) below[manager]!.push(person);
  });
  return below;
}
