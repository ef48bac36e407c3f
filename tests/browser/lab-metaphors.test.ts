/** The bench of metaphors in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conduct } from '../../shared/lab/experiment.ts';
import { compareMetaphors, prepareMetaphors } from '../../shared/lab/metaphors/compare.ts';
import { METAPHORS } from '../../shared/lab/metaphors/encoding.ts';
import { MEASURES } from '../../shared/lab/metaphors/scores.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import { openBench, PHONE, printOf, sideways, tableOf, turnDial } from '../support/lab.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

describe.skipIf(skipWithoutChromium())('the bench of metaphors', () => {
  let site: TestSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium({ webGl: false })]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const kernel = currentKernel();
  const creature = {
    genome: founderByKey('saucer')?.genome ?? new Uint8Array(),
    noiseSeed: 1,
    conditions: MILD,
  };

  test('tries four codes as Node does, answers its dials, and its link brings it back elsewhere', async () => {
    const prepared = conduct(prepareMetaphors, kernel, creature);
    const inNode = (jitter: number, oven: number) =>
      conduct(compareMetaphors, kernel, { ...creature, prepared, jitter, oven });
    const numbers = ({ table }: ReturnType<typeof inNode>): number[][] =>
      MEASURES.map(({ key }) => METAPHORS.map((metaphor) => table[metaphor][key] ?? Number.NaN));
    const shown = (cells: readonly string[][]): number[][] =>
      cells.slice(1).map((row) => row.slice(1, 5).map((cell) => Number(cell.replaceAll(',', ''))));

    const page = await openBench(browser, `${site.url}/lab/metaphors#c=saucer`);
    expect(await printOf(page)).toBe(inNode(2, 60).print);
    expect(shown(await tableOf(page))).toEqual(numbers(inNode(2, 60)));
    await page.getByText('in how many of 27 species').waitFor();

    await page.locator('.bench-dials input[name="jitter"]').focus();
    await page.keyboard.press('ArrowRight');
    await turnDial(page, 'jitter', 5);
    expect(await printOf(page)).toBe(inNode(5, 60).print);
    await turnDial(page, 'oven', 20);
    const last = inNode(5, 20);
    expect(await printOf(page)).toBe(last.print);
    expect(shown(await tableOf(page))).toEqual(numbers(last));

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.context().close();
    const elsewhere = await openBench(browser, link, PHONE);
    expect(await printOf(elsewhere)).toBe(last.print);
    expect(await sideways(elsewhere)).toBe(0);
    expect(await audit(elsewhere, 'metaphors on a phone')).toEqual([]);

    await elsewhere.getByRole('link', { name: /All numbers/ }).click();
    await elsewhere.getByRole('heading', { name: 'Four metaphors on trial' }).waitFor();
    expect(await elsewhere.locator('main').innerText()).toMatch(/Generative model wins: /);
    expect(await sideways(elsewhere)).toBe(0);
    expect(await audit(elsewhere, 'the page of metaphors')).toEqual([]);
    await elsewhere.context().close();
  });
});
