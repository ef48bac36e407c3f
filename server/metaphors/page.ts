/** The page of metaphors: no script, no file beside it but its numbers. */
import { METAPHORS, type Metaphor } from '../../shared/lab/metaphors/encoding.ts';
import { type Measured, winless, wonBy } from '../../shared/lab/metaphors/measured.ts';
import { MEASURES, type Measure, TRIAL_NAMES, type Trial } from '../../shared/lab/metaphors/scores.ts';
import { SOURCES } from '../../shared/lab/metaphors/sources.ts';
import { type Html, html, NOTHING, trusted } from '../model-card/page/html.ts';
import { STYLE } from '../model-card/page/style.ts';
import { COUNTED, LIMITS, MADE, NAMES, TRIALS } from './words.ts';

const UNITS = { bytes: '', percent: ' %', doublings: '' } as const;
const OWN_STYLE = `
.wins { font-weight: 700; }
.wins::before, .star::before {
  content: ""; display: inline-block; width: .8em; height: .8em; margin-right: .3em; background: var(--accent); forced-color-adjust: none;
  clip-path: polygon(50% 0, 63% 35%, 100% 38%, 71% 61%, 81% 97%, 50% 77%, 19% 97%, 29% 61%, 0 38%, 37% 35%);
}
td .small { display: block; }
th .small { font-weight: 400; }
th[scope="row"] { min-width: 11rem; }
th[colspan] { padding-top: 1.1rem; font: 600 1rem/1.2 var(--display); color: var(--ink); }
`;

export function drawMetaphors(measured: Measured): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Twinfold: four metaphors on trial</title>
<meta name="description" content="Blueprint, program, recipe and generative model: one body in four codes, and the same trials for each.">
<link rel="icon" href="/icon.svg">
<style>${trusted(STYLE + OWN_STYLE)}</style>
</head>
<body>
<main>
<p><a href="/">Twinfold</a> · <a href="/lab/metaphors">the bench</a> · <a href="/model/">the model card</a></p>
<h1>Four metaphors on trial</h1>
<p class="lead">A genome has been called a blueprint, a program, a recipe and a generative model. Here all four are built in earnest: one body, encoded four ways, and the same trials for each. What is counted, and which way is better, was written down before any number was looked at.</p>
<h2>What each wins</h2>
${METAPHORS.map((metaphor) => verdict(measured, metaphor))}
${table(measured)}
<p class="small"><span class="star"></span>The best, or level with the best, by the median of ${measured.species.length} founder species, each grown once in mild conditions; below it, in how many of the species it is the best. Likeness: 100 % for the same cells of the same tissue and colour at every site; a cell that the other lacks counts in full, another tissue half, another colour up to half. A living body has 40 cells in one piece. The coat, every body’s own, is left out.</p>
<h2>How each was made</h2>
${METAPHORS.map((metaphor) => html`<p><b>${NAMES[metaphor]}.</b> ${MADE[metaphor]}</p>`)}
<h2>What the numbers do not say</h2>
<p>The trials are ours, and others could be thought of. Three of the codes were made from the very body that they were then measured on; the genome was not, and grown again it gives a twin. Whoever wants one exact copy will therefore never choose it. A single letter changed is a small dose for breeding: in a match each child of this game’s genomes has about eight letters changed, by smaller steps. Where the oven’s warmth leaves a body as it is, that can be called steady, or deaf: which is better depends on the world.</p>
<h2>Where the generative model is a metaphor too</h2>
${LIMITS.map(([claim, why]) => html`<p><b>${claim}</b> ${why}</p>`)}
<p class="small">${Object.values(SOURCES).map(({ text, url }) => html`<a href="${url}">${text}</a><br>`)}</p>
<h2>To do it all again</h2>
<p><code>npm run metaphors</code> measures everything and writes this page and <a href="/model/metaphors.json">metaphors.json</a>, the same numbers species by species. <a href="/lab/metaphors">The bench</a> does it before your eyes with any creature.</p>
<p class="small">Kernel <code>${measured.kernel}</code>.</p>
</main>
</body>
</html>
`.html;
}

function verdict(measured: Measured, metaphor: Metaphor): Html {
  if (winless(measured).includes(metaphor)) return html`<p><b>${NAMES[metaphor]}</b> wins none of these trials.</p>`;
  const won = wonBy(measured, metaphor).flatMap((key) => MEASURES.filter((measure) => measure.key === key));
  const alone = won.filter(({ key }) => measured.winners[key]?.length === 1);
  const list = (measures: readonly Measure[]): string =>
    measures
      .map((measure) => `${COUNTED[measure.key]?.[0] ?? measure.key} (${said(measured, measure, metaphor)})`)
      .join('; ');
  const level = won.filter((measure) => !alone.includes(measure));
  const parts = [
    ...(alone.length > 0 ? [list(alone)] : []),
    ...(level.length > 0 ? [`level with others, ${list(level)}`] : []),
  ];
  return html`<p><b>${NAMES[metaphor]}</b> wins: ${parts.join('; ')}.</p>`;
}

const said = ({ medians }: Measured, { key, unit, digits }: Measure, metaphor: Metaphor): string =>
  `${(medians[metaphor][key] ?? Number.NaN).toFixed(digits)}${UNITS[unit]}`;

function table(measured: Measured): Html {
  const head = METAPHORS.map((metaphor) => html`<th scope="col">${NAMES[metaphor]}</th>`);
  return html`<div class="wide" tabindex="0" role="region" aria-label="All trials"><table>
<thead><tr><td></td>${head}</tr></thead>
<tbody>${TRIAL_NAMES.map((trial) => trialRows(measured, trial))}</tbody>
</table></div>`;
}

function trialRows(measured: Measured, trial: Trial): Html {
  const rows = MEASURES.filter((measure) => measure.trial === trial).map((measure) => {
    const [name = measure.key, how = ''] = COUNTED[measure.key] ?? [];
    const cells = METAPHORS.map((metaphor) => {
      const best = measured.winners[measure.key]?.includes(metaphor);
      const times = measured.times[measure.key]?.[metaphor] ?? 0;
      return html`<td class="number"><span class="${best ? 'wins' : ''}">${said(measured, measure, metaphor)}</span>${times > 0 ? html`<span class="small">in ${times}</span>` : NOTHING}</td>`;
    });
    return html`<tr><th scope="row">${name}<br><span class="small">${how}</span></th>${cells}</tr>`;
  });
  return html`<tr><th scope="colgroup" colspan="5">${TRIALS[trial]}</th></tr>${rows}`;
}
