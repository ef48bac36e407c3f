/** The lobby as Lighthouse judges it: a slow phone on a slow line, as that tool models them. */
import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { freePort } from '../support/processes.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
/** In per cent; of performance, at least. */
const BARS = { performance: 90, accessibility: 100, 'best-practices': 100 };
/** What runs beside it on the machine can only make a page look slower, so the best of some runs is the truest. */
const RUNS = 5;

describe.skipIf(skipWithoutChromium())('what Lighthouse says', () => {
  let site: TestSite;
  let browser: Browser;
  let port: number;

  beforeAll(async () => {
    site = await startTestSite();
    port = await freePort();
    browser = await launchChromium({ webGl: false, debuggingPort: port });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Per cent by category, and the audits that lost some. */
  async function judge(path: string): Promise<{ scores: Record<string, number>; lost: string[] }> {
    const result = await lighthouse(`${site.url}${path}`, { port, logLevel: 'error', onlyCategories: CATEGORIES });
    if (result === undefined) throw new Error('Lighthouse said nothing.');
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(runtimeError.message);
    const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)] as const);
    const lost = Object.values(audits).filter(({ score }) => score !== null && score < 0.9);
    return {
      scores: Object.fromEntries(scores),
      lost: lost.map(({ id, displayValue = '' }) => `${id} ${displayValue}`),
    };
  }

  test('the lobby is quick (90 or more), accessible and well made (100 each)', async () => {
    let best = await judge('/');
    for (let run = 1; run < RUNS && (best.scores.performance ?? 0) < BARS.performance; run++) {
      const next = await judge('/');
      if ((next.scores.performance ?? 0) > (best.scores.performance ?? 0)) best = next;
    }
    process.stdout.write(`Lighthouse on the lobby: ${JSON.stringify(best.scores)}\n`);
    expect(best.scores.performance, best.lost.join('\n')).toBeGreaterThanOrEqual(BARS.performance);
    expect(best.scores, best.lost.join('\n')).toMatchObject({
      accessibility: BARS.accessibility,
      'best-practices': BARS['best-practices'],
    });
  });
});
