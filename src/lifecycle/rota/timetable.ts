/** From meetings to rounds: an edge colouring, which is what rounds in which nobody is twice are. */
import type { Columns } from "../../matching/compile.js";
import { edgeColouring, greatestDegree } from "./edge-colouring.js";
import type { Meetings } from "./meetings.js";

/** The round of each meeting of two. Who is in both roles is one node, so that nobody is in two places. */
export function roundsOfTwo(columns: Columns, meetings: Meetings, tables: number | undefined): Int32Array {
  const { mentees, mentors, menteeIndex } = columns;
  const graph = {
    nodes: mentees.length + mentors.length,
    from: meetings.mentee,
    to: meetings.mentor.map((j) => menteeIndex.get(mentors[j]!.id) ?? mentees.length + j),
  };
  const byTables = tables === undefined ? 0 : Math.ceil(graph.from.length / tables);
  return edgeColouring(graph, Math.max(greatestDegree(graph), byTables));
}

/**
 * The round of each meeting in a group, where nobody is in both roles: a mentor is split into nodes of as many meetings as
 * there are rounds, at most `groupSize` of them, each of which has one mentee a round.
 */
export function roundsOfGroups({ mentees, mentors }: Columns, meetings: Meetings, groupSize: number): Int32Array {
  const perMentee = degrees(meetings.mentee, mentees.length);
  const perMentor = degrees(meetings.mentor, mentors.length).map((met) => Math.ceil(met / groupSize));
  const rounds = [...perMentee, ...perMentor].reduce((most, one) => Math.max(most, one), 0);
  const seen = new Int32Array(mentors.length);
  const node = new Int32Array(mentors.length);
  let nodes = mentees.length;
  const to = meetings.mentor.map((j) => {
    if (seen[j]!++ % rounds === 0) node[j] = nodes++;
    return node[j]!;
  });
  return edgeColouring({ nodes, from: meetings.mentee, to }, rounds);
}

/**
 * The fewest rounds that meetings can have: what a person's meetings need, a mentor's `groupSize` at a time, and what all
 * groups need at so many tables.
 */
export function leastRounds(
  { mentees, mentors, menteeIndex }: Columns,
  meetings: Pick<Meetings, "mentee" | "mentor">,
  tables: number | undefined,
  groupSize: number,
): number {
  const rounds = degrees(meetings.mentee, mentees.length);
  const groups = degrees(meetings.mentor, mentors.length).map((met) => Math.ceil(met / groupSize));
  let least = tables === undefined ? 0 : Math.ceil(groups.reduce((sum, one) => sum + one, 0) / tables);
  groups.forEach((own, j) => {
    const self = menteeIndex.get(mentors[j]!.id);
    least = Math.max(least, own + (self === undefined ? 0 : rounds[self]!));
  });
  return rounds.reduce((most, one) => Math.max(most, one), least);
}

function degrees(side: Int32Array, people: number): Int32Array {
  const met = new Int32Array(people);
  for (const person of side) met[person]!++;
  return met;
}
