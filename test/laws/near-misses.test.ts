/** Values that look alike: found exactly where a plain reading of the documentation says so, whatever the rows' order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePolicy } from "../../src/policy.js";
import { nearMisses } from "../../src/pool/near-misses.js";
import { runs } from "../helpers/counts.js";

const POLICY = parsePolicy({ name: "law", must: [{ rule: "different-department" }] });

interface Near {
  readonly path: string;
  readonly numbers: object;
}

/** The near misses among departments, each of which some people have. */
const nearIn = (departments: readonly string[], mentors: readonly string[] = []): Near[] =>
  nearMisses(people(departments), people(mentors), POLICY).map(({ path, numbers }) => ({ path, numbers }));

const people = (departments: readonly string[]) =>
  departments.map((department, at) => ({ id: String(at), department }));

/** Words that a name can have or leave out, once more. */
const IDLE =
  "a an and of for the in dept department school faculty division institute unit centre center section".split(" ");
const ALSO_IDLE = ["group", "university", "college", "nhs", "trust"];

/** What a name says: its words but for the idle ones, in any order. */
function saidBy(name: string): string[] {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("&", " and ");
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => ![...IDLE, ...ALSO_IDLE].includes(word));
  return [...(telling.length > 0 ? telling : words)].sort();
}

/** Whether two words of four letters or more differ by one letter too many, too few, wrong, or swapped with the next. */
function isSlip(one: string, other: string): boolean {
  if (one.length < 4 || other.length < 4 || one === other) return false;
  const isLetter = (text: string): boolean => /^[a-z]*$/.test(text);
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let end = 0;
  while (end < short.length - from && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const [mine, theirs] = [short.slice(from, short.length - end), long.slice(from, long.length - end)];
  if (!isLetter(mine) || !isLetter(theirs)) return false;
  const isSwap = mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0];
  return isSwap || (mine.length <= 1 && theirs.length === 1);
}

/** The words of one name that the other has not as often: "Bora Bora" has one "bora" more than "Aora Bora". */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isNear(one: string, other: string): boolean {
  const [mine, theirs] = [saidBy(one), saidBy(other)];
  if (one === other || mine.length === 0) return false;
  if (mine.join(" ") === theirs.join(" ")) return true;
  const own = without(mine, theirs);
  const others = without(theirs, mine);
  return mine.length === theirs.length && own.length === 1 && others.length === 1 && isSlip(own[0]!, others[0]!);
}

const SUBJECTS = [
  "Linguistics",
  "Psychology",
  "Physiology",
  "Ward 3",
  "Ward 4",
  "Team A",
  "Law",
  "Lab",
  "Énergie et climat",
];
const base = fc.constantFrom(
  ...SUBJECTS,
  "History of Art",
  "Informatik 12",
  "Informatik 13",
  "A&E",
  "C",
  "C++",
  "Bora Bora",
);

/** What people make of a name without meaning another one. */
const respelt = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    name.toUpperCase(),
    name.toLowerCase(),
    `Dept of ${name}`,
    `${name} Department`,
    `The School of ${name}`,
    `${name} – University`,
    `${name}.`,
    ` ${name.split(" ").reverse().join(", ")}`,
    name.normalize("NFKD").replace(/\p{M}/gu, ""),
  );

/** One slip of the finger, in a letter or a digit. */
const slipped = (name: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(name.length - 1), fc.constantFrom(..."aeinrst27"), fc.nat(3)).map(([at, sign, how]) => {
    const [before, letter, after] = [name.slice(0, at), name[at]!, name.slice(at + 1)];
    if (how === 0) return before + sign + after;
    if (how === 1) return before + sign + letter + after;
    return how === 2 ? before + after : before + (after[0] ?? "") + letter + after.slice(1);
  });

const name = base.chain((own) => fc.oneof(fc.constant(own), respelt(own), slipped(own)));
const names = (most: number) =>
  fc.array(
    name.map((text) => text.trim()),
    { minLength: 2, maxLength: most },
  );

test("nearMisses() finds two values near exactly where their words are the same, or one of them slipped in a letter", () => {
  const met = { near: 0, far: 0, equal: 0 };
  fc.assert(
    fc.property(names(2), ([one, other]) => {
      const isExpected = isNear(one!, other!);
      met[one === other ? "equal" : isExpected ? "near" : "far"]++;
      const sorted = [one!, other!].sort();
      const path = `department[${JSON.stringify(sorted[0])}][${JSON.stringify(sorted[1])}]`;
      const expected = isExpected ? [{ path, numbers: { first: 1, second: 1 } }] : [];
      expect(nearIn([one!, other!].filter((text) => text !== ""))).toEqual(expected);
    }),
    { numRuns: runs(1000), seed: 31 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(5);
});

test("nearMisses() finds every respelling of a name near the name", () => {
  const pairs = base.chain((own) => fc.tuple(fc.constant(own), respelt(own)));
  fc.assert(
    fc.property(pairs, ([own, other]) => {
      fc.pre(own !== other.trim());
      expect(nearIn([own, other])).toHaveLength(1);
    }),
    { numRuns: runs(300), seed: 32 },
  );
});

test("nearMisses() finds the same values near whatever the order of rows, and whoever has them", () => {
  const met = { found: 0 };
  fc.assert(
    fc.property(names(8), fc.nat(8), fc.infiniteStream(fc.nat(1000)), (departments, cut, keys) => {
      const shuffled = departments
        .map((department) => ({ department, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ department }) => department);
      const found = nearIn(departments);
      met.found += found.length;
      expect(nearIn(shuffled.slice(cut), shuffled.slice(0, cut))).toEqual(found);
      const many = [...departments, ...departments];
      expect(nearIn(many).map(({ path }) => path)).toEqual(found.map(({ path }) => path));
    }),
    { numRuns: runs(200), seed: 33 },
  );
  expect(met.found).toBeGreaterThan(10);
});
