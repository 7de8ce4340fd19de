/** What becomes of the command line when nobody listens, nothing can be printed, or something breaks. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { SolverError } from "../../src/errors.js";
import { command } from "./command.js";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mentor-match-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A process of its own runs what the package ships, bundled here.
beforeAll(async () => {
  await build({
    entry: { cli: main },
    outDir: folder,
    format: "esm",
    platform: "node",
    config: false,
    silent: true,
    dts: false,
    outExtension: () => ({ js: ".mjs" }),
    noExternal: [/./],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
}, 120_000);

/** How a process of its own ends that nobody writes to, and whose reader has seen enough at once. */
function unheard(...words: string[]): Promise<{ readonly code: number | null; readonly err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, "cli.mjs"), ...words], { stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (text) => {
      err += String(text);
    });
    child.stdout.destroy();
    child.on("error", reject).on("close", (code) => resolve({ code, err }));
  });
}

test("mentor-match takes a closed pipe for a reader that has seen enough", async () => {
  expect(await unheard("demo", "--json")).toEqual({ code: 0, err: "" });
  expect(await unheard("--help")).toEqual({ code: 0, err: "" });
});

test("mentor-match ends with what it found when its reader leaves, and with 3 when it cannot print", async () => {
  const before = process.stdout.listeners("error");
  const { exitCode, argv } = process;
  const exit = vi.spyOn(process, "exit").mockImplementation((() => undefined) as never);
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  process.argv = [argv[0]!, "mentor-match", "marry"];
  vi.resetModules();
  await import("../../src/cli/main.js");
  const [listener] = process.stdout.listeners("error").filter((one) => !before.includes(one));
  onTestFinished(() => {
    process.stdout.off("error", listener as () => void);
    process.exitCode = exitCode;
    process.argv = argv;
    for (const spy of [exit, told, printed]) spy.mockRestore();
  });
  expect(process.exitCode).toBe(2);
  told.mockClear();
  listener!(Object.assign(new Error("broken pipe"), { code: "EPIPE" }));
  expect([exit.mock.lastCall, told.mock.calls]).toEqual([[2], []]);
  listener!(Object.assign(new Error("no space left"), { code: "ENOSPC" }));
  expect([exit.mock.lastCall, told.mock.lastCall]).toEqual([[3], ["Cannot print: no space left\n"]]);
});

test.each([
  ["broken", new RangeError("Invalid array length")],
  ["too-large", new SolverError("too-large", "Invalid array length")],
])("mentor-match says in one line what broke, with --json as %s, and ends with 3", async (code, error) => {
  onTestFinished(() => vi.doUnmock("../../src/matching/match.js") as unknown as undefined);
  vi.doMock("../../src/matching/match.js", () => ({
    match: () => {
      throw error;
    },
  }));
  const message = "Cannot go on: Invalid array length";
  expect(await command("demo")).toEqual({ code: 3, out: "", err: `${message}\n` });
  const told = await command("demo", "--json");
  expect([told.code, told.out, JSON.parse(told.err)]).toEqual([
    3,
    "",
    { code, message, issues: [], count: 0, exitCode: 3 },
  ]);
});

test("mentor-match demo ends with 3 where what it shows does not hold", async () => {
  onTestFinished(() => vi.doUnmock("../../src/insight/verify.js") as unknown as undefined);
  vi.doMock("../../src/insight/verify.js", () => ({ verify: () => ({ status: "refuted" }) }));
  const { code, out } = await command("demo", "accelerate");
  expect([code, out.match(/checked from scratch: \w+/g)]).toEqual([3, Array(2).fill("checked from scratch: refuted")]);
});
