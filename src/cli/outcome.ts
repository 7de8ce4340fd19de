/** What a command comes to. It prints and writes nothing itself, so that all commands do so in one way. */
import type { Files } from "./save.js";

/** For people as text, for programs as a value, and as files. */
export interface Outcome {
  /** the exit code: 3 where somebody should look at something */
  readonly code: 0 | 3;
  /** lines that end in `\n`; `""` where the files are all there is */
  readonly text: string;
  /** what `--json` prints: the answer; not given where the files are all there is, which are named then */
  readonly json?: unknown;
  /** for the folder of `--out`; written only where one is given */
  readonly files?: Files;
  /** what was noticed, a line each */
  readonly noticed?: readonly string[];
  /** what stands above it; `Noticed in the sheets` unless given */
  readonly heading?: string;
  /** what to do next, below what was written */
  readonly next?: string;
}
