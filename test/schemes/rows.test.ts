/** The list of rows says what the tests show: no row without a test is said to work, and no test is unlisted. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rows } from "./rows.js";

const here = fileURLToPath(new URL("./", import.meta.url));

test("the rows are the sixty of the four schemes", () => {
  const wanted = Object.entries({ P: 19, L: 13, A: 8, H: 20 }).flatMap(([scheme, count]) =>
    Array.from({ length: count }, (_, index) => `${scheme}${index + 1}`),
  );
  expect(rows.map(({ id }) => id)).toEqual(wanted);
  expect(rows.filter(({ shownBy, later }) => shownBy === undefined && later === undefined)).toEqual([]);
});

test("the tests that the rows name are those there are", () => {
  const sources = readdirSync(here).filter((name) => /^(pals|lmic|accelerate|hee)\.test\.ts$/.test(name));
  expect(sources).toHaveLength(4);
  const titles = sources.flatMap((name) =>
    [...readFileSync(here + name, "utf8").matchAll(/^test\("([PLAH]\d+ .*)", \(\) =>/gm)].map(([, title]) => title),
  );
  const named = rows.flatMap(({ id, shownBy }) => (shownBy === undefined ? [] : [`${id} ${shownBy}`]));
  expect(named.sort()).toEqual(titles.sort());
});
