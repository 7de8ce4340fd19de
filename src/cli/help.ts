/** What the command line says of itself. */
import { sectionText } from "../report/wording.js";
import { VERSION } from "../version.js";
import type { Command } from "./command.js";
import { COMMANDS } from "./commands.js";
import { FLAGS, type FlagName, flagLines, OF_ALL } from "./flags.js";

const WHAT: readonly string[] = [
  "PEOPLE is  --pool pool.json",
  "       or  --from folder   (one with such sheets, as init writes it, or with a pool.json)",
  "       or  --mentees a.csv --mentors b.csv [--columns columns.json]",
  "       or  --people both.csv [--columns columns.json]",
  'RUN is     --from folder   (one that "match --out" wrote)',
  "       or  --pool pool.json --policy policy.json --result result.json",
  "           (advise, assess, rota, review, overdue and statistics need no result)",
];

const INPUT = "2    something is wrong with the input or the call, or a file cannot be read or written";
const BROKEN = "or something broke that is no fault of the input, or nothing can be printed";
const STOPPED = "130  Ctrl-C: what was being written is whole or not there at all";

/** All of it. */
export function help(): string {
  const commands = Object.entries(COMMANDS);
  const width = Math.max(...commands.map(([name]) => name.length));
  const about = commands.flatMap(([name, { about: lines }]) =>
    lines.map((line, at) => `${(at === 0 ? name : "").padEnd(width)}  ${line}`),
  );
  return [
    `mentor-match ${VERSION}: matches mentors with mentees under a scheme's rules, and proves the result best\n`,
    sectionText(
      "Usage",
      commands.map(([, { usage }]) => `mentor-match ${usage}`),
    ),
    sectionText("Where", WHAT),
    sectionText("Commands", about),
    sectionText("Options", flagLines(Object.keys(FLAGS) as FlagName[])),
    sectionText("Exit codes", [
      "0    all is well",
      INPUT,
      "3    somebody should look: not proved, refuted, late, refused today; the help of each command says when",
      `     ${BROKEN}`,
      STOPPED,
    ]),
  ].join("\n");
}

/** What there is to say of one command. */
export function helpOn(command: Command): string {
  const { usage, about, flags, ends3, example } = command;
  const terms = WHAT.filter((_, at) => usage.includes(at < 4 ? "PEOPLE" : "RUN"));
  return [
    `mentor-match ${usage}\n`,
    about.map((line) => `${line}\n`).join(""),
    ...(terms.length === 0 ? [] : [sectionText("Where", terms)]),
    sectionText("Options", flagLines([...flags, ...OF_ALL])),
    sectionText("Exit codes", [
      "0    all is well",
      INPUT,
      ...(ends3 === undefined ? [`3    ${BROKEN.slice(3)}`] : [`3    ${ends3};`, `     ${BROKEN}`]),
      STOPPED,
    ]),
    sectionText("Example", [`mentor-match ${example}`]),
  ].join("\n");
}

/** The same for programs. */
export const helpAsJson = (): object => ({
  version: VERSION,
  options: FLAGS,
  optionsOfAll: OF_ALL,
  commands: Object.fromEntries(
    Object.entries(COMMANDS).map(([name, { usage, about, flags, ends3, example }]) => [
      name,
      {
        usage: `mentor-match ${usage}`,
        about: about.join(" "),
        options: flags,
        ends3,
        example: `mentor-match ${example}`,
      },
    ]),
  ),
});
