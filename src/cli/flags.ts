/** The command line's options. */

/** What every command gets. */
export interface Flags {
  readonly pool?: string;
  readonly mentees?: string;
  readonly mentors?: string;
  readonly people?: string;
  readonly columns?: string;
  readonly "as-of"?: string;
  readonly key?: string;
  readonly names?: boolean;
  readonly policy?: string;
  readonly result?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}
