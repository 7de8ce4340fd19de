/** The peer that takes a graph: source → mentees → mentors → sink. */
import { GREATEST } from "../mentoring.js";
import type { Peer } from "../peers.js";

export const minCostFlow: Peer = async ({ mentees, mentors, start, mentor, score, capacity }) => {
  const { minCostFlowForNumberNodes } = await import("min-cost-flow");
  const menteeNode = (i: number) => 1 + i;
  const mentorNode = (j: number) => 1 + mentees + j;
  const sink = mentorNode(mentors);
  const graph: { from: number; to: number; capacity: number; cost: number }[] = [];
  for (let i = 0; i < mentees; i++) {
    graph.push({ from: 0, to: menteeNode(i), capacity: 1, cost: 0 });
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      graph.push({ from: menteeNode(i), to: mentorNode(mentor[p]!), capacity: 1, cost: GREATEST - score[p]! });
    }
  }
  for (let j = 0; j < mentors; j++) graph.push({ from: mentorNode(j), to: sink, capacity: capacity[j]!, cost: 0 });
  return () => {
    const answer = new Int32Array(mentees).fill(-1);
    for (const { from, to, flow } of minCostFlowForNumberNodes(graph as never)) {
      if (from > 0 && to < sink && flow > 0) answer[from - 1] = to - 1 - mentees;
    }
    return answer;
  };
};
