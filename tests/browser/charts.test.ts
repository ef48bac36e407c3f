/**
 * What the page says of a match, held against the same match reckoned in Node: a recording whose bodies Node grows by the kernel
 * and measures itself is opened as a replay, and the page's tables, files, twins and family tree must say the same.
 */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decodeCreature } from '../../shared/lab/creature.ts';
import { playMatch } from '../../shared/replay/play-match.ts';
import { encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import { columnOf } from '../support/remembered.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { botsLay, tinySettings } from '../support/tiny-match.ts';

interface Reckoned {
  readonly world: World;
  readonly rows: Int32Array;
}

describe.skipIf(skipWithoutChromium())('what the page tells of a match', () => {
  let site: TestSite;
  let browser: Browser;
  let page: Page;
  let recording: Recording;
  /** After each generation's season. */
  const reckoned: Reckoned[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    const { grow } = currentKernel();
    const founder = FOUNDERS[3];
    if (!founder) throw new Error('There is no fourth founder.');
    ({ recording } = await playMatch({
      settings: tinySettings({ founder: founder.key, habitats: 3, rounds: 2, generationsPerRound: 2, population: 16 }),
      founderGenome: founder.genome,
      secret: secretFromSeed(11),
      kernel: CURRENT_KERNEL,
      growAll: async (world) => growWith(grow, world),
      commandsFor: botsLay(11),
      onGeneration: ({ world, traits }) => reckoned.push({ world, rows: traits }),
    }));
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    const bytes = encodeRecording(recording);
    await page.route('**/api/replays/reckoned', (route) => route.fulfill({ body: Buffer.from(bytes) }));
    await page.goto(`${site.url}/replay/reckoned`);
    await page.locator('main.match[data-generation="0"]').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('slider', { name: 'Generation' }).focus();
    await page.keyboard.press('End');
    // The last generation's births: its season is still to come.
    await page.locator(`main.match[data-generation="${reckoned.length - 1}"]`).waitFor();
  });
  // Each begins with nothing laid over the match.
  afterEach(async () => {
    for (const sheet of ['dialog', '.creature-card']) {
      if ((await page.locator(sheet).count()) > 0)
        await page.locator(sheet).getByRole('button', { name: 'Close' }).click();
      await page.locator(sheet).waitFor({ state: 'detached' });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** All of them, though the last one's season is still to come where the replay stands: a recording is known to its end. */
  const past = (): readonly Reckoned[] => reckoned;

  async function openCharts(name: string): Promise<void> {
    await page.getByRole('tab', { name: 'Habitat' }).click();
    await page.getByRole('button', { name }).click();
    await page.locator('.chart-book').waitFor();
  }

  /** The body of the first table on the page, as it can be read. */
  async function readTable(): Promise<string[][]> {
    await page.getByText('Show the table').first().click();
    const rows = page.locator('.data table').first().locator('tbody tr');
    const cells = await rows.evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    );
    return cells;
  }

  async function save(name: string): Promise<string[][]> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).last().click(),
    ]);
    const text = await readFile((await download.path()) ?? '', 'utf8');
    return Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
  }

  test('a trait’s table and drawing are those of bodies that Node grew and measured', async () => {
    await openCharts('Charts');
    await page.locator('.chart-head select').selectOption('1');
    await page.locator('.chart-choices select').first().selectOption('cost');
    await page.locator('.chart-book .measuring').waitFor({ state: 'detached' });
    const expected = past().map(({ world, rows }, generation) => {
      const values = columnOf(world, rows, 1, 'cost');
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      const here = world.creatures.filter(({ habitat }) => habitat === 1);
      const living = values.filter((_, at) => here[at]?.cause === 0);
      const amount = (value: number): string =>
        value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      return [
        String(generation + 1),
        String(values.length),
        String(living.length),
        amount(mean),
        amount(Math.sqrt(variance)),
        amount(Math.min(...values)),
        amount(Math.max(...values)),
        living.length > 0 ? amount(living.reduce((sum, value) => sum + value, 0) / living.length) : '–',
      ];
    });
    expect(expected[0]?.[1]).toBe('16');
    expect((await readTable()).slice(0, expected.length)).toEqual(expected);
    const inked = await page
      .locator('.plot canvas')
      .first()
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
        return data.filter((value, at) => at % 4 === 3 && value > 0).length;
      });
    expect(inked).toBeGreaterThan(1000);
  });

  test('every creature can be taken away, with the very numbers', async () => {
    await openCharts('Charts');
    await page.locator('.chart-book .measuring').waitFor({ state: 'detached' });
    const [headers = [], ...rows] = await save('Save every creature (CSV)');
    for (const [generation, { world, rows: traits }] of past().entries()) {
      const saved = rows.filter((row) => row[0] === String(generation + 1));
      expect(saved.length).toBe(world.creatures.length);
      const numbers = saved.flatMap((row) => row.slice(headers.indexOf('size')).map(Number));
      expect(numbers).toEqual([...traits]);
    }
    expect(headers.slice(-TRAITS.length)).toEqual([...TRAITS]);
  });

  test('births and deaths are the world’s', async () => {
    await openCharts('Charts');
    await page.locator('.chart-head select').selectOption('1');
    await page.getByRole('button', { name: 'Births and deaths' }).click();
    const rows = await readTable();
    const seasons = past().at(-1)?.world.history[1] ?? [];
    expect(rows.slice(0, seasons.length).map(([, born, lived]) => [born, lived])).toEqual(
      seasons.map(({ born, survived }) => [String(born), String(survived)]),
    );
  });

  test('a creature’s family is found by keys, with its real parents, and shows itself in the world', async () => {
    const last = reckoned.length - 1;
    const world = openTimeline(recording).worldAt(2 * last + 1);
    await openCharts('Lines of mothers');
    await page.locator('.line-heir canvas.grown').first().waitFor();
    await page.locator('.line-heir').first().click();
    await page.locator('.chart-book').waitFor({ state: 'detached' });
    const card = page.locator('.creature-card');
    const title = (await card.locator('h3').textContent()) ?? '';
    const index = Number(/Creature (\d+)/.exec(title)?.[1]) - 1;
    const creature = world.creatures[index];
    expect(creature).toBeDefined();
    const lab = (await card.getByRole('link', { name: 'Take to the lab' }).getAttribute('href')) ?? '';
    expect(lab).toMatch(/^\/lab\/twins#c=/);
    expect(decodeCreature(lab.split('=')[1] ?? '')).toMatchObject({
      genome: creature?.genome,
      noiseSeed: creature?.noiseSeed,
    });
    await card.getByRole('button', { name: 'Family tree' }).click();
    await page.locator('[data-member="self"]').focus();
    await page.keyboard.press('ArrowUp');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const parents = [creature?.mother, creature?.father].map((parent) => `creature ${(parent ?? 0) + 1},`);
    expect(parents.some((parent) => focused.includes(parent))).toBe(true);
    await page.getByRole('button', { name: /Point out its/ }).click();
    await page.locator('.family').waitFor({ state: 'detached' });
    await card.waitFor();
  });

  test('twins can be slid over each other and taken back to their first cells by keys', async () => {
    await page.getByRole('tab', { name: 'Twins' }).click();
    await page.locator('.twins[data-state="grown"], .twins[data-state="growing"]').waitFor();
    const slider = page.getByRole('slider', { name: 'Slide one over the other' });
    await slider.focus();
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^100\s%/);
    const course = page.getByRole('slider', { name: 'Time of development' });
    await course.focus();
    await page.keyboard.press('End');
    await page.locator('.twins[data-state="grown"]').waitFor();
    const apart = Number(await page.locator('.twins').getAttribute('data-divergence'));
    expect(apart).toBeGreaterThan(0);
    await page.keyboard.press('Home');
    await page.locator('.twins[data-state="growing"][data-divergence="0.000"]').waitFor();
    expect(complaints).toEqual([]);
  });
});
