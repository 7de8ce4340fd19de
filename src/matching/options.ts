/** What a caller may add to a run, checked before anything is worked out. */
import * as z from "zod/mini";
import { guarded, read, record, showKind } from "../door.js";
import { InputError } from "../errors.js";
import type { Progress, Solver } from "./solvers/solver.js";

const ownFunction = <F>() =>
  z.custom<F>((value) => typeof value === "function", {
    error: ({ input }) => `expected a function, got ${showKind(input)}`,
  });

const options = record({
  onProgress: z.optional(ownFunction<Progress>()),
  solver: z.optional(ownFunction<Solver>()),
});

/** The options, each read once. @throws InputError listing what is wrong with them */
export function readOptions(input: unknown): z.output<typeof options> {
  const result = guarded("match options", input, () => read(options, input, [], showKind));
  if ("value" in result) return result.value;
  throw new InputError("match options", result.issues, result.count);
}
