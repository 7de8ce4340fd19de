/** Every relative link of the pages leads to a file that is there and to a heading that it has. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  .map((path) => `docs/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".md") && !path.startsWith("docs/api/"));
const pages = [...docs, "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"].sort();
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** A page without its code, which holds no links and no headings. */
const prose = (markdown: string): string =>
  markdown.replace(/^(`{3,})[\s\S]*?^\1\s*$/gm, "").replace(/<!--.*?-->/g, "");

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  return Array.from(prose(markdown).matchAll(/^#{1,6} +(.+?)\s*$/gm), ([, heading]) => {
    const slug = heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

/** What is wrong with the links of a page. */
function brokenLinks(page: string, markdown: string): string[] {
  const text = prose(markdown).replace(/`[^`\n]*`/g, "code");
  return Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link]) => link!).filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? page : relative(root, join(root, dirname(page), file));
    if (target.startsWith("..") || (target !== page && !existsSync(join(root, target)))) return true;
    return anchor !== undefined && !anchorsOf(target === page ? markdown : read(target)).includes(anchor);
  });
}

describe("the links of the pages", () => {
  test.each(pages)("%s links to what is there", (page) => expect(brokenLinks(page, read(page))).toEqual([]));

  test("every page can be reached from README.md", () => {
    const reached = new Set(["README.md"]);
    for (const page of reached) {
      const links = prose(read(page)).matchAll(/\]\(([^)\s#]+\.md)(?:#[^)]*)?\)/g);
      for (const [, link] of links) {
        if (!link!.startsWith("http")) reached.add(relative(root, join(root, dirname(page), link!)));
      }
    }
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });

  test("every page of docs is a page of the site", () => {
    const { projectDocuments } = JSON.parse(read("typedoc.json")) as { readonly projectDocuments: readonly string[] };
    expect(projectDocuments.filter((path) => path.startsWith("docs/")).sort()).toEqual([...docs].sort());
  });

  test("every page of the site says its title and its group", () => {
    const { projectDocuments } = JSON.parse(read("typedoc.json")) as { readonly projectDocuments: readonly string[] };
    const nameless = projectDocuments.filter((path) => !/^---\ntitle: .+\ngroup: .+\n---\n/.test(read(path)));
    expect(nameless).toEqual([]);
  });

  test("brokenLinks() finds files and headings that are not there", () => {
    const page = "# A `b` & c\n[x](#a-b--c) [y](#d) [z](none.md) [u](policies.md#a-pool) [v](../../out.md) `[w](w)`";
    expect(brokenLinks("docs/page.md", page)).toEqual(["#d", "none.md", "../../out.md"]);
  });
});
