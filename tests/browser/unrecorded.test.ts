/** A match whose database cannot be written, on a page: it goes on, and the page says what is kept of it. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureClient } from '../../server/http/client-build.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { type Probed, startProbed } from '../support/probed.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe.skipIf(skipWithoutChromium())('while nothing can be written down', () => {
  let server: Probed;
  let browser: Browser;

  beforeAll(async () => {
    const pages = await ensureClient(ROOT, () => undefined);
    server = await startProbed({ diskMegabytes: 8, environment: { PROBE_PAGES: pages } });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the page says so, the match goes on, and the page says no more once it can be again', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/play?habitats=2&rounds=1&generationsPerRound=1&population=6`);
    await page.getByRole('button', { name: 'No guess' }).click();
    await page.locator('main.match[data-phase="choose"]').waitFor();
    expect(await page.locator('.unrecorded').count()).toBe(0);
    await server.fillDisk();
    await page.getByRole('button', { name: 'Raise Frost' }).click();
    await page.locator('[data-card="frost"][data-level="1"]').waitFor();
    await page.getByText('The match goes on. It cannot be recorded just now').waitFor();
    await page.getByRole('button', { name: 'I’m ready' }).click();
    await page.locator('main.match[data-phase="grow"] .unrecorded').waitFor();
    await server.freeDisk();
    await page.locator('.unrecorded').waitFor({ state: 'detached' });
  });
});
