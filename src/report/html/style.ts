/** How a report looks: light and dark by the reader's wish, sober in print, no request to anywhere. */

/** Colours with a contrast of at least 4.5 to 1 on their ground, 3 to 1 where they only draw. */
const LIGHT = `
--paper: #ffffff; --panel: #f4f6f8; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --accent: #1f5fa8;
--shade-1: #c6dbef; --shade-2: #85b5dc; --shade-3: #3f87c4; --shade-4: #124d8a;`;
const DARK = `
--paper: #14181d; --panel: #1d232a; --ink: #e6eaef; --quiet: #a3adb8; --line: #3a434d; --accent: #7db3f0;
--shade-1: #24405f; --shade-2: #2f6396; --shade-3: #5295d6; --shade-4: #b0d4fa;`;

export const STYLE = `
:root { color-scheme: light dark;${LIGHT} }
@media (prefers-color-scheme: dark) { :root {${DARK} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main, header, nav, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .25rem 0 .75rem; max-width: 46rem; }
a { color: var(--accent); }
.quiet, caption, footer { color: var(--quiet); }
.facts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.facts li { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem 1rem; }
.facts b { display: block; font-size: 1.35rem; font-weight: 650; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: 0; list-style: none; }
.wide { overflow-x: auto; margin: .5rem 0 1rem; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; max-width: 28rem; }
th { font-weight: 650; }
th[scope="row"] { font-weight: inherit; min-width: 7rem; }
th.number, td.number { text-align: right; white-space: nowrap; }
.checklist { list-style: none; padding: 0; }
.checklist input { width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; margin-right: .5rem; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1rem 2.5rem; }
figure { margin: .5rem 0 1rem; min-width: 0; }
figcaption { margin: .25rem 0 .75rem; }
figure svg { display: block; max-width: 100%; height: auto; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
svg .quiet, svg .quiet text { fill: var(--quiet); }
svg .bar { fill: var(--accent); }
svg .axis { stroke: var(--quiet); stroke-width: 1; }
svg .curve { fill: none; stroke: var(--accent); stroke-width: 2; }
svg .mark { fill: var(--accent); }
svg .interval { stroke: var(--ink); stroke-width: 1.5; }
svg .ground { fill: var(--panel); stroke: var(--line); }
svg .bar-text { fill: var(--paper); }
svg .frame { fill: none; stroke: var(--line); }
svg .shade-1 { fill: var(--shade-1); } svg .shade-2 { fill: var(--shade-2); }
svg .shade-3 { fill: var(--shade-3); } svg .shade-4 { fill: var(--shade-4); }
footer { padding-top: 2rem; padding-bottom: 2rem; font-size: .9rem; }
@media print {
  :root {${LIGHT} }
  body { font-size: 10.5pt; }
  main, header, footer { max-width: none; padding: 0; }
  nav, details { display: none; }
  h2 { break-after: avoid; }
  figure, tr, .facts { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
