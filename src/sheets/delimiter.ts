/** Which character separates the cells: csv-parse has to be told. */
import { parse } from "csv-parse/sync";

export type Delimiter = "," | ";" | "\t";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/** Rows that are looked at. */
const SAMPLE = 100;

/** Excel's own first line, `sep=;`, which says what separates the cells; `length` is how much of the text it takes. */
export function separatorLine(text: string): { readonly delimiter: Delimiter; readonly length: number } | undefined {
  const found = /^"?sep=([,;\t])"?[,;\t]*(?:\n|$)/i.exec(text);
  return found === null ? undefined : { delimiter: found[1] as Delimiter, length: found[0].length };
}

/**
 * The delimiter under which the most of the first rows are as wide as the header; of several, the one that gives the most
 * cells. A sheet with one column has no delimiter: `,` then.
 */
export function chooseDelimiter(text: string): Delimiter {
  const fits = DELIMITERS.map((delimiter) => fitOf(text, delimiter));
  const best = fits
    .filter(({ width }) => width > 1)
    .reduce<Fit | undefined>((a, b) => (a === undefined || isBetter(b, a) ? b : a), undefined);
  return best?.delimiter ?? ",";
}

interface Fit {
  readonly delimiter: Delimiter;
  /** cells of the header */
  readonly width: number;
  /** the share of rows that are as wide, 0 … 1 */
  readonly share: number;
}

const isBetter = (a: Fit, b: Fit): boolean => a.share > b.share || (a.share === b.share && a.width > b.width);

function fitOf(text: string, delimiter: Delimiter): Fit {
  // A quote in the wrong place must not hide what the header says.
  const rows = sample(text, delimiter, SAMPLE) ?? sample(text, delimiter, 1) ?? [];
  const [header, ...others] = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const width = header?.length ?? 0;
  const fitting = others.filter((row) => row.length === width).length;
  return { delimiter, width, share: others.length === 0 ? 0 : fitting / others.length };
}

function sample(text: string, delimiter: Delimiter, to: number): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, { delimiter, record_delimiter: "\n", relax_column_count: true, trim: true, to });
  } catch {
    return undefined;
  }
}
