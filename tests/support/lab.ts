/** A bench of the lab in a real browser: opened by a link, its dials turned, its numbers read. */
import type { Browser, Page } from 'playwright-core';
import { SETTLES_MS } from '../../client/lab/frame/use-bench.ts';

export const WIDE = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

const READY = '.lab-bench[data-state="ready"]:not([data-print=""])';

/** A page of its own, with nothing remembered, at a bench's link: `/lab/twins#c=…`. Resolves when its bodies are there. */
export async function openBench(browser: Browser, url: string, size = WIDE): Promise<Page> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(READY).waitFor();
  return page;
}

/** Turns a dial, a slider or a row of choices, and waits until the bench has answered. */
export async function turnDial(page: Page, name: string, value: number | string): Promise<void> {
  const slider = page.locator(`.bench-dials input[type="range"][name="${name}"]`);
  if ((await slider.count()) > 0) await slider.fill(String(value));
  else await page.locator(`.bench-dials input[name="${name}"][value="${value}"]`).check({ force: true });
  await answered(page, name, value);
}

/** Until a dial stands where it was turned to, and all that follows from it is there. */
export async function answered(page: Page, name: string, value: number | string): Promise<void> {
  await page.waitForFunction(
    ([dial, wanted]) => new URLSearchParams(location.hash.slice(1)).get(dial ?? '') === wanted,
    [name, String(value)],
  );
  await page.locator(READY).waitFor();
}

/** The fingerprint of the bodies shown. */
export const printOf = async (page: Page): Promise<string> =>
  (await page.locator('.lab-bench').getAttribute('data-print')) ?? '';

/** What stands behind the # once the dials have come to rest: a bench writes its address only then. */
export async function addressOf(page: Page): Promise<URLSearchParams> {
  for (let before = ''; ; ) {
    const now = new URL(page.url()).hash.slice(1);
    if (now !== '' && now === before) return new URLSearchParams(now);
    before = now;
    await page.waitForTimeout(2 * SETTLES_MS);
  }
}

/** The cells of the bench's table, row after row, its header first. */
export const tableOf = (page: Page): Promise<string[][]> =>
  page
    .locator('.bench-foot table tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

/** How far the page can be scrolled sideways: 0 where it fits. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
