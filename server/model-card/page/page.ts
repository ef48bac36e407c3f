/** The card as a page of its own: no script, no file beside it, nothing asked of anybody. */
import type { Card, CardFigure, CardLine } from '../card.ts';
import { type Claim, type Figure, ownFigure } from '../claim.ts';
import type { Measured } from '../run.ts';
import { drawChart } from './chart.ts';
import { type Html, html, NOTHING, trusted } from './html.ts';
import { mergeCharts } from './merge.ts';
import { rangeText, valueText } from './numbers.ts';
import { drawPictures } from './pictures.ts';
import { STYLE } from './style.ts';

const COMMAND = 'npm run model-card';

/** The whole page as text. */
export function drawPage(card: Card, measured: readonly Measured[]): string {
  const sections = (lines: readonly CardLine[]): Html[] =>
    lines.flatMap((line) =>
      measured.filter(({ claim }) => claim.key === line.key).map((one) => drawSection(card, line, one)),
    );
  const failed = [...card.lines, ...card.experiments].filter(({ holds }) => !holds).length;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Twinfold: the model card</title>
<meta name="description" content="What the generative model of Twinfold can do, measured line by line.">
<link rel="icon" href="/icon.svg">
<style>${trusted(STYLE)}</style>
</head>
<body>
<main>
<p><a href="/">Twinfold</a></p>
<h1>The model card</h1>
<p class="lead">Twinfold stands on one idea: that a genome is no blueprint and no recipe, but the compressed form of a <em>generative model</em> of the organism (<a href="https://arxiv.org/abs/2407.15908">Mitchell &amp; Cheney, The Genomic Code</a>). If that is so, genomes must behave in certain ways. Here is how the genomes of Twinfold behave: each claim, how it was measured, what came out, and whether it holds.</p>
<p>${verdictOf(card, failed)} Everything below was computed by one command from ${card.founders} founder species, over ${card.seeds.length} independent sets of chances (seeds). Nothing was drawn by hand, and a line that does not hold stays on this page as it is.</p>
${summaryTable(card, measured)}
<p class="small">After each number: its 95 % confidence interval over seeds (Student’s t). It says how far other chances would move the number for this same library of species.</p>
${sections(card.lines)}
${card.experiments.length > 0 ? html`<h2>Published experiments, done again</h2>` : NOTHING}
${sections(card.experiments)}
${colophon(card)}
</main>
</body>
</html>
`.html;
}

function verdictOf({ lines }: Card, failed: number): string {
  if (failed === 0) return `All ${lines.length} lines hold.`;
  return `${lines.filter(({ holds }) => holds).length} of ${lines.length} lines hold.`;
}

const verdict = (holds: boolean): Html =>
  holds ? html`<span class="verdict holds">✓ holds</span>` : html`<span class="verdict fails">✗ does not hold</span>`;

function summaryTable(card: Card, measured: readonly Measured[]): Html {
  const row = (line: CardLine): Html => {
    const claim = measured.find((one) => one.claim.key === line.key)?.claim;
    const own = claim ? ownFigure(claim) : -1;
    const [figure, summary] = [claim?.figures[own], line.figures[own]];
    if (!figure || !summary) return NOTHING;
    return html`<tr><td><a href="#${line.key}">${line.title}</a><br>${verdict(line.holds)}</td><td>${line.name}</td>
<td class="number">${valueText(summary, figure)}<br><span class="small">${rangeText(summary, figure)}</span></td><td>${line.bar}</td></tr>`;
  };
  return html`<div class="wide"><table>
<thead><tr><th>Claim</th><th>Measured</th><th>Value</th><th>Bar</th></tr></thead>
<tbody>${[...card.lines, ...card.experiments].map(row)}</tbody>
</table></div>`;
}

function drawSection(card: Card, line: CardLine, { claim, samples }: Measured): Html {
  const all = claim.figures.map((figure, at) => ({ figure, summary: line.figures[at] }));
  const own = all[ownFigure(claim)];
  if (!own?.summary) return NOTHING;
  return html`<section class="line" id="${line.key}">
<header><h2>${line.title}</h2>${verdict(line.holds)}</header>
<p>${line.claim}</p>
<p class="figure"><strong>${valueText(own.summary, own.figure)}</strong> ${line.name}<br>
<span class="small">interval ${rangeText(own.summary, own.figure)} · bar: ${line.bar}</span></p>
<ul class="parts">${all.filter((one) => one !== own).map(({ figure, summary }) => (summary ? partOf(figure, summary) : NOTHING))}</ul>
<p class="measured"><b>How it was measured.</b> ${line.measurement}</p>
${(claim.remarks ?? []).map((remark) => html`<p>${remark}</p>`)}
${claim.tried ? html`<p><b>What was tried.</b> ${claim.tried}</p>` : NOTHING}
${mergeCharts(samples.map(({ charts }) => charts)).map(drawChart)}
${(samples[0]?.pictures ?? []).map(drawPictures)}
${tailOf(card, claim, line)}
</section>`;
}

function partOf(figure: Figure, summary: CardFigure): Html {
  const bar = summary.bar ? html` · bar: ${summary.bar} ${verdict(summary.holds === true)}` : NOTHING;
  return html`<li><b>${valueText(summary, figure)}</b> ${summary.name} <span class="small">(${rangeText(summary, figure)})${bar}</span></li>`;
}

function tailOf({ seed, seeds }: Card, claim: Claim, { key, figures }: CardLine): Html {
  const links = (claim.sources ?? []).map(({ text, url }) => html`<br><a href="${url}">${text}</a>`);
  const values = figures[ownFigure(claim)]?.values.map((value) => String(value)).join(', ') ?? '';
  return html`<p class="tail">Seed by seed: ${values}<br>To do it again: <code>${COMMAND} -- --only ${key} --seed ${seed} --seeds ${seeds.length}</code>${links}</p>`;
}

function colophon({ commit, clean, kernel, seed, seeds }: Card): Html {
  return html`<section>
<h2>To do it all again</h2>
<p><code>${COMMAND}</code> measures everything and writes this page and <a href="/model/card.json">card.json</a>, the same numbers for machines. The usual seed is a hash of the kernel, so nobody has chosen it; <code>--seed N</code> takes another.</p>
<p class="small">Commit <code>${commit}</code>${clean ? '' : ', with changes that were not yet committed'} · kernel <code>${kernel}</code> · seed ${seed}, from which ${seeds.join(', ')}.</p>
</section>`;
}
