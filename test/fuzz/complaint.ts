/** What is wrong with how one case is matched, if anything. */
import { loadHighs } from "../../src/highs.js";
import {
  InputError,
  linearProgram,
  type MatchResult,
  match,
  type PolicyInput,
  parsePolicy,
  parsePool,
  SolverError,
  verify,
} from "../../src/index.js";
import type { AnyCase } from "../helpers/any-case.js";
import { type JsonRecord, withFunctions } from "../helpers/any-policy.js";
import { chanceOf } from "../helpers/chance.js";

/** What came of a case: `refused` at the door, or a search that `gave up`, is no finding, `wrong` is one, in words. */
export interface Outcome {
  readonly status: MatchResult["status"] | "refused" | "gave up";
  readonly wrong?: string;
}

/** Most mentees for which another solver is asked, too. */
const SMALL = 12;

const highs = await loadHighs();

/** Matches a case in every way there is; all must agree and be verified. */
export function outcomeOf({ pool, policy: json }: AnyCase): Outcome {
  let status: Outcome["status"] = "refused";
  try {
    const result = match(pool, withFunctions(json));
    // A policy that was read once is read again as it is, and quickly.
    const policy = parsePolicy(withFunctions(json)) as unknown as PolicyInput;
    status = result.status;
    const wrong = [
      expectSound(pool, policy, result, "match"),
      expectSame(result, match(shuffled(pool), withFunctions(json)), "the rows in another order"),
      expectSame(result, match(parsePool(pool), policy), "reading pool and policy before"),
      expectSame(result, JSON.parse(JSON.stringify(result)) as MatchResult, "a round trip through JSON"),
      ...(isCrossing(json) ? [expectNoBetter(pool, policy, result)] : []),
      ...(pool.mentees.length <= SMALL ? otherBackends(pool, policy, json, result) : []),
    ].find((complaint) => complaint !== undefined);
    return wrong === undefined ? { status } : { status, wrong };
  } catch (error) {
    if (error instanceof InputError && status === "refused") return { status };
    const isLong = error instanceof SolverError && error.code === "too-long" && pool.mentees.length > SMALL;
    if (isLong && isCrossing(json)) return { status: "gave up" };
    return { status, wrong: `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
  }
}

/** Whether something may cut across, so that an answer may rest on a search. */
const isCrossing = ({ limits, constraints, standing }: JsonRecord): boolean =>
  limits !== undefined || constraints !== undefined || (standing as JsonRecord | undefined)?.maxChanges !== undefined;

/** Stable objectives have one solver only. */
function otherBackends(
  pool: AnyCase["pool"],
  policy: PolicyInput,
  json: JsonRecord,
  result: MatchResult,
): (string | undefined)[] {
  if (!Array.isArray(json.objective ?? [])) return [];
  return isCrossing(json) ? [throughHighs(pool, policy, result)] : bothBackends(pool, policy, result);
}

/** Prices may differ, and with them whether they prove the answer, and which bounds are named that cannot be kept. */
function throughHighs(pool: AnyCase["pool"], policy: PolicyInput, result: MatchResult): string | undefined {
  const other = match(pool, policy, { solver: highs });
  const answer = ({ status, matches, levels }: MatchResult): unknown => {
    return { isFeasible: status !== "infeasible", matches, values: levels.map(({ value }) => value) };
  };
  return expectSound(pool, policy, other, "highs") ?? expectSame(answer(result), answer(other), "another solver");
}

/** Whatever keeps more is worth no more. */
function expectNoBetter(pool: AnyCase["pool"], policy: PolicyInput, result: MatchResult): string | undefined {
  const { limits: _, constraints: __, standing, ...rest } = policy;
  const freely = match(pool, { ...rest, ...(standing === undefined ? {} : { standing: { pairs: standing.pairs } }) });
  if (freely.status === "infeasible" || result.status === "infeasible")
    return freely.status === "infeasible" && result.status !== "infeasible" ? "feasible though less is not" : undefined;
  const valuesOf = ({ levels }: MatchResult): number[] => levels.flatMap(({ value }) => value);
  const [bound, value] = [valuesOf(freely), valuesOf(result)];
  const at = value.findIndex((one, level) => one !== bound[level]);
  return at < 0 || value[at]! < bound[at]! ? undefined : `worth ${value.join()}, though freely only ${bound.join()}`;
}

function bothBackends(pool: AnyCase["pool"], policy: PolicyInput, result: MatchResult): (string | undefined)[] {
  const other = match(pool, policy, { solver: linearProgram });
  const stopped = match(pool, policy, { solver: linearProgram, onProgress: () => false });
  return [
    expectSound(pool, policy, other, "linear-program"),
    expectSame(comparable(result), comparable(other), "another solver"),
    verify(pool, policy, stopped).status === stopped.status ? undefined : `stopped: ${issuesOf(pool, policy, stopped)}`,
  ];
}

function expectSound(
  pool: AnyCase["pool"],
  policy: PolicyInput,
  result: MatchResult,
  solver: string,
): string | undefined {
  const isSearched = result.status === "searched" && !["flow", "nested"].includes(result.run.solver);
  if (!isSearched && !["proved", "infeasible"].includes(result.status)) return `${solver}: status ${result.status}`;
  const verification = verify(pool, policy, result);
  const isSound = verification.status === result.status && verification.notes.length === 0;
  return isSound ? undefined : `${solver}: ${issuesOf(pool, policy, result)}`;
}

const issuesOf = (pool: AnyCase["pool"], policy: PolicyInput, result: MatchResult): string =>
  JSON.stringify(verify(pool, policy, result).issues);

/** What every solver must agree on: prices may differ, and which minima are named as too many. */
function comparable({ proof: _, run, findings, ...rest }: MatchResult): unknown {
  return { ...rest, run: { ...run, solver: "" }, findings: findings.filter(({ code }) => code !== "minimum-unmet") };
}

function expectSame(one: unknown, other: unknown, after: string): string | undefined {
  const [before, now] = [JSON.stringify(one), JSON.stringify(other)];
  return before === now ? undefined : `${after} changes the result\n  ${before}\n  ${now}`;
}

/** The same pool with every list in another order. */
function shuffled(pool: AnyCase["pool"]): AnyCase["pool"] {
  const chance = chanceOf(pool.mentees.length + 1000 * pool.mentors.length);
  const lists = Object.entries(pool as unknown as JsonRecord).map(
    ([field, rows]) => [field, Array.isArray(rows) ? chance.shuffled(rows) : rows] as const,
  );
  return Object.fromEntries(lists) as unknown as AnyCase["pool"];
}
