/** The result in pictures, each with its numbers. */

import { byCodeUnit } from "../../door.js";
import { frontier } from "../../insight/frontier.js";
import { eligiblePairs } from "../../matching/eligible.js";
import type { Figure, Section, Text } from "../document.js";
import { type Bar, barsPicture } from "../pictures/bars.js";
import { curvePicture } from "../pictures/curve.js";
import { gridPicture } from "../pictures/grid.js";
import type { Subject } from "../subject.js";
import { plural, points } from "../wording.js";

/** Beyond so many pairs of people the pictures that look at all pairs are left out. */
const MOST_PAIRS = 250_000;
/** Rows and columns of the map of pairs: more people than that share them. */
const MOST_CELLS = 120;

export function figuresSection(subject: Subject): Section | undefined {
  const { pool, edition } = subject;
  const isSmall = pool.mentees.length * pool.mentors.length <= MOST_PAIRS;
  const figures = [
    scores(subject),
    load(subject),
    choices(subject),
    isSmall ? trade(subject) : undefined,
    isSmall && !edition.isPublic ? possible(subject) : undefined,
  ].filter((figure) => figure !== undefined);
  const left: Text = {
    kind: "text",
    text: `The pictures of all pairs that may be, and of matches against total score, are left out: there are more than ${points(MOST_PAIRS)} pairs of people.`,
  };
  const blocks = [...figures, ...(isSmall || figures.length === 0 ? [] : [left])];
  return blocks.length === 0 ? undefined : { id: "pictures", title: "In pictures", blocks };
}

/** Bars and their table; a count too small to be told has no height either. */
function barFigure({ edition }: Subject, title: string, text: string, axis: string, counts: readonly Bar[]): Figure {
  const told = edition.counts(counts.map(({ value }) => value));
  const bars = counts.map(({ label, value }, at): Bar => {
    return told[at] === String(value) ? { label, value } : { label, value: 0, told: told[at]! };
  });
  const rows = counts.map(({ label }, at) => [label, told[at]!]);
  return {
    kind: "figure",
    title,
    text,
    svg: barsPicture({ title, text }, axis, bars),
    data: { kind: "table", caption: title, head: [axis, "Count"], rows },
  };
}

const BIN = 1000;

function scores(subject: Subject): Figure | undefined {
  const { matches } = subject.result;
  if (matches.length === 0) return undefined;
  const counts = Array.from({ length: 10 }, () => 0);
  for (const { score } of matches) counts[Math.min(9, Math.floor(score / BIN))]! += 1;
  const bars = counts.map((value, at) => ({ label: String(at * 10), value }));
  const text = "How good the matches are, in tenths of the scale; 100 is the best possible.";
  return barFigure(subject, "Scores of the matches", text, "score from, per cent", bars);
}

function load(subject: Subject): Figure | undefined {
  const { matches, reserve } = subject.result;
  const count = new Map(reserve.map(({ mentorId }) => [mentorId, 0]));
  for (const { mentorId } of matches) count.set(mentorId, (count.get(mentorId) ?? 0) + 1);
  if (count.size === 0) return undefined;
  const most = [...count.values()].reduce((high, value) => Math.max(high, value), 0);
  const bars = Array.from({ length: most + 1 }, (_, mentees) => ({
    label: String(mentees),
    value: [...count.values()].filter((value) => value === mentees).length,
  }));
  const text = "How many mentees the mentors have who take part and have places.";
  return barFigure(subject, "Mentees of each mentor", text, "mentees", bars);
}

function choices(subject: Subject): Figure | undefined {
  const { matches } = subject.result;
  const most = matches.reduce((high, { choice = 0 }) => Math.max(high, choice), 0);
  if (most === 0) return undefined;
  const at = (wanted: number | undefined): number => matches.filter(({ choice }) => choice === wanted).length;
  const bars = [
    ...Array.from({ length: most }, (_, rank) => ({ label: String(rank + 1), value: at(rank + 1) })),
    { label: "none", value: at(undefined) },
  ];
  const text = "Which of their nominations the matched mentees have; none, where they have somebody they did not name.";
  return barFigure(subject, "Nominations that came true", text, "choice", bars);
}

/** What more matches cost; where limits or constraints tie pairs together there is no such curve. */
function trade({ pool, policy, result }: Subject): Figure | undefined {
  if (policy.limits.length > 0 || policy.constraints.length > 0) return undefined;
  const curve = frontier(pool, policy);
  if (curve.length < 2) return undefined;
  const places = curve.map(({ matches, score }) => ({ x: matches, y: score }));
  const title = "Matches against total score";
  const text = `The greatest total score that each number of matches can have. This result has ${plural(result.matches.length, "match", "matches")}.`;
  const tail = curve.slice(-10);
  return {
    kind: "figure",
    title,
    text,
    svg: curvePicture({ title, text }, { x: "matches", y: "total score" }, places),
    data: {
      kind: "table",
      caption: `${title}: the last ${tail.length}`,
      head: ["Matches", "Greatest total score", "Gain of the last"],
      rows: tail.map(({ matches, score, gain }) => [matches, score, gain ?? "–"]),
    },
  };
}

/** Which pairs may be, as a map; where people are many, squares stand for several. */
function possible({ pool, policy, result }: Subject): Figure | undefined {
  const pairs = eligiblePairs(pool, policy);
  if (pairs.length === 0) return undefined;
  const rows = indexOf(pool.mentees);
  const columns = indexOf(pool.mentors);
  const height = Math.min(MOST_CELLS, rows.size);
  const width = Math.min(MOST_CELLS, columns.size);
  const cellOf = (row: number, column: number): number =>
    Math.floor((row * height) / rows.size) * width + Math.floor((column * width) / columns.size);
  const sum = new Float64Array(height * width);
  const count = new Int32Array(height * width);
  for (const { menteeId, mentorId, score } of pairs) {
    const cell = cellOf(rows.get(menteeId)!, columns.get(mentorId)!);
    sum[cell]! += score;
    count[cell]! += 1;
  }
  const share = (cell: number): number => (count[cell] === 0 ? -1 : sum[cell]! / count[cell]! / 10_000);
  const title = "Pairs that may be";
  const several = height < rows.size || width < columns.size ? " A square stands for several people." : "";
  const text = `Every pair that rules and places allow, in four shades by its score in per cent; blank where a rule stands in the way.${several}`;
  const mentees = new Set(pairs.map(({ menteeId }) => menteeId));
  return {
    kind: "figure",
    title,
    text,
    svg: gridPicture(
      { title, text },
      { x: "mentors →", y: "mentees →" },
      {
        rows: height,
        columns: width,
        value: (row, column) => share(row * width + column),
      },
    ),
    data: {
      kind: "table",
      caption: title,
      head: ["What", "Count"],
      rows: [
        ["pairs that may be", pairs.length],
        ["mentees with at least one", mentees.size],
        ["matches", result.matches.length],
      ],
    },
  };
}

const indexOf = (people: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(
    people
      .map(({ id }) => id)
      .sort(byCodeUnit)
      .map((id, at) => [id, at]),
  );
