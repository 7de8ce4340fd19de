/** A report as Markdown: the same as the HTML, without the pictures, whose numbers stand as tables. */
import type { PolicyInput } from "../policy/policy.js";
import type { PoolInput } from "../pool.js";
import type { MatchResult } from "../types.js";
import type { Block, Cell, Report, Section, Table } from "./document.js";
import { type ReportOptions, reportOf } from "./report.js";
import { points } from "./wording.js";

/**
 * A result as Markdown (GitHub's, for its tables), with all that the HTML page says.
 *
 * @throws InputError listing everything that is wrong with the pool or the policy
 *
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { markdownReport } from "mentor-match/report";
 *
 * const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
 * const policy = { name: "Any pair" };
 * markdownReport(pool, policy, match(pool, policy)).split("\n")[0]; // => "# Any pair"
 * ```
 */
export function markdownReport(
  pool: PoolInput,
  policy: PolicyInput,
  result: MatchResult,
  options?: ReportOptions,
): string {
  return markdownOf(reportOf(pool, policy, result, options));
}

const markdownOf = ({ title, subtitle, facts, sections }: Report): string =>
  [
    `# ${plain(title)}`,
    plain(subtitle),
    facts.map(({ label, value }) => `- ${plain(label)}: **${plain(value)}**`).join("\n"),
    ...sections.map(sectionOf),
  ]
    .join("\n\n")
    .concat("\n");

const sectionOf = ({ title, blocks }: Section): string => [`## ${plain(title)}`, ...blocks.map(blockOf)].join("\n\n");

function blockOf(block: Block): string {
  switch (block.kind) {
    case "text":
      return plain(block.text);
    case "table":
      return tableOf(block);
    case "checklist":
      return block.items.map((item) => `- [ ] ${plain(item)}`).join("\n");
    case "figure":
      return [`### ${plain(block.title)}`, plain(block.text), tableOf(block.data)].join("\n\n");
  }
}

function tableOf({ caption, head, rows }: Table): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map(shown).join(" | ")} |`;
  const lines = [line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)];
  return `${plain(caption)}:\n\n${lines.join("\n")}`;
}

const shown = (cell: Cell): string => (typeof cell === "number" ? points(cell) : plain(cell));

/** Text that stays text: nothing in it starts a tag, a link, emphasis, a cell or a line. */
function plain(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line
    .replace(/[\\`*_{}[\]<>|#~!&]/g, (character) => `\\${character}`)
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/(:)(\/\/)|(www)(\.)|(@)/gi, (found) => found.replace(/[:.@]/, (character) => `\\${character}`));
}
