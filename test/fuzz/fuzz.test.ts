/** The fuzzer itself: that it complains of a broken `match` or `verify`, makes the case smaller, and exits with 1. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, onTestFinished, test, vi } from "vitest";
import type * as Package from "../../src/index.js";
import type { MatchResult, PoolInput } from "../../src/index.js";
import { type AnyCase, anyWideCase } from "../helpers/any-case.js";
import { shrunk } from "./shrink.js";

const three: AnyCase = {
  pool: {
    mentees: [{ id: "ann" }, { id: "bo" }, { id: "cy" }],
    mentors: [{ id: "mo" }, { id: "xi" }, { id: "zoe", capacity: 2 }],
  },
  policy: { name: "Test", must: [], prefer: [] },
};

/** What the fuzzer says of a case where some of what the package exports is replaced. */
async function outcomeWith(change: (real: typeof Package) => Partial<typeof Package>, made: AnyCase = three) {
  onTestFinished(() => {
    vi.doUnmock("../../src/index.js");
    vi.resetModules();
  });
  vi.resetModules();
  const real = await vi.importActual<typeof Package>("../../src/index.js");
  vi.doMock("../../src/index.js", () => ({ ...real, ...change(real) }));
  const { outcomeOf } = await import("./complaint.js");
  return outcomeOf(made);
}

/** `match` with its results changed. */
const changed =
  (change: (result: MatchResult, pool: PoolInput, options: Package.MatchOptions) => MatchResult) =>
  (real: typeof Package): Partial<typeof Package> => ({
    match: (pool, policy, options = {}) => change(real.match(pool, policy, options), pool, options),
  });

test("outcomeOf() finds nothing wrong with what match() and verify() do", async () => {
  expect(await outcomeWith(() => ({}))).toEqual({ status: "proved" });
  expect(await outcomeWith(() => ({}), { ...three, policy: { name: 7 } })).toEqual({ status: "refused" });
});

test.each<[string, (real: typeof Package) => Partial<typeof Package>, string | RegExp]>([
  [
    "loses a match",
    changed((result) => ({ ...result, matches: result.matches.slice(1) })),
    /^match: \[.*"code":"unmatched"/,
  ],
  ["proves nothing", changed((result) => ({ ...result, status: "unproved" })), "match: status unproved"],
  [
    "depends on the order of rows",
    changed((result, { mentees }) => ({
      ...result,
      run: { ...result.run, seed: (mentees as { id: string }[])[0]!.id === "ann" ? result.run.seed : "" },
    })),
    /^the rows in another order changes the result\n {2}\{.*\n {2}\{/,
  ],
  [
    "depends on who read the pool",
    changed((result, pool) => (Object.hasOwn(pool, "locks") ? { ...result, reserve: [] } : result)),
    /^reading pool and policy before changes the result/,
  ],
  [
    "depends on the solver",
    changed((result, _, { solver, onProgress }) =>
      solver === undefined || onProgress !== undefined
        ? result
        : { ...result, reserve: [], run: { ...result.run, solver: "linear-program" } },
    ),
    /^linear-program: \[/,
  ],
  [
    "throws what is no error of its own",
    () => ({
      match: () => {
        throw new TypeError("broken");
      },
    }),
    /^threw TypeError: broken\n {4}at /,
  ],
  [
    "is verified by what believes nothing",
    (real) => ({ verify: (...given) => ({ ...real.verify(...given), status: "refuted" }) }),
    "match: []",
  ],
])("outcomeOf() complains where match() %s", async (_, change, complaint) => {
  const { wrong } = await outcomeWith(change);
  expect(wrong).toMatch(complaint);
});

const crossing: AnyCase = { ...three, policy: { ...three.policy, limits: [{ id: "places", atMost: 2 }] } };

test.each<[string, (real: typeof Package) => Partial<typeof Package>, string | RegExp]>([
  [
    "calls searched what prices prove",
    changed((result) => ({ ...result, status: "searched" })),
    "match: status searched",
  ],
  [
    "depends on whose linear programmes are asked",
    changed((result, _, { solver }) => (solver?.label === "highs" ? { ...result, reserve: [] } : result)),
    /^highs: \[/,
  ],
  [
    "finds less where less is asked for",
    (real) => ({
      match: (pool, policy, options) =>
        real.match(policy.limits === undefined ? { ...pool, mentors: pool.mentors.slice(2) } : pool, policy, options),
    }),
    /^worth .*, though freely only /,
  ],
])("outcomeOf() complains where match() %s under limits", async (_, change, complaint) => {
  expect(await outcomeWith(() => ({}), crossing)).toEqual({ status: "proved" });
  const { wrong } = await outcomeWith(change, crossing);
  expect(wrong).toMatch(complaint);
});

test("shrunk() leaves out whatever a failure does not need, and nothing that it does", () => {
  const made = anyWideCase(3);
  const idsOf = ({ pool }: AnyCase) => (pool.mentees as { id: string }[]).map(({ id }) => id);
  const last = idsOf(made).at(-1)!;
  const asked: AnyCase[] = [];
  const fails = (smaller: AnyCase): boolean => {
    asked.push(smaller);
    return Array.isArray(smaller.pool?.mentees) && idsOf(smaller).includes(last) && "name" in (smaller.policy ?? {});
  };
  const before = JSON.stringify(made);
  expect(shrunk(made, fails)).toEqual({ pool: { mentees: [{ id: last }] }, policy: { name: made.policy.name } });
  expect(JSON.stringify(made)).toBe(before);
  expect(asked.length).toBeGreaterThan(10);
  expect(shrunk(made, () => false)).toBe(made);
  expect(shrunk([[1, 2], { a: [3] }, 4], (smaller) => JSON.stringify(smaller).includes("3"))).toEqual([{ a: [3] }]);
});

/** Loses the first of several matches. */
const LOSING = `
  import { match as whole } from "../../src/index.ts";
  export * from "../../src/index.ts";
  export const match = (...given) => {
    const result = whole(...given);
    return result.matches.length < 2 ? result : { ...result, matches: result.matches.slice(1) };
  };
`;

/** Bundles the fuzzer as `npm run fuzz` does, with `match` replaced where `isBroken`. */
async function bundle(isBroken: boolean): Promise<string> {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const outfile = join(here, "..", "..", "node_modules", ".cache", "fuzz", isBroken ? "broken.mjs" : "whole.mjs");
  await build({
    ...{ entryPoints: [join(here, "run.ts")], outfile, logLevel: "error" },
    ...{ bundle: true, format: "esm", platform: "node", packages: "external", define: { __VERSION__: '"0.0.0"' } },
    plugins: [
      {
        name: "break",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /src\/index\.js$/ }, ({ importer }) =>
            isBroken && importer.endsWith("complaint.ts") ? { path: "losing", namespace: "break" } : undefined,
          );
          onLoad({ filter: /./, namespace: "break" }, () => ({ contents: LOSING, resolveDir: here }));
        },
      },
    ],
  });
  return outfile;
}

const fuzz = (bundled: string, ...words: string[]) =>
  spawnSync(process.execPath, [bundled, ...words], { encoding: "utf8" });

test("npm run fuzz exits with 1, the seed and the smallest case where match() is broken", async () => {
  const { status, stdout, stderr } = fuzz(await bundle(true), "--minutes", "5", "--seed", "30");
  expect(stderr).toBe("");
  expect(status).toBe(1);
  expect(stdout).toMatch(/^fuzz: 5 min from seed 30\n/);
  expect(stdout).toMatch(/\nseed \d+: match: \[/);
  const [, smallest, complaint] = /\nsmallest case:\n(\{.*\n\})\n\nwrong with it: (.*)\n/s.exec(stdout)!;
  expect(complaint).toMatch(/^match: \[/);
  const { pool, policy } = JSON.parse(smallest!) as AnyCase;
  // Two matches are needed for one to be lost, and nothing but room for both.
  expect([pool.mentees.length, pool.mentors.length <= 2]).toEqual([2, true]);
  expect(["name", "name,capacity"]).toContain(Object.keys(policy).join());
  expect(stdout).toMatch(/\nfuzz: \d+ runs \{/);
});

test("npm run fuzz exits with 0 and the counts where nothing is wrong, and refuses words that mean nothing", async () => {
  const whole = await bundle(false);
  const { status, stdout } = fuzz(whole, "--minutes", "0.02", "--seed", "1");
  expect(status).toBe(0);
  expect(stdout).toMatch(/\nfuzz: [1-9]\d* runs \{.*proved: \d/);
  for (const words of [
    ["--minutes", "0"],
    ["--seed", "1.5"],
  ]) {
    const refused = fuzz(whole, ...words);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining("RangeError: expected --minutes above 0"),
    ]);
  }
});
