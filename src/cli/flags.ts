/** The command line's options. */

/** What every command gets. */
export interface Flags {
  readonly pool?: string;
  readonly mentees?: string;
  readonly mentors?: string;
  readonly people?: string;
  readonly pairs?: string;
  readonly locks?: string;
  readonly forbids?: string;
  readonly overrides?: string;
  readonly "reporting-lines"?: string;
  readonly relations?: string;
  readonly columns?: string;
  readonly "as-of"?: string;
  readonly key?: string;
  readonly names?: boolean;
  readonly policy?: string;
  readonly result?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly from?: string;
  readonly date?: string;
  readonly list?: string;
  readonly for?: string;
  readonly groups?: string;
  readonly by?: string;
  readonly role?: string;
  readonly rounds?: string;
  readonly tables?: string;
  readonly "group-size"?: string;
  readonly public?: boolean;
  readonly "sign-off"?: string;
}
