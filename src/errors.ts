/** What is wrong with the caller's input, all of it at once. */

/** One thing that is wrong. */
export interface Issue {
  /** a stable word, for example `"unknown-field"` */
  readonly code: string;
  /** where, for example `mentors[4].capacity` */
  readonly path: string;
  /** one sentence: what was there and what was expected; people are named by id only */
  readonly message: string;
  /** the person concerned, where there is one */
  readonly id?: string;
}

/** Most issues an {@link InputError} lists; `count` has the full number. */
export const ISSUES_LISTED = 100;

/** Thrown by every door: lists all that is wrong with a pool, a policy or an option. */
export class InputError extends Error {
  /** always this word, which tells it from other errors where `instanceof` cannot */
  override readonly name = "InputError";
  /** always this word; each of the `issues` has a code of its own */
  readonly code = "invalid-input";
  /** the first 100 issues */
  readonly issues: readonly Issue[];
  /** how many issues there are in all */
  readonly count: number;
  /** what was read: `"pool"`, `"policy"`, … */
  readonly subject: string;

  constructor(subject: string, issues: readonly Issue[], count = issues.length) {
    const listed = issues.slice(0, ISSUES_LISTED);
    const line = ({ path, message, id }: Issue): string =>
      `\n  ${path === "" ? subject : path}${id === undefined ? "" : ` (${shortened(id)})`}: ${message}`;
    const lines = listed.map(line).join("");
    const more = count > listed.length ? `\n  … and ${count - listed.length} more` : "";
    super(`Cannot read the ${subject}: ${count === 1 ? "1 issue" : `${count} issues`}${lines}${more}`);
    this.subject = subject;
    this.issues = listed;
    this.count = count;
  }
}

const shortened = (id: string): string => (id.length > 40 ? `${id.slice(0, 40)}…` : id);

/** Thrown when a computation cannot be done exactly, or did not end as it must. */
export class SolverError extends Error {
  /** always this word; `code` tells what happened */
  override readonly name = "SolverError";
  /** a stable word, for example `"too-large"` */
  readonly code: string;
  /** the figures that led to it */
  readonly numbers: { readonly [name: string]: number };

  constructor(code: string, message: string, numbers: { readonly [name: string]: number } = {}) {
    super(message);
    this.code = code;
    this.numbers = numbers;
  }
}
