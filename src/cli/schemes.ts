/** The schemes that the command line knows by name. */
import { existsSync, statSync } from "node:fs";
import type { PolicyInput } from "../policy/policy.js";
import { SCHEMES, type Scheme } from "../schemes/all.js";
import { CommandError } from "./command-error.js";
import { readJson } from "./files.js";

/** Their names, as messages list them. */
export const SCHEME_NAMES = [...SCHEMES.keys()].join(", ");

/** The scheme of that name. */
export function schemeNamed(name: string): Scheme {
  const scheme = SCHEMES.get(name);
  if (scheme === undefined) throw new CommandError(`Cannot show the scheme "${name}": expected one of ${SCHEME_NAMES}`);
  return scheme;
}

/** The policy of a file or, where there is no such file, of the scheme of that name. */
export function readPolicy(path: string | undefined): PolicyInput {
  // A folder called "pals" is no policy.
  if (path === undefined || (existsSync(path) && !(SCHEMES.has(path) && statSync(path).isDirectory())))
    return readJson("policy", path) as PolicyInput;
  const scheme = SCHEMES.get(path);
  if (scheme !== undefined) return scheme.policy;
  throw new CommandError(
    `Cannot read the policy from ${path}: there is no such file; expected a file, or a scheme's name of ${SCHEME_NAMES}`,
  );
}
