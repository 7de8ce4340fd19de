/** How texts are compared, and how messages show paths, texts and values. */

/** Whether an object is what `JSON.parse` or a literal makes: no list, and of no class. */
export function isPlain(value: object): boolean {
  if (Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The prototype of a literal from another realm is not our Object.prototype, but has none above it either.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** `mentors[4].capacity`; names that are no identifiers are quoted: `attributes["home town"]`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    const name = typeof step === "number" ? step : String(step);
    if (typeof name === "number") text += `[${name}]`;
    else if (/^[A-Za-z_$][\w$]{0,60}$/.test(name)) text += text === "" ? name : `.${name}`;
    else text += `[${quote(name)}]`;
  }
  return text;
}

/** A string as JSON writes it, cut after 60 characters; what could steer a terminal is written as its code. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(
    /\p{Cc}/gu,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** What a value is, in a few words, quoting text. For policies, whose text is not about people. */
export const showText = (value: unknown): string => (typeof value === "string" ? quote(value) : showKind(value));

/** What a value is, in a few words, quoting no text. For pools, where any text may be a name or an address. */
export function showKind(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  switch (typeof value) {
    case "number":
    case "boolean":
      return String(value);
    case "string":
      return value === "" ? "empty text" : "text";
    case "object":
      return isPlain(value) ? "an object" : "an object of a class";
    default:
      return `a ${typeof value}`;
  }
}

/** Text as it is compared: NFC, without blanks at its ends. */
export const trimmed = (text: string): string =>
  PLAIN.test(text) ? text : (isSlowToCompose(text) ? text : text.normalize("NFC")).trim();

/** A hundred accents in a row are no writing; engines sort such a run in quadratic time, so that a long one would never end. */
const isSlowToCompose = (text: string): boolean => text.length > 1000 && /\p{M}{100}/u.test(text);

/** Printable ASCII between two that are not blank, as most ids and texts are: nothing to compose, to trim or to refuse. */
export const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** Whether text holds what could steer a terminal, or half a character. */
export const hasControls = (text: string): boolean => /[\p{Cc}\p{Cs}]/u.test(text);

/** Orders text by code units, the same on every machine. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
