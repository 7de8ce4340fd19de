/** What a door says is wrong: the issues of the error that `act` throws, none where it throws nothing. */
import { InputError, type Issue } from "../../src/errors.js";

export function issuesOf(act: () => unknown): readonly Issue[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}
