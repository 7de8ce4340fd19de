/**
 * Mutates one slice of a part, so that a part can be measured bit by bit: each declaration at the top of a file belongs to
 * one slice, whichever that is. Loaded by stryker; npm run mutation says which slice, for example 2/4.
 */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const [slice, slices] = (process.env.MUTATED_SLICE ?? "1/1").split("/").map(Number);

/** The finaliser of MurmurHash3: neighbouring lines fall into any slice. */
function scattered(line) {
  let hash = Math.imul(line, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "slice", {
    shouldIgnore: ({ node, parentPath }) =>
      parentPath?.isProgram() && scattered(node.loc.start.line) % slices !== slice - 1
        ? `belongs to another slice of ${slices}`
        : undefined,
  }),
];
