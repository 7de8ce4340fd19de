import { expect, test } from "vitest";
import { accessProof, match } from "../../src/index.js";

test("accessProof() is for objectives in which nothing but coverage and priority comes before access", () => {
  const pool = { mentees: [{ id: "ana" }], mentors: [{ id: "max" }] };
  const proofOf = (objective: readonly string[]) => () =>
    accessProof(pool, { name: "x", objective }, match(pool, { name: "x", objective }));
  expect(proofOf(["coverage", "score"])).toThrow("got none");
  expect(proofOf(["score", "access"])).toThrow("got score");
  expect(proofOf(["access"])()).toEqual({ holds: true, trees: [], scorePrice: null });
});
