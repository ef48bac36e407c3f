/** A season as a visitor meets it: deaths are told and explained, to eyes and ears, and sound is theirs to turn up. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

describe.skipIf(skipWithoutChromium())('a season on the screen', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function play(viewport = WIDE): Promise<Page> {
    const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage();
    await page.goto(`${site.url}/play?habitats=2&population=30`);
    await page.locator('main.match[data-stage]:not([data-stage=""])').waitFor();
    return page;
  }

  const phaseOf = (page: Page) => page.locator('main.match').getAttribute('data-phase');

  /** Who plays alone paces the match: one phase after the other ends, until this one. */
  async function hurryTo(page: Page, phase: string): Promise<void> {
    for (;;) {
      const now = await phaseOf(page);
      if (now === phase) return;
      if (now !== 'lobby') await page.locator('[data-pace="next"]').click();
      await page.locator(`main.match:not([data-phase="${now}"])`).waitFor();
    }
  }

  test('tells a death, and a tap on it shows the creature and the number that decided', async () => {
    const page = await play();
    await hurryTo(page, 'choose');
    for (const level of [1, 2, 3]) {
      await page.getByRole('button', { name: 'Raise Keen-eyed hunters' }).click();
      await page.locator(`[data-card="hunters"][data-level="${level}"]`).waitFor();
    }
    await hurryTo(page, 'season');
    const seen = page.locator('.ticker li', { hasText: 'spotted by hunters' });
    await seen.first().waitFor();
    // Held, so that the creature is not gone before its card is read.
    await page.locator('[data-pace="pause"]').click();
    await seen.first().locator('.faces button').first().click();
    const fate = page.locator('.creature-card .fate.dead');
    await fate.filter({ hasText: /Seen: contrast [\d,]+ against the ground/ }).waitFor();
    expect(await fate.textContent()).toMatch(/Usual here: [\d,]+/);
    const told = await page.locator('[aria-live]').allTextContents();
    expect(told.some((text) => /alive\.|the season begins/.test(text))).toBe(true);
    await page.context().close();
  });

  test('is silent until it is turned up, by keys alone, and remembers how loud', async () => {
    const page = await play(PHONE);
    await page.getByRole('button', { name: 'Sound: off' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('slider', { name: 'Volume' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Sound: 2 of 10' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.volume-panel').isVisible()).toBe(false);
    await page.reload();
    await page.getByRole('button', { name: 'Sound: 2 of 10' }).waitFor();
    await page.context().close();
  });
});
