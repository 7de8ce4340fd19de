/** Whether a policy's limits can be solved at all: whether they are nested depends on who is in the pool. */
import { quote } from "../door.js";
import { InputError } from "../errors.js";
import type { LimitGroup } from "./limit-groups.js";
import type { PolicyProblem } from "./problem.js";
import { familiesOf, isCrossing } from "./solvers/nested/families.js";

/** @throws InputError with code `"unsupported"` where limits cut across each other, or across people's own pairs */
export function checkNested(problem: PolicyProblem): void {
  const { limits } = problem;
  if (limits === undefined) return;
  const found = familiesOf(problem);
  if (!isCrossing(found)) return;
  const limit = limits[found.limit]!;
  const other = limits[found.other];
  const across = other === undefined ? "the pairs of single mentees and of single mentors" : named(other);
  const message = `${named(limit)} cuts across ${across}: such limits are not available in this version`;
  throw new InputError("policy", [{ code: "unsupported", path: `limits[${limit.at}]`, message }]);
}

function named({ id, personId, group }: LimitGroup): string {
  const of = [...(personId === undefined ? [] : [personId]), ...(group === undefined ? [] : [group])];
  return of.length === 0 ? quote(id) : `${quote(id)} of ${of.map((part) => quote(String(part))).join(" and ")}`;
}
