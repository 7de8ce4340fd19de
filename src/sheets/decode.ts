/** The text of a file that should be CSV, whatever a spreadsheet made of it. */
import { type Told, tellFinding, tellIssue } from "./told.js";

/**
 * Decodes UTF-8, UTF-16 with its mark, and, where the bytes are no UTF-8, Windows-1252, which is told. What is no text at
 * all – a workbook, say – is an issue that says how to save it.
 *
 * @returns the text without a byte order mark, every line break as `\n`; `undefined` after an issue
 */
export function decode(file: string, bytes: Uint8Array, told: Told): string | undefined {
  const refuse = (code: string, message: string): undefined => tellIssue(told, code, { file, line: 1 }, message);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return refuse("workbook", `got an Excel or zip file; ${SAVE}`);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse("workbook", `got an old Excel file (.xls); ${SAVE}`);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse("no-text", `got a PDF; ${SAVE}`);

  const text = textOf(file, bytes, told);
  const at = text.indexOf("\0");
  if (at < 0) return text.replace(/\r\n?/g, "\n");
  const line = text.slice(0, at).split(/\r\n?|\n/).length;
  return tellIssue(told, "no-text", { file, line }, `got a NUL character, as in UTF-16 without its mark; ${SAVE}`);
}

const SAVE = 'expected text: in the spreadsheet, choose "Save as" and the type "CSV UTF-8 (comma delimited)"';

function textOf(file: string, bytes: Uint8Array, told: Told): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    const line = text.slice(0, firstNotAscii(text)).split(/\r\n?|\n/).length;
    const message = 'no UTF-8, read as Windows-1252: check the accents from here on, or save as "CSV UTF-8"';
    tellFinding(told, "read-as-windows-1252", { file, line }, message);
    return text;
  }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

function firstNotAscii(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) < 128) at++;
  return at;
}
