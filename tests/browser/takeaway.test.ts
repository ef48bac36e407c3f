/**
 * What is taken away from a match, opened as others would open it: tables against the world as Node reckons it, the recording and its
 * inputs byte for byte, pictures and films by what their files hold.
 */
import { readFile } from 'node:fs/promises';
import { decode as decodePng } from 'fast-png';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playMatch } from '../../shared/replay/play-match.ts';
import { encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { readGif, readWebm } from '../support/films.ts';
import { currentKernel } from '../support/kernel.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { botsLay, tinySettings } from '../support/tiny-match.ts';

describe.skipIf(skipWithoutChromium())('what is taken away from a match', () => {
  let site: TestSite;
  let browser: Browser;
  let page: Page;
  let recording: Recording;
  let bytes: Uint8Array;
  /** After each generation's season. */
  const reckoned: { readonly world: World; readonly rows: Int32Array }[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    const { grow } = currentKernel();
    const founder = FOUNDERS[5];
    if (!founder) throw new Error('There is no sixth founder.');
    ({ recording } = await playMatch({
      settings: tinySettings({ founder: founder.key, habitats: 2, rounds: 1, generationsPerRound: 2, population: 8 }),
      founderGenome: founder.genome,
      secret: secretFromSeed(21),
      kernel: CURRENT_KERNEL,
      growAll: async (world) => growWith(grow, world),
      commandsFor: botsLay(21),
      onGeneration: ({ world, traits }) => reckoned.push({ world, rows: traits }),
    }));
    bytes = encodeRecording(recording);
    [site, browser] = await Promise.all([startTestSite(), launchChromium({ webGl: false })]);
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.route('**/api/replays/reckoned', (route) => route.fulfill({ body: Buffer.from(bytes) }));
    await page.goto(`${site.url}/replay/reckoned`);
    await page.locator('main.match[data-generation="0"]').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Take it with you' }).click();
    await page.locator('.takeaway').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** The file that a button hands over, and its name. */
  async function save(name: string | RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.getByRole('button', { name }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile((await download.path()) ?? '') };
  }

  async function saveTable(name: string): Promise<Record<string, string>[]> {
    const { bytes: saved, name: file } = await save(name);
    expect(file).toMatch(/\.csv$/);
    const text = saved.toString('utf8').replace(/^\ufeff/, '');
    return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  }

  const choose = (label: string, value: number): Promise<string[]> =>
    page
      .locator('.take-choice')
      .getByLabel(label)
      .selectOption({ value: String(value) });

  test('every creature’s row has the world’s own numbers', async () => {
    const rows = await saveTable('Every creature (CSV)');
    expect(rows.length).toBe(reckoned.reduce((sum, { world }) => sum + world.creatures.length, 0));
    for (const [generation, { world, rows: traits }] of reckoned.entries()) {
      const saved = rows.filter((row) => row.generation === String(generation + 1));
      expect(saved.map((row) => row['genome (hex)'])).toEqual(
        world.creatures.map(({ genome }) => Buffer.from(genome).toString('hex')),
      );
      const numbers = saved.flatMap((row) => Object.values(row).slice(-TRAITS.length).map(Number));
      expect(numbers).toEqual([...traits]);
      expect(saved.filter(({ cause }) => cause === 'lived').length).toBe(
        world.creatures.filter(({ cause }) => cause === 0).length,
      );
    }
  });

  test('every habitat’s row has its births, deaths and cards', async () => {
    const rows = await saveTable('Every habitat in every generation (CSV)');
    const end = reckoned.at(-1)?.world;
    expect(rows.length).toBe(reckoned.length * 2);
    for (const row of rows) {
      const season = end?.history[Number(row.habitat) - 1]?.[Number(row.generation) - 1];
      expect([row.born, row.survived].map(Number)).toEqual([season?.born, season?.survived]);
    }
    const laid = reckoned[0]?.world.pressures[0] ?? [];
    expect(laid.length).toBeGreaterThan(0);
    expect(rows[0]?.cards).toBe(laid.map(({ card, level }) => `${card} ${level}`).join('; '));
  });

  test('the recording is the very file, and its inputs are its own', async () => {
    const taken = await save(/^Save the recording/);
    expect(taken.name).toMatch(/\.twinfold$/);
    expect(taken.bytes.equals(bytes)).toBe(true);
    const inputs = JSON.parse((await save('Settings and commands (JSON)')).bytes.toString('utf8'));
    expect(inputs.settings).toEqual(recording.settings);
    expect(inputs.commands.length).toBe(recording.frames.flatMap(({ commands }) => commands).length);
  });

  test('a creature’s picture is large, and clear around it', async () => {
    await choose('Generation', 1);
    await choose('Creature', 3);
    const { name, bytes: png } = await save('Save the picture (PNG)');
    expect(name).toMatch(/-h1-g2-creature4\.png$/);
    const { width, height, data, channels } = decodePng(png);
    expect([width, height, channels]).toEqual([512, 512, 4]);
    expect(data[3]).toBe(0);
    const painted = data.filter((value, at) => at % 4 === 3 && value === 255).length;
    expect(painted).toBeGreaterThan(2000);
  });

  test('a pair’s growth is a GIF of every step', async () => {
    await page.getByRole('button', { name: 'A pair of twins' }).click();
    const canvas = page.locator('.take-preview canvas');
    const frames = Number(await canvas.getAttribute('data-frames'));
    const { name, bytes: gif } = await save('Save the film (GIF)');
    expect(name).toMatch(/-h1-g1-twins\.gif$/);
    const facts = readGif(gif);
    expect(facts.frames).toBe(frames);
    expect(facts.frames).toBe(45);
    expect(String(facts.width)).toBe(await canvas.getAttribute('width'));
    expect(facts.delaysMs.at(-1)).toBeGreaterThan(facts.delaysMs[0] ?? 0);
    const shown = await decodedGif(page, gif);
    expect(shown.frames).toBe(45);
    expect(shown.changed).toBe(true);
  });

  test('a habitat’s whole history is a WebM that plays', async () => {
    await page.getByRole('button', { name: 'A habitat’s history' }).click();
    await choose('Habitat', 1);
    const frames = Number(await page.locator('.take-preview canvas').getAttribute('data-frames'));
    expect(frames).toBe(12 * reckoned.length);
    // At once, while the page still grows what it would show by itself; and again after that.
    expect(readGif((await save('Save the film (GIF)')).bytes).frames).toBe(frames);
    const { name, bytes: webm } = await save('Save the film (WebM)');
    expect(name).toMatch(/-h2\.webm$/);
    const facts = readWebm(webm);
    // The recorder may leave a picture out where the machine cannot keep up; the last stays, and has one more at its end.
    expect(facts.frames).toBeGreaterThan(frames / 2);
    expect(facts.frames).toBeLessThanOrEqual(frames + 2);
    expect(facts.timesMs).toEqual([...facts.timesMs].sort((a, b) => a - b));
    const played = await playedWebm(page, webm);
    expect(played).toEqual({ width: facts.width, height: facts.height, colours: expect.any(Number) });
    expect(played.colours).toBeGreaterThan(50);
  });

  test('what is cancelled saves nothing, and the next can begin', async () => {
    await page.getByRole('button', { name: 'Save the film (GIF)' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.task-line[data-state="cancelled"]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('task-line');
    await page.getByRole('button', { name: 'One creature' }).click();
    expect((await save('Save the picture (PNG)')).name).toMatch(/-creature\d+\.png$/);
  });

  test('the sheet can be used by all, wide and narrow', async () => {
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      expect(await audit(page, `${viewport.width} wide`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.locator('.takeaway').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Take it with you');
    expect(complaints).toEqual([]);
  });
});

/** How many pictures a browser finds in a GIF, and whether the last differs from the first. */
const decodedGif = (page: Page, gif: Buffer): Promise<{ frames: number; changed: boolean }> =>
  page.evaluate(async (data) => {
    const decoder = new ImageDecoder({ type: 'image/gif', data: Uint8Array.from(atob(data), (c) => c.charCodeAt(0)) });
    await Promise.all([decoder.completed, decoder.tracks.ready]);
    const frames = decoder.tracks.selectedTrack?.frameCount ?? 0;
    const pixels = async (frameIndex: number): Promise<string> => {
      const { image } = await decoder.decode({ frameIndex });
      const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      return context?.getImageData(0, 0, canvas.width, canvas.height).data.join() ?? '';
    };
    return { frames, changed: (await pixels(0)) !== (await pixels(frames - 1)) };
  }, gif.toString('base64'));

/** The size of a video as a browser plays it, and how many colours its first picture has. */
const playedWebm = (page: Page, webm: Buffer): Promise<{ width: number; height: number; colours: number }> =>
  page.evaluate(async (data) => {
    const video = document.createElement('video');
    video.muted = true;
    video.src = URL.createObjectURL(
      new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], { type: 'video/webm' }),
    );
    await new Promise((resolve, reject) => {
      video.addEventListener('error', reject);
      video.requestVideoFrameCallback(resolve);
      video.play().catch(reject);
    });
    const { videoWidth: width, videoHeight: height } = video;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(video, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer());
    return { width, height, colours: new Set(pixels).size };
  }, webm.toString('base64'));
