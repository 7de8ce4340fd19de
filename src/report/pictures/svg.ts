/** SVG by hand: elements as text, every value escaped, colours by class so that a page decides them. */

/** Text as it may stand in HTML, SVG and their attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Attributes by name; numbers to a tenth. */
export type Attributes = { readonly [name: string]: string | number };

/** One element. `inside` is SVG already. */
export function element(name: string, attributes: Attributes, inside = ""): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return `<${name}${given.join("")}>${inside}</${name}>`;
}

const attribute = (value: string | number): string =>
  typeof value === "number" ? String(Math.round(value * 10) / 10) : escaped(value);

/** A word at a place. */
export const label = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  element("text", { x, y, ...attributes }, escaped(text));

/** What a picture is of, and what it shows in a sentence. */
export interface Said {
  readonly title: string;
  readonly text: string;
}

/** The whole picture; what it shows is read out where it cannot be seen. */
export function picture(width: number, height: number, { title, text }: Said, inside: readonly string[]): string {
  const shape = { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": title };
  const words = element("title", {}, escaped(title)) + element("desc", {}, escaped(text));
  return element("svg", shape, words + inside.join(""));
}

/** Text of at most so many characters: a picture has no room for more, and its table has all of it. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
