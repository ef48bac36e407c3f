/** A whole round by keyboard alone, as somebody plays it who has no mouse: guess, cards, help, an intervention, the reveal. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TWINS_SLOPE } from '../../shared/sim/questions/judge.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** WCAG 2.2, 2.5.8: targets are at least so large, in CSS pixels. */
const LEAST_TARGET = 24;
/** So many steps of Tab lead round any screen. */
const ROUND_TRIP = 120;

describe.skipIf(skipWithoutChromium())('a round by keyboard', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const inPhase = (page: Page, phase: string) => page.locator(`main.match[data-phase="${phase}"]`).waitFor();

  /** Goes there by Tab, as a person does who sees where the focus is. */
  async function reach(page: Page, target: Locator): Promise<void> {
    await target.waitFor();
    for (let step = 0; step < ROUND_TRIP; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${String(target)}.`);
  }
  async function press(page: Page, target: Locator): Promise<void> {
    await reach(page, target);
    await page.keyboard.press('Enter');
  }
  const pace = (page: Page, name: string): Promise<void> =>
    press(page, page.locator('.controls').getByRole('button', { name, exact: true }));

  /** Buttons, links and fields in sight that are smaller than a finger needs. */
  const smallTargets = (page: Page): Promise<string[]> =>
    page.locator('main.match :is(button, a, input, select, summary)').evaluateAll((elements, least) => {
      return elements.flatMap((element) => {
        // A tap on its label is a tap on it.
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        const seen = width > 1 && height > 1;
        // What is moved by fractions measures 23.99998.
        return seen && Math.min(width, height) < least - 0.01
          ? [`${element.outerHTML.slice(0, 80)} ${width}×${height}`]
          : [];
      });
    }, LEAST_TARGET);
  const overflow = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  test.each([
    ['wide', WIDE],
    ['narrow', PHONE],
  ])('is played from the question to the ranks on a %s screen', async (_name, viewport) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${site.url}/play?habitats=3&population=6&rounds=2&generationsPerRound=2`);
    const fits = async (): Promise<void> => {
      expect(await smallTargets(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    };

    // Held while the test thinks, so that it races no clock.
    await inPhase(page, 'predict');
    await pace(page, 'Pause');
    expect(await page.locator('[data-hint]').getAttribute('data-hint')).toBe('guess');
    await press(page, page.getByRole('button', { name: 'Creature 1', exact: true }));
    await press(page, page.getByRole('button', { name: 'Creature 2', exact: true }));
    expect(await page.locator('.line-up [aria-pressed="true"]').count()).toBe(2);
    expect(await page.locator('[data-hint]').getAttribute('data-hint')).toBe('send');
    await fits();
    await press(page, page.getByRole('button', { name: 'That’s my guess' }));
    await page.locator('.predict[data-answered="true"]').waitFor();
    await pace(page, 'Next');

    await inPhase(page, 'choose');
    await pace(page, 'Pause');
    await press(page, page.getByRole('button', { name: 'Raise Frost' }));
    await page.locator('[data-card="frost"][data-level="1"]').waitFor();
    await fits();
    const help = page.locator('.help-button');
    await press(page, help);
    await page.locator('dialog[open]').waitFor();
    await press(page, page.locator('dialog').getByRole('button', { name: 'The rules' }));
    await page.locator('dialog .rules-card').first().waitFor();
    expect(await page.locator('dialog .rules-card').count()).toBeGreaterThanOrEqual(14);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await help.evaluate((element) => element === document.activeElement)).toBe(true);
    await press(page, page.getByRole('button', { name: 'I’m ready' }));

    await page.getByRole('button', { name: 'Not ready yet' }).waitFor();
    await pace(page, 'Next');
    await inPhase(page, 'grow');
    await pace(page, 'Pause');
    // On a narrow screen the helps are folded into one button.
    if (viewport === PHONE) await press(page, page.getByRole('button', { name: /^Step in/ }));
    await press(page, page.locator('[data-intervention="shelter"]'));
    await page.locator('.offer').waitFor();
    await fits();
    await press(page, page.locator('.offer').getByRole('button', { name: /^Do it/ }));
    await page.locator('.interventions[data-left="1"]').waitFor();
    await pace(page, 'Next');

    await inPhase(page, 'season');
    await pace(page, 'Next');
    await inPhase(page, 'reveal');
    await pace(page, 'Pause');
    await page.locator('.verdict .line-up').waitFor();
    const wrong = await page.locator('.line-up .missed, .line-up .wrong').count();
    const points = Math.max(0, 100 - TWINS_SLOPE * wrong);
    expect(await page.locator('.verdict[data-points]').first().getAttribute('data-points')).toBe(String(points));
    expect(await page.locator('.reveal .stewards li').count()).toBe(3);
    await page.locator('.reveal .changes li').first().waitFor();
    await fits();
    await press(page, page.locator('.reveal').getByRole('button', { name: 'Go on' }));
    await page.locator('.reveal').getByRole('button', { name: 'Not ready yet' }).waitFor();
    await pace(page, 'Next');
    await page.locator('.predict[data-question="divergence"]').waitFor();

    expect(complaints).toEqual([]);
    await context.close();
  });
});
