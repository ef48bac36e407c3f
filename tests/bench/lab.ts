/**
 * `npm run bench -- lab`: how quickly the lab answers in a real browser. Each dial is turned up and down; what is told is the time
 * from the turn to the page that has settled and been drawn, and the longest that the page was held up meanwhile. Beside each stands the
 * time that the page's own clock needs for an empty turn, so that a busy machine can be told.
 */
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { openBench } from '../support/lab.ts';
import { startTestSite } from '../support/site.ts';
import { type Bench, median, percentile, row } from './harness.ts';

const TURNS = 24;
const ONE_MS = 100;
const MANY_MS = 1000;

interface Turned {
  readonly what: string;
  readonly path: string;
  readonly dial: string;
  readonly values: readonly number[];
  readonly most: number;
}

/** The least and the most of each are turns between far ends, as a hand that is looking for something makes them. */
const DIALS: readonly Turned[] = [
  { what: 'microscope, gene', path: 'microscope', dial: 'gene', values: [2, 9, 14], most: ONE_MS },
  { what: 'microscope, step of growth', path: 'microscope', dial: 'step', values: [44, 30, 18], most: ONE_MS },
  { what: 'twins, 2 clones', path: 'twins#count=2', dial: 'noise', values: [80, 120, 160], most: ONE_MS },
  { what: 'between, a place on the line', path: 'between', dial: 'position', values: [20, 50, 80], most: ONE_MS },
  { what: 'twins, 64 clones', path: 'twins#count=64', dial: 'noise', values: [80, 120, 160], most: MANY_MS },
  { what: 'knock-outs, gene (16 pairs)', path: 'knock-outs', dial: 'gene', values: [2, 8, 12], most: MANY_MS },
  { what: 'compression, bits (21 bodies)', path: 'compression', dial: 'bits', values: [4, 6, 3], most: MANY_MS },
  { what: 'landscape, kick (32 embryos)', path: 'landscape', dial: 'strength', values: [50, 25, 75], most: MANY_MS },
];

/** Milliseconds from each turn to its answer on the screen, and the longest task of the page's thread. */
async function turns(page: Page, { dial, values }: Turned): Promise<{ answers: number[]; held: number }> {
  return page.evaluate(
    async ({ name, among, count }) => {
      const slider = document.querySelector<HTMLInputElement>(`.bench-dials input[type="range"][name="${name}"]`);
      const bench = document.querySelector<HTMLElement>('.lab-bench');
      if (!slider || !bench) throw new Error(`This bench has no dial ${name}.`);
      let held = 0;
      const watch = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) held = Math.max(held, duration);
      });
      watch.observe({ type: 'longtask' });
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const answers: number[] = [];
      for (let turn = 0; turn < count; turn++) {
        const before = performance.now();
        slider.value = String(among[turn % among.length]);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await frame();
        while (bench.dataset.state !== 'ready' || bench.querySelector('[data-drawn="no"]')) await frame();
        answers.push(performance.now() - before);
      }
      watch.disconnect();
      return { answers, held };
    },
    { name: dial, among: values, count: TURNS },
  );
}

export const bench: Bench = async () => {
  const site = await startTestSite();
  // The lab draws without WebGL: an emulated graphics card would be what is measured.
  const browser = await launchChromium({ webGl: false });
  try {
    const rows = [];
    for (const each of DIALS) {
      const page = await openBench(browser, `${site.url}/lab/${each.path}`);
      const { answers, held } = await turns(page, each);
      rows.push(
        row({
          name: each.what,
          value: percentile(answers, 0.95),
          unit: 'ms, 19 of 20 turns',
          bar: { of: 'value', most: each.most },
          parts: { median: median(answers), 'page held up': held },
        }),
      );
      await page.context().close();
    }
    return rows;
  } finally {
    await browser.close();
    await site.close();
  }
};
