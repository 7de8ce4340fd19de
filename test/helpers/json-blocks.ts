/** The JSON blocks of a page, read by the door that they are meant for. */
import { parsePolicy } from "../../src/policy.js";
import { parsePool } from "../../src/pool.js";
import { parseColumnMap } from "../../src/sheets/column-map.js";

const ladder = ["PhD student", ["Postdoc", "Research Fellow"], "Lecturer", "Professor"];

/** Reads a document and says what it is; entries are read as those of a policy. @throws InputError if it cannot be read */
export function readDocument(document: { readonly [field: string]: unknown } | string): string {
  if (typeof document === "string" || "level" in document || "stable" in document) return readLevel(document);
  if ("mentees" in document && "mentors" in document) return read("pool", () => parsePool(document as never));
  if ("columns" in document) return read("columns", () => parseColumnMap(document));
  if ("criterion" in document) return readPolicy("criterion", { prefer: [document] });
  if ("rule" in document) return readRule(document);
  return "name" in document ? read("policy", () => parsePolicy(document as never)) : "unknown";
}

function read(what: string, parse: () => unknown): string {
  parse();
  return what;
}

const readPolicy = (what: string, part: object): string =>
  read(what, () => parsePolicy({ name: "a block", ladder, ...part } as never));

/** A name may be that of a rule on pairs, of one on people, or of both. */
function readRule(rule: object): string {
  try {
    return readPolicy("rule", { must: [rule] });
  } catch {
    return readPolicy("participation", { participation: { mentees: [rule] } });
  }
}

/** A level that stands only after another one is read behind it. */
function readLevel(level: object | string): string {
  const isStable = typeof level === "object" && "stable" in level;
  const name = typeof level === "object" && "level" in level ? level.level : level;
  const objective = isStable ? level : name === "coverage" ? [level] : ["coverage", level];
  return readPolicy("level", { objective });
}
