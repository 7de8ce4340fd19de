/**
 * A result as files for people: one HTML page, Markdown, plain text and sheets. Text in, text out; nothing is read or written.
 *
 * @module
 */
export { type Contact, csvReport, withoutMark } from "./csv.js";
export { explanationText } from "./explanation.js";
export { htmlReport } from "./html/html.js";
export { CAUSES, type Cause, type CauseWords } from "./letters/causes.js";
export { letterTemplates } from "./letters/templates.js";
export { unmatchedLetters } from "./letters/unmatched.js";
export { type MailMerge, mailMerge } from "./mail-merge.js";
export type { MailMergeOptions, PairChecks } from "./mail-merge-options.js";
export { markdownReport } from "./markdown.js";
export { pseudonyms } from "./pseudonyms.js";
export type { ReportOptions } from "./report.js";
export { statisticsReport, workloadReport } from "./year.js";
