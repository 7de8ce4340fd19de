// Installs the packed package in an empty folder and uses it as its users would: ESM and CommonJS in every engine, two
// TypeScripts with both module resolutions, bundlers, Chromium, and the command line. "--quick" takes only what npm ci brings
// and the dist that is there; without it the tarball is packed twice, and checked itself.
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsup";
import { checkBrowser } from "./browser.mjs";
import { check, equal, root, summary } from "./checks.mjs";
import { checkInstalled, checkPacked, pack } from "./packed.mjs";
import { COMPILERS, ENGINES, installPlatforms } from "./platforms.mjs";

const quick = process.argv.includes("--quick");
const folder = mkdtempSync(join(tmpdir(), "consumers-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const installed = join(folder, "node_modules", "mentor-match");
const windows = process.platform === "win32";
const run = (command, ...words) =>
  execFileSync(command[0], [...command.slice(1), ...words], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, DENO_DIR: join(folder, "deno"), DENO_NO_UPDATE_CHECK: "1" },
  });
const node = (...words) => run([process.execPath], ...words);
const cli = (...words) =>
  spawnSync(process.execPath, [join(installed, "dist", "cli.js"), ...words], { cwd: folder, encoding: "utf8" });
const write = (name, text) => writeFileSync(join(folder, name), text);

const POOL = { mentees: [{ id: "e07" }, { id: "e09" }], mentors: [{ id: "r12" }] };
const POLICY = { name: "Example" };
const USE = `
  const pool = ${JSON.stringify(POOL)};
  const policy = ${JSON.stringify(POLICY)};
  const result = match(pool, policy);
  if (result.status !== "proved" || result.matches.length !== 1) throw new Error(JSON.stringify(result));
  const check = verify(pool, policy, result);
  if (check.status !== "proved") throw new Error(JSON.stringify(check));
  let caught: unknown;
  try {
    match(JSON.parse('{ "mentees": 7 }'), policy);
  } catch (error) {
    caught = error;
  }
  if (!(caught instanceof InputError)) throw new Error("a broken pool gave no InputError");
  const cohort = syntheticCohort({ mentees: 90, mentors: 60, seed: 7 });
  console.log(JSON.stringify(match(cohort.pool, cohort.policy)));
  console.log(JSON.stringify(match(accelerateCohort(), accelerate)));
  const { total } = assign({ mentees: 2, mentors: 2, start: [0, 2, 3], mentor: [0, 1, 0], score: [9, 4, 7], capacity: [1, 1] });
  if (total !== 11) throw new Error("assign() gave " + total);
`;
const NAMES = {
  "mentor-match": "{ InputError, match, verify }",
  "mentor-match/cohort": "{ syntheticCohort }",
  "mentor-match/schemes": "{ accelerate, accelerateCohort }",
  "mentor-match/solver": "{ assign }",
};
const lines = (line) => Object.entries(NAMES).map(line).join("");
const IMPORTS = lines(([from, names]) => `import ${names} from "${from}";\n`);
const REQUIRES = lines(([from, names]) => `const ${names} = require("${from}");\n`);
const untyped = USE.replace("caught: unknown", "caught");

/** Compiles files of the consumer's into out/. No types but those of the language: no DOM, no Node, and every file checked. */
function compile(tsc, files, module, moduleResolution) {
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  };
  const options = { target: "ES2022", module, moduleResolution, types: [], lib: ["ES2022"], outDir: "out" };
  write("console.d.ts", "declare const console: { log(text: string): void };\n");
  write(
    "tsconfig.json",
    JSON.stringify({ compilerOptions: { ...options, ...strict }, files: ["console.d.ts", ...files] }),
  );
  node(tsc, "-p", "tsconfig.json");
}

const tarball = quick ? pack(folder, "--ignore-scripts") : await checkPacked(folder);
await check("npm install of the tarball", () => {
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const options = { cwd: folder, encoding: "utf8", shell: windows, stdio: "pipe" };
  execFileSync("npm", ["install", "--no-audit", "--no-fund", tarball], options);
});
await checkInstalled(folder);

if (!quick) await check("the engines of test/package/platforms are there", installPlatforms);
let first;
for (const [name, command] of quick ? ENGINES.slice(0, 1) : ENGINES) {
  /** Every engine prints the same result, and both module systems do. */
  const same = (file) => {
    const result = run(command, file);
    first ??= result;
    equal(result, first, "the result");
  };
  await check(`${name}: ESM`, () => {
    write("esm.mjs", IMPORTS + untyped);
    same("esm.mjs");
  });
  await check(`${name}: CommonJS`, () => {
    write("common.cjs", REQUIRES + untyped);
    same("common.cjs");
  });
}
for (const [name, tsc] of quick ? COMPILERS.slice(1) : COMPILERS) {
  write("use.mts", IMPORTS + USE);
  write("use.cts", IMPORTS + USE);
  write("use.ts", IMPORTS + USE);
  copyFileSync(join(root, "test", "package", "types.txt"), join(folder, "types.ts"));
  await check(`${name}: nodenext, ESM and CommonJS`, () => {
    compile(tsc, ["use.mts", "use.cts", "types.ts"], "nodenext", "nodenext");
    node(join("out", "use.mjs"));
    node(join("out", "use.cjs"));
    node(join("out", "types.js"));
  });
  await check(`${name}: bundler`, () => compile(tsc, ["use.ts", "types.ts"], "esnext", "bundler"));
}
await check("mentor-match/highs asks for its optional peer where it is used, and only there", () => {
  const use = `loadHighs().then(
    () => { throw new Error("a package that is not installed was loaded"); },
    (error) => { if (!/highs/.test(String(error))) throw error; },
  );\n`;
  write("highs.mjs", `import { loadHighs } from "mentor-match/highs";\n${use}`);
  write("highs.cjs", `const { loadHighs } = require("mentor-match/highs");\n${use}`);
  node("highs.mjs");
  node("highs.cjs");
});
await check("a browser bundle without any module of Node", async () => {
  write("browser.js", IMPORTS + untyped);
  const outDir = join(folder, "bundle");
  const entry = { browser: join(folder, "browser.js") };
  const tsconfig = join(folder, "tsconfig.json");
  const target = { platform: "browser", format: "esm", noExternal: [/./] };
  await build({ config: false, silent: true, tsconfig, entry, outDir, ...target });
  const bundle = join(outDir, "browser.js");
  const text = readFileSync(bundle, "utf8");
  const left = /^import\b.*|\brequire\("(?:node:|fs|child_process|path).*/m.exec(text);
  if (left !== null) throw new Error(`the bundle still holds ${left[0]}`);
  node(bundle);
});
if (!quick) await checkBrowser(folder, [IMPORTS, untyped]);
await check("mentor-match --help", () => {
  const help = execFileSync(join(folder, "node_modules", ".bin", "mentor-match"), ["--help"], {
    cwd: folder,
    encoding: "utf8",
    shell: windows,
  });
  for (const word of ["match", "verify", "demo", "--json"])
    if (!help.includes(word)) throw new Error(`no ${word} in it`);
});
await check("mentor-match match", () => {
  write("pool.json", JSON.stringify(POOL));
  write("policy.json", JSON.stringify(POLICY));
  const { status, stderr } = cli("match", "--pool", "pool.json", "--policy", "policy.json", "--out", "matched");
  equal(status, 0, `exit code (${stderr})`);
});
await check("mentor-match match with a broken pool", () => {
  write("broken.json", JSON.stringify({ mentees: [{ id: "e07", lineManger: "s31" }], mentors: [] }));
  const { status, stderr } = cli("match", "--pool", "broken.json", "--policy", "policy.json", "--out", "broken");
  equal(status, 2, "exit code");
  if (!stderr.includes("lineManager")) throw new Error(`expected a hint at lineManager, got: ${stderr}`);
});
summary();
