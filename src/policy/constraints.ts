/** Constraints: what cuts across people's places and groups, as a policy writes it. */
import * as z from "zod/mini";
import { plainText, record } from "../door.js";
import { entryId, type PositiveAction, positiveAction } from "../entry.js";
import { type Filter, type FilterInput, menteeFilter, mentorFilter } from "./limits.js";

/** Whose matches a share counts: those of some mentees, of some mentors, or of both with one another. */
export interface Share<F = Filter> {
  /** mentees whose matches count; everybody's unless given */
  readonly mentees?: F;
  /** mentors whose matches count; everybody's unless given */
  readonly mentors?: F;
}

/** One thing that cuts across: exactly one of the fields after `id` and `positiveAction`, a share with its bound. */
export interface PolicyConstraint {
  /** unique among the constraints; the name of what it asks, unless given: `"total-load"` */
  readonly id: string;
  /** most matches of a person in both roles together */
  readonly totalLoad?: number;
  /** nobody mentors their own mentor */
  readonly noReciprocal?: true;
  /** no circle of any length, in which everybody mentors the next one */
  readonly noCycles?: true;
  /** ids of mentees who are all matched, or none of them */
  readonly bothOrNeither?: readonly string[];
  /** matches that are bounded as a share of all matches */
  readonly share?: Share;
  /** the most that the share may be, in percent of all matches: an integer of 0 … 100 */
  readonly atMostPercent?: number;
  /** the least that the share may be, in percent of all matches: an integer of 0 … 100 */
  readonly atLeastPercent?: number;
  /** why it may read what the policy protects or restricts; absent where nothing is declared */
  readonly positiveAction?: PositiveAction;
}

/** A constraint as a caller may write it. */
export interface ConstraintInput {
  /** unique among the constraints, 1 … 120 characters; unless given, the name of what it asks: `"total-load"` */
  readonly id?: string | undefined;
  /** most matches of a person in both roles together: an integer of 0 … 1 000 000 */
  readonly totalLoad?: number | undefined;
  /** nobody mentors their own mentor; only `true` may be written */
  readonly noReciprocal?: boolean | undefined;
  /** no circle of any length, in which everybody mentors the next one; only `true` may be written */
  readonly noCycles?: boolean | undefined;
  /** ids of mentees who are all matched, or none of them: 2 … 1000 of the pool's, each once */
  readonly bothOrNeither?: readonly string[] | undefined;
  /** matches that are bounded as a share of all matches: of mentees, of mentors, or of both with one another */
  readonly share?: { readonly [F in keyof Share]?: FilterInput | undefined } | undefined;
  /** the most that the share may be, in percent of all matches: an integer of 0 … 100, not beside the other bound */
  readonly atMostPercent?: number | undefined;
  /** the least that the share may be, in percent of all matches: an integer of 0 … 100, not beside the other bound */
  readonly atLeastPercent?: number | undefined;
  /** why its share may read what the policy protects or restricts */
  readonly positiveAction?: PositiveAction | undefined;
}

/** What each sort is called unless the entry has an id. */
const NAMES = {
  totalLoad: "total-load",
  noReciprocal: "no-reciprocal",
  noCycles: "no-cycles",
  bothOrNeither: "both-or-neither",
  share: "share",
} as const;

const SORTS = Object.keys(NAMES) as (keyof typeof NAMES)[];

/** The id under which a cap on changes stands in results. */
export const MAX_CHANGES = "standing.maxChanges";

const percent = z.int().check(z.gte(0), z.lte(100));

/** One constraint; what its parts say of each other is checked as well. */
export const constraint = z.pipe(
  record({
    id: z.optional(entryId),
    totalLoad: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
    noReciprocal: z.optional(z.literal(true)),
    noCycles: z.optional(z.literal(true)),
    bothOrNeither: z.optional(z.array(plainText(1, 200)).check(z.minLength(2), z.maxLength(1000))),
    share: z.optional(record({ mentees: z.optional(menteeFilter), mentors: z.optional(mentorFilter) })),
    atMostPercent: z.optional(percent),
    atLeastPercent: z.optional(percent),
    positiveAction: z.optional(positiveAction),
  }).check(
    z.superRefine((given, context) => {
      const tell = (code: string, path: readonly PropertyKey[], message: string): void => {
        context.addIssue({ code: "custom", path: [...path], message, params: { code } });
      };
      const sorts = SORTS.filter((sort) => given[sort] !== undefined);
      const list = SORTS.join(", ");
      if (sorts.length === 0) return tell("missing", [], `expected one of ${list}, got none`);
      if (sorts.length > 1) return tell("contradiction", [], `expected one of ${list}, got ${sorts.join(" and ")}`);
      const bounds = (["atMostPercent", "atLeastPercent"] as const).filter((bound) => given[bound] !== undefined);
      const { share, bothOrNeither = [] } = given;
      if (share === undefined) {
        for (const bound of bounds) tell("contradiction", [bound], `expected it beside "share" only, got it without`);
      } else {
        if (bounds.length !== 1)
          tell(
            "invalid",
            [],
            `expected either atMostPercent or atLeastPercent, got ${bounds.length === 0 ? "neither" : "both"}`,
          );
        if (share.mentees === undefined && share.mentors === undefined)
          tell("missing", ["share"], "expected mentees or mentors, got neither");
      }
      if (new Set(bothOrNeither).size < bothOrNeither.length)
        tell("duplicate", ["bothOrNeither"], "expected each mentee once, got one twice");
    }),
  ),
  z.transform((given): PolicyConstraint => {
    const id = given.id ?? NAMES[SORTS.find((sort) => given[sort] !== undefined)!];
    const { share } = given;
    return {
      ...(given as Omit<PolicyConstraint, "id">),
      id,
      ...(share === undefined ? {} : { share: whole(share as Share) }),
    };
  }),
);

/** A share without what was given as `undefined`. */
function whole({ mentees, mentors }: Share): Share {
  return { ...(mentees === undefined ? {} : { mentees }), ...(mentors === undefined ? {} : { mentors }) };
}

/** The fields that a constraint reads, which is what it may be refused for. */
export const constraintReads = ({ share = {} }: PolicyConstraint): readonly string[] => [
  ...new Set([...Object.keys(share.mentees ?? {}), ...Object.keys(share.mentors ?? {})]),
];
