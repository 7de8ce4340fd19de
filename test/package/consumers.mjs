// Installs the packed package in an empty folder and uses it as its users would: ESM, CommonJS, TypeScript with both
// module resolutions, a browser bundle, and the command line. Needs dist: npm run test:package builds it first.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = mkdtempSync(join(tmpdir(), "consumers-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const installed = join(folder, "node_modules", "mentor-match");
const windows = process.platform === "win32";
const npm = (cwd, ...words) => execFileSync("npm", words, { cwd, encoding: "utf8", shell: windows, stdio: "pipe" });
const node = (...words) => execFileSync(process.execPath, words, { cwd: folder, encoding: "utf8", stdio: "pipe" });
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
  if (typeof syntheticCohort !== "function") throw new Error("mentor-match/cohort has no syntheticCohort");
`;
const NAMES = "{ InputError, match, verify }";
const IMPORTS = `import ${NAMES} from "mentor-match";\nimport { syntheticCohort } from "mentor-match/cohort";\n`;
const untyped = USE.replace("caught: unknown", "caught");

let passed = 0;
let failed = 0;
async function check(name, act) {
  try {
    await act();
    passed++;
    console.log(`pass  ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}: ${[error.message, error.stdout, error.stderr].filter(Boolean).join("\n")}`);
  }
}
const equal = (got, wanted, what) => {
  if (got !== wanted) throw new Error(`expected ${what} ${wanted}, got ${got}`);
};

/** Compiles a file of the consumer's into out/. */
function compile(file, module, moduleResolution) {
  const options = {
    target: "ES2022",
    module,
    moduleResolution,
    strict: true,
    types: [],
    // The types of zod name URL, which DOM or @types/node declare.
    lib: ["ES2022", "DOM"],
    outDir: "out",
  };
  write(`tsconfig.${file}.json`, JSON.stringify({ compilerOptions: options, files: [file] }));
  node(join(root, "node_modules", "typescript", "bin", "tsc"), "-p", `tsconfig.${file}.json`);
}

await check("npm pack and npm install", () => {
  npm(root, "pack", "--ignore-scripts", "--pack-destination", folder);
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  npm(folder, "install", "--no-audit", "--no-fund", `./${tarball}`);
});
await check("the package holds its licences and two dependencies", () => {
  const notices = readFileSync(join(installed, "THIRD-PARTY-NOTICES.md"), "utf8");
  for (const path of ["@noble/hashes/LICENSE", "jsonc-parser/LICENSE.md", "csv-parse/LICENSE"]) {
    const licence = readFileSync(join(root, "node_modules", path), "utf8").replaceAll("\r\n", "\n");
    if (!notices.includes(licence.trim())) throw new Error(`THIRD-PARTY-NOTICES.md lacks ${path}`);
  }
  readFileSync(join(installed, "LICENSE"));
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  equal(Object.keys(dependencies).sort().join(), "javascript-lp-solver,zod", "the dependencies");
});
await check("ESM", () => {
  write("esm.mjs", IMPORTS + untyped);
  node("esm.mjs");
});
await check("CommonJS", () => {
  const loads = `const ${NAMES} = require("mentor-match");\nconst { syntheticCohort } = require("mentor-match/cohort");\n`;
  write("common.cjs", loads + untyped);
  node("common.cjs");
});
await check("TypeScript, nodenext, ESM", () => {
  write("nodenext.mts", IMPORTS + USE);
  compile("nodenext.mts", "nodenext", "nodenext");
  node(join("out", "nodenext.mjs"));
});
await check("TypeScript, nodenext, CommonJS", () => {
  write("nodenext.cts", IMPORTS + USE);
  compile("nodenext.cts", "nodenext", "nodenext");
  node(join("out", "nodenext.cjs"));
});
await check("TypeScript, bundler", () => {
  write("bundler.ts", IMPORTS + USE);
  compile("bundler.ts", "esnext", "bundler");
});
await check("a browser bundle without any module of Node", async () => {
  write("browser.js", IMPORTS + untyped);
  const outDir = join(folder, "bundle");
  const entry = { browser: join(folder, "browser.js") };
  const tsconfig = join(folder, "tsconfig.bundler.ts.json");
  await build({
    config: false,
    silent: true,
    tsconfig,
    noExternal: [/./],
    entry,
    outDir,
    platform: "browser",
    format: "esm",
  });
  const bundle = join(outDir, "browser.js");
  const text = readFileSync(bundle, "utf8");
  const left = /^import\b.*|\brequire\("(?:node:|fs|child_process|path).*/m.exec(text);
  if (left !== null) throw new Error(`the bundle still holds ${left[0]}`);
  node(bundle);
});
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
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
