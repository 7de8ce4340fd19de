// Whether the site that typedoc built opens from the file system: every link and asset of every page is there, anchors included.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const site = fileURLToPath(new URL("../docs/api/", import.meta.url));
const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
const unescaped = (text) =>
  text
    .replace(/&amp;/g, "&")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"');
const texts = new Map(pages.map((path) => [join(site, path), readFileSync(join(site, path), "utf8")]));
const anchors = new Map();

/** The ids of a page. */
function idsOf(path) {
  if (!anchors.has(path)) {
    const ids = texts.get(path).matchAll(/\s(?:id|name)="([^"]*)"/g);
    anchors.set(path, new Set(Array.from(ids, ([, id]) => unescaped(id))));
  }
  return anchors.get(path);
}

const issues = [];
let links = 0;
for (const [path, text] of texts) {
  for (const [, found] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const link = unescaped(found);
    if (/^(https?|mailto|data):/.test(link)) continue;
    links++;
    const [file, anchor] = link.split("#").map(decodeURIComponent);
    const target = file === "" ? path : resolve(dirname(path), file);
    const isThere = !link.startsWith("/") && existsSync(target);
    const isAnchored = !anchor || !texts.has(target) || idsOf(target).has(anchor);
    if (!isThere || !isAnchored) issues.push(`${relative(site, path)}: ${link}`);
  }
}
const guides = pages.filter((path) => /^documents[/\\]/.test(path)).length;
console.log(
  `docs/api: ${pages.length} pages, ${guides} of them guides; ${links} links, ${issues.length} of them broken`,
);
for (const issue of issues) console.error(issue);
if (issues.length > 0 || guides < 20 || links < 10_000) process.exitCode = 1;
