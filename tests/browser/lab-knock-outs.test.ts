/** The benches of knock-outs and of the twin study in a real browser, held against the same reckoned in Node. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conduct } from '../../shared/lab/experiment.ts';
import { measureMatrix, moversOf } from '../../shared/lab/knock-out-matrix.ts';
import { measurePairs, pairAt } from '../../shared/lab/knock-out-pairs.ts';
import { type BesideAsk, growBeside } from '../../shared/lab/knock-outs.ts';
import { type FamiliesAsk, growFamilies, growPair, measureTruth, studyOf } from '../../shared/lab/twin-study.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import { answered, openBench, PHONE, printOf, sideways, tableOf, turnDial } from '../support/lab.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const kernel = currentKernel();
const creature = (key: string) => ({
  genome: founderByKey(key)?.genome ?? new Uint8Array(),
  noiseSeed: 1,
  conditions: MILD,
});
const EYES = TRAITS.indexOf('eyes');
const LEAF = TRAITS.indexOf('leaf');

const beside = (changes: Partial<BesideAsk>): string =>
  conduct(growBeside, kernel, {
    creature: creature('saucer'),
    genes: [1],
    place: null,
    time: null,
    twins: 16,
    ...changes,
  }).print;

/** As the page writes it: two decimals. */
const written = (value: number | undefined): string => (value ?? Number.NaN).toFixed(2);

async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}

describe.skipIf(skipWithoutChromium())('the benches of knock-outs and of the twin study', () => {
  let site: TestSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium({ webGl: false })]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('knock-outs: every dial grows the bodies that Node grows, and the matrix is the one that Node measures', async () => {
    const page = await openBench(browser, `${site.url}/lab/knock-outs`);
    const { shifts } = conduct(measureMatrix, kernel, {
      creature: creature('saucer'),
      species: FOUNDERS.map(({ genome }) => genome),
    });
    expect(await printOf(page)).toBe(beside({}));
    const table = await tableOf(page);
    expect(table[EYES + 1]?.slice(4)).toEqual(
      Array.from({ length: 16 }, (_, gene) => written(shifts[gene * TRAITS.length + EYES])),
    );
    const movers = moversOf(shifts, EYES).length;
    await page.getByText(`${movers} of 16 genes change it when switched off`).waitFor();
    await turnDial(page, 'gene', 15);
    expect(await printOf(page)).toBe(beside({ genes: [14] }));
    await turnDial(page, 'place', 'head');
    await turnDial(page, 'time', 'midway');
    expect(await printOf(page)).toBe(beside({ genes: [14], place: 0, time: 1 }));
    const elsewhere = await openBench(browser, await copiedLink(page), PHONE);
    expect(await printOf(elsewhere)).toBe(await printOf(page));
    expect(await sideways(elsewhere)).toBe(0);
    expect(await audit(elsewhere, 'knock-outs on a phone')).toEqual([]);
    await elsewhere.context().close();
    await page.context().close();
  });

  test('knock-outs: the matrix is walked by arrow keys, and what it stands on is switched off', async () => {
    const page = await openBench(browser, `${site.url}/lab/knock-outs`);
    const grid = page.getByRole('grid');
    await grid.focus();
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await answered(page, 'gene', 3);
    await answered(page, 'trait', 'fat');
    expect(await page.locator('[aria-selected="true"]').getAttribute('aria-label')).toMatch(/^Gene 3, Fat: /);
    expect(await grid.getAttribute('aria-activedescendant')).toBe(
      await page.locator('[aria-selected="true"]').getAttribute('id'),
    );
    expect(await printOf(page)).toBe(beside({ genes: [2] }));
    await page.context().close();
  });

  test('knock-outs: two genes are reckoned together as in Node', async () => {
    const page = await openBench(browser, `${site.url}/lab/knock-outs#view=two&gene=2&other=12&trait=eyes`);
    expect(await printOf(page)).toBe(beside({ genes: [1, 11] }));
    const pairs = conduct(measurePairs, kernel, { creature: creature('saucer') });
    const row = (await tableOf(page)).find(([name]) => name === 'Genes 2 and 12');
    const at = pairAt(1, 11, EYES);
    expect(row?.slice(4)).toEqual([pairs.means[at], pairs.beyond[at], pairs.errors[at]].map(written));
    await turnDial(page, 'other', 6);
    expect(await printOf(page)).toBe(beside({ genes: [1, 5] }));
    expect(await audit(page, 'two genes')).toEqual([]);
    await page.context().close();
  });

  test('twin study: every dial gives the correlations and bodies that Node finds, and the link brings them back elsewhere', async () => {
    const page = await openBench(browser, `${site.url}/lab/twin-study#pairs=60`);
    const ask: FamiliesAsk = { creature: creature('gladmask'), reared: 'alike', mutations: true, pairs: 60 };
    await expectStudy(page, ask, 0);
    await turnDial(page, 'pairs', 20);
    await turnDial(page, 'reared', 'apart');
    await turnDial(page, 'mutations', 'none');
    await turnDial(page, 'pair', 7);
    await page.locator('select[name="trait"]').selectOption('size');
    await answered(page, 'trait', 'size');
    await expectStudy(page, { ...ask, pairs: 20, reared: 'apart', mutations: false }, 6);
    const elsewhere = await openBench(browser, await copiedLink(page), PHONE);
    expect(await printOf(elsewhere)).toBe(await printOf(page));
    expect(await elsewhere.locator('.estimates').innerText()).toBe(await page.locator('.estimates').innerText());
    expect(await sideways(elsewhere)).toBe(0);
    expect(await audit(elsewhere, 'the twin study on a phone')).toEqual([]);
    await elsewhere.context().close();
    await page.context().close();
  });

  async function expectStudy(page: Page, ask: FamiliesAsk, pair: number): Promise<void> {
    const families = conduct(growFamilies, kernel, ask);
    const truth = conduct(measureTruth, kernel, ask);
    const { twins, siblings, falconer } = studyOf(families, LEAF);
    expect((await tableOf(page))[LEAF + 1]?.slice(1, 8)).toEqual(
      [...[twins, siblings, falconer].flatMap(({ value, error }) => [value, error]), truth.heritability[LEAF]].map(
        written,
      ),
    );
    const [twinBirth = 0, siblingBirth = 0] = [families.twinBirths[pair], families.siblingBirths[pair]];
    expect(await printOf(page)).toBe(conduct(growPair, kernel, { ...ask, twinBirth, siblingBirth }).print);
  }
});
