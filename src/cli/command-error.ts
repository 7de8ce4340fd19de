/** What is wrong with how a command was called, or with a file. */

/** Which of the few things that can be wrong: a stable word for programs. */
export type CommandCode = "usage" | "unreadable" | "unwritable" | "exists";

/** Something is wrong with how a command was called or with a file it was given. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: CommandCode;

  constructor(message: string, code: CommandCode = "usage") {
    super(message);
    this.code = code;
  }
}

/** Why the system did not do it, in words of ours where it is a known reason; its own word for it in brackets. */
export function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const known = REASONS.get(code);
  return known === undefined ? message : `${known} (${code})`;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "there is a file where a folder should be"],
  ["EEXIST", "there is a file where a folder should be"],
  ["EACCES", "it is not permitted"],
  ["EPERM", "it is not permitted"],
  ["EROFS", "nothing can be written there"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk is full"],
  ["EFBIG", "the file would be too large"],
  ["ENAMETOOLONG", "the name is too long"],
]);
