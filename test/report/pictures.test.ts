/** The seven pictures: there, told to whoever cannot see them, and as suppressed as the tables. And how a page is built. */
import { expect, test } from "vitest";
import { audit, match, planRota } from "../../src/index.js";
import { htmlReport, pseudonyms } from "../../src/report/index.js";
import { rotaPage } from "../../src/report/rota.js";

const ids = Array.from({ length: 40 }, (_, at) => `e${String(at).padStart(2, "0")}`);
const pool = {
  asOf: "2026-10-01",
  mentees: ids.map((id, at) => ({
    id,
    nominations: at % 2 === 0 ? ["r00"] : [],
    seeks: at % 3 === 0 ? ["grants"] : [],
  })),
  mentors: Array.from({ length: 10 }, (_, at) => ({ id: `r0${at}`, capacity: 2, offers: ["grants"] })),
};
const policy = { name: "Pictures", prefer: [{ criterion: "shared-areas" }], objective: ["coverage", "first-choices"] };
const result = match(pool, policy as never);
const groupOf = (at: number) => (at < 18 ? "<b>first|" : at < 37 ? "second" : "tiny");
const groups = [{ name: "time", members: ids.map((id, at) => ({ id, group: groupOf(at) })) }];
const page = htmlReport(pool, policy as never, result, { groups });
const rota = planRota(pool, { name: "Event" }, { rounds: 3 });

/** Title, description, number of table rows and SVG of each picture of a page. */
const figuresOf = (html: string) =>
  [...html.matchAll(/<figure><h3>(.*?)<\/h3>[\s\S]*?<\/figure>/g)].map(([figure, title]) => ({
    title: title!,
    svg: figure!.slice(figure!.indexOf("<svg"), figure!.indexOf("</svg>")),
    rows: figure!.slice(figure!.indexOf("<tbody>")).match(/<tr>/g)?.length ?? 0,
  }));

test("htmlReport() and rotaPage() draw all seven pictures, each with a title, a description and its numbers as a table", () => {
  const figures = [...figuresOf(page), ...figuresOf(rotaPage(rota, "Event"))];
  expect(figures.map(({ title }) => title)).toEqual([
    "Scores of the matches",
    "Mentees of each mentor",
    "Nominations that came true",
    "Matches against total score",
    "Pairs that may be",
    "Coverage by time (mentees)",
    "Tables by round",
  ]);
  for (const { title, svg, rows } of figures) {
    expect(svg).toMatch(new RegExp(`role="img" aria-label="${title.replace(/[()]/g, "\\$&")}"><title>`));
    expect(svg).toMatch(/<desc>[^<]{20,}<\/desc>/);
    expect(rows).toBeGreaterThan(0);
    // No colour of its own: the page's shades decide, which differ in lightness.
    expect(svg).not.toMatch(/fill="|stroke="|style=/);
  }
});

test("the picture of coverage has the audit's groups, shares and intervals, and none that is suppressed", () => {
  const { groups: told } = audit(pool, policy as never, result, groups).groupings[0]!;
  const { svg, rows } = figuresOf(page).find(({ title }) => title.startsWith("Coverage"))!;
  const shown = told.filter(({ comparisons }) => comparisons.some(({ measure }) => measure === "matched"));
  expect(shown.map(({ group }) => group)).not.toContain("tiny");
  expect(rows).toBe(shown.length);
  expect(svg.match(/class="shade-2"/g)).toHaveLength(shown.length);
  const figures = shown.map(({ comparisons }) => comparisons.find(({ measure }) => measure === "matched")!.group);
  for (const { share, people, interval } of figures) {
    expect(svg).toContain(`${Math.round(100 * share)} % of ${people}`);
    expect(page).toContain(`<td>${Math.round(100 * interval[0])} % to ${Math.round(100 * interval[1])} %</td>`);
  }
  expect(page).not.toContain("tiny</th><td>100 %");
});

test("the public edition tells no measure of groups whose count, or what is left of it, is one to four", () => {
  const some = ids.map((id, at) => ({ id, group: at < 20 ? "first" : "second" }));
  // Three of the first group may be nobody's mentee, so that 17 of its 20 can be matched.
  const shut = { ...pool, mentees: pool.mentees.map((one, at) => ({ ...one, optedIn: at > 2 })) };
  const strict = { name: "Strict", participation: { mentees: [{ rule: "opted-in" as const }] } };
  const made = match(shut, strict);
  const options = { groups: [{ name: "time", members: some }] };
  const office = htmlReport(shut, strict, made, options);
  const open = htmlReport(shut, strict, made, { ...options, pseudonyms: pseudonyms(shut, "0123456789abcdef") });
  expect(office).toContain("take part, of those who applied</td><td>85 % of 20");
  expect(open).not.toContain("take part, of those who applied");
  expect(open).toContain("are matched, of those who might be");
});

test("the timetable has a field for each person and round, filled where they meet", () => {
  const { svg, rows } = figuresOf(rotaPage(rota, "Event"))[0]!;
  const people = new Set(
    rota.rounds.flatMap(({ meetings }) => meetings.flatMap(({ mentorId, menteeIds }) => [mentorId, ...menteeIds])),
  );
  const met = rota.rounds.reduce((sum, { meetings }) => sum + meetings.length, 0) * 2;
  expect(rows).toBe(people.size);
  expect(svg.match(/class="bar"/g)).toHaveLength(met);
  expect(svg.match(/class="ground"/g) ?? []).toHaveLength(people.size * rota.rounds.length - met);
  const many = Array.from({ length: 70 }, (_, at) => `m${at}`);
  const large = { mentees: many.map((id) => ({ id })), mentors: many.map((id) => ({ id: `${id}!` })) };
  const big = rotaPage(planRota(large, { name: "Event" }, { rounds: 1 }), "Event");
  expect(figuresOf(big)).toEqual([]);
  expect(big).toContain("No picture is drawn of more than 120 people, and there are 140");
  // Why somebody meets nobody is told in words.
  const alone = rotaPage(planRota({ mentees: [{ id: "bo" }], mentors: [] }, { name: "Event" }, { rounds: 1 }), "Event");
  expect(alone).toContain("may meet nobody of those who are there");
});

test("a page says its language, has one of each landmark, headings in order and scopes on every heading of a table", () => {
  for (const html of [page, rotaPage(rota, "Event")]) {
    expect(html).toContain('<html lang="en">');
    for (const landmark of ["header", "nav", "main", "footer"])
      expect(html.match(new RegExp(`<${landmark}[ >]`, "g"))).toHaveLength(1);
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.slice(1).entries()) expect(level).toBeLessThanOrEqual(levels[at]! + 1);
    expect([...html.matchAll(/<th(?![a-z])[^>]*>/g)].filter(([tag]) => !/scope="(col|row)"/.test(tag))).toEqual([]);
    for (const [, caption] of html.matchAll(/<table>(<caption>)?/g)) expect(caption).toBe("<caption>");
    // What scrolls can be reached and is named; every link leads somewhere on the page.
    expect(html.match(/class="wide" role="region" aria-label="[^"]+" tabindex="0"/g)!.length).toBe(
      html.match(/class="wide"/g)!.length,
    );
    const anchors = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) expect(anchors).toContain(to);
  }
});

test("pictures that look at all pairs are left out of a report on very many people, which says so", () => {
  const many = Array.from({ length: 501 }, (_, at) => ({ id: `e${at}`, optedIn: at < 2 }));
  const crowd = {
    mentees: many,
    mentors: many.map(({ optedIn }, at) => ({ id: `r${at}`, optedIn: optedIn && at < 1 })),
  };
  const rule = [{ rule: "opted-in" as const }];
  const strict = { name: "Crowd", participation: { mentees: rule, mentors: rule } };
  const html = htmlReport(crowd, strict, match(crowd, strict), { isThorough: true });
  expect(html).toContain("are left out: there are more than 250 000 pairs of people.");
  expect(figuresOf(html).map(({ title }) => title)).toEqual(["Scores of the matches", "Mentees of each mentor"]);
  expect(html).toContain("there are more than 100 000 pairs of people and solving again");
});

test("a label too long for the timetable is cut there, and whole in its table", () => {
  const id = "somebody-with-a-very-long-identifier-indeed-and-more";
  const long = rotaPage(
    planRota({ mentees: [{ id }], mentors: [{ id: "ada" }] }, { name: "x" }, { rounds: 1 }),
    "Event",
  );
  expect(figuresOf(long)[0]!.svg).toMatch(/>somebody[^<]*…</);
  expect(long).toContain(`>${id}</t`);
});
