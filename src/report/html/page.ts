/** A report as one page that asks nothing of any network and runs no script. */
import { VERSION } from "../../version.js";
import type { Block, Cell, Report, Section, Table } from "../document.js";
import { escaped } from "../pictures/svg.js";
import { points } from "../wording.js";
import { STYLE } from "./style.js";

/** Nothing may be loaded, from anywhere, and nothing may run: hostile names stay names. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole page. */
export function htmlOf({ title, subtitle, facts, sections }: Report): string {
  const name = escaped(title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="robots" content="noindex">
<title>${name}: matching</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<p class="quiet">${escaped(subtitle)}</p>
<ul class="facts">${facts.map(({ label, value }) => `<li><b>${escaped(value)}</b> ${escaped(label)}</li>`).join("")}</ul>
</header>
<nav aria-label="Contents"><ul>${sections.map(({ id, title: heading }) => `<li><a href="#${id}">${escaped(heading)}</a></li>`).join("")}</ul></nav>
<main>
${sections.map(sectionOf).join("\n")}
</main>
<footer>Made by mentor-match ${escaped(VERSION)}.</footer>
</body>
</html>
`;
}

const sectionOf = ({ id, title, blocks }: Section): string =>
  `<section aria-labelledby="${id}">
<h2 id="${id}">${escaped(title)}</h2>
${blocksOf(blocks)}
</section>`;

/** Pictures stand side by side where there is room. */
function blocksOf(blocks: readonly Block[]): string {
  const first = blocks.findIndex(({ kind }) => kind !== "figure");
  const figures = first < 0 ? blocks : blocks.slice(0, first);
  const side = figures.length === 0 ? [] : [`<div class="pictures">${figures.map(blockOf).join("\n")}</div>`];
  return [...side, ...blocks.slice(figures.length).map(blockOf)].join("\n");
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "table":
      return tableOf(block);
    case "checklist":
      return `<ul class="checklist">${block.items.map((item) => `<li><label><input type="checkbox">${escaped(item)}</label></li>`).join("")}</ul>`;
    case "figure":
      return `<figure><h3>${escaped(block.title)}</h3><figcaption>${escaped(block.text)}</figcaption>
${block.svg}
<details><summary>The same as a table</summary>${tableOf(block.data)}</details></figure>`;
  }
}

function tableOf({ caption, head, rows }: Table): string {
  const isNumber = head.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === "number"));
  const cellOf = (tag: string, scope: string, cell: Cell, at: number): string =>
    `<${tag}${scope}${isNumber[at] ? ' class="number"' : ""}>${shown(cell)}</${tag}>`;
  const heading = `<thead><tr>${head.map((cell, at) => cellOf("th", ' scope="col"', cell, at)).join("")}</tr></thead>`;
  // What stands first says of whom or what the row is.
  const isHeaded = head.length > 1;
  const cell = (one: Cell, at: number): string =>
    at === 0 && isHeaded ? cellOf("th", ' scope="row"', one, at) : cellOf("td", "", one, at);
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0"><table><caption>${escaped(caption)}</caption>${heading}<tbody>
${body}
</tbody></table></div>`;
}

const shown = (cell: Cell): string => (typeof cell === "number" ? points(cell) : escaped(cell));
