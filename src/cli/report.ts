/** `mentor-match report`: a result as files for people. */
import { randomBytes } from "node:crypto";
import { verify } from "../insight/verify.js";
import type { PolicyInput } from "../policy/policy.js";
import type { PoolInput } from "../pool.js";
import { type Contact, csvText } from "../report/csv.js";
import { htmlReport } from "../report/html/html.js";
import { markdownReport } from "../report/markdown.js";
import { pseudonyms } from "../report/pseudonyms.js";
import type { ReportOptions } from "../report/report.js";
import type { MatchResult } from "../types.js";
import { groupsOf } from "./account.js";
import { CommandError } from "./command-error.js";
import type { Flags } from "./flags.js";
import { contactsOf, policyOf, poolOf, resultOf } from "./given.js";
import type { Outcome } from "./outcome.js";
import { folderOf } from "./save.js";

/** report.html and report.md, after checking the result. */
export function reportCommand(flags: Flags): Outcome {
  folderOf(flags.out);
  if (flags.public === true && flags.names === true)
    throw new CommandError("Cannot put names into a public edition: expected --public or --names, not both");
  if (flags["sign-off"] === "") throw new CommandError("Cannot sign off without a name: expected --sign-off NAME");
  const [pool, policy, result] = [poolOf(flags), policyOf(flags), resultOf(flags)];
  const { status, issues } = verify(pool, policy, result);
  if (status === "refuted")
    throw new CommandError(
      `Cannot report on this result: ${issues.length} things in it are not so for this pool and policy; see "mentor-match verify"`,
    );
  const files =
    flags.public === true
      ? publicFiles(pool, policy, result, flags)
      : officeFiles(pool, policy, result, contactsOf(pool, flags), flags, { isThorough: true });
  return { code: 0, text: "", files };
}

/** The coordinator's own report: people by name where there are contacts. */
export function officeFiles(
  pool: PoolInput,
  policy: PolicyInput,
  result: MatchResult,
  contacts: ReadonlyMap<string, Contact> | undefined,
  flags: Flags,
  more: Pick<ReportOptions, "isThorough"> = {},
): { readonly [file: string]: string } {
  const options = { ...more, ...signOff(flags), ...groupsFor(flags), ...(contacts === undefined ? {} : { contacts }) };
  return {
    "report.html": htmlReport(pool, policy, result, options),
    "report.md": markdownReport(pool, policy, result, options),
  };
}

/** For everybody: pseudonyms, no small counts; the key is a file apart. */
function publicFiles(
  pool: PoolInput,
  policy: PolicyInput,
  result: MatchResult,
  flags: Flags,
): { readonly [file: string]: string } {
  const names = pseudonyms(pool, randomBytes(16).toString("hex"));
  const options = { ...signOff(flags), ...groupsFor(flags), pseudonyms: names };
  return {
    "public.html": htmlReport(pool, policy, result, options),
    "public.md": markdownReport(pool, policy, result, options),
    "public-key.csv": csvText([["pseudonym", "id"], ...[...names].map(([id, name]) => [name, id])]),
  };
}

function signOff({ "sign-off": by, date }: Flags): Pick<ReportOptions, "signedOff"> {
  return by === undefined ? {} : { signedOff: { by, ...(date === undefined ? {} : { on: date }) } };
}

function groupsFor(flags: Flags): Pick<ReportOptions, "groups"> {
  const groups = groupsOf(flags);
  return groups === undefined ? {} : { groups };
}
