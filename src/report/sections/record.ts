/** What others may check: the policy, the coordinator's word, what was noticed, the levels with their proof. */
import { levelsOf, stableSide } from "../../policy/policy.js";
import type { MatchResult } from "../../types.js";
import { declared, type Said } from "../declared.js";
import type { Block, Section, Table } from "../document.js";
import { findingSentence } from "../finding-words.js";
import type { Subject } from "../subject.js";
import { plural } from "../wording.js";

/** Every entry of the policy in words, with what it declares of a protected characteristic. */
export function policySection({ policy }: Subject): Section {
  const side = stableSide(policy);
  const of = (what: string, list: readonly Said[]): string[][] =>
    list.map((entry) => [
      what,
      entry.id,
      entry.words + (entry.weight === undefined ? "" : `, weight ${entry.weight}`),
      declared(entry),
    ]);
  const rows = [
    ...of("mentees take part", policy.participation.mentees),
    ...of("mentors take part", policy.participation.mentors),
    ...of("a pair must", policy.must),
    ...of("a pair is better", policy.prefer),
    ...levelsOf(policy).map(({ name, words }, at) => [`in this order: ${at + 1}`, name, words, ""]),
    ...(side === undefined
      ? []
      : [
          [
            "a stable matching",
            side,
            `the best for the ${side} that leaves no pair who would both rather have each other`,
            "",
          ],
        ]),
    ["last of all", "lottery", `ties are settled by lot, from "${policy.lottery}"`, ""],
  ];
  const head = ["What", "Id", "In words", "Declared"];
  const hasDeclared = rows.some((row) => row[3] !== "");
  const shown = hasDeclared ? rows : rows.map((row) => row.slice(0, 3));
  return section("policy", "The policy", [
    {
      kind: "table",
      caption: `What ${policy.name} asks for`,
      head: hasDeclared ? head : head.slice(0, 3),
      rows: shown,
    },
  ]);
}

/** Locks, forbids and overrides, with who said so; in public their number only. */
export function wordSection({ pool, edition }: Subject): Section | undefined {
  const rows = [
    ...pool.locks.map((word) => ({ ...word, what: "must be made" })),
    ...pool.forbids.map((word) => ({ ...word, what: "must not be made" })),
    ...pool.overrides.map((word) => ({ ...word, what: `${word.rule} set aside`, by: undefined, on: undefined })),
  ];
  if (rows.length === 0) return undefined;
  if (edition.isPublic)
    return section("word", "The coordinator's word", [
      { kind: "text", text: `Pairs that people decided, and not the matching: ${edition.count(rows.length)}.` },
    ]);
  const head = ["Mentee", "Mentor", "What", "By", "On", "Reason"];
  return section("word", "The coordinator's word", [
    {
      kind: "table",
      caption: "Pairs that people decided, and not the matching",
      head,
      rows: rows.map(({ menteeId, mentorId, what, by = "", on = "", reason = "" }) => [
        edition.person(menteeId),
        edition.person(mentorId),
        what,
        by,
        on,
        reason,
      ]),
    },
  ]);
}

export function noticedSection({ result, edition }: Subject): Section | undefined {
  if (result.findings.length === 0 || edition.isPublic) return undefined;
  const sentences = result.findings.map((finding) => [findingSentence(finding, edition.person)]);
  return section("noticed", "Noticed", [
    { kind: "table", caption: "What was noticed in the data and the policy", head: ["What"], rows: sentences },
  ]);
}

/** Level by level what was reached and what is possible, and what is needed to repeat the run. */
export function proofSection({ result, edition }: Subject): Section {
  const { levels, run } = result;
  const told = (values: readonly number[]): string =>
    values.length > 8 ? `${values.slice(0, 8).join(", ")} and ${values.length - 8} more` : values.join(", ");
  const hash = run.policyHash ?? "none: the policy holds functions, so nobody can repeat the run from paper";
  const blocks: Block[] = [
    { kind: "text", text: CLAIM[result.status] },
    edition.isPublic
      ? publicLevels(result)
      : {
          kind: "table",
          caption: "What each level reached, and the bound that proves no more is possible",
          head: ["Level", "Reached", "Bound"],
          rows: levels.map(({ name, value, bound }) => [name, told(value), told(bound)]),
        },
    {
      kind: "table",
      caption: "What is needed to repeat the run",
      head: ["What", "Value"],
      rows: [
        ["version of mentor-match", run.version],
        ["solver", run.solver],
        ["seed of the lottery", run.seed],
        ["SHA-256 of the pool", run.poolHash],
        ["SHA-256 of the policy", hash],
      ],
    },
    {
      kind: "text",
      text: `The prices that prove it stand in result.json, for ${plural(result.proof.mentees.length + result.proof.mentors.length, "person", "people")}; "mentor-match verify" checks all of it from scratch, without the solver.`,
    },
  ];
  return section(
    "proof",
    "Evidence and proof",
    blocks.filter((block) => block.kind !== "table" || block.rows.length > 0),
  );
}

/** Values count tiers and choices, of which some hold hardly anybody. */
const publicLevels = ({ levels }: MatchResult): Table => ({
  kind: "table",
  caption: "Which levels reach the bound that proves no more is possible",
  head: ["Level", "Reaches its bound"],
  rows: levels.map(({ name, value, bound }) => [name, value.join() === bound.join() ? "yes" : "no"]),
});

const CLAIM: { readonly [status in MatchResult["status"]]: string } = {
  proved: "No other set of pairs is better, by the levels below in their order: each reaches its bound.",
  searched:
    "A search went through all that is possible; the bounds below can be checked from outside, the search cannot.",
  unproved: "The search was given up: the pairs keep every rule, and nothing can be better than the bounds below.",
  infeasible: "The demands on the matching cannot be met together: what was noticed names those that conflict.",
  stopped: "The run was stopped before its end.",
};

const section = (id: string, title: string, blocks: readonly Block[]): Section => ({ id, title, blocks });
