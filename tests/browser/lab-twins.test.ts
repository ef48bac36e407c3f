/** The lab's overview and its bench of twins in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BENCHES } from '../../client/lab/benches.ts';
import { conduct } from '../../shared/lab/experiment.ts';
import { growClones } from '../../shared/lab/twins.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import { openBench, PHONE, printOf, sideways, tableOf, turnDial } from '../support/lab.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

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

  const inNode = (count: number, noise: number, founder = 'garnetmoth') =>
    conduct(growClones, currentKernel(), {
      genome: founderByKey(founder)?.genome ?? new Uint8Array(),
      noiseSeed: 1,
      conditions: { temperature: 0, nutrition: 0, noise },
      count,
    });

  test('shows all its benches, each with a question, and takes the creature along', async () => {
    const page = await (await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })).newPage();
    await page.goto(`${site.url}/lab#c=garnetmoth`);
    await page.locator('.bench-tile canvas.grown').first().waitFor();
    expect(await page.locator('.bench-tile').count()).toBe(BENCHES.length);
    expect(await sideways(page)).toBe(0);
    expect(await audit(page, 'the lab')).toEqual([]);
    await page.locator('.bench-tile').first().click();
    await page.locator('.lab-bench[data-state="ready"]').waitFor();
    expect(new URL(page.url()).hash).toContain('c=garnetmoth');
    await page.context().close();
  });

  test('twins: turned dials grow the bodies that Node grows, and the link brings them back elsewhere', async () => {
    const page = await openBench(browser, `${site.url}/lab/twins#c=garnetmoth&count=8`);
    expect(await printOf(page)).toBe(inNode(8, 100).print);
    await turnDial(page, 'noise', 200);
    const expected = inNode(8, 200);
    expect(await printOf(page)).toBe(expected.print);
    const said = await page.locator('.clones button').nth(3).innerText();
    expect(said).toContain(String(Math.round(100 * (expected.apart[3] ?? 0))));
    await turnDial(page, 'count', 64);
    expect(await printOf(page)).toBe(inNode(64, 200).print);
    expect((await tableOf(page)).length).toBeGreaterThan(20);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const elsewhere = await openBench(browser, link, PHONE);
    expect(await printOf(elsewhere)).toBe(inNode(64, 200).print);
    expect(await sideways(elsewhere)).toBe(0);
    expect(await audit(elsewhere, 'twins on a phone')).toEqual([]);
    await elsewhere.context().close();
    await page.context().close();
  });

  test('twins: another creature is chosen by keys alone, or by its link', async () => {
    const page = await openBench(browser, `${site.url}/lab/twins`);
    await page.getByRole('button', { name: 'Another creature' }).focus();
    await page.keyboard.press('Enter');
    expect(await audit(page, 'choosing a creature')).toEqual([]);
    await page.locator('.creature-sources input[value="peony"]').focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.hash.includes('c=peony'));
    await page.locator('.lab-bench[data-state="ready"]').waitFor();
    expect(await printOf(page)).toBe(inNode(12, 100, 'peony').print);
    await page.getByRole('button', { name: 'Another creature' }).click();
    await page.getByLabel('Paste a creature’s link').fill('nobody');
    await page.getByText('This is no creature’s link.').waitFor();
    await page.getByLabel('Paste a creature’s link').fill(`${site.url}/lab/twins#c=saucer&count=3`);
    await page.waitForFunction(() => location.hash.includes('c=saucer'));
    await page.locator('dialog.modal').waitFor({ state: 'detached' });
    await page.context().close();
  });
});
