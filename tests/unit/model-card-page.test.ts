/** The page and the numbers that `npm run model-card` writes, and the command itself. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { servePages } from '../../server/http/pages.ts';
import { cardOf, type Provenance } from '../../server/model-card/card.ts';
import type { Claim, Sample } from '../../server/model-card/claim.ts';
import { CLAIMS } from '../../server/model-card/claims.ts';
import { mergeCharts } from '../../server/model-card/page/merge.ts';
import { drawPage } from '../../server/model-card/page/page.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { currentKernel } from '../support/kernel.ts';

const KEYED = z.object({ key: z.string() });
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'twinfold-model-card-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const provenance: Provenance = { commit: 'abc123', clean: true, kernel: '00ff', founders: 3, seed: 7, seeds: [11, 12] };
const body = currentKernel().grow(FOUNDERS[0]?.genome ?? new Uint8Array(), 1, MILD);

const claim: Claim = {
  key: 'tall',
  title: 'Tall & <wide>',
  claim: 'They are "tall".',
  measurement: 'A ruler.',
  figures: [
    {
      key: 'height',
      name: 'height',
      unit: '%',
      digits: 1,
      bar: { words: 'at least 10', holds: (value) => value >= 10 },
    },
    { key: 'width', name: 'width', unit: 'sites', digits: 0 },
  ],
  measure: () => sample(0),
  tried: 'Stilts.',
};
const sample = (height: number): Sample => ({
  figures: { height, width: 4 },
  charts: [
    {
      kind: 'bars',
      title: 'Heights',
      xName: '',
      yName: '%',
      names: ['one', 'two'],
      series: [{ name: 's', values: [height, 1] }],
      marks: [{ at: 10, name: 'bar' }],
    },
    { kind: 'lines', title: 'Growth', xName: 'x', yName: 'y', x: [0, 1], series: [{ name: 's', values: [0, height] }] },
    { kind: 'points', title: 'Cloud', xName: 'x', yName: 'y', series: [{ name: 's', points: [[1, height]] }] },
  ],
  pictures: [{ caption: 'One body', bodies: [{ label: 'this', body }] }],
});
const measured = (...heights: number[]) => [{ claim, samples: heights.map(sample), seconds: 1 }];

describe('the card', () => {
  it('says of each line what was measured, the interval, the bar and whether it holds', () => {
    const { lines, experiments, commit } = cardOf(provenance, measured(12, 14));
    expect(commit).toBe('abc123');
    expect(experiments).toEqual([]);
    expect(lines).toMatchObject([{ key: 'tall', name: 'height', value: 13, bar: 'at least 10', holds: true }]);
    expect(lines[0]?.low).toBeLessThan(13);
    expect(lines[0]?.high).toBeGreaterThan(13);
    expect(lines[0]?.figures[1]).toMatchObject({ key: 'width', value: 4, bar: null, holds: null });
  });

  it('keeps experiments apart from lines', () => {
    const [one] = measured(12, 14);
    const card = cardOf(provenance, one ? [{ ...one, claim: { ...claim, kind: 'experiment' } }] : []);
    expect([card.lines.length, card.experiments.length]).toEqual([0, 1]);
  });
});

describe('the page', () => {
  const page = (...heights: number[]): string =>
    drawPage(cardOf(provenance, measured(...heights)), measured(...heights));
  const failing = page(2, 4);

  it('keeps a line that fails, with its number and what was tried', () => {
    expect(failing).toContain('✗ does not hold');
    expect(failing).toContain('0 of 1 lines hold');
    expect(failing).toContain('3.0\u202f%');
    expect(failing).toContain('Stilts.');
    expect(page(12, 14)).toContain('All 1 lines hold');
  });

  it('stands by itself: no script, nothing fetched, text escaped', () => {
    expect(failing).not.toMatch(/<script|@import|url\((?!#)|<link[^>]+stylesheet|src="(?!data:image\/png;base64,)/);
    expect(failing).toContain('Tall &amp; &lt;wide&gt;');
  });

  it('shows plots, bodies, the command and the commit', () => {
    expect(failing.match(/<svg/g)).toHaveLength(3);
    expect(failing.match(/<img src="data:image\/png;base64,iVBOR/g)).toHaveLength(1);
    expect(failing).toContain('npm run model-card -- --only tall --seed 7 --seeds 2');
    expect(failing).toContain('abc123');
  });
});

describe('charts of several seeds', () => {
  it('become one: means with their range, points all together', () => {
    const [bars, lines, points] = mergeCharts([sample(2).charts, sample(4).charts]);
    expect(bars).toMatchObject({ series: [{ means: [3, 1], lows: [2, 1], highs: [4, 1] }] });
    expect(lines).toMatchObject({ series: [{ means: [0, 3], highs: [0, 4] }] });
    expect(points).toMatchObject({
      series: [
        {
          points: [
            [1, 2],
            [1, 4],
          ],
        },
      ],
    });
  });

  it('are refused when seeds made different ones', () => {
    expect(() => mergeCharts([sample(1).charts, []])).toThrow(/Not every seed/);
  });
});

describe('npm run model-card', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['server/cli/model-card.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
  const cardSchema = z.object({
    seed: z.number(),
    seeds: z.array(z.number()),
    commit: z.string(),
    lines: z.array(
      z.object({
        key: z.string(),
        claim: z.string(),
        measurement: z.string(),
        value: z.number(),
        low: z.number(),
        high: z.number(),
        bar: z.string(),
        holds: z.boolean(),
      }),
    ),
  });

  it('measures one claim for another seed, and again the same', () => {
    const cards = ['first', 'second'].map((name) => {
      const out = join(folder, name);
      const done = run('--only', 'compressed', '--seeds', '2', '--seed', '3', '--threads', '1', '--out', out);
      expect(done.status, done.stderr).toBe(0);
      expect(done.stdout).toMatch(/[✓✗] compressed: .*\n.*bar: at least 10 times/);
      expect(done.stderr).toMatch(/2 of 2 measured/);
      expect(existsSync(join(out, 'index.html'))).toBe(true);
      return readFileSync(join(out, 'card.json'), 'utf8');
    });
    expect(cards[0]).toBe(cards[1]);
    const card = cardSchema.parse(JSON.parse(cards[0] ?? ''));
    expect(card).toMatchObject({ seed: 3, lines: [{ key: 'compressed' }] });
    expect(card.seeds).toHaveLength(2);
  });

  it.each([
    [['--only', 'flight'], /There is no claim "flight"\. There are: compressed, /],
    [['--seeds', '1'], /--seeds takes a whole number from 2 to 31, not "1"/],
    [['--seed', 'lucky'], /--seed takes a whole number/],
    [['--quickly'], /--quickly/],
  ])('%j is refused with a sentence', (args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain('    at ');
  });
});

describe('the committed card', () => {
  const file = (name: string): string => readFileSync(join(ROOT, 'client/public/model', name), 'utf8');

  it('tells of the kernel in use, and of every claim', () => {
    const card = z
      .object({ kernel: z.string(), commit: z.string(), lines: z.array(KEYED), experiments: z.array(KEYED) })
      .parse(JSON.parse(file('card.json')));
    // If this fails the model has changed since: run `npm run model-card`, and commit what it writes.
    expect(card.kernel).toBe(CURRENT_KERNEL);
    expect([...card.lines, ...card.experiments].map(({ key }) => key)).toEqual(CLAIMS.map(({ key }) => key));
    expect(card.commit).toMatch(/^[0-9a-f]{40}$/);
    for (const { key } of card.lines) expect(file('index.html')).toContain(`id="${key}"`);
  });

  it('is served under /model', async () => {
    const app = express().use(servePages(join(ROOT, 'client/public')));
    const server = app.listen(0);
    await once(server, 'listening');
    try {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const response = await fetch(`http://localhost:${port}/model`);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(await response.text()).toContain('<h1>The model card</h1>');
    } finally {
      server.close();
    }
  });
});

describe('the claims', () => {
  it('are fifteen lines and the published experiments, each with a key of its own and a bar', () => {
    expect(CLAIMS.filter(({ kind }) => kind !== 'experiment')).toHaveLength(15);
    expect(CLAIMS.filter(({ kind }) => kind === 'experiment')).toHaveLength(2);
    expect(new Set(CLAIMS.map(({ key }) => key)).size).toBe(CLAIMS.length);
    for (const { key, figures } of CLAIMS) {
      expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(figures.some(({ bar }) => bar !== undefined)).toBe(true);
      expect(new Set(figures.map((figure) => figure.key)).size).toBe(figures.length);
    }
  });
});
