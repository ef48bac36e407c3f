/**
 * `npm run bench -- opening`: how long a visitor waits on a slow machine (CPU slowed four times) and a line of 10 Mbit/s, with
 * nothing in the cache: from navigation to the first page, and on from there to the first move that can be made in a match.
 * Medians over several visits. The visitor presses "Play now" as soon as it is there. Those before have gone, so that each gets a
 * room of their own.
 */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { startTestSite } from '../support/site.ts';
import { type Bench, median, row } from './harness.ts';

const VISITS = 5;
const CPU_SLOWED = 4;
const BYTES_PER_SECOND = 10_000_000 / 8;
/** There and back, on a line that a school has. */
const LATENCY_MS = 20;
const MOST_MS = 3000;

/** Whatever a player can do first in the match: answer its question. */
const MOVE = 'main.match[data-phase="predict"] .panel button:not(:disabled):not([aria-disabled="true"])';
const SEATED = 'main.match[data-stage]:not([data-stage=""])';

interface Visit {
  readonly lobbyMs: number;
  readonly roomMs: number;
  readonly moveMs: number;
  readonly mapMs: number;
  readonly bytes: number;
}

/** Milliseconds since the page's navigation began. */
const now = (page: Page): Promise<number> => page.evaluate(() => performance.now());

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    let bytes = 0;
    // A fresh tab's blank page goes first, with all that a browser without a graphics card needs a second for: only once, and not
    // the page's doing. This address has nothing that a visit could find in the cache.
    await page.goto(new URL('/health', url).href);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LATENCY_MS,
      downloadThroughput: BYTES_PER_SECOND,
      uploadThroughput: BYTES_PER_SECOND,
    });
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await line.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWED });
    await page.goto(url, { waitUntil: 'commit' });
    const play = page.locator('.starts .button.primary');
    await play.waitFor();
    const lobbyMs = await now(page);
    await play.click();
    await page.locator(SEATED).waitFor();
    const roomMs = await now(page);
    await page.locator(MOVE).first().waitFor();
    const moveMs = await now(page);
    await page.locator('.stage[data-state="open"]').waitFor();
    return { lobbyMs, roomMs, moveMs, mapMs: await now(page), bytes };
  } finally {
    await context.close();
  }
}

export const bench: Bench = async () => {
  const site = await startTestSite();
  const browser = await launchChromium();
  try {
    const visits: Visit[] = [];
    // The first one warms the server up and does not count.
    for (let turn = 0; turn <= VISITS; turn++) visits.push(await visit(browser, `${site.url}/`));
    const of = (name: keyof Visit): number => median(visits.slice(1).map((each) => each[name]));
    return [
      row({ name: 'first page on the screen', value: of('lobbyMs'), unit: 'ms' }),
      row({ name: 'seat in a public room', value: of('roomMs'), unit: 'ms' }),
      row({ name: 'first move can be made', value: of('moveMs'), unit: 'ms', bar: { of: 'value', most: MOST_MS } }),
      row({ name: 'map drawn', value: of('mapMs'), unit: 'ms' }),
      row({ name: 'bytes loaded by then', value: of('bytes') / 1000, unit: 'kB' }),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
};
