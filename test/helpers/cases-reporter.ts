/** Ends a test run with how many of the real cases ran, and which were skipped. */
import type { Reporter, TestModule } from "vitest/node";

const FILE = /(^|[\\/])test[\\/]cases(-\w+)?\.test\.ts$/;

export default class CasesReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const cases = modules.filter(({ moduleId }) => FILE.test(moduleId));
    if (cases.length === 0) return;
    const tests = cases.flatMap(({ children }) => [...children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === "skipped");
    for (const { fullName } of skipped) console.log(`real case skipped: ${fullName}`);
    console.log(`real cases: ${tests.length - skipped.length} ran, ${skipped.length} skipped`);
  }
}
