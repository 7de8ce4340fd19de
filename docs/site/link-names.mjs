// A plugin of the site: in guides, a code span that is the name of a public function or error leads to its page.
import { Converter, ReflectionKind } from "typedoc";

// No variables: `rules` and `levels` are fields of policies and results, too.
const LINKED = ReflectionKind.Function | ReflectionKind.Class;

export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const pageOf = new Map();
    // Later entry points give way to the main one.
    for (const one of project.getReflectionsByKind(LINKED)) if (!pageOf.has(one.name)) pageOf.set(one.name, one);
    const documents = project.getReflectionsByKind(ReflectionKind.Document);
    for (const document of documents) document.content = linked(document.content, pageOf);
    if (project.readme !== undefined) project.readme = linked(project.readme, pageOf);
  });
}

/** The parts of a page, with names as links; those that are a link's text already, and headings, which are anchors, stay. */
function linked(parts, pageOf) {
  let line = "";
  return parts.map((part) => {
    const before = line;
    line = `${line}${part.text}`.replace(/^[\s\S]*\n/, "");
    const name = part.kind === "code" ? /^`([\w$]+)(?:\([^`]*\))?`$/.exec(part.text)?.[1] : undefined;
    const target = name === undefined ? undefined : pageOf.get(name);
    if (target === undefined || before.endsWith("[") || before.startsWith("#")) return part;
    return { kind: "inline-tag", tag: "@linkcode", text: part.text.slice(1, -1), target };
  });
}
