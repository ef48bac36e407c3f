/** The page that tells whether a lesson will do here, and the one that says what is kept; and that no page asks anybody else. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from '../../client/ui/check/verdict.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

describe.skipIf(skipWithoutChromium())('the check page', () => {
  let site: TestSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    context = await browser.newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = async (): Promise<void> => {
    await page.goto(`${site.url}/check`);
    await page.locator('.check-page:not([data-state="running"])').waitFor();
  };

  test('tries all five, says what it found of each, and one verdict that can be passed on as text', async () => {
    await open();
    for (const name of CHECKS) {
      const grade = await page.locator(`[data-check="${name}"]`).getAttribute('data-grade');
      expect(['good', 'slow'], name).toContain(grade);
    }
    const text = await page.locator('#check-text').inputValue();
    expect(text.split('\n').length).toBeGreaterThanOrEqual(CHECKS.length + 3);
    expect(text).toContain(site.url);
    expect(text).toMatch(/An echo took \d+ ms/);
    expect(await audit(page, 'the check page')).toEqual([]);
  });

  test('finds a network that lets no live connection through, and says whom to ask for what', async () => {
    await page.routeWebSocket(/.*/, (socket) => socket.close());
    await open();
    expect(await page.locator('.check-page').getAttribute('data-state')).toBe('bad');
    expect(await page.locator('[data-check="live"]').innerText()).toContain('WebSocket');
    expect(await page.locator('#check-text').inputValue()).toContain('technician');
    await page.unrouteAll();
  });

  test('finds a browser without SIMD, WebGL or a way to download, each in its own words', async () => {
    const bare = await context.newPage();
    await bare.addInitScript(
      'WebAssembly.validate = () => false; HTMLCanvasElement.prototype.getContext = () => null;',
    );
    await bare.route('**/api/check/download', (route) => route.abort());
    await bare.goto(`${site.url}/check`);
    await bare.locator('.check-page[data-state="bad"]').waitFor();
    const grades = await bare
      .locator('[data-check]')
      .evaluateAll((lines) => lines.map((line) => [line.getAttribute('data-check'), line.getAttribute('data-grade')]));
    expect(Object.fromEntries(grades)).toMatchObject({ live: 'good', webgl: 'bad', simd: 'slow', download: 'bad' });
    await bare.close();
  });

  test('tells with the page about privacy for how many days this server keeps names', async () => {
    await page.goto(`${site.url}/privacy`);
    await page.locator('[data-line="howLong days"]', { hasText: '30 days' }).waitFor();
    await page.locator('[data-line="howLong matches"]', { hasText: '365 days' }).waitFor();
    expect(await audit(page, 'the privacy page')).toEqual([]);
  });

  test('and no page asks anybody but its own server, for anything', async () => {
    const watched = await browser.newContext({ reducedMotion: 'reduce' });
    const asked: string[] = [];
    watched.on('request', (request) => asked.push(request.url()));
    const visitor = await watched.newPage();
    visitor.on('websocket', (socket) => asked.push(socket.url()));
    for (const [path, ready] of [
      ['/', 'h1'],
      ['/lessons', '.lesson-card'],
      ['/lessons/twins-come-apart', '.lesson-step'],
      ['/host', 'h1'],
      ['/replays', 'h1'],
      ['/check', '.check-page:not([data-state="running"])'],
      ['/privacy', '[data-line]'],
      ['/play', '.match[data-link="open"]'],
    ] as const) {
      await visitor.goto(`${site.url}${path}`);
      await visitor.locator(ready).first().waitFor();
    }
    const foreign = asked
      .filter((url) => !['data:', 'blob:'].includes(new URL(url).protocol))
      .filter((url) => new URL(url).host !== new URL(site.url).host);
    expect(asked.some((url) => url.startsWith('ws:'))).toBe(true);
    expect(foreign).toEqual([]);
    expect(await watched.cookies()).toEqual([]);
    await watched.close();
  });
});
