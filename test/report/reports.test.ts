/** A result as HTML and as Markdown: complete, the same each time, and safe whatever people are called. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type MatchResult, match, type PolicyInput, type PoolInput } from "../../src/index.js";
import { htmlReport, markdownReport, pseudonyms } from "../../src/report/index.js";
import { hee, heeCohort, pals, palsCohort } from "../../src/schemes/index.js";

const SALT = "0123456789abcdef";

/** What stands between tags, with entities read, and the names of all tags and attributes. */
function readHtml(html: string): {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
} {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const bare = html.replace(/<style>[\s\S]*?<\/style>/, "");
  const text = bare.replace(
    /<!?\/?([a-z0-9]+)((?:\s+[a-zA-Z0-9:-]+(?:="[^"]*")?)*)\s*>/g,
    (_, tag: string, given: string) => {
      tags.add(tag);
      for (const [, name] of given.matchAll(/\s([a-zA-Z0-9:-]+)(?:="[^"]*")?/g)) attributes.add(name!);
      return "\n";
    },
  );
  // Whatever is left of an angle bracket is no text.
  expect(text).not.toMatch(/[<>]/);
  return { text: text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))), tags, attributes };
}

const whole = (pool: PoolInput, policy: PolicyInput): [PoolInput, PolicyInput, MatchResult] => [
  pool,
  policy,
  match(pool, policy),
];

test("htmlReport() says who has whom, who has nobody and why, and what proves it", () => {
  const [pool, policy, result] = whole(palsCohort(), pals);
  const html = htmlReport(pool, policy, result);
  const { text } = readHtml(html);
  for (const { menteeId, mentorId } of result.matches) {
    expect(text).toContain(menteeId);
    expect(text).toContain(mentorId);
  }
  for (const { menteeId, refusedBy } of result.unmatched) {
    const row = text.slice(text.indexOf("Mentees without a mentor, and what"));
    expect(row).toContain(menteeId);
    for (const { id, mentors } of refusedBy) expect(row).toContain(`${id} ${mentors}`);
  }
  expect(text).toContain(`${result.run.poolHash}`);
  for (const level of result.levels) expect(text).toContain(level.name);
  const titles = [...html.matchAll(/<h2 id="([a-z-]+)">/g)].map(([, id]) => id);
  expect(titles).toEqual([
    "pictures",
    "checks",
    "matches",
    "unmatched",
    "reserve",
    "waiting",
    "terms",
    "not-taking-part",
    "word",
    "quality",
    "noticed",
    "policy",
    "proof",
  ]);
  expect(htmlReport(pool, policy, result)).toBe(html);
});

test("htmlReport() runs nothing, asks no network for anything, and draws every picture with its numbers", () => {
  const html = htmlReport(...whole(heeCohort(), hee));
  const { tags, attributes } = readHtml(html);
  expect(
    [...tags].filter((tag) => ["script", "img", "link", "iframe", "object", "embed", "form", "base"].includes(tag)),
  ).toEqual([]);
  expect([...attributes].filter((name) => /^on|^src|^action|^style$/.test(name))).toEqual([]);
  expect(html).not.toMatch(/https?:|url\(|@import/);
  expect([...html.matchAll(/href="([^"]*)"/g)].every(([, href]) => href!.startsWith("#"))).toBe(true);
  const pictures = html.match(/<svg[^>]*role="img" aria-label="[^"]+"/g) ?? [];
  expect(pictures.length).toBe(html.match(/<figure>/g)!.length);
  expect(pictures.length).toBe(html.match(/<details>/g)!.length);
  expect(pictures.length).toBeGreaterThanOrEqual(4);
});

test("the pictures show the counts of the result", () => {
  const [pool, policy, result] = whole(palsCohort(), pals);
  const html = htmlReport(pool, policy, result);
  const table = (caption: string): string[][] => {
    const from = html.indexOf(`<caption>${caption}`);
    const body = html.slice(from, html.indexOf("</table>", from));
    return [...body.matchAll(/<tr>(.*?)<\/tr>/g)]
      .slice(1)
      .map(([, row]) => [...row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell]) => cell!));
  };
  const bins = table("Scores of the matches").map(([, count]) => Number(count));
  expect(bins.reduce((sum, count) => sum + count, 0)).toBe(result.matches.length);
  expect(bins[9]).toBe(result.matches.filter(({ score }) => score >= 9000).length);
  const load = table("Mentees of each mentor").map(([mentees, count]) => Number(mentees) * Number(count));
  expect(load.reduce((sum, count) => sum + count, 0)).toBe(result.matches.length);
  expect(table("Matches against total score").at(-1)![0]).toBe(String(result.matches.length));
});

test("colours of text stand out from their ground as WCAG AA asks, in light and dark", () => {
  const html = htmlReport(...whole({ mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] }, { name: "Any" }));
  const themes = [
    ...html.matchAll(
      /--paper: (#\w{6}); --panel: (#\w{6}); --ink: (#\w{6}); --quiet: (#\w{6}); --line: #\w{6}; --accent: (#\w{6})/g,
    ),
  ];
  expect(themes.length).toBe(3);
  for (const [, paper, panel, ink, quiet, accent] of themes)
    for (const front of [ink!, quiet!, accent!])
      for (const ground of [paper!, panel!]) expect(contrast(front, ground)).toBeGreaterThanOrEqual(4.5);
  // Numbers on bars, and lines over the bars of shares.
  const shades = [
    ...html.matchAll(/--shade-1: (#\w{6}); --shade-2: (#\w{6}); --shade-3: (#\w{6}); --shade-4: (#\w{6})/g),
  ];
  expect(shades.length).toBe(3);
  themes.forEach(([, paper, , ink, , accent], at) => {
    const [, ...own] = shades[at]!;
    expect(contrast(paper!, accent!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink!, own[1]!)).toBeGreaterThanOrEqual(3);
    // Without colour each shade is still another: they stand apart in lightness, in one direction.
    const away = own.map((shade) => contrast(shade!, paper!));
    for (const [before, next] of away.slice(1).entries()) expect(next / away[before]!).toBeGreaterThanOrEqual(1.3);
  });
});

/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</td></tr></table>",
  "a|b",
  "[x](javascript:1)",
  "`**_~~#",
  "=cmd|' /C calc'!A0",
  "&lt;b&gt;",
  "https://evil.example",
  "javascript:alert(1)",
  "www.evil.example",
  "x@evil.example",
  "<!--",
  "1. one",
  "- list",
  "| --- |",
  "---",
  "# Heading",
  "![x](y)",
  "<https://evil.example>",
  "[x]: https://evil.example",
  "\\",
  "a\\|b",
  "&#60;b&#62;",
  "~~x~~",
  "===",
  "- [x] done",
];
const anyName = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }))
  .filter((name) => name.normalize("NFC").trim() === name && name !== "" && !/\p{Cc}/u.test(name));

test("whatever people, departments and the scheme are called, a report has its own tags and no others", () => {
  const clean = readHtml(htmlReport(...whole(cohort(["a", "b", "c", "d"], "Scheme"), { name: "Scheme" })));
  fc.assert(
    fc.property(
      fc.uniqueArray(anyName, { minLength: 4, maxLength: 4, selector: (name) => name.toLowerCase() }),
      anyName,
      (names, title) => {
        const [pool, policy, result] = whole(cohort(names, title), { name: title });
        const options = { contacts: new Map(names.map((name) => [name, { name: title }])), signedOff: { by: title } };
        const { tags, attributes, text } = readHtml(htmlReport(pool, policy, result, options));
        expect([...tags].filter((tag) => !clean.tags.has(tag))).toEqual([]);
        expect([...attributes].filter((name) => !clean.attributes.has(name))).toEqual([]);
        for (const { menteeId } of result.matches) expect(text).toContain(`${title} (${menteeId})`);
        const markdown = markdownReport(pool, policy, result, options);
        // Every table row has the cells of its head, no tag starts, and no link is made.
        expect(markdown).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|[^\\]:\/\//);
        // What is not escaped is the report's own: pipes between cells, boxes to tick, headings, the two stars of a fact.
        for (const line of markdown.split("\n")) {
          const bare = line.replace(/\\./gu, "");
          expect(bare).not.toMatch(/[`_{}<>~!&@]|www\.|^[=+]|^\d+[.)]/iu);
          if (!line.startsWith("| ")) expect(bare).not.toContain("|");
          expect(bare.replace(/^- \[ \] /, "")).not.toMatch(/[[\]]/);
          expect(bare.replace(/^#{1,3} /, "")).not.toContain("#");
          expect(bare.replace(/^- (.*): \*\*(.*)\*\*$/, "$1$2")).not.toContain("*");
        }
        for (const block of markdown.split("\n\n").filter((part) => part.startsWith("| "))) {
          const cells = block.split("\n").map((line) => line.replace(/\\./gu, "").split("|").length);
          expect(new Set(cells).size).toBe(1);
        }
      },
    ),
  );
});

const cohort = ([a, b, c, d]: readonly string[], reason: string): PoolInput => ({
  mentees: [{ id: a! }, { id: b! }],
  mentors: [{ id: c! }, { id: d! }],
  forbids: [{ menteeId: a!, mentorId: c!, by: reason, reason }],
});

test("the public edition holds no id, no name, no reason and no count from 1 to 4", () => {
  const [cohortPool, policy, result] = whole(palsCohort(), pals);
  const pool = cohortPool as { mentees: { id: string; name?: string }[]; mentors: { id: string; name?: string }[] };
  const names = pseudonyms(cohortPool, SALT);
  for (const told of [
    htmlReport(cohortPool, policy, result, { pseudonyms: names }),
    markdownReport(cohortPool, policy, result, { pseudonyms: names }),
  ]) {
    for (const { id, name } of [...pool.mentees, ...pool.mentors]) {
      expect(told).not.toContain(id);
      if (name !== undefined) expect(told).not.toContain(name);
    }
    expect(told).not.toContain("asked for in confidence");
    expect(told).toContain("under 5");
  }
  const html = htmlReport(cohortPool, policy, result, { pseudonyms: names });
  const figures = html.slice(html.indexOf('id="pictures"'), html.indexOf('id="matches"'));
  const counts = [...figures.matchAll(/<td[^>]*>([^<]*)<\/td><\/tr>/g)].map(([, cell]) => cell);
  expect(counts.filter((count) => /^[1-4]$/.test(count!))).toEqual([]);
});

test("pseudonyms() are one a person, tell nothing of the ids' order, and need a salt", () => {
  const pool = palsCohort();
  const names = pseudonyms(pool, SALT);
  const ids = new Set([...pool.mentees, ...pool.mentors].map(({ id }) => id));
  expect([names.size, new Set(names.values()).size]).toEqual([ids.size, ids.size]);
  expect([...pseudonyms(pool, SALT)]).toEqual([...names]);
  const order = (salt: string): string => [...pseudonyms(pool, salt).keys()].join();
  expect(order(SALT)).not.toBe(order(`${SALT}!`));
  expect(order(SALT)).not.toBe([...ids].sort().join());
  expect(() => pseudonyms(pool, "short")).toThrow(RangeError);
});

test("markdownReport() holds the same sections as the page", () => {
  const [pool, policy, result] = whole(palsCohort(), pals);
  const markdown = markdownReport(pool, policy, result);
  const titles = [...htmlReport(pool, policy, result).matchAll(/<h2 id="[a-z-]+">([^<]*)</g)].map(([, title]) =>
    title!.replace("&#39;", "'"),
  );
  expect([...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(titles);
});

test("a result that is infeasible or empty makes a report, too", () => {
  const short = whole(
    { mentees: [{ id: "bo" }], mentors: [{ id: "ada", minimum: 2, capacity: 2 }] },
    { name: "Short" },
  );
  expect(readHtml(htmlReport(...short)).text).toContain("cannot be met together");
  expect(readHtml(htmlReport(...whole({ mentees: [], mentors: [] }, { name: "Empty" }))).text).toContain(
    "Nobody is matched.",
  );
});

test("htmlReport() tells the coordinator's word with its price, and what would help whoever is left out", () => {
  const people = Array.from({ length: 33 }, (_, at) => ({ id: `e${String(at).padStart(2, "0")}` }));
  const pool: PoolInput = {
    mentees: [...people.slice(0, 32), { id: "e32", department: "Law" }],
    mentors: [{ id: "ada", department: "Law" }],
    locks: [{ menteeId: "e32", mentorId: "ada", by: "Ida" }],
    overrides: [{ menteeId: "e32", mentorId: "ada", rule: "different-department", reason: "only one" }],
  };
  const must = [{ rule: "different-department" as const, onUnknown: "allow" as const }];
  const { text } = readHtml(htmlReport(...whole(pool, { name: "Word", must }), { isThorough: true }));
  expect(text).toMatch(/must be made\s+Ida/);
  expect(text).toContain("different-department set aside");
  expect(text).toContain("without it nothing would be possible");
  expect(text).toContain("one more place at ada, 2 in all");
  expect(text).toContain("For 2 others this was not worked out");
  const limited = whole(pool, { name: "Word", must, limits: [{ id: "all", atMost: 1 }] });
  expect(readHtml(htmlReport(...limited, { isThorough: true })).text).toContain(
    "because limits or constraints tie pairs together and solving again",
  );
  const apart = whole(
    { mentees: [{ id: "bo" }], mentors: [{ id: "ada", optedIn: false }] },
    { name: "None", participation: { mentors: [{ rule: "opted-in" }] } },
  );
  expect(readHtml(htmlReport(...apart, { isThorough: true })).text).toContain("nothing that was tried");
});

test("htmlReport() says what the policy declares, what a level falls short of, and that functions cannot be repeated", () => {
  const positiveAction = {
    characteristic: "sex",
    ground: "few",
    evidence: "count",
    aim: "more",
    reviewDate: "2027-01-01",
  };
  const must = [{ rule: "same-attribute" as const, attribute: "gender", onUnknown: "allow" as const, positiveAction }];
  const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
  const { text } = readHtml(htmlReport(...whole(pool, { name: "Said", protected: ["gender"], must })));
  expect(text).toContain("declared: sex; few; count; more; to be reviewed on 2027-01-01");
  const [, policy, result] = whole(pool, { name: "Said" });
  const nameless = { ...result, status: "stopped", run: { ...result.run, policyHash: null } } as MatchResult;
  expect(readHtml(htmlReport(pool, policy, nameless)).text).toContain(
    "none: the policy holds functions, so nobody can repeat the run from paper",
  );
  const levels = result.levels.map((level) => ({ ...level, bound: level.value.map((value) => value + 1) }));
  const open = { ...result, status: "unproved" as const, levels };
  const page = readHtml(htmlReport(pool, policy, open, { pseudonyms: new Map() })).text;
  expect(page).toMatch(/Reaches its bound\s+coverage\s+no/);
  // Whoever has no pseudonym is not called by an id.
  expect(page).toMatch(/someone\s+someone/);
  expect(page).not.toMatch(/\b(bo|ada)\b/);
});

test("htmlReport() tells of pairs with terms that have no end, and of no groups where there are none", () => {
  const pool = { asOf: "2026-10-01", mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
  const given = whole(pool, { name: "Open end", terms: { feedbackMonths: [3] } });
  const html = htmlReport(...given, { groups: [] });
  expect(readHtml(html).text).toMatch(/Until[\s\S]*bo\s+ada\s+2026-10-01\s+2027-01-01/);
  const members = [{ id: "bo", group: "few" }];
  expect(readHtml(htmlReport(...given, { groups: [{ name: "time", members }] })).text).toContain(
    "too few to be told of",
  );
});
