/** The command line's options. */

/** What every command gets. */
export interface Flags {
  readonly pool?: string;
  readonly policy?: string;
  readonly result?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}
