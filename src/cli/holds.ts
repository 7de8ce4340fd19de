/** What each file that is written holds, in a few words. */

const HOLDS: ReadonlyMap<string, string> = new Map([
  ["result.json", "the result, with its proof"],
  ["pool.json", "the people as they were read, or of the next round"],
  ["policy.json", "the scheme's rules and criteria"],
  ["report.html", "the report as one page to read and print"],
  ["report.md", "the report as Markdown"],
  ["public.html", "the edition for everybody, under pseudonyms, as one page"],
  ["public.md", "the edition for everybody, under pseudonyms, as Markdown"],
  ["public-key.csv", "which pseudonym is who: to be kept apart"],
  ["pairs.csv", "the pairs"],
  ["unmatched.csv", "the mentees without a mentor, and why"],
  ["reserve.csv", "the mentors with places left"],
  ["dates.csv", "what is due for each pair, and when"],
  ["columns.json", "what each column of the sheets stands for"],
  ["key.json", "which id is who, and the salt of the ids: to be kept apart"],
  ["noticed.csv", "what was noticed in the sheets, and where"],
  ["mentees.csv", "the mentees"],
  ["mentors.csv", "the mentors"],
  ["posts.csv", "who works where, and from when until when"],
  ["locks.csv", "pairs that must be"],
  ["forbids.csv", "pairs that must not be"],
  ["overrides.csv", "rules set aside for single pairs"],
  ["reporting-lines.csv", "who is whose manager"],
  ["relations.csv", "who is whose appraiser or supervisor, or in conflict with whom"],
  ["evidence.json", "what a third party needs to check the matching"],
  ["statistics.json", "the figures of the scheme"],
  ["workload.csv", "how many mentees each mentor had, and for how long"],
  ["statistics.csv", "the figures of the scheme as a sheet"],
  ["letters-left-out.csv", "a mail merge for those who were left out, with the cause"],
  ["letters-mentee.md", "a letter to begin with, for the mentees"],
  ["letters-mentor.md", "a letter to begin with, for the mentors"],
  ["letters-mentees.csv", "a mail merge for the mentees"],
  ["letters-mentors.csv", "a mail merge for the mentors"],
  ["rota.html", "the plan of the event as one page"],
  ["rota.csv", "the plan of the event"],
  ["rota.json", "the plan of the event, for programs"],
]);

/** What a file of this name holds. */
export const holdsOf = (name: string): string =>
  HOLDS.get(name) ??
  (name.startsWith("letters-left-out-") ? "a letter to begin with, for one cause" : "a part of the result");
