/** How entries that hold a user's own function are read: the function, and the fields that it gets to see. */
import * as z from "zod";
import { showKind } from "./door.js";
import { unknownField } from "./records.js";

/** A list of fields that may be read, each known. */
export const fieldList = (known: readonly string[]) =>
  z.array(
    z.string().superRefine((field, context) => {
      const message = unknownField(field, known);
      if (message !== undefined) context.addIssue({ code: "custom", message, params: { code: "unknown-field" } });
    }),
  );

/** A user's function. It stands among the parameters, which is why the entry has no JSON. */
export const ownFunction = <F>() =>
  z.custom<F>((value) => typeof value === "function", {
    error: ({ input }) => `expected a function, got ${showKind(input)}`,
  });
