/** How the headers of real sheets and forms word the fields: the first line that fits decides. */
import { readRole, readYesNo } from "./cells.js";

/** What a header and the cells under it are likely to be. */
export interface Wording {
  readonly field: string;
  readonly header: RegExp;
  /** what the filled cells must be like; any unless given */
  readonly cells?: (filled: readonly string[]) => boolean;
  /** asks who or what, of the person: neither yes or no, nor what somebody's mentor should be like */
  readonly isFact?: true;
}

/** "Which grade should your mentor have?" is not about the one who answers. */
const OF_OTHERS =
  /\b(your|a|the|an|preferred|ideal) (preferred |ideal )?(mentor|mentee|match|partner)s?\b|\bprefer\b|\bshould\b/;

/** The field that a header in lower case and its cells suggest most, of those that are free. */
export function fieldWorded(
  header: string,
  filled: readonly string[],
  isFree: (field: string) => boolean,
): string | undefined {
  const isFact = !areAnswers(filled);
  const isOfOthers = OF_OTHERS.test(header);
  return WORDINGS.find(
    (wording) =>
      wording.header.test(header) &&
      isFree(wording.field) &&
      (wording.cells === undefined || wording.cells(filled)) &&
      (wording.isFact === undefined || (isFact && (!isOfOthers || RELATIONS.includes(wording.field)))),
  )?.field;
}

/** Fields in which mentors are named. */
const RELATIONS = ["conflicts", "avoid", "nominations", "lineManager", "appraisers", "supervisors", "areas"];

/** Of a header without cells nothing speaks against it. */
const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.length === 0 ? 1 : cells.filter(is).length / cells.length;

/** Whether most of the cells are addresses. */
export const areEmails = (cells: readonly string[]): boolean =>
  share(cells, (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)) > 0.5;

const areRoles = (cells: readonly string[]): boolean =>
  cells.length > 0 && share(cells, (cell) => "value" in readRole(cell)) > 0.5;

/** Whether the cells under "Do you want to be a mentor?" answer it. */
export const areAnswers = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => "value" in readYesNo(cell));

const areYesOrNo = (cells: readonly string[]): boolean => cells.length === 0 || areAnswers(cells);

/** What is sought and offered, in the words of forms. */
const AREAS = new RegExp(
  [
    "\\bareas?\\b|\\btopics?\\b|\\bskills?\\b|\\bgoals?\\b|\\bexpertise\\b|\\bstrengths?\\b",
    "(help|support|assist|advise|guidance|advice) .{0,40}\\b(with|on|about)\\b|what can you (help|advise|support)",
    "what (do|can|could|would|are) you .{0,30}\\b(seek|seeking|offer|offering|gain|get out of|work on|focus on|develop|improve|learn)\\b",
    "what are you (looking for|hoping)|what do you (want|need|hope)|(development|learning|mentoring) needs",
    "subjects? (you|that|in which)|mentor .{0,20}\\b(in|on)\\?$",
  ].join("|"),
);

const areNumbers = (cells: readonly string[]): boolean => share(cells, (cell) => /^\d+([.,]\d+)?$/.test(cell)) >= 0.5;

const areDecimals = (cells: readonly string[]): boolean => share(cells, (cell) => /^-?\d+([.,]\d+)?$/.test(cell)) === 1;

const areDays = (cells: readonly string[]): boolean => share(cells, (cell) => /^\d{1,4}[-/.]\d/.test(cell)) > 0.5;

const areShort = (cells: readonly string[]): boolean => share(cells, (cell) => cell.length <= 200) > 0.9;

/** Relations first: "your line manager's e-mail address" is about the manager. Headers come in lower case. */
const WORDINGS: readonly Wording[] = [
  { field: "conflicts", header: /conflicts? of interest/, isFact: true },
  {
    field: "avoid",
    header: /\bavoid\b|\bnot (pair|match)\b|\b(not|never) (to |like to |want to )?be (paired|matched) with|rather not/,
    isFact: true,
  },
  {
    field: "nominations",
    header:
      /nominat|(1st|2nd|3rd|first|second|third|preferred) (choice|mentors?|mentees?)|choices? of mentor|(anyone|anybody|somebody|who) .*(as|to be) (your|a) (mentor|mentee)/,
    isFact: true,
  },
  {
    field: "lineManager",
    header: /line ?manager|reports? to|your (own )?manager|^manager('s)?( name| e-?mail.*)?$|vorgesetzt/,
    isFact: true,
  },
  { field: "appraisers", header: /apprais/, isFact: true },
  { field: "supervisors", header: /supervisor|betreuer/, isFact: true },
  {
    field: "role",
    header: /mentor|mentee|\brole\b|\bi (want|am|would like)\b|sign(ing)? up|take part|taking part/,
    cells: areRoles,
  },
  { field: "email", header: /e-?mail|\bupn\b/, cells: areEmails },
  { field: "id", header: /^(your )?(staff|person(al|nel)?|employee|payroll|student) ?(id|no|nr|number|identifier)\b/ },
  { field: "id", header: /^(your )?(id|identifier|kennung)\b/ },
  // Both halves in one column: before the halves, whose words it holds.
  {
    field: "name",
    header: /(vor- ?|vorname )(und|&) ?(nach|familien)name|(first|given) (name )?(and|&) (last|family|sur) ?name/,
  },
  { field: "firstName", header: /(first|given) ?name|forename|vorname/ },
  { field: "lastName", header: /(last|family) ?name|surname|nachname/ },
  { field: "name", header: /^(your )?(full |display )?name\b|^what('s| is) your (full )?name/ },
  { field: "optedIn", header: /consent|\bi agree|you agree|opt(ed)?[ -]?in\b/ },
  {
    field: "trained",
    header: /\btrained\b|training (completed|done)|(completed|attended|had|done|taken) .*\btraining\b/,
    cells: areYesOrNo,
  },
  { field: "demand", header: /how many mentors|number of mentors/, cells: areNumbers },
  {
    field: "mentoringExperience",
    header: /mentor(ing)? experience|experience (as|of being) a mentor|how many .*(have you|you have) (had|mentored)/,
    cells: areNumbers,
  },
  {
    field: "capacity",
    header:
      /how many mentees(?!.*(have|did|do) you (had|have|currently))|number of mentees|\bmax(imum|\.)? mentees|\bcapacity\b|how many people (?!have).*mentor/,
  },
  {
    field: "experienceYears",
    header: /years.*(experience|service)|^years$|experience.*years|how long have you/,
    cells: areNumbers,
  },
  { field: "hold.until", header: /\b(on hold|paused?) (until|till)\b/ },
  { field: "hold.from", header: /\b(on hold|paused?) (from|since)\b/ },
  { field: "hold", header: /^(on )?hold\b|\b(on hold|paused)\b/, cells: areYesOrNo },
  { field: "away.until", header: /\b(away|(on )?leave|absent) (until|till)\b|\bback (on|from)\b/ },
  { field: "away.from", header: /\b(away|(on )?leave|absent) (from|since)\b/ },
  { field: "away", header: /^away\b|\b(on leave|absent)\b/, cells: areYesOrNo },
  { field: "withdrawn", header: /\b(withdrew|withdrawn|left the scheme)\b/, cells: areDays },
  {
    field: "waitingSince",
    header:
      /\bwaiting since\b|\b(applied|registered|signed up|first asked) on\b|\bapplication date\b|\b(date|day) (of (application|registration)|applied|registered)\b/,
    cells: areDays,
  },
  { field: "tier", header: /\b(priority )?tier\b/, cells: areNumbers },
  { field: "approved", header: /\bapproved\b/, cells: areYesOrNo },
  { field: "willingToMove", header: /willing to (move|change)/, cells: areYesOrNo },
  { field: "minimum", header: /\b(min(imum|\.)?|fewest|at least how many) mentees\b/, cells: areNumbers },
  { field: "maxDistanceKm", header: /\bmax(imum|\.)? (distance|km)\b|how far .*travel/, cells: areNumbers },
  { field: "location.latitude", header: /\blatitude\b/, cells: areDecimals },
  { field: "location.longitude", header: /\blongitude\b/, cells: areDecimals },
  { field: "timeZone", header: /time ?zone|zeitzone/ },
  { field: "utcOffsetHours", header: /utc ?offset/ },
  {
    field: "grade",
    header:
      /\bgrade\b|career (stage|level)|seniority|\b(pay|salary|afc) ?band|^(current |your )?(level|band|rank)$|what (level|band|rank)\b/,
    cells: areShort,
    isFact: true,
  },
  {
    field: "jobRole",
    header: /job (title|role)|^(your |current |your current )?(role|position)$|what is your (current )?(role|position)/,
    isFact: true,
  },
  { field: "profession", header: /\bprofession\b/, cells: areShort, isFact: true },
  {
    field: "department",
    header:
      /^((your|home|which|what|in which|what is your|which is your) )?(department|dept|faculty|school|division|directorate|business unit)\b(?!.*agency)|\bdepartment\?$/,
    isFact: true,
  },
  {
    field: "organisation",
    header: /organi[sz]ation\b|\bemployer\b|\bcompany\b|department or agency|institution\b|where do you work/,
    isFact: true,
  },
  { field: "country", header: /\bcountry\b/, isFact: true },
  { field: "languages", header: /languages?\b/, cells: areShort, isFact: true },
  {
    field: "modes",
    header:
      /(online|remote).*(person|site)|(in person|on site).*(online|remote)|how (?!often|long|many|much).*\bmeet\b/,
  },
  { field: "interests", header: /\binterests?\b|hobb(y|ies)/, cells: areShort, isFact: true },
  { field: "areas", header: AREAS, cells: areShort, isFact: true },
];
