/** How the headers of real sheets and forms word the fields: the first line that fits decides. */
import { readRole, readYesNo } from "./cells.js";

/** What a header and the cells under it are likely to be. */
export interface Wording {
  readonly field: string;
  readonly header: RegExp;
  /** what the filled cells must be like; any unless given */
  readonly cells?: (filled: readonly string[]) => boolean;
}

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

const areNumbers = (cells: readonly string[]): boolean => share(cells, (cell) => /^\d+([.,]\d+)?$/.test(cell)) >= 0.5;

const areShort = (cells: readonly string[]): boolean => share(cells, (cell) => cell.length <= 200) > 0.9;

/** Relations first: "your line manager's e-mail address" is about the manager. Headers come in lower case. */
export const WORDINGS: readonly Wording[] = [
  { field: "conflicts", header: /conflicts? of interest/ },
  {
    field: "avoid",
    header: /\bavoid\b|\bnot (pair|match)\b|\b(not|never) (like to |want to )?be (paired|matched) with|rather not/,
  },
  {
    field: "nominations",
    header: /nominat|(1st|2nd|3rd|first|second|third|preferred) (choice|mentors?|mentees?)|choices? of mentor/,
  },
  { field: "lineManager", header: /line ?manager|reports? to|your (own )?manager|vorgesetzt/ },
  { field: "appraisers", header: /apprais/ },
  { field: "supervisors", header: /supervisor|betreuer/ },
  { field: "role", header: /mentor|mentee|\brole\b|sign(ing)? up|take part|taking part/, cells: areRoles },
  { field: "email", header: /e-?mail|\bupn\b/, cells: areEmails },
  { field: "id", header: /^(staff|person(al|nel)?|employee|payroll|student) ?(id|no|nr|number|identifier)\b/ },
  { field: "id", header: /^(your )?(id|identifier|kennung)\b/ },
  { field: "firstName", header: /(first|given) ?name|forename|vorname/ },
  { field: "lastName", header: /(last|family) ?name|surname|nachname/ },
  { field: "name", header: /^(your )?(full |display )?name\b|^what is your (full )?name/ },
  { field: "optedIn", header: /consent|\bi agree|you agree|opt(ed)?[ -]?in\b/ },
  { field: "trained", header: /\btrained\b|training (completed|done)|completed .*training/ },
  { field: "demand", header: /how many mentors|number of mentors/ },
  {
    field: "capacity",
    header: /how many mentees|number of mentees|\bcapacity\b|how many people .*mentor/,
  },
  {
    field: "mentoringExperience",
    header: /mentor(ing)? experience|experience (as|of being) a mentor/,
    cells: areNumbers,
  },
  { field: "experienceYears", header: /years.*(experience|service)|experience.*years/, cells: areNumbers },
  { field: "timeZone", header: /time ?zone|zeitzone/ },
  { field: "utcOffsetHours", header: /utc ?offset/ },
  { field: "grade", header: /\bgrade\b|career stage|seniority|pay ?band/, cells: areShort },
  { field: "jobRole", header: /job (title|role)|^role$|^your role/ },
  { field: "profession", header: /\bprofession\b/, cells: areShort },
  {
    field: "department",
    header: /^((your|which) )?(department|faculty|school|division)\b(?!.*agency)|\bdepartment\?$/,
  },
  { field: "organisation", header: /organi[sz]ation\b|\bemployer\b|\bcompany\b|department or agency|institution\b/ },
  { field: "country", header: /\bcountry\b/ },
  { field: "languages", header: /languages?\b/, cells: areShort },
  { field: "modes", header: /(online|remote).*(person|site)|(in person|on site).*(online|remote)|how .*\bmeet\b/ },
  { field: "interests", header: /\binterests?\b|hobb(y|ies)/, cells: areShort },
  {
    field: "areas",
    header: /\bareas?\b|\btopics?\b|\bskills?\b|\bgoals?\b|help with|support with|\bexpertise\b/,
    cells: areShort,
  },
];
