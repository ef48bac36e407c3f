/** Lessons as a teacher meets them: found, read, started, printed on at most four sheets, usable by all. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LESSON_IDS } from '../../shared/lessons/library.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const MOST_SHEETS = 4;

describe.skipIf(skipWithoutChromium())('lessons', () => {
  let site: TestSite;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium({ webGl: false })]);
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('are all on one page, each with a way to start it, read it and print it', async () => {
    await page.goto(`${site.url}/lessons`);
    await page.locator('.lesson-card').first().waitFor();
    for (const id of LESSON_IDS) {
      for (const to of [`/host?lesson=${id}`, `/lessons/${id}`, `/lessons/${id}/print`]) {
        expect(await page.locator(`a[href="${to}"]`).count(), to).toBe(1);
      }
    }
  });

  test.each(LESSON_IDS)('%s prints on at most four sheets of A4, with every body grown', async (id) => {
    await page.goto(`${site.url}/lessons/${id}/print`);
    await page.locator('.sheets[data-state="ready"]').waitFor();
    expect(await page.locator('.sheets canvas').count()).toBeGreaterThan(8);
    expect(await page.locator('.sheets canvas:not(.grown)').count()).toBe(0);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const sheets = pagesOf(pdf);
    expect(sheets.length).toBeGreaterThanOrEqual(2);
    expect(sheets.length).toBeLessThanOrEqual(MOST_SHEETS);
    for (const [width, height] of sheets) {
      expect(width).toBeCloseTo(595, -1);
      expect(height).toBeCloseTo(842, -1);
    }
  });

  test('never print an answer on the pupils’ sheet', async () => {
    await page.goto(`${site.url}/lessons/${LESSON_IDS[0] ?? ''}/print`);
    await page.locator('.pupils-sheet .lesson-choice').first().waitFor();
    expect(await page.locator('.pupils-sheet .right, .pupils-sheet .lesson-why').count()).toBe(0);
  });

  test('that do not exist say so, and lead to those that do', async () => {
    for (const path of ['/lessons/no-such-lesson', '/lessons/no-such-lesson/print']) {
      await page.goto(`${site.url}${path}`);
      await page.locator('[role="alert"] a[href="/lessons"]').waitFor();
    }
  });

  test('and their guide can be used by all, light and dark, wide and narrow', async () => {
    const found: string[] = [];
    for (const [path, ready] of [
      ['/lessons', '.lesson-card'],
      ['/lessons/guide', '.guide-points'],
      [`/lessons/${LESSON_IDS[0] ?? ''}`, '.lesson-step'],
      [`/lessons/${LESSON_IDS[0] ?? ''}/print`, '.sheets[data-state="ready"]'],
    ] as const) {
      await page.goto(`${site.url}${path}`);
      await page.locator(ready).first().waitFor();
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await audit(page, `${path}, ${colorScheme}`)));
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (wider > 0) found.push(`${path} is ${wider} px wider than a narrow screen`);
      await page.setViewportSize({ width: 1366, height: 768 });
    }
    expect(found).toEqual([]);
  });
});

/** Width and height of each page, in points. Chromium writes its page objects uncompressed. */
function pagesOf(pdf: Uint8Array): (readonly [number, number])[] {
  const text = new TextDecoder('latin1').decode(pdf);
  return [...text.matchAll(/\/Type \/Page\b[\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => [Number(width), Number(height)] as const,
  );
}
