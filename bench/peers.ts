/** Other packages that can solve the same problem, as drivers: each is given its input in the form that suits it best. */
import { readFileSync } from "node:fs";
import type { Answer, Instance } from "./instance.js";
import { linearSumAssignment, munkres, munkresAlgorithm } from "./peers/matrix.js";
import { minCostFlow } from "./peers/network.js";
import { highs, javascriptLpSolver, yalps } from "./peers/programme.js";

/** Loads the package and makes its input; what it returns is what the clock sees. */
export type Peer = (instance: Instance) => Promise<() => Answer>;

interface Entry {
  readonly peer: Peer;
  /** pairs of the largest instance that it is known to finish in the time limit; on larger ones it is not started */
  readonly mostPairs: number;
}

export const peers: ReadonlyMap<string, Entry> = new Map([
  ["munkres-algorithm", { peer: munkresAlgorithm, mostPairs: 40_000_000 }],
  ["munkres", { peer: munkres, mostPairs: 40_000_000 }],
  ["linear-sum-assignment", { peer: linearSumAssignment, mostPairs: 5_000_000 }],
  ["yalps", { peer: yalps, mostPairs: 20_000 }],
  ["highs", { peer: highs, mostPairs: 500_000 }],
  ["javascript-lp-solver", { peer: javascriptLpSolver, mostPairs: 500_000 }],
  ["min-cost-flow", { peer: minCostFlow, mostPairs: 20_000 }],
]);

/** As installed; read from the directory in which npm runs scripts. */
export function peerVersions(): string {
  const version = (name: string) =>
    (JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { readonly version: string }).version;
  return [...peers.keys()].map((name) => `${name} ${version(name)}`).join(", ");
}
