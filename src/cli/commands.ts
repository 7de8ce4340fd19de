/** Every command: how it is called, what it does, what it takes, and one example of it. */
import { auditCommand, evidenceCommand } from "./account.js";
import { checkCommand } from "./check.js";
import { columnsCommand } from "./columns.js";
import { type Command, OTHER_SHEETS, PEOPLE, RUN } from "./command.js";
import { demoCommand } from "./demo.js";
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

const NOT_PROVED = "the result is not proved: infeasible, or stopped before the end";

/** In the order in which a scheme meets them. */
export const COMMANDS: { readonly [name: string]: Command } = {
  init: {
    usage: "init pals|lmic|accelerate|hee --out folder",
    about: ["writes a scheme's policy.json and example sheets to begin with"],
    words: 1,
    flags: ["out", "force"],
    example: "init pals --out start",
    run: initCommand,
  },
  columns: {
    usage: "columns a.csv b.csv [--out folder]",
    about: ["proposes what the columns of sheets stand for and writes columns.json, for you to correct"],
    words: Infinity,
    flags: [...OTHER_SHEETS, "out", "force"],
    example: "columns start/mentees.csv start/mentors.csv --out proposed",
    run: columnsCommand,
  },
  check: {
    usage: "check PEOPLE --policy policy.json",
    about: ["reads everything and says what is wrong and what is noticed; matches nobody"],
    words: 0,
    flags: PEOPLE,
    example: "check --from start",
    run: checkCommand,
  },
  match: {
    usage: "match PEOPLE --policy policy.json [--out folder [--names]]",
    about: [
      "finds the best matches and says why for every person; with --out, writes result.json, report.html,",
      "report.md, pairs.csv, unmatched.csv and reserve.csv with pool.json and policy.json into the folder,",
      "and from sheets columns.json, key.json, noticed.csv",
    ],
    words: 0,
    flags: [...PEOPLE, "names", "groups", "role", "sign-off", "date", "out", "force"],
    ends3: NOT_PROVED,
    example: "match --from start --out matched",
    run: matchCommand,
  },
  verify: {
    usage: "verify RUN",
    about: ["checks a result against its pool and policy, from scratch"],
    words: 0,
    flags: RUN,
    ends3: "the result is refuted, or holds and is not proved",
    example: "verify --from matched",
    run: verifyCommand,
  },
  report: {
    usage: "report RUN --out folder [--names | --public] [--sign-off NAME [--date DAY]] [--groups groups.csv]",
    about: [
      "writes report.html and report.md, with what would help those who were left out; with --public an",
      "edition under pseudonyms, public.html and public.md, whose key is public-key.csv",
    ],
    words: 0,
    flags: [...RUN, "names", "public", "sign-off", "date", "groups", "role", "out", "force"],
    example: 'report --from matched --out signed --names --sign-off "A. Coordinator" --date 2026-10-02',
    run: reportCommand,
  },
  explain: {
    usage: "explain [MENTEE [MENTOR]] RUN [--for coordinator|mentee|mentor]",
    about: [
      "says why somebody has this mentor, another one or none, and what would help; without a name, of",
      "everybody who was left out; for a mentee or a mentor in words that tell nothing of others",
    ],
    words: 2,
    flags: [...RUN, "for"],
    example: "explain --from matched",
    run: explainCommand,
  },
  compare: {
    usage: "compare folder folder",
    about: ["says who has other mentors in the second run than in the first, and why"],
    words: 2,
    flags: [],
    ends3: "somebody's mentors are others",
    example: "compare matched matched",
    run: compareCommand,
  },
  audit: {
    usage: "audit RUN [--groups groups.csv [--role mentee|mentor]]",
    about: [
      "compares groups with everybody else; the sheet has a column headed id and one for each way to tell",
      "people apart, and is seen by nothing else",
    ],
    words: 0,
    flags: [...RUN, "groups", "role"],
    example: "audit --from matched --groups start/mentees.csv",
    run: auditCommand,
  },
  evidence: {
    usage: "evidence RUN [--groups groups.csv] [--out folder]",
    about: ["assembles what a third party needs to check the matching, as evidence.json"],
    words: 0,
    flags: [...RUN, "groups", "role", "out", "force"],
    example: "evidence --from matched --out evidence",
    run: evidenceCommand,
  },
  assess: {
    usage: "assess RUN --list pairs.csv",
    about: ["checks pairs made by hand, a CSV or JSON list, and says what each costs beside the proved best"],
    words: 0,
    flags: [...RUN, "list"],
    ends3: "some of the pairs may not be made",
    example: "assess --from matched --list matched/pairs.csv",
    run: assessCommand,
  },
  advise: {
    usage: "advise RUN",
    about: ["says whom to recruit, whom to ask for another place, and which rule costs most"],
    words: 0,
    flags: RUN,
    example: "advise --from matched",
    run: adviseCommand,
  },
  rota: {
    usage: "rota RUN --rounds N [--tables N] [--group-size N] [--out folder [--names]]",
    about: ["plans who meets whom at a speed-networking event; writes rota.html, rota.csv and rota.json"],
    words: 0,
    flags: [...RUN, "rounds", "tables", "group-size", "names", "out", "force"],
    example: "rota --from matched --rounds 4 --out event",
    run: rotaCommand,
  },
  review: {
    usage: "review RUN",
    about: ["lists standing pairs that a rule which binds always refuses today"],
    words: 0,
    flags: RUN,
    ends3: "there are some",
    example: "review --from matched",
    run: reviewCommand,
  },
  settle: {
    usage: "settle RUN --date DAY --out folder [--sheets [--names]]",
    about: [
      "writes the pool of the next round: matches become proposed pairs, the others wait; as pool.json, or",
      "with --sheets as sheets and columns.json, to go on with in a spreadsheet",
    ],
    words: 0,
    flags: [...RUN, "date", "sheets", "names", "out", "force"],
    example: "settle --from matched --date 2026-11-01 --out next",
    run: settleCommand,
  },
  letters: {
    usage: "letters RUN --date DAY --out folder [--list ticked.csv]",
    about: [
      "writes a mail merge for each side: the other's name and address, the reason, and contact by that day;",
      "a pair with checks gets none until --list names it among those whose checks are done; one for everybody",
      "who was left out, by cause; and a letter for each, as Markdown to change",
    ],
    words: 0,
    flags: [...RUN, "date", "list", "out", "force"],
    ends3: "pairs are held back",
    example: "letters --from matched --date 2026-10-15 --out letters",
    run: lettersCommand,
  },
  overdue: {
    usage: "overdue --pool pool.json --policy policy.json",
    about: ["lists pairs that are late to accept, meet, agree or end"],
    words: 0,
    flags: RUN,
    ends3: "there are some",
    example: "overdue --pool next/pool.json --policy start/policy.json",
    run: overdueCommand,
  },
  statistics: {
    usage: "statistics --pool pool.json [--by field,field] [--out folder]",
    about: [
      "counts requests, pairs, waits and outcomes, small groups suppressed; with --out as CSV, with the workload",
    ],
    words: 0,
    flags: [...RUN, "by", "out", "force"],
    example: "statistics --pool next/pool.json --by department,grade",
    run: statisticsCommand,
  },
  demo: {
    usage: "demo [pals|lmic|accelerate|hee]",
    about: ["matches a made-up cohort of 40 mentees and 25 mentors, or tells the story of a scheme over its own"],
    words: 1,
    flags: ["names", "out", "force"],
    ends3: NOT_PROVED,
    example: "demo pals",
    run: demoCommand,
  },
};
