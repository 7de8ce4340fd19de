/** Every command: how it is called, what it does, how many words it takes. */
import { auditCommand, evidenceCommand } from "./account.js";
import { checkCommand } from "./check.js";
import { columnsCommand } from "./columns.js";
import { demoCommand } from "./demo.js";
import type { Flags } from "./flags.js";
import { initCommand } from "./init.js";
import { adviseCommand, assessCommand } from "./insight.js";
import { matchCommand } from "./match.js";
import { lettersCommand, overdueCommand, statisticsCommand } from "./office.js";
import { reportCommand } from "./report.js";
import { reviewCommand } from "./review.js";
import { rotaCommand } from "./rota.js";
import { settleCommand } from "./settle.js";
import { verifyCommand } from "./verify.js";
import { compareCommand, explainCommand } from "./why.js";

export interface Command {
  /** what follows "mentor-match" */
  readonly usage: readonly string[];
  /** what it does, in lines of up to 100 characters */
  readonly about: readonly string[];
  /** words after its name, at most */
  readonly words: number;
  /** returns the exit code */
  readonly run: (flags: Flags, words: readonly string[]) => number;
}

/** In the order in which a scheme meets them. */
export const COMMANDS: { readonly [name: string]: Command } = {
  init: {
    usage: ["init pals|lmic|accelerate|hee --out folder"],
    about: ["writes a scheme's policy.json and example sheets to begin with"],
    words: 1,
    run: initCommand,
  },
  columns: {
    usage: ["columns a.csv b.csv [--out folder]"],
    about: ["proposes what the columns of sheets stand for and writes columns.json, for you to correct"],
    words: Infinity,
    run: columnsCommand,
  },
  check: {
    usage: ["check PEOPLE --policy policy.json"],
    about: ["reads everything and says what is wrong and what is noticed; matches nobody"],
    words: 0,
    run: checkCommand,
  },
  match: {
    usage: ["match PEOPLE --policy policy.json [--out folder] [--names] [--force]"],
    about: [
      "finds the best matches and says why for every person; with --out, writes result.json, report.html,",
      "report.md, pairs.csv, unmatched.csv and reserve.csv with pool.json and policy.json into the folder,",
      "and from sheets columns.json, key.json, noticed.csv",
    ],
    words: 0,
    run: matchCommand,
  },
  verify: {
    usage: ["verify RUN"],
    about: ["checks a result against its pool and policy, from scratch"],
    words: 0,
    run: verifyCommand,
  },
  report: {
    usage: ["report RUN --out folder [--names | --public] [--sign-off NAME [--date DAY]] [--groups groups.csv]"],
    about: [
      "writes report.html and report.md, with what would help those who were left out; with --public an",
      "edition under pseudonyms, public.html and public.md, whose key is public-key.csv",
    ],
    words: 0,
    run: reportCommand,
  },
  explain: {
    usage: ["explain [MENTEE [MENTOR]] RUN [--for coordinator|mentee|mentor]"],
    about: [
      "says why somebody has this mentor, another one or none, and what would help; without a name, of",
      "everybody who was left out; for a mentee or a mentor in words that tell nothing of others",
    ],
    words: 2,
    run: explainCommand,
  },
  compare: {
    usage: ["compare folder folder"],
    about: ["says who has other mentors in the second run than in the first, and why"],
    words: 2,
    run: compareCommand,
  },
  audit: {
    usage: ["audit RUN [--groups groups.csv [--role mentee|mentor]]"],
    about: [
      "compares groups with everybody else; the sheet has a column headed id and one for each way to tell",
      "people apart, and is seen by nothing else",
    ],
    words: 0,
    run: auditCommand,
  },
  evidence: {
    usage: ["evidence RUN [--groups groups.csv] [--out folder]"],
    about: ["assembles what a third party needs to check the matching, as evidence.json"],
    words: 0,
    run: evidenceCommand,
  },
  assess: {
    usage: ["assess RUN --list pairs.csv"],
    about: ["checks pairs made by hand, a CSV or JSON list, and says what each costs beside the proved best"],
    words: 0,
    run: assessCommand,
  },
  advise: {
    usage: ["advise RUN"],
    about: ["says whom to recruit, whom to ask for another place, and which rule costs most"],
    words: 0,
    run: adviseCommand,
  },
  rota: {
    usage: ["rota RUN --rounds N [--tables N] [--group-size N] [--out folder [--names]]"],
    about: ["plans who meets whom at a speed-networking event; writes rota.html, rota.csv and rota.json"],
    words: 0,
    run: rotaCommand,
  },
  review: {
    usage: ["review RUN"],
    about: ["lists standing pairs that a rule which binds always refuses today"],
    words: 0,
    run: reviewCommand,
  },
  settle: {
    usage: ["settle RUN --date DAY --out folder"],
    about: ["writes the pool of the next round: matches become proposed pairs, the others wait"],
    words: 0,
    run: settleCommand,
  },
  letters: {
    usage: ["letters RUN --date DAY --out folder [--list ticked.csv]"],
    about: [
      "writes a mail merge for each side: the other's name and address, the reason, and contact by that day;",
      "a pair with checks gets none until --list names it among those whose checks are done; one for everybody",
      "who was left out, by cause; and a letter for each, as Markdown to change",
    ],
    words: 0,
    run: lettersCommand,
  },
  overdue: {
    usage: ["overdue --pool pool.json --policy policy.json"],
    about: ["lists pairs that are late to accept, meet, agree or end"],
    words: 0,
    run: overdueCommand,
  },
  statistics: {
    usage: ["statistics --pool pool.json [--by field,field] [--out folder]"],
    about: [
      "counts requests, pairs, waits and outcomes, small groups suppressed; with --out as CSV, with the workload",
    ],
    words: 0,
    run: statisticsCommand,
  },
  demo: {
    usage: ["demo [pals|lmic|accelerate|hee]"],
    about: ["matches a made-up cohort of 40 mentees and 25 mentors, or tells the story of a scheme over its own"],
    words: 1,
    run: demoCommand,
  },
};
