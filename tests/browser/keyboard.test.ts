/** A whole round without a mouse: from the first page to the next round, by keys alone. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

/** More stops than any screen has: whoever has not come by until then cannot be reached. */
const MOST_STOPS = 120;

describe.skipIf(skipWithoutChromium())('by keyboard alone', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Goes on by Tab until the focus is there, and sees to it that it shows. */
  async function tabTo(page: Page, target: Locator): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
        expect(outline).not.toBe('none');
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${target}.`);
  }

  async function press(page: Page, selector: string, key = 'Enter'): Promise<void> {
    await tabTo(page, page.locator(selector).first());
    await page.keyboard.press(key);
  }

  const inPhase = (page: Page, phase: string) => page.locator(`main.match[data-phase="${phase}"]`).waitFor();

  test('the first page leads into a match, to its help, and to another language', async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip-link').evaluate((link) => link === document.activeElement)).toBe(true);
    await tabTo(page, page.locator('.language select'));
    await page.keyboard.press('ArrowDown');
    await page.locator('html[lang="es"]').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
    await press(page, '.starts .button.primary');
    await page.locator('main.match').waitFor();
    await page.close();
  });

  test('a round is played: predicted, chosen, intervened in, looked into, revealed', async () => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    // A class's room has no clock: thinking takes its time, in this test too.
    await page.goto(`${site.url}/host?free`);
    await tabTo(page, page.locator('#host-playing'));
    await page.keyboard.press('Space');
    for (const [name, value] of Object.entries({ habitats: 2, rounds: 2, generationsPerRound: 1, population: 6 })) {
      await tabTo(page, page.locator(`#host-${name}`));
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(String(value));
    }
    await page.keyboard.press('Enter');
    await inPhase(page, 'lobby');
    await press(page, '.controls .button.primary');

    await inPhase(page, 'predict');
    await press(page, '.line-up li:nth-child(1) button');
    await press(page, '.line-up li:nth-child(3) button', 'Space');
    expect(await page.locator('.line-up [aria-pressed="true"]').count()).toBe(2);
    await press(page, '.predict-foot .button.primary');

    await inPhase(page, 'choose');
    await press(page, '[data-card="frost"] .stepper button:last-of-type');
    await page.locator('[data-card="frost"][data-level="1"]').waitFor();
    await press(page, '[data-card="frost"] summary');
    expect(await page.locator('[data-card="frost"] details').getAttribute('open')).not.toBeNull();
    await press(page, '.hand-head > .button');

    await inPhase(page, 'grow');
    await press(page, '[data-pace="pause"]');
    await press(page, '[data-intervention="shelter"]');
    await page.locator('.offer').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.interventions[data-left="1"]').waitFor();
    await press(page, '[role="tab"][aria-selected="true"]', 'ArrowRight');
    await press(page, '[data-pace="pause"]');
    await press(page, '[data-pace="next"]');

    await inPhase(page, 'season');
    await press(page, '[data-pace="next"]');
    await inPhase(page, 'reveal');
    await press(page, '.panel-foot .button');
    await inPhase(page, 'predict');
    expect(await page.locator('.predict').getAttribute('data-question')).not.toBe('twins');
    await page.close();
  });
});
