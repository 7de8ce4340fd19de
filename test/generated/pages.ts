/** The pages of the rules and criteria: what their sources and shapes say, so that no page can say anything else. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { DECLARATIONS } from "../../src/records.js";
import type { Shape } from "../../src/shape.js";

/** What a page needs of a kind. */
export interface Described {
  readonly kind: { readonly name: string; readonly shape: (nested: never) => Shape };
  readonly made: { readonly words: string; readonly reads: unknown; readonly when?: string };
  readonly example: object;
}

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** What stands at the head of a page: its name in the site and the group it belongs to. */
export const head = (title: string, group = "Reference"): string => `---\ntitle: ${title}\ngroup: ${group}\n---`;

/** One page: an introduction and a section for each kind. `folder` holds a file for each, named as the kind is. */
export function page(title: string, intro: string, folder: string, kinds: readonly Described[]): string {
  const note = "<!-- Made by `npm run generate` from src/: change the sources, not this page. -->";
  return [head(title), `# ${title}`, note, intro, ...kinds.map((kind) => section(folder, kind))]
    .join("\n\n")
    .concat("\n");
}

function section(folder: string, { kind, made, example }: Described): string {
  const when =
    made.when === undefined
      ? []
      : [`Binds ${made.when === "always" ? "always" : "when a pair is made"} unless \`when\` says otherwise.`];
  return [
    `## ${kind.name}`,
    meaning(readFileSync(`${src}${folder}/${kind.name}.ts`, "utf8")),
    ...when,
    parameters(kind.shape(z.symbol() as never)),
    ...(isLevel(folder) ? readByLevel(made.reads as readonly string[]) : [reading(made.reads, folder)]),
    `\`\`\`json\n${JSON.stringify(example)}\n\`\`\``,
    `In a report: “${made.words}”.`,
    ...(isLevel(folder) ? [`At work: [objectives](objectives.md#${anchors[kind.name] ?? kind.name}).`] : []),
  ].join("\n\n");
}

const isLevel = (folder: string): boolean => folder === "matching/levels";

/** Two levels share a section there. */
const anchors: { readonly [level: string]: string } = {
  "first-choices": "first-choices-and-last-choices",
  "last-choices": "first-choices-and-last-choices",
};

const readByLevel = (reads: readonly string[]): string[] =>
  reads.length === 0 ? [] : [`Reads ${reads.map((field) => `\`${field}\``).join(", ")}.`];

/** The comment of the factory, as Markdown. */
function meaning(source: string): string {
  const comments = [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const/g)];
  const text = comments
    .at(-1)![1]!
    .replace(/^[ \t]*\*? ?/gm, "")
    .trim();
  return text.replace(/^@remarks /m, "Cost: ").replace(/\{@link ([^}]+)\}/g, "`$1`");
}

function parameters(shape: Shape): string {
  const schema = z.toJSONSchema(z.strictObject(shape), { io: "input", unrepresentable: "any" }) as {
    readonly properties?: { readonly [name: string]: { readonly [keyword: string]: unknown } };
    readonly required?: readonly string[];
  };
  const rows = Object.entries(schema.properties ?? {}).map(([name, given]) => {
    const unless = schema.required?.includes(name)
      ? "required"
      : "default" in given
        ? JSON.stringify(given.default)
        : "none";
    return `| \`${name}\` | ${kindOf(given)} | ${unless} |`;
  });
  return rows.length === 0
    ? "No parameters."
    : ["| parameter | | unless given |", "| --- | --- | --- |", ...rows].join("\n");
}

function kindOf(given: { readonly [keyword: string]: unknown }): string {
  const { type, minimum, maximum, anyOf } = given;
  if (Array.isArray(given.enum)) return given.enum.map((one) => `\`${JSON.stringify(one)}\``).join(", ");
  if (Array.isArray(anyOf)) return anyOf.map((one) => kindOf(one as typeof given)).join(", ");
  if (type === "array") return "a list";
  if (type === "string") return "text";
  if (type === "boolean") return "`true` or `false`";
  if (type !== "number" && type !== "integer") return "as below";
  const noun = type === "integer" ? "an integer" : "a number";
  if (typeof maximum === "number" && maximum < 1e9) return `${noun} from ${String(minimum)} to ${maximum}`;
  return minimum === undefined
    ? given.exclusiveMinimum === 0
      ? `${noun} above 0`
      : noun
    : `${noun} of ${String(minimum)} or more`;
}

/** What is read, and what becomes of what is not there. */
function reading(reads: unknown, folder: string): string {
  const {
    mentee = [],
    mentor = [],
    through = [],
  } = (Array.isArray(reads) ? { mentee: reads } : reads) as {
    readonly [side in "mentee" | "mentor" | "through"]?: readonly string[];
  };
  const names = (fields: readonly string[]): string => fields.map((field) => `\`${field}\``).join(", ");
  const parts = Array.isArray(reads)
    ? [`of the person ${names(mentee)}`]
    : [
        ...(mentee.length === 0 ? [] : [`of the mentee ${names(mentee)}`]),
        ...(mentor.length === 0 ? [] : [`of the mentor ${names(mentor)}`]),
        ...(through.length === 0 ? [] : [`beyond the two ${names(through)}`]),
      ];
  const own = [...new Set([...mentee, ...mentor])];
  const declared = own.filter((field) => DECLARATIONS.has(field));
  const isScored = folder === "scoring";
  const unknown = isScored
    ? "A silent mentee counts half with every mentor, a silent mentor nothing."
    : declared.length === 0
      ? 'Where it cannot tell it refuses, unless `onUnknown` is `"confirm"` or `"allow"`.'
      : `An absent ${declared.map((field) => `\`${field}\``).join(" or ")} means none; with \`onUnknown\` given, it cannot tell.`;
  return `Reads ${parts.join("; ")}. ${unknown}`;
}
