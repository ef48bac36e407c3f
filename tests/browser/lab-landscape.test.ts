/** The benches of landscape and compression in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortenOnce, study } from '../../shared/lab/compression/compression.ts';
import { conduct } from '../../shared/lab/experiment.ts';
import { kickCells } from '../../shared/lab/landscape/kick.ts';
import { drawLandscape } from '../../shared/lab/landscape/landscape.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import { answered, openBench, PHONE, printOf, sideways, tableOf, turnDial } from '../support/lab.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

/** Others may be at work on this machine. */
const PATIENCE = { timeout: 20_000 };

const creature = (key: string) => ({
  genome: founderByKey(key)?.genome ?? new Uint8Array(),
  noiseSeed: 1,
  conditions: MILD,
});

describe.skipIf(skipWithoutChromium())('the lab', () => {
  let site: TestSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium({ webGl: false })]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** The link that the bench gives, opened on a phone with nothing remembered. */
  async function elsewhere(page: Page): Promise<Page> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    return openBench(browser, await page.evaluate(() => navigator.clipboard.readText()), PHONE);
  }

  test('landscape: as many cells come home as in Node, by dial and by table, and its link shows the same', async () => {
    const of = creature('garnetmoth');
    const kicked = (strength: number, step: number) => conduct(kickCells, currentKernel(), { of, strength, step });
    const page = await openBench(browser, `${site.url}/lab/landscape#c=garnetmoth`);
    const landscape = conduct(drawLandscape, currentKernel(), of);
    expect(await page.locator('.landscape-map .settled').count()).toBe(landscape.tissues.length);
    expect(await page.locator('.basins li').count()).toBe(landscape.basins.length);
    expect(await printOf(page)).toBe(kicked(50, 28).print);

    await turnDial(page, 'strength', 80);
    await turnDial(page, 'step', 34);
    const turned = kicked(80, 34);
    await expect.poll(() => printOf(page), PATIENCE).toBe(turned.print);
    expect(await page.locator('.kicks-said').innerText()).toContain(
      `${turned.kicked} cells were kicked: ${turned.home} of them`,
    );
    expect((await tableOf(page))[1]?.slice(0, 4)).toEqual(['80', '34', `${turned.kicked}`, `${turned.home}`]);

    // A cell of the table turns both dials, by keys too.
    await page.getByRole('button', { name: 'Kick of 100 % at step 40' }).focus();
    await page.keyboard.press('Enter');
    await answered(page, 'strength', 100);
    const last = kicked(100, 40);
    await expect.poll(() => printOf(page), PATIENCE).toBe(last.print);
    const told = await page.locator('.rates button[aria-pressed="true"]').innerText();
    expect(Number.parseInt(told, 10)).toBe(Math.round((100 * last.home) / last.kicked));

    const phone = await elsewhere(page);
    expect(await printOf(phone)).toBe(last.print);
    expect(await sideways(phone)).toBe(0);
    expect(await audit(phone, 'the landscape on a phone')).toEqual([]);
    await Promise.all([page, phone].map((each) => each.context().close()));
  });

  test('compression: a shortened genome grows what it grows in Node, and is judged as there', async () => {
    const of = creature('leopardcream');
    const { order, twins, map } = conduct(study, currentKernel(), of);
    const shortened = (genes: number, bits: number) =>
      conduct(shortenOnce, currentKernel(), { of, order, twins, genes, bits });
    const page = await openBench(browser, `${site.url}/lab/compression#c=leopardcream&genes=16&bits=4`);
    expect(await printOf(page)).toBe(shortened(16, 4).print);
    const deflated = map.deflated.toLocaleString('en');
    expect(await page.locator('.weights li').nth(3).innerText()).toContain(`deflated ${deflated}`);

    await turnDial(page, 'genes', 13);
    await turnDial(page, 'bits', 7);
    const turned = shortened(13, 7);
    await expect.poll(() => printOf(page), PATIENCE).toBe(turned.print);
    expect(await page.locator('.short-said').innerText()).toContain(`${turned.sorted} of 32 land in the right pile`);
    expect((await tableOf(page))[1]?.slice(0, 5)).toEqual(
      [13, 7, turned.bytes, turned.alike, turned.sorted].map(String),
    );

    await page.getByRole('button', { name: '8 genes, 3 bits' }).focus();
    await page.keyboard.press('Enter');
    await answered(page, 'genes', 8);
    await turnDial(page, 'by', 'each');
    const last = shortened(8, 3);
    await expect.poll(() => printOf(page), PATIENCE).toBe(last.print);
    expect(await page.locator('.short-grid button[aria-pressed="true"]').innerText()).toContain(`${last.alike}/16`);

    const phone = await elsewhere(page);
    expect(await printOf(phone)).toBe(last.print);
    expect(await sideways(phone)).toBe(0);
    expect(await audit(phone, 'compression on a phone')).toEqual([]);
    await Promise.all([page, phone].map((each) => each.context().close()));
  });
});
