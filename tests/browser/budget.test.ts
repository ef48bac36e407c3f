/** What a visitor has to load: weighed as the server sends it. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureClient } from '../../server/http/client-build.ts';
import { OTHERS } from '../support/catalogues.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LOBBY_SCRIPT_BYTES = 150_000;
const EVERYTHING_BYTES = 700_000;
/** All ten benches, their experiments and words; a bench by itself, with what all of them need, is less than half. */
const LAB_BYTES = 125_000;
const LAB = 'assets/lab/';

describe.skipIf(skipWithoutChromium())('what the page weighs, compressed', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite();
  });
  afterAll(async () => {
    await site?.close();
  });

  test('the first page needs at most 150 KB of script, its workers’ included', async () => {
    const browser = await launchChromium();
    try {
      const page = await (await browser.newContext()).newPage();
      const scripts = new Set<string>();
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (extname(pathname) === '.js') scripts.add(pathname);
      });
      await page.goto(site.url);
      await page.locator('.specimen[data-state="grown"]').waitFor();
      expect(scripts.size).toBeGreaterThan(1);
      let bytes = 0;
      for (const path of scripts) bytes += await sentBytes(`${site.url}${path}`);
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThanOrEqual(LOBBY_SCRIPT_BYTES);
    } finally {
      await browser.close();
    }
  });

  test.each([
    ['everything that one visitor can come to load without the lab', false, EVERYTHING_BYTES],
    ['the whole lab besides', true, LAB_BYTES],
  ])('%s is not too much', async (_what, ofLab, most) => {
    const build = await ensureClient(ROOT, () => undefined);
    const all = (await readdir(build, { recursive: true })).filter(counts);
    const files = all.filter((file) => file.startsWith(LAB) === ofLab);
    const sizes = await Promise.all(files.map((file) => sentSize(join(build, file))));
    const largest = files.map((file, at) => `${file}: ${sizes[at]}`).sort();
    expect(files.length, largest.join('\n')).toBeGreaterThan(20);
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      largest.join('\n'),
    ).toBeLessThanOrEqual(most);
  });
});

/** A visitor reads one language, English, whose letters are in the latin files; the model card is a page by itself. */
function counts(file: string): boolean {
  if (!['.html', '.js', '.css', '.wasm', '.woff2', '.svg', '.json'].includes(extname(file))) return false;
  if (file.startsWith('model')) return false;
  if (/-(latin-ext|vietnamese|cyrillic|greek)\b/.test(file)) return false;
  return !OTHERS.some((language) => new RegExp(`^assets/(?:lab/)?${language}-[\\w-]{8}\\.js$`).test(file));
}

async function sentSize(file: string): Promise<number> {
  try {
    return (await stat(`${file}.br`)).size;
  } catch {
    // Too small to be worth compressing.
    return (await stat(file)).size;
  }
}

async function sentBytes(url: string): Promise<number> {
  const response = await fetch(url, { headers: { 'Accept-Encoding': 'br, gzip' }, method: 'HEAD' });
  expect(response.ok).toBe(true);
  return Number(response.headers.get('content-length'));
}
