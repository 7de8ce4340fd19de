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

/** The same, each as its code and its path. */
export const codesOf = (act: () => unknown) => issuesOf(act).map(({ code, path }) => [code, path] as const);

/** The same, each as `path: message`. */
export const messagesOf = (act: () => unknown) => issuesOf(act).map(({ path, message }) => `${path}: ${message}`);
