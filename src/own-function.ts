/** How entries that hold a user's own function are read: the function, and the fields that it gets to see. */
import * as z from "zod/mini";
import { complain, showKind } from "./door.js";
import { unknownField } from "./records.js";

/** A list of fields that may be read, each known. */
export const fieldList = (known: readonly string[]) =>
  z.array(
    z.string().check((context) => {
      const message = unknownField(context.value, known);
      if (message !== undefined) complain(context, "unknown-field", [], () => message);
    }),
  );

/** A user's function. It stands among the parameters, which is why the entry has no JSON. */
export const ownFunction = <F>() =>
  z.custom<F>((value) => typeof value === "function", {
    error: ({ input }) => `expected a function, got ${showKind(input)}`,
  });
