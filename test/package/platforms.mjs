// The engines, compilers and browsers the package is tried with. Those of npm are locked in platforms/ and installed when
// they are missing; a Chromium comes from the system.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, Skip } from "./checks.mjs";

const home = join(root, "test", "package", "platforms");
/** Where something of theirs is. */
export const at = (...path) => join(home, "node_modules", ...path);

/** Installs what is locked, unless it is installed already. */
export function installPlatforms() {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Skip("the engines are there for Linux on x64 only");
  const options = { cwd: home, encoding: "utf8", stdio: "pipe" };
  try {
    execFileSync("npm", ["ls", "--all", "--silent"], options);
  } catch {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], options);
  }
}

/** An engine's name, and the command that runs a file in it. */
export const ENGINES = [
  [`Node ${process.versions.node}`, [process.execPath]],
  ...["node-22", "node-24", "node-26"].map((name) => [name, [at(name, "bin", "node")]]),
  ["Bun", [at("@oven", "bun-linux-x64", "bin", "bun"), "run"]],
  ["Deno", [at("@deno", "linux-x64-glibc", "deno"), "run", "--no-remote", "--no-lock", "--node-modules-dir=manual"]],
];

/** A compiler's name, and its command. */
export const COMPILERS = [
  ["TypeScript 5.5", at("typescript-5.5", "bin", "tsc")],
  ["TypeScript 6", join(root, "node_modules", "typescript", "bin", "tsc")],
];

/** A package of platforms/; what a CommonJS one exports is the default export of its module. */
export async function load(name) {
  const module = await import(pathToFileURL(createRequire(join(home, "package.json")).resolve(name)).href);
  return module.default ?? module;
}

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
let installed = false;

/** Where Chromium is; Debian's is installed if there is none, where that is allowed. */
export function chromiumPath() {
  const known = () => [process.env.CHROMIUM, ...CHROMIUM].find((path) => path && existsSync(path));
  if (!known() && !installed) {
    installed = true;
    const options = { stdio: "ignore", timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    try {
      execFileSync("apt-get", ["update"], options);
      execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], options);
    } catch {
      // Reported below: the browser is what counts.
    }
  }
  const path = known();
  if (!path) throw new Skip("there is no Chromium, and apt-get could not install one; CHROMIUM may name its path");
  return path;
}
