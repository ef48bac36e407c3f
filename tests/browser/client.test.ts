/** The page in a real browser: the ways in, the ways on, and what it says when something is missing. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const inMatch = 'main.match[data-stage]:not([data-stage=""])';

describe.skipIf(skipWithoutChromium())('the page', () => {
  let site: TestSite;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function visit(path: string, viewport = WIDE, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    contexts.push(context);
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(`${site.url}${path}`);
    return page;
  }

  test('opens with twins grown in it, offers every way in, and loads no map for it', async () => {
    const scripts: string[] = [];
    const page = await visit('/', WIDE, async (fresh) => {
      fresh.on('request', (request) => scripts.push(request.url()));
    });
    await page.locator('.specimen[data-state="grown"]').waitFor();
    const twins = await page.locator('.specimen .pair canvas').evaluateAll((canvases) =>
      canvases.map((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return [];
        return [...(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])];
      }),
    );
    expect(twins).toHaveLength(2);
    for (const pixels of twins) expect(pixels.some((value) => value > 0)).toBe(true);
    expect(twins[0]).not.toEqual(twins[1]);
    for (const name of ['Play now', 'Join']) await page.getByRole('button', { name }).waitFor();
    for (const name of ['Host a class', 'Public rooms', 'Replays']) {
      expect(await page.getByRole('link', { name }).count()).toBeGreaterThan(0);
    }
    expect(scripts.filter((url) => url.includes('/assets/stage-'))).toEqual([]);
  });

  test('says what a code is when it was given none', async () => {
    const page = await visit('/');
    await page.getByLabel('Got a code?').fill('HELLO');
    await page.getByRole('button', { name: 'Join' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('six letters or digits');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test.each([
    ['a code of no room', '/room/ACDEFG'],
    ['a room that is gone', '/room/nosuchroom'],
    ['a replay that does not exist', '/replay/nothing-here'],
    ['an address that does not exist', '/nowhere'],
  ])('tells of %s in words, with a way on', async (_what, path) => {
    const page = await visit(path, PHONE);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect((await alert.locator('p').first().textContent())?.length).toBeGreaterThan(30);
    expect(await alert.locator('a, button').count()).toBeGreaterThan(0);
  });

  test('tells of a recording that is damaged', async () => {
    const page = await visit('/replay/broken', WIDE, (fresh) =>
      fresh.route('**/api/replays/broken', (route) =>
        route.fulfill({ body: Buffer.from('TWINFOLD and then nothing that makes sense') }),
      ),
    );
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('recording');
  });

  test('begins a match within two clicks and finds the same seat after a reload', async () => {
    const page = await visit('/');
    await page.getByRole('button', { name: 'Play now' }).click();
    await page.locator(inMatch).waitFor();
    const seat = await page.locator('main.match').getAttribute('data-seat');
    expect(Number(seat)).toBeGreaterThanOrEqual(0);
    const address = page.url();
    expect(address).toContain('/room/');
    await page.reload();
    await page.locator(inMatch).waitFor();
    expect(page.url()).toBe(address);
    expect(await page.locator('main.match').getAttribute('data-seat')).toBe(seat);
  });

  test.each([
    ['wide', WIDE],
    ['narrow', PHONE],
  ])('draws the world and its habitats on a %s screen, reachable by keys', async (_name, viewport) => {
    const page = await visit('/play?habitats=3&population=6', viewport);
    await page.locator('.stage[data-state="open"] canvas').waitFor();
    expect(await page.locator('.pin').count()).toBe(3);
    await page.getByRole('button', { name: 'Whole world' }).focus();
    await page.keyboard.press('Enter');
    const whole = page.getByRole('button', { name: 'Whole world' });
    if (viewport === WIDE) expect(await whole.getAttribute('aria-pressed')).toBe('true');
    else {
      // There is room for one button: where one is already needs none, and the way back has the focus.
      await page.waitForFunction(() => document.activeElement?.textContent === 'My habitat');
      expect(await whole.count()).toBe(0);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('without WebGL says what to do, and the match can be played all the same', async () => {
    const page = await visit('/play?habitats=3&population=6', WIDE, (fresh) =>
      fresh.addInitScript(() => {
        const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
          return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...rest]);
        } as typeof real;
      }),
    );
    await page.locator('.stage[data-state="undrawable"]').waitFor();
    await page.locator('.gathering canvas.grown').first().waitFor();
    expect(await page.locator('.stage-notice').textContent()).toContain('WebGL');
    await page.getByRole('button', { name: 'No guess' }).click();
    await page.locator('main.match[data-phase="choose"]').waitFor();
    await page.getByRole('button', { name: 'Raise Frost' }).click();
    await page.locator('[data-card="frost"][data-level="1"]').waitFor();
  });

  test('refuses a card beyond the budget where the person is looking', async () => {
    const page = await visit('/play?habitats=3&population=6');
    await page.getByRole('button', { name: 'No guess' }).click();
    await page.locator('main.match[data-phase="choose"]').waitFor();
    const raise = page.getByRole('button', { name: 'Raise Crushing jaws' });
    await raise.click();
    await page.locator('[data-card="jaws"][data-level="1"]').waitFor();
    await raise.click();
    await page.locator('[data-card="jaws"][data-level="2"]').waitFor();
    // Two points a level: of five, one is left.
    expect(await raise.isDisabled()).toBe(true);
    expect(await page.getByText('1 of 5 points left').count()).toBe(1);
  });
});

describe.skipIf(skipWithoutChromium())('when the server goes away', () => {
  test('a page in a match says so, keeps what it shows, and says that it is coming back', async () => {
    const site = await startTestSite();
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`${site.url}/play?habitats=3&population=6`);
      await page.locator(inMatch).waitFor();
      await site.close();
      await page.locator('main.match[data-link="reconnecting"], main.match[data-link="lost"]').waitFor();
      expect((await page.locator('.banner').textContent())?.length).toBeGreaterThan(20);
      expect(await page.locator('.pin').count()).toBe(3);
    } finally {
      await browser.close();
    }
  });
});
