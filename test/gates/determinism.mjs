// The determinism gate: the same people and policy give the same bytes everywhere. Each line below is one process, which
// answers all cohorts, cases and assignments, five times with the rows and fields in another order; every answer's SHA-256 —
// of the result as JSON, the order of keys included, and of its report — must be the one of the first process.
//
//   Node 20 (which runs this), 22, 24, 26 × three time zones × three locales, and each engine once more with a small stack
//   and the large cases. Real cases are read from the folder that MENTOR_MATCH_CASES names.
//
// That it can fail, each run shows by its canaries: answers that depend on the locale, the time zone, the engine, the stack or
// the order of rows must be seen to differ. In src/, a localeCompare for the code units of byCodeUnit turns it red, too.
//
// npm run gate:determinism
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { at, installPlatforms } from "../package/platforms.mjs";

installPlatforms();
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = join(root, "node_modules", ".cache", "gates", "answers.js");
const WORKERS = Math.min(2, availableParallelism());
const TIME_LIMIT_MS = 600_000;

const ENGINES = [20, 22, 24, 26].map((major) => ({
  major,
  path: major === 20 ? process.execPath : at(`node-${major}`, "bin", "node"),
}));
const TIME_ZONES = ["UTC", "America/St_Johns", "Pacific/Kiritimati"];
/** What an engine calls each of them. */
const LOCALES = { C: "en-US", sv_SE: "sv-SE", tr_TR: "tr-TR" };

const matrix = ENGINES.flatMap((engine) =>
  TIME_ZONES.flatMap((timeZone) =>
    Object.keys(LOCALES).map((locale) => ({ engine, timeZone, locale, flags: [], what: "small" })),
  ),
);
const small = ENGINES.map((engine) => ({
  engine,
  timeZone: "UTC",
  locale: "C",
  flags: ["--stack-size=200"],
  what: "all",
}));
const combinations = [...matrix, ...small];

const words = ({ engine, timeZone, locale, flags }) =>
  `node ${engine.major}  ${timeZone.padEnd(18)}  ${locale.padEnd(5)}  ${flags.join(" ")}`.trimEnd();

/** Runs one process to its end. */
function run({ engine, timeZone, locale, flags }, args) {
  const env = { ...process.env, TZ: timeZone, LC_ALL: locale === "C" ? "C" : `${locale}.UTF-8` };
  for (const name of ["LANG", "LANGUAGE", "NODE_OPTIONS"]) delete env[name];
  return new Promise((resolve, reject) => {
    const child = spawn(engine.path, [...flags, program, ...args], {
      env,
      timeout: TIME_LIMIT_MS,
      killSignal: "SIGKILL",
    });
    let [output, errors] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`ended with ${code ?? signal}: ${errors.trim().slice(0, 2000)}`));
    });
  });
}

/** The answers of one combination; throws where it did not run where it should. */
async function answersOf(combination) {
  const { engine, timeZone, locale, what } = combination;
  const found = JSON.parse(await run(combination, [what]));
  const got = [found.version.split(".")[0], found.timeZone, found.locale];
  const expected = [`v${engine.major}`, timeZone, LOCALES[locale]];
  if (got.join() !== expected.join())
    throw new Error(`expected to run in ${expected.join(", ")}, got ${got.join(", ")}`);
  return { ...found, combination };
}

const withoutShuffle = (name) => name.slice(0, name.lastIndexOf(" "));

/** The first answer of each name, whatever its shuffle, with where it was found. */
const first = new Map();
let answersCompared = 0;

/** The answers that are not what they were before. */
function differences({ combination, hashes }) {
  const differing = [];
  for (const [name, hash] of hashes) {
    if (name.startsWith("canary ")) continue;
    const known = first.get(withoutShuffle(name));
    answersCompared++;
    if (known === undefined) first.set(withoutShuffle(name), { name, hash, combination });
    else if (known.hash !== hash) differing.push({ name, known });
  }
  return differing;
}

/** Both texts around the first character that differs. */
async function difference(combination, { name, known }) {
  const before = await run(known.combination, ["show", known.name]);
  const after = await run(combination, ["show", name]);
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const part = (text) => JSON.stringify(text.slice(Math.max(0, same - 60), same + 60));
  return [
    `      at character ${same} of "${name}"`,
    `      ${part(before)}  (shuffle ${known.name.split(" ").at(-1)}, ${words(known.combination)})`,
    `      ${part(after)}`,
  ].join("\n");
}

let passed = 0;
let failed = 0;
let cpuSeconds = 0;
const say = (problem, line) => {
  if (problem === undefined) passed++;
  else failed++;
  console.log(`${problem === undefined ? "same" : "FAIL"}  ${line}${problem === undefined ? "" : `: ${problem}`}`);
};

/** Says how one combination went. The details of a difference are told once: the others are likely the same. */
let isDetailed = false;
async function judge(combination, found) {
  const differing = differences(found);
  cpuSeconds += found.cpuSeconds;
  if (differing.length === 0) return say(undefined, `${words(combination)}  ${found.hashes.length} answers`);
  const names = differing.map(({ name }) => name);
  const listed = `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
  say(`${names.length} of ${found.hashes.length} answers differ: ${listed}`, words(combination));
  if (!isDetailed) console.log(await difference(combination, differing[0]));
  isDetailed = true;
}

/** A canary must be seen to differ along its dimension and, where that is the same, to be the same. */
function judgeCanary(name, found, dimension, least) {
  const groups = new Map();
  for (const { combination, hashes } of found) {
    for (const [answer, hash] of hashes) {
      if (withoutShuffle(answer) !== `canary ${name}`) continue;
      const key = dimension(combination, answer);
      groups.set(key, (groups.get(key) ?? new Set()).add(hash));
    }
  }
  const distinct = new Set([...groups.values()].flatMap((hashes) => [...hashes])).size;
  const isSteady = [...groups.values()].every((hashes) => hashes.size === 1);
  const problem =
    distinct < least ? `expected ${least} different answers` : isSteady ? undefined : "differs for another reason";
  if (problem === undefined) passed++;
  else failed++;
  const line = `${problem === undefined ? "seen" : "FAIL"}  canary ${name}: ${distinct} different answers`;
  console.log(problem === undefined ? line : `${line}, ${problem}`);
}

const missing = ENGINES.filter(({ path }) => !existsSync(path));
for (const { major } of missing) say("its binary is not installed: npm ci", `node ${major}`);
if (process.version.split(".")[0] !== "v20")
  say(`expected to be started by Node 20, got ${process.version}`, "node 20");
if (failed === 0) {
  const waiting = [...combinations];
  const all = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        const found = await answersOf(next);
        for (const id of all.length === 0 ? found.skipped : []) console.log(`real case skipped: ${id}`);
        all.push(found);
        await judge(next, found);
      } catch (error) {
        say(error.message, words(next));
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  const ordinary = all.filter(({ combination }) => combination.what === "small");
  judgeCanary("locale", all, ({ locale }) => locale, 3);
  judgeCanary("time-zone", all, ({ timeZone }) => timeZone, 3);
  judgeCanary("engine", ordinary, ({ engine }) => engine.major, 2);
  judgeCanary("order", all, (_, answer) => answer, 5);
  judgeCanary("stack", all, ({ flags }) => flags.join(), 2);
  console.log(`${answersCompared} answers of ${first.size} inputs compared in ${combinations.length} processes`);
  console.log(`${cpuSeconds.toFixed(0)} s of CPU time`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
