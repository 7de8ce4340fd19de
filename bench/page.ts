/** docs/benchmarks.md, as one run writes it. */
import { cpus, loadavg, totalmem } from "node:os";

export interface Section {
  readonly title: string;
  readonly text: string;
}

const INTRODUCTION = `\`\`\`sh
npm run bench
npm run bench -- --all --json figures.json --markdown docs/benchmarks.md
npm run bench -- --only dense,sparse,growth,warm,levels,match,families,places,insight,year,size
\`\`\`

The first runs every part on its smaller sizes, in a few minutes; the second adds the large sizes and wrote this page, in about
twenty; \`--only\` picks parts.

Every measurement has a process of its own, with limits on CPU time and memory, and instances are the same from the same seed.
An answer is checked before its time counts: ours by its dual bound, in loops that share nothing with a solver, \`match()\` by
\`verify()\`, another package's by covering as many mentees and scoring as much. Times are CPU time of all threads of the
process; *cold* is the first solve in it, the compiling of the code included. What takes less than five seconds is the least of
three processes. Peaks are resident memory of the whole process. Other work on the machine slows everybody: read the figures as
ratios.`;

/** Read when the run begins. */
export function machine(): string {
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  const load = loadavg()[0]!.toFixed(1);
  return `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${gibibytes} GiB, Node ${process.version}, load ${load} at the start`;
}

export function page(on: string, sections: readonly Section[]): string {
  const blocks = [
    "---\ntitle: Benchmarks\ngroup: Behind it\n---",
    "# Benchmarks",
    INTRODUCTION,
    `Measured on ${on}.`,
    ...sections.map(section),
  ];
  return `${blocks.join("\n\n")}\n`;
}

export function section({ title, text }: Section): string {
  return `## ${title}\n\n${text}`;
}
