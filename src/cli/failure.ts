/** What went wrong, for people and for programs, and how the command line ends. */
import { InputError, type Issue } from "../errors.js";
import { CommandError } from "./command-error.js";

export interface Failure {
  readonly exitCode: 2 | 3;
  /** without a line feed at its end */
  readonly text: string;
  /** what `--json` prints on the standard error */
  readonly json: {
    /** a stable word: `"invalid-input"`, `"usage"`, `"unreadable"`, `"unwritable"`, `"exists"`, `"broken"` */
    readonly code: string;
    /** the first line of what people read */
    readonly message: string;
    /** the first hundred of what is wrong with the input */
    readonly issues: readonly Issue[];
    /** all of them */
    readonly count: number;
    readonly exitCode: 2 | 3;
  };
}

/** What an error comes to: 2 where the input or the call is wrong, 3 where something broke. */
export function failureOf(error: unknown): Failure {
  const { message } = error as Error;
  if (error instanceof InputError) return failure(2, error.code, message, error.issues, error.count);
  if (error instanceof CommandError) return failure(2, error.code, message);
  const { code } = error as { readonly code?: unknown };
  return failure(3, typeof code === "string" ? code : "broken", `Cannot go on: ${message}`);
}

function failure(
  exitCode: 2 | 3,
  code: string,
  text: string,
  issues: readonly Issue[] = [],
  count: number = issues.length,
): Failure {
  return { exitCode, text, json: { code, message: text.split("\n")[0]!, issues, count, exitCode } };
}
