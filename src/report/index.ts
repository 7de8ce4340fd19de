/**
 * A result as files for people: one HTML page, Markdown, plain text and sheets. Text in, text out; nothing is read or written.
 *
 * @module
 */
export { type Contact, csvReport } from "./csv.js";
export { htmlReport } from "./html/html.js";
export { markdownReport } from "./markdown.js";
export { pseudonyms } from "./pseudonyms.js";
export type { ReportOptions } from "./report.js";
