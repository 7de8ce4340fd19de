/** What the headers of real sheets and forms are taken for, and what they are not. */
import { expect, test } from "vitest";
import { proposeMap } from "../../src/sheets/propose.js";
import { readTable } from "../../src/sheets/table.js";
import { nothingTold } from "../../src/sheets/told.js";

/** What a header with these cells, beside a column of ids, is taken for. */
function fieldFor(header: string, cells: readonly string[]): string | undefined {
  const quoted = (text: string) => JSON.stringify(text).replaceAll('\\"', '""');
  const rows = [header, ...cells].map((cell, at) => `${at === 0 ? "ID" : `r${at}`},${quoted(cell)}`);
  const table = readTable("a.csv", `${rows.join("\n")}\n`, nothingTold())!;
  const use = proposeMap([table]).columns[header]!;
  return typeof use === "string" ? use : "field" in use ? use.field : undefined;
}

const AREAS = ["Grants;Promotion", "Teaching"];
const TEXTS = ["History", "Physics"];
const ANSWERS = ["Yes", "No"];
const NUMBERS = ["2", "3"];

test.each<[string, readonly string[], string]>([
  ["What do you seek?", AREAS, "areas"],
  ["What do you offer?", AREAS, "areas"],
  ["What can you offer as a mentor?", AREAS, "areas"],
  ["What are you seeking from mentoring?", AREAS, "areas"],
  ["What are you looking for in a mentor?", AREAS, "areas"],
  ["What would you like to gain from the programme?", AREAS, "areas"],
  ["What would you like to work on?", AREAS, "areas"],
  ["What would you like support with?", AREAS, "areas"],
  ["Which areas do you want help with?", AREAS, "areas"],
  ["What can you help mentees with?", AREAS, "areas"],
  ["What are your development needs?", AREAS, "areas"],
  ["Subjects you can advise on", AREAS, "areas"],
  ["Your strengths", AREAS, "areas"],
  ["Vor- und Nachname", TEXTS, "name"],
  ["First and last name", TEXTS, "name"],
  ["Vorname", TEXTS, "firstName"],
  ["Dept.", TEXTS, "department"],
  ["Years", NUMBERS, "experienceYears"],
  ["Max. mentees", NUMBERS, "capacity"],
  ["Maximum mentees", NUMBERS, "capacity"],
  ["What is your current grade?", TEXTS, "grade"],
  ["What band are you?", TEXTS, "grade"],
  ["Career level", TEXTS, "grade"],
  ["What is your role?", TEXTS, "jobRole"],
  ["Position", TEXTS, "jobRole"],
  ["In which department do you work?", TEXTS, "department"],
  ["What faculty are you in?", TEXTS, "department"],
  ["Directorate", TEXTS, "department"],
  ["Where do you work?", TEXTS, "organisation"],
  ["Which languages do you speak?", TEXTS, "languages"],
  ["How would you like to meet?", ["Online", "In person"], "modes"],
  ["How many mentees would you be happy to take on?", NUMBERS, "capacity"],
  ["How many people would you be willing to mentor?", NUMBERS, "capacity"],
  ["How many mentees have you had?", NUMBERS, "mentoringExperience"],
  ["How many years of experience do you have?", NUMBERS, "experienceYears"],
  ["How long have you worked here (years)?", NUMBERS, "experienceYears"],
  ["Have you attended our mentor training?", ANSWERS, "trained"],
  ["On hold until", ["2026-12-31"], "hold.until"],
  ["Who do you report to?", ["Ann Example", "Bo Example"], "lineManager"],
  ["Manager's e-mail", ["ann@example.org", "bo@example.org"], "lineManager"],
  ["Is there anyone you would like as your mentor?", ["Ann Example", "Bo Example"], "nominations"],
  ["Anyone you would prefer not to be matched with?", ["Ann Example", "Bo Example"], "avoid"],
  ["Date of application", ["2026-10-14", "2026-09-01"], "waitingSince"],
  ["Application date", ["14.10.2026", "13.09.2026"], "waitingSince"],
  ["Latitude of your office", ["51.5", "-0,1"], "location.latitude"],
  ["What’s your name?", ["Ann Example", "Bo Example"], "name"],
])("proposeMap() takes the question %j for %s", (header, cells, field) => {
  expect(fieldFor(header, cells)).toBe(field);
});

test.each<[string, readonly string[]]>([
  ["Are you a line manager?", ANSWERS],
  ["Does your line manager support your application?", ANSWERS],
  ["Would you like a mentor from outside your department?", ANSWERS],
  ["Would you mind being paired within your organisation?", ANSWERS],
  ["Which grade should your mentor have?", TEXTS],
  ["What would you prefer your mentor's profession to be?", TEXTS],
  ["Is English your first language?", ANSWERS],
  ["Do you have any conflicts of interest?", ANSWERS],
  ["How often would you like to meet?", ["Monthly", "Weekly"]],
  ["Do you have mentoring skills?", ANSWERS],
  ["Do you have any accessibility needs?", ["None", "Step-free access"]],
  ["What motivates you to take part?", ["I enjoy it", "To give back"]],
  ["What is your gender?", TEXTS],
  ["How did you hear about the scheme?", TEXTS],
  ["Anything else we should know?", TEXTS],
  ["What did you have for lunch?", TEXTS],
  ["Latitude of your office", ["51.5", "north"]],
  ["Tell us about yourself", TEXTS],
])("proposeMap() takes the question %j for nothing", (header, cells) => {
  expect(fieldFor(header, cells)).toBe("ignore");
});

test("proposeMap() takes the first of two headers for a field, and a column of addresses for that of who has no id", () => {
  const table = readTable("a.csv", "Contact,Dept.,department\nann@example.org,History,Arts\n", nothingTold())!;
  expect(proposeMap([table]).columns).toEqual({ Contact: "email", "Dept.": "department", department: "ignore" });
});
