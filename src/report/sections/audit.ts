/** How groups fared beside everybody else; small ones are not told of. */

import type { AuditedGrouping, Figures, GroupComparison } from "../../insight/audit/comparisons.js";
import type { GroupingInput } from "../../insight/audit/groupings.js";
import { LEAST_TOLD } from "../../insight/audit/suppressed.js";
import { audit } from "../../insight/audit.js";
import type { Block, Cell, Figure, Section } from "../document.js";
import { sharesPicture } from "../pictures/shares.js";
import type { Subject } from "../subject.js";
import { percent } from "../wording.js";

/** Results without pairs cannot be looked into. */
const CHOSEN: readonly string[] = ["proved", "searched", "unproved"];

export function auditSection(
  { pool, policy, result, edition }: Subject,
  groups: readonly GroupingInput[] | undefined,
): Section | undefined {
  if (groups === undefined || !CHOSEN.includes(result.status)) return undefined;
  const audited = audit(pool, policy, result, groups).groupings;
  const groupings = edition.isPublic ? audited.map(withoutSmallCounts) : audited;
  const blocks = groupings.flatMap((grouping): Block[] => {
    const figure = grouping.by === "groups" ? coverageOf(grouping) : undefined;
    return [...(figure === undefined ? [] : [figure]), tableOf(grouping)];
  });
  if (blocks.length === 0) return undefined;
  return { id: "audit", title: "Groups", blocks: [{ kind: "text", text: HOW_TO_READ }, ...blocks] };
}

const HOW_TO_READ =
  "Each group is set beside everybody else. The probability says how often chance alone would make such a difference, corrected for the number of comparisons: below 0.05 it is worth a look. Groups of under five people are not told of, nor others that would give them away. Of an amount, such as the score, it is told how many are above the middle of all.";

/** How many of each group who might be matched were, with the exact interval. */
function coverageOf({ name, role, groups }: AuditedGrouping): Figure | undefined {
  const told = groups.flatMap(({ group, comparisons }) => {
    const matched = comparisons.find(({ measure }) => measure === "matched");
    return matched === undefined ? [] : [{ called: group ?? NOT_STATED, ...matched.group }];
  });
  if (told.length === 0) return undefined;
  const title = `Coverage by ${name} (${role}s)`;
  const left = groups.length - told.length;
  const text = `How many of those who might be matched are: a bar for each group, and a line over it for the 95 % interval, which is wide where people are few.${left > 0 ? ` Not shown, because too few: ${left}.` : ""}`;
  return {
    kind: "figure",
    title,
    text,
    svg: sharesPicture(
      { title, text },
      "per cent matched",
      told.map(({ called, people, share, interval }) => ({
        label: called,
        told: `${percent(share, 1)} of ${people}`,
        share,
        interval,
      })),
    ),
    data: {
      kind: "table",
      caption: title,
      head: ["Group", "People", "Matched", "95 % interval"],
      rows: told.map(({ called, people, share, interval }): Cell[] => [
        called,
        people,
        percent(share, 1),
        intervalText(interval),
      ]),
    },
  };
}

const NOT_STATED = "not stated";

const intervalText = ([least, most]: Figures["interval"]): string => `${percent(least, 1)} to ${percent(most, 1)}`;

function tableOf({ name, role, groups }: AuditedGrouping): Block {
  const rows = groups.flatMap(({ group, isSuppressed, comparisons }): Cell[][] =>
    isSuppressed || comparisons.length === 0
      ? [[group ?? NOT_STATED, "too few to be told of", "", "", "", ""]]
      : comparisons.map((one) => [
          group ?? NOT_STATED,
          measureWords(one.measure),
          `${percent(one.group.share, 1)} of ${one.group.people}`,
          intervalText(one.group.interval),
          `${percent(one.others.share, 1)} of ${one.others.people}`,
          one.corrected.toFixed(3),
        ]),
  );
  return {
    kind: "table",
    caption: `${name} (${role}s): each group beside everybody else`,
    head: ["Group", "Measure", "In the group", "95 % interval", "Of the others", "Probability"],
    rows,
  };
}

/** What a measure counts, in words. */
function measureWords(measure: string): string {
  const known = MEASURES[measure];
  if (known !== undefined) return known;
  return `refused by ${measure.replace(/^must\./, "")} more often than the middle`;
}

const MEASURES: { readonly [measure: string]: string } = {
  "takes-part": "take part, of those who applied",
  eligible: "might be matched, of those who take part",
  matched: "are matched, of those who might be",
  accepted: "accepted, of those who were asked",
  lasted: "lasted to the end, of pairs that are over",
  score: "score above the middle",
  choice: "choice later than the middle",
  "waiting-days": "waited longer than the middle",
};

/**
 * A grouping as everybody may read it: a measure is told only where neither a group, nor everybody else, nor the groups that are
 * left between them has one to four people of whom it is so, or of whom it is not so.
 */
function withoutSmallCounts(grouping: AuditedGrouping): AuditedGrouping {
  const all = grouping.groups.flatMap(({ comparisons }) => comparisons);
  const isTold = (measure: string): boolean => {
    const those = all.filter((one) => one.measure === measure);
    return [...those.flatMap(({ group, others }) => [group, others]), restOf(those)].every(
      ({ people, count }) => !isFew(count) && !isFew(people - count),
    );
  };
  const told = new Set([...new Set(all.map(({ measure }) => measure))].filter(isTold));
  return {
    ...grouping,
    groups: grouping.groups.map((one) => ({
      ...one,
      comparisons: one.comparisons.filter(({ measure }) => told.has(measure)),
    })),
  };
}

const isFew = (count: number): boolean => count > 0 && count < LEAST_TOLD;

/** What all others leave of the total. */
function restOf(those: readonly GroupComparison[]): Pick<Figures, "people" | "count"> {
  const { group, others } = those[0]!;
  const sum = (of: (figures: Figures) => number): number => those.reduce((total, one) => total + of(one.group), 0);
  return {
    people: group.people + others.people - sum(({ people }) => people),
    count: group.count + others.count - sum(({ count }) => count),
  };
}
