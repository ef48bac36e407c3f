/** The library as a visitor meets it: what is there, what is looked for, files that come and go, and what their owner may do. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeRecording } from '../../shared/replay/recording.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { recordedMatch } from '../support/recorded-match.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

describe.skipIf(skipWithoutChromium())('the library', () => {
  let site: TestSite;
  let browser: Browser;
  let page: Page;
  let bytes: Uint8Array<ArrayBuffer>;
  const complaints: string[] = [];

  beforeAll(async () => {
    const settings = { habitats: 2, rounds: 2, generationsPerRound: 1, population: 10 };
    const [mine, other] = await Promise.all([
      recordedMatch(3, { ...settings, shock: true }),
      recordedMatch(4, settings),
    ]);
    bytes = encodeRecording(mine);
    [site, browser] = await Promise.all([startTestSite(), launchChromium({ webGl: false })]);
    const brought = await fetch(`${site.url}/api/replays`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: encodeRecording(other),
    });
    expect(brought.ok).toBe(true);
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const cards = () => page.locator('.recording-card');
  const shows = (count: number) => expect.poll(() => cards().count(), { timeout: 20_000 }).toBe(count);

  test('takes a file in, shows it at once, and does not take the very same one twice', async () => {
    await page.goto(`${site.url}/replays`);
    await shows(1);
    const file = { name: 'mine.twinfold', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
    const input = page.locator('.choose-file', { hasText: 'Put a file into the library' }).locator('input');
    await input.setInputFiles(file);
    await page.getByText('It is in the library now.').waitFor();
    await shows(2);
    await input.setInputFiles(file);
    await page.getByText('The library had this very recording already.').waitFor();
    await shows(2);
    expect(await audit(page, 'the library')).toEqual([]);
  });

  test('refuses what is no recording with a sentence', async () => {
    const input = page.locator('.choose-file', { hasText: 'Put a file into the library' }).locator('input');
    await input.setInputFiles({ name: 'a.twinfold', mimeType: 'text/plain', buffer: Buffer.from('Dear diary') });
    const refusal = page.locator('.wrong[role="alert"]');
    await refusal.waitFor();
    expect((await refusal.textContent())?.length).toBeGreaterThan(20);
  });

  test('finds by what happened, keeps the search in the address, and shows all again', async () => {
    await page.locator('select[name="event"]').selectOption('disaster');
    await shows(1);
    expect(new URL(page.url()).search).toBe('?event=disaster');
    await page.reload();
    await shows(1);
    await page.locator('select[name="kind"]').selectOption('branch');
    await page.getByText('Nothing here fits all that you look for.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await shows(2);
    expect(new URL(page.url()).search).toBe('');
  });

  test('gives a file out as it came in', async () => {
    const own = cards().filter({ has: page.getByRole('button', { name: 'Look after it' }) });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      own.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.twinfold$/);
    expect(new Uint8Array(await readFile((await download.path()) ?? ''))).toEqual(new Uint8Array(bytes));
  });

  test('lets its owner keep it, take it off the list and find it all the same, and delete it', async () => {
    expect(await page.getByRole('button', { name: 'Look after it' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Look after it' }).click();
    await page.getByLabel('Keep it for good').check();
    await page.getByText('It stays until you delete it.').waitFor();
    await page.getByLabel('Show it in the list').uncheck();
    await page.getByText('Only those who have its link find it.').waitFor();
    expect(await audit(page, 'the owner’s sheet')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await shows(1);
    await page.getByLabel('Only mine').check();
    await page.getByRole('button', { name: 'Look after it' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('button', { name: 'Delete it for good' }).click();
    await page.getByText('This browser has the key of no recording').waitFor();
    expect(complaints).toEqual([]);
  });
});
