// The installed package in headless Chromium: bundled by Vite, through an import map, and in a Web Worker with the very files
// that docs/web-worker.md shows.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { check, root } from "./checks.mjs";
import { chromiumPath, load } from "./platforms.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript" };

/** Runs in the page: a large pool with progress, a broken pool, and a run that is cancelled. */
const IN_WORKER = `
import { syntheticCohort } from "mentor-match/cohort";
import { matchInWorker } from "./match-in-worker.js";

export async function inWorker() {
  const { pool, policy } = syntheticCohort({ mentees: 1500, mentors: 900, seed: 1 });
  const heard = [];
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  const { status } = await matchInWorker(pool, policy, (done) => heard.push(done)).result;
  clearInterval(timer);
  if (status !== "proved") throw new Error("status " + status);
  if (heard.length < 3 || !heard.every((done) => done >= 65536)) throw new Error("progress " + heard);
  if (ticks === 0) throw new Error("the page stood still");

  const refused = await matchInWorker({ mentees: 7 }, policy).result.catch((error) => error);
  if (!(refused.issues?.length > 0)) throw new Error("a broken pool gave " + JSON.stringify(refused));

  const large = syntheticCohort({ mentees: 40000, mentors: 20000, seed: 1 });
  let after = 0;
  let cancelled;
  const run = matchInWorker(large.pool, large.policy, () => {
    if (cancelled) after++;
    else run.cancel();
    cancelled ??= performance.now();
  });
  const end = await run.result.catch((error) => error.name);
  if (end !== "AbortError") throw new Error("a cancelled run ended with " + JSON.stringify(end));
  await new Promise((resolve) => setTimeout(resolve, 200));
  if (after > 1) throw new Error("a cancelled run went on");
}
`;

/** Checks the package that is installed in `folder`; `use` is a module that throws where something is wrong. */
export async function checkBrowser(folder, use) {
  const app = join(folder, "app");
  mkdirSync(app);
  const write = (name, text) => writeFileSync(join(app, name), text);
  const page = (body) => `<!doctype html><link rel="icon" href="data:,"><title>started</title>${body}`;
  const module = (imports, then) =>
    `${imports}\ntry {\n${then}\ndocument.title = "passed";\n} catch (error) {\ndocument.title = String(error?.stack ?? error);\n}\n`;
  const [imports, rest] = use;
  for (const [name, text] of exampleFiles()) write(name, text);
  write("in-worker.js", IN_WORKER);
  write("use.js", module(imports, rest));
  write("worker.js", module('import { inWorker } from "./in-worker.js";', "await inWorker();"));
  write("use.html", page('<script type="module" src="./use.js"></script>'));
  write("worker.html", page('<script type="module" src="./worker.js"></script>'));
  const map = {
    imports: {
      "mentor-match": "/node_modules/mentor-match/dist/index.js",
      "mentor-match/cohort": "/node_modules/mentor-match/dist/cohort.js",
      "mentor-match/schemes": "/node_modules/mentor-match/dist/schemes.js",
      "mentor-match/solver": "/node_modules/mentor-match/dist/solver.js",
      "zod/mini": "/node_modules/zod/mini/index.js",
      "javascript-lp-solver": "/node_modules/javascript-lp-solver/dist/index.browser.mjs",
    },
  };
  write(
    "map.html",
    page(`<script type="importmap">${JSON.stringify(map)}</script><script type="module" src="./use.js"></script>`),
  );

  await check("Vite builds the page and its worker", async () => {
    const { build } = await load("vite");
    const input = [join(app, "use.html"), join(app, "worker.html")];
    await build({
      root: app,
      base: "./",
      configFile: false,
      logLevel: "error",
      build: { target: "es2022", rolldownOptions: { input } },
    });
  });
  const server = createServer(({ url }, answer) => {
    try {
      const body = readFileSync(join(folder, new URL(url, "http://localhost").pathname));
      answer.writeHead(200, { "content-type": TYPES[extname(url)] ?? "application/octet-stream" }).end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  for (const [name, path] of [
    ["Chromium: the Vite bundle", "/app/dist/use.html"],
    ["Chromium: an import map", "/app/map.html"],
    ["Chromium: a Web Worker, with progress and cancel, as docs/web-worker.md has it", "/app/dist/worker.html"],
  ]) {
    await check(name, () => visit(`http://127.0.0.1:${server.address().port}${path}`));
  }
  server.close();
}

/** The two files of the page, by name, as it shows them. */
function exampleFiles() {
  const text = readFileSync(join(root, "docs", "web-worker.md"), "utf8");
  const files = [...text.matchAll(/^`([\w-]+\.js)`[^`]*?(?:`[^`]+`[^`]*?)*?```js\n([\s\S]*?)^```$/gm)].map(
    ([, name, code]) => [name, code],
  );
  if (files.length !== 2) throw new Error(`expected two files in docs/web-worker.md, got ${files.length}`);
  return files;
}

/** Opens a page and waits for the title that its module sets. */
async function visit(url) {
  const executablePath = chromiumPath();
  const { chromium } = await load("playwright-core");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("requestfailed", (request) => errors.push(`cannot load ${request.url()}`));
    await page.goto(url);
    await page
      .waitForFunction(() => document.title !== "started", undefined, { timeout: 60_000 })
      .catch((error) => {
        throw new Error([error.message, ...errors].join("\n"));
      });
    const title = await page.title();
    if (title !== "passed") throw new Error([title, ...errors].join("\n"));
    return browser.version();
  } finally {
    await browser.close();
  }
}
