import { test } from "vitest";

/**
 * Loads test files, all in one: a mutant then loads the modules of the house once, not once a test file. A file that cannot be
 * loaded is a test that fails; without one, whoever counts failed tests would take such a mutant for a survivor.
 *
 * @param {Record<string, () => Promise<unknown>>} files
 */
export async function load(files) {
  for (const [path, loadFile] of Object.entries(files)) {
    try {
      await loadFile();
    } catch (error) {
      test(`${path} loads`, () => {
        throw error;
      });
    }
  }
}
