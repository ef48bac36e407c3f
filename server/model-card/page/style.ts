/** How the card looks: paper and ink like the rest of Twinfold, in light, in dark and in print. */

export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f4eee1; --sheet: #fdf9f0; --ink: #2a251f; --ink-soft: #62594c; --rule: #d6c9b1;
  --accent: #a8371c; --good: #3f6b3a; --plate: #e4dac4;
  --data-1: #2f6f7e; --data-2: #c8862a; --data-3: #7a4a86; --data-4: #5c7f34; --data-5: #b04a63; --data-6: #6f6a5f;
  --display: "Bricolage Grotesque Variable", "Bricolage Grotesque", Georgia, serif;
  --text: "Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1815; --sheet: #26221d; --ink: #f2eadb; --ink-soft: #b8ac99; --rule: #403930;
    --accent: #f08b68; --good: #9cc78f; --plate: #2b2620;
    --data-1: #6fb6c6; --data-2: #e2ac5c; --data-3: #bf95cb; --data-4: #9fc274; --data-5: #e08ca0; --data-6: #aaa396;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--text); }
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3 { font-family: var(--display); line-height: 1.15; text-wrap: balance; }
h1 { font-size: clamp(2rem, 1.4rem + 3vw, 3rem); margin: .6rem 0 1rem; }
h2 { font-size: 1.5rem; margin: 0 0 .6rem; }
a { color: var(--accent); }
p { margin: 0 0 .8rem; max-width: 65ch; text-wrap: pretty; }
code { font: .85em/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.lead { font-size: 1.1875rem; }
.small, .measured, .tail { font-size: .9rem; color: var(--ink-soft); }
.wide { overflow-x: auto; }
.wide svg { display: block; min-width: 36rem; width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--rule); }
th { font-size: .85rem; font-weight: 600; color: var(--ink-soft); }
td.number { white-space: nowrap; }
.verdict { font-weight: 700; white-space: nowrap; }
.holds { color: var(--good); }
.fails { color: var(--accent); }
section.line { background: var(--sheet); border: 1px solid var(--rule); border-radius: 16px; padding: 1.3rem 1.3rem .8rem; margin: 1.5rem 0; }
section.line header { display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between; align-items: baseline; }
.figure { font-size: 1.05rem; margin: .9rem 0 .2rem; }
.figure strong { font: 700 1.7rem/1.2 var(--display); }
ul.parts { list-style: none; padding: 0; margin: 0 0 .9rem; font-size: .95rem; }
figure { margin: 1.1rem 0; }
figcaption { font-weight: 600; font-size: .95rem; margin-bottom: .4rem; }
.bodies ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 0; }
.bodies li { width: 76px; font-size: .75rem; line-height: 1.25; color: var(--ink-soft); text-align: center; }
.bodies img { display: block; width: 76px; height: 76px; padding: 6px; background: var(--plate); border-radius: 10px; margin-bottom: .2rem; }
.tail { border-top: 1px solid var(--rule); padding-top: .6rem; margin-top: 1rem; }
.tail a { display: inline-block; min-height: 24px; min-width: 24px; }
@media print {
  :root { --paper: #fff; --sheet: #fff; }
  body { font-size: 10pt; }
  section.line { break-inside: avoid-page; border-radius: 0; border-width: 1px 0 0; padding: .8rem 0 0; }
  figure, tr { break-inside: avoid; }
  .bodies img, .holds, .fails { print-color-adjust: exact; }
}
`;
