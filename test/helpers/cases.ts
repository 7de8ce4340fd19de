/**
 * Assignment problems with known optima, read from the folder that MENTOR_MATCH_CASES names. They are not part of this
 * project; without the folder each case is skipped by name.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export interface Case {
  readonly kind: string;
  readonly mentees: number;
  readonly mentors: number;
  readonly capacities: readonly number[];
  /** mentee, mentor, score, and so on */
  readonly edges: readonly number[];
  /** the choice that each edge is for its mentee, 1 being the first, where the case has them */
  readonly ranks?: readonly number[];
  readonly expected: {
    readonly maxCardinality: number;
    readonly lexTotal: number;
    readonly maxWeight: number;
    /** how many mentees get choice 1, 2, … */
    readonly profile?: {
      readonly rankMaximal: readonly number[];
      readonly greedyMaximum: readonly number[];
      readonly generousMaximum: readonly number[];
    };
  };
}

/** A problem of stable matching: everybody's list, best first, of those whom they would take at all. */
export interface StableCase {
  readonly menteePrefs: readonly (readonly number[])[];
  readonly mentorPrefs: readonly (readonly number[])[];
  readonly capacities: readonly number[];
  readonly expected: { readonly menteeOptimal: readonly number[]; readonly mentorOptimal: readonly number[] };
}

export interface Grade {
  readonly errors: readonly string[];
  readonly cardinality: number;
  readonly total: number;
  readonly cardinalityOptimal: boolean;
  readonly lexOptimal: boolean;
  readonly weightOptimal: boolean;
}

interface Folder {
  readonly ids: () => readonly string[];
  readonly load: (id: string) => Case;
  readonly grade: (id: string, menteeToMentor: readonly number[]) => Grade;
}

/** Every assignment case of the folder. */
export const names = [
  "civilservice-small-cap1",
  "civilservice-small-cap2",
  "civilservice-small-cap3",
  "glpk-assign-christofides",
  "glpk-sample-asn",
  "glpk-transp-dantzig",
  "lap-arrloop7x3",
  "orlib-assign100",
  "orlib-assign200",
  "orlib-assign300",
  "orlib-assign400",
  "orlib-assignp1500",
  "orlib-assignp800",
  "ortools-4x4-265",
  "ortools-transport-55",
  "preflib-agh1",
  "preflib-project1",
  "preflib-project2",
  "preflib-project3",
  "preflib-supervisor4",
] as const;

/** Every case of stable matching. */
export const stableNames = [
  "algmatch-hr1",
  "gusfield-irving-1.6.5",
  "matching-issue67",
  "matching-readme",
  "roth-sotomayor-2.17",
  "roth-sotomayor-2.9",
  "roth-sotomayor-p16",
] as const;

const folder = process.env.MENTOR_MATCH_CASES ?? "";

/** Whether the folder is there. */
export const isHere = folder !== "" && existsSync(resolve(folder, "grade.mjs"));

/** What the folder offers; only where it is there. */
export const cases = isHere ? ((await import(pathToFileURL(resolve(folder, "grade.mjs")).href)) as Folder) : undefined;
