// What the tarball is and holds: packed twice from a clean build, read by the linters of packages, its licences looked up.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareApi } from "./api.mjs";
import { check, equal, root } from "./checks.mjs";

/** Licences that ask for no more than to be told. */
const PERMISSIVE = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "Unlicense"];
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"];

const json = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const tool = (name, ...words) =>
  execFileSync(process.execPath, [join(root, "node_modules", ...name.split("/")), ...words], {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
  });

/** Packs into a folder and returns the tarball; `prepack` empties dist and builds it anew. */
export function pack(folder, ...words) {
  mkdirSync(folder, { recursive: true });
  const options = { cwd: root, encoding: "utf8", stdio: "pipe", shell: process.platform === "win32" };
  execFileSync("npm", ["pack", ...words, "--pack-destination", folder], options);
  return join(
    folder,
    readdirSync(folder).find((file) => file.endsWith(".tgz")),
  );
}

/** Every check of a tarball that needs nothing installed. Builds and packs twice. */
export async function checkPacked(folder) {
  const tarball = join(folder, "first");
  let first;
  await check("npm pack twice gives the same bytes", () => {
    first = pack(tarball);
    const hash = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
    const wanted = hash(first);
    equal(hash(pack(join(folder, "second"))), wanted, "the second tarball's SHA-256 to be");
    return `SHA-256 ${wanted}`;
  });
  await check("publint", () => tool("publint/src/cli.js", "--strict", first).trim().split("\n").at(-1));
  await check("attw, profile node16", () => {
    tool("@arethetypeswrong/cli/dist/index.js", "--profile", "node16", "--no-emoji", first);
  });
  await check("size-limit", () => {
    const sizes = JSON.parse(tool("size-limit/bin.js", "--json", "--silent"));
    return sizes.map(({ name, size, sizeLimit }) => `${name} ${kB(size)} of ${kB(sizeLimit)} gz`).join(", ");
  });
  await check("knip", () => {
    tool("knip/bin/knip.js", "--no-progress");
  });
  await check("the declarations are those of test/package/api", compareApi);
  return first;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;

/** Checks of the package as it was installed into `folder`, with all that came with it. */
export async function checkInstalled(folder) {
  const installed = join(folder, "node_modules", "mentor-match");
  const packages = Object.keys(json(folder, "package-lock.json").packages).filter((path) => path !== "");
  await check("two dependencies, and nothing else is installed", () => {
    equal(
      Object.keys(json(installed, "package.json").dependencies).sort().join(),
      "javascript-lp-solver,zod",
      "dependencies",
    );
    const names = packages.map((path) => path.replace(/^.*node_modules\//, "")).sort();
    equal(names.join(), "javascript-lp-solver,mentor-match,zod", "installed packages");
  });
  await check("no install scripts", () => {
    for (const path of packages) {
      const { name, scripts = {} } = json(folder, path, "package.json");
      const found = INSTALL_SCRIPTS.filter((script) => script in scripts);
      if (found.length > 0) throw new Error(`${name} has ${found.join()}`);
      if (existsSync(join(folder, path, "binding.gyp"))) throw new Error(`${name} is compiled when it is installed`);
    }
  });
  await check("licences are permissive, and what is bundled is named", () => {
    const bundled = bundledIn(join(installed, "dist"));
    for (const path of packages) permissive(json(folder, path, "package.json"));
    for (const name of bundled) permissive(json(root, "node_modules", name, "package.json"));
    readFileSync(join(installed, "LICENSE"));
    const notices = readFileSync(join(installed, "THIRD-PARTY-NOTICES.md"), "utf8");
    const told = [...notices.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    equal(told.sort().join(), bundled.join(), "the packages in THIRD-PARTY-NOTICES.md to be those in dist,");
    for (const name of bundled) {
      const home = join(root, "node_modules", name);
      const file = readdirSync(home).find((path) => /^licen[cs]e/i.test(path));
      const licence = readFileSync(join(home, file), "utf8").replaceAll("\r\n", "\n");
      if (!notices.includes(licence.trim()))
        throw new Error(`THIRD-PARTY-NOTICES.md lacks the text of ${name}/${file}`);
    }
    return `bundled: ${bundled.join(", ")}`;
  });
}

function permissive({ name, license }) {
  if (!PERMISSIVE.includes(license)) throw new Error(`${name} has the licence ${license}`);
}

/** Packages of which files stand in dist; the bundler marks each with a comment. */
function bundledIn(dist) {
  const names = readdirSync(dist)
    .filter((file) => /\.c?js$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(dist, file), "utf8").matchAll(/^\s*\/\/ .*?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm),
    ])
    .map(([, name]) => name);
  return [...new Set(names)].sort();
}
