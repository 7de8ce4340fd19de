/** An audit by groups as plain text: small groups are not told, chance is. */
import type { Audit, AuditedGrouping, GroupComparison } from "../insight/audit/comparisons.js";
import { columnsOf } from "./columns.js";
import { percent, plural, sectionText } from "./wording.js";

/** Differences that chance alone makes less often than this, all comparisons taken together, are pointed out. */
const UNLIKELY = 0.05;

/** The audit, lines ending in `\n`. */
export function auditText({ groupings, comparisons }: Audit): string {
  const unlikely = groupings.flatMap(({ groups }) => groups.flatMap((group) => group.comparisons)).filter(isUnlikely);
  const head =
    unlikely.length === 0
      ? `${plural(comparisons, "comparison")}; no difference that chance would not make`
      : `${plural(comparisons, "comparison")}; ${plural(unlikely.length, "difference")} that chance would rarely make, marked *`;
  return [`${head}\n`, ...groupings.map(groupingText)].join("\n");
}

const isUnlikely = ({ corrected }: GroupComparison): boolean => corrected < UNLIKELY;

function groupingText({ name, role, groups }: AuditedGrouping): string {
  const rows = groups.flatMap(({ group, isSuppressed, comparisons }) => {
    const called = group ?? "not stated";
    if (isSuppressed) return [[called, "too few to be told of"]];
    return comparisons.map((one) => [
      called,
      one.measure,
      `${percent(one.group.share, 1)} of ${one.group.people}`,
      `others ${percent(one.others.share, 1)} of ${one.others.people}`,
      `p ${one.corrected.toFixed(3)}${isUnlikely(one) ? " *" : ""}`,
    ]);
  });
  return sectionText(`${name} (${role}s)`, columnsOf(rows));
}
