// Shows that the laws can fail: each patch of this folder breaks src/ in one place, and must turn the law it names red.
//
//   # law: match() keeps every mentor within capacity      (the exact title of a test)
//   # file: test/laws/match.test.ts
//   --- a/src/matching/match.ts                            (a unified diff follows)
//
// npm run mutants [-- --only name]
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WORKERS = 2;
/** A mutant that does not end is no proof that a law can fail. */
const TIME_LIMIT_MS = 300_000;
const TREE = ["src", "test", "package.json", "tsconfig.json", "vitest.config.ts"];

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;
const temporary = mkdtempSync(join(tmpdir(), "mutants-"));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** Reads a patch: which law it should turn red, and where that law stands. */
function readMutant(path) {
  const text = readFileSync(path, "utf8");
  const header = (name) => new RegExp(`^# ${name}: *(.*\\S) *$`, "m").exec(text)?.[1];
  return { name: basename(path, ".patch"), path, law: header("law"), file: header("file") };
}

/** A copy of what the tests need, without any Git around it. */
function copyTree(from, name) {
  const tree = join(temporary, name);
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree);
  // Not the engines that the package gate installs into test/.
  const filter = (path) => basename(path) !== "platforms";
  for (const entry of TREE) cpSync(join(from, entry), join(tree, entry), { recursive: true, filter });
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  return tree;
}

/** Runs vitest and gives each test that ran: `{ file, title, state, messages }`. */
function vitest(tree, workers, words) {
  const report = join(tree, "report.json");
  const command = [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...words];
  const options = ["--reporter=json", `--outputFile=${report}`, `--maxWorkers=${workers}`];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...command, ...options], {
      cwd: tree,
      // Most files are those of the mutant before, so what they were made into is kept, by their content.
      env: { ...process.env, MENTOR_MATCH_MODULE_CACHE: join(temporary, "modules") },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that a law that hangs can be ended with the workers it runs in.
      detached: true,
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.kill(-child.pid, "SIGKILL");
    }, TIME_LIMIT_MS);
    child.on("close", () => {
      clearTimeout(timer);
      if (late) return resolve({ error: "did not end in time", tests: [] });
      if (!existsSync(report)) return resolve({ error: `gave no report\n${output}`, tests: [] });
      const tests = JSON.parse(readFileSync(report, "utf8")).testResults.flatMap((file) =>
        file.assertionResults.map(({ title, status, failureMessages }) => ({
          file: file.name.slice(file.name.lastIndexOf("/test/") + 1),
          title,
          state: status,
          messages: failureMessages ?? [],
        })),
      );
      resolve({ tests });
    });
  });
}

/** Changes a tree as the patch says; returns what went wrong. */
function apply(tree, mutant) {
  // Git would take a repository around the tree for the root of the patch.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(tree) };
  const git = (...words) => spawnSync("git", ["apply", ...words, mutant.path], { cwd: tree, env, encoding: "utf8" });
  const changed = git("--numstat");
  if (changed.error !== undefined) return `git is needed to apply it: ${changed.error.message}`;
  if (changed.status !== 0) return `is no patch: ${changed.stderr.trim()}`;
  const paths = changed.stdout
    .trim()
    .split("\n")
    .map((line) => line.split("\t")[2]);
  const outside = paths.filter((path) => !path?.startsWith("src/"));
  if (outside.length > 0) return `changes ${outside.join(", ")} outside src/`;
  const applied = git();
  if (applied.status !== 0) return `does not apply: ${applied.stderr.trim()}`;
  const read = (base, path) => (existsSync(join(base, path)) ? readFileSync(join(base, path), "utf8") : "");
  return paths.every((path) => read(tree, path) === read(unchanged, path)) ? "changes nothing" : undefined;
}

/** Runs one law on the changed tree; returns what went wrong, or nothing where exactly that law went red. */
async function judge(mutant, green, worker) {
  if (mutant.law === undefined || mutant.file === undefined) return 'needs the lines "# law: …" and "# file: …"';
  const before = green.filter(({ file, title }) => file === mutant.file && title === mutant.law);
  if (before.length === 0) return `names a law that is not in ${mutant.file}: ${mutant.law}`;
  if (before.length > 1) return `names a law that stands ${before.length} times in ${mutant.file}: ${mutant.law}`;
  if (before[0].state !== "passed") return `names a law that is ${before[0].state} without it: ${mutant.law}`;
  const tree = copyTree(unchanged, `worker-${worker}`);
  const problem = apply(tree, mutant);
  if (problem !== undefined) return problem;
  const pattern = `${mutant.law.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
  const { tests, error } = await vitest(tree, 1, [mutant.file, `--testNamePattern=${pattern}`]);
  if (error !== undefined) return error;
  const law = tests.find(({ title }) => title === mutant.law);
  if (law === undefined) return "keeps the law from running: no test matched";
  if (law.state !== "failed") return `leaves the law ${law.state}: ${mutant.law}`;
  // Slow is not red.
  return law.messages.some((message) => /timed out in \d+ms/.test(message)) ? "makes the law time out" : undefined;
}

const mutants = readdirSync(here)
  .filter((file) => file.endsWith(".patch") && (only === undefined || file === `${only}.patch`))
  .sort()
  .map((file) => readMutant(join(here, file)));
const laws = join(root, "test", "laws");
const lawFiles = existsSync(laws)
  ? readdirSync(laws, { recursive: true })
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => `test/laws/${file.replaceAll("\\", "/")}`)
  : [];
const named = mutants.map(({ file }) => file).filter((file) => file !== undefined && existsSync(join(root, file)));
const files = [...new Set([...(only === undefined ? lawFiles : []), ...named])].sort();
const unchanged = copyTree(root, "unchanged");
let passed = 0;
let failed = 0;
const print = (name, problem, seconds) => {
  if (problem === undefined) passed++;
  else failed++;
  const time = `${seconds.toFixed(1).padStart(6)} s`;
  console.log(
    `${problem === undefined ? "red " : "FAIL"}  ${time}  ${name}${problem === undefined ? "" : `: ${problem}`}`,
  );
};

if (mutants.length === 0) {
  console.log(only === undefined ? "FAIL  there are no mutants" : `FAIL  there is no mutant ${only}`);
  failed++;
} else {
  console.log(`${mutants.length} mutants; first, ${files.length} files of tests without any`);
  const { tests: green, error } = await vitest(unchanged, WORKERS, files);
  if (error !== undefined) {
    console.log(`FAIL  the unchanged tree ${error}`);
    failed++;
  }

  const waiting = [...mutants];
  const work = async (worker) => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const start = performance.now();
      const problem = await judge(mutant, green, worker);
      print(mutant.name, problem, (performance.now() - start) / 1000);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));

  if (only === undefined) {
    const covered = new Set(mutants.map(({ law, file }) => `${file}\n${law}`));
    for (const file of lawFiles) {
      const titles = green.filter((test) => test.file === file).map(({ title }) => title);
      if (titles.length === 0) {
        console.log(`FAIL  ${file} has no tests, or does not load`);
        failed++;
      }
      for (const title of titles.filter((title) => !covered.has(`${file}\n${title}`))) {
        console.log(`FAIL  no mutant turns this law red: ${file} › ${title}`);
        failed++;
      }
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
