/** What makes the tests cheap and equal for every mutant; npm run mutation loads it before each test file. */
import fc from "fast-check";
import { beforeEach } from "vitest";

// Every mutant meets the same cases, and a law that fails need not look for its smallest case.
fc.configureGlobal({ seed: 20261001, endOnFailure: true });

// Whether something holds of very many, too, is asked of the real code only.
beforeEach(({ task, skip }) => {
  if (/\d 000 |\b1000 (steps|entries)|million|hundred thousand/.test(task.name)) skip();
});
