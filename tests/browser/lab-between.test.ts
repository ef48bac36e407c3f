/** Between genomes, and training, in a real browser: every dial, every number as Node has it, links, keys, a phone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { add, cross } from '../../shared/lab/between/crosses.ts';
import { walkLine } from '../../shared/lab/between/line.ts';
import { Fate, mapAround } from '../../shared/lab/between/map.ts';
import { mutateOnce } from '../../shared/lab/between/mutations.ts';
import { conduct } from '../../shared/lab/experiment.ts';
import { readDrawing } from '../../shared/lab/training/drawing.ts';
import { sitExam } from '../../shared/lab/training/exam.ts';
import { adapt, livePast, recall } from '../../shared/lab/training/memory.ts';
import { type SampleResult, sampleTrained, trainOn } from '../../shared/lab/training/prompt.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import { addressOf, answered, openBench, PHONE, printOf, sideways, tableOf, turnDial } from '../support/lab.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const kernel = currentKernel();
const seedling = (key: string) => ({
  genome: founderByKey(key)?.genome ?? new Uint8Array(),
  noiseSeed: 1,
  conditions: MILD,
});
const said = (page: Page): Promise<string> => page.locator('.view-said').innerText();
const setting = (page: Page, name: string): Promise<string> =>
  addressOf(page).then((address) => address.get(name) ?? '');
/** With the space that does not break. */
const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

describe.skipIf(skipWithoutChromium())('the benches between genomes and of training', () => {
  let site: TestSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium({ webGl: false })]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** The link brings the same bodies to another browser, a phone, where nothing is too wide or out of reach. */
  async function elsewhere(page: Page): Promise<void> {
    const other = await openBench(browser, page.url(), PHONE);
    expect(await printOf(other)).toBe(await printOf(page));
    expect(await sideways(other)).toBe(0);
    expect(await audit(other, `${page.url().slice(0, 80)} on a phone`)).toEqual([]);
    await other.context().close();
  }

  test('a line, a map, crosses and mutations are those that Node finds', async () => {
    const of = seedling('petalgnome');
    const page = await openBench(browser, `${site.url}/lab/between`);
    expect(await printOf(page)).toBe(conduct(walkLine, kernel, { of, partner: 'kin', seed: 1 }).print);
    await turnDial(page, 'partner', 'stranger');
    await turnDial(page, 'draw', 2);
    const line = conduct(walkLine, kernel, { of, partner: 'stranger', seed: 2 });
    expect(await printOf(page)).toBe(line.print);
    const row = (await tableOf(page))[8] ?? [];
    expect(row.map(Number)).toEqual([
      35,
      100 * (line.viable[7] ?? 0),
      Number((100 * (line.fromFirst[7] ?? 0)).toFixed(1)),
      Number((100 * (line.fromSecond[7] ?? 0)).toFixed(1)),
    ]);
    // By keys: a place on the line is a button.
    await page.locator('.walk li button').nth(1).press('Enter');
    await answered(page, 'position', 10);
    expect(await page.locator('.walk > canvas').getAttribute('aria-label')).toContain(percent(0.1));
    await elsewhere(page);

    await turnDial(page, 'view', 'map');
    await turnDial(page, 'reach', 40);
    const map = conduct(mapAround, kernel, { of, ways: 'random', reach: 40, seed: 2 });
    expect(await printOf(page)).toBe(map.print);
    expect(await page.locator('.genome-map .fate-twin').count()).toBe(
      map.fates.filter((fate) => fate === Fate.twin).length,
    );

    await turnDial(page, 'view', 'crosses');
    await turnDial(page, 'children', 1);
    const crosses = conduct(cross, kernel, { of, children: 1, seed: 2 });
    expect(await printOf(page)).toBe(crosses.print);
    const { born, viable, alike } = crosses.strangers.map(({ tally }) => tally).reduce(add);
    expect((await tableOf(page))[2]?.slice(1).map(Number)).toEqual([born, viable, alike]);

    await turnDial(page, 'view', 'mutations');
    await turnDial(page, 'count', 16);
    await turnDial(page, 'letters', 16);
    const { mutants, print } = conduct(mutateOnce, kernel, { of, count: 16, letters: 16, seed: 2 });
    expect(await printOf(page)).toBe(print);
    const shown = mutants.filter(({ fate }) => fate === Fate.changed).length / mutants.length;
    expect(await said(page)).toContain(`${percent(shown)} show`);
    await elsewhere(page);
    await page.context().close();
  }, 120_000);

  test('a drawing is learned and sampled as Node does it, by mouse and by keys', async () => {
    const of = seedling('duskdome');
    const inNode = async (page: Page): Promise<SampleResult> => {
      const drawing = readDrawing(await setting(page, 'drawing')) ?? new Uint8Array();
      const { genomes } = conduct(trainOn, kernel, { of, drawing, genomes: [], done: 0, generations: 8, seed: 1 });
      const [noise, take] = [Number(await setting(page, 'noise')), Number(await setting(page, 'sample'))];
      return conduct(sampleTrained, kernel, { of, drawing, genomes, count: 12, noise, seed: 1, take });
    };
    const page = await openBench(browser, `${site.url}/lab/training#generations=8`);
    const first = await setting(page, 'drawing');
    expect(await printOf(page)).toBe((await inNode(page)).print);

    const sheet = page.locator('.easel .sheet');
    await sheet.focus();
    for (const key of ['ArrowUp', 'ArrowRight', ' ']) await page.keyboard.press(key);
    const byKeys = await drawnAnew(page, first);
    // From the middle one up and one to the right.
    expect(readDrawing(byKeys)?.[7 * 16 + 9]).toBe(1);
    const box = await page.locator('.easel canvas').boundingBox();
    if (!box) throw new Error('The sheet is to be seen.');
    await page.locator('.palette label').nth(3).click();
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 5, box.y + 5, { steps: 20 });
    await page.mouse.up();
    const byMouse = await drawnAnew(page, byKeys);
    expect([...(readDrawing(byMouse)?.subarray(0, 16) ?? [])]).toEqual(Array.from({ length: 16 }, () => 3));
    expect(await printOf(page)).toBe((await inNode(page)).print);

    await page.getByRole('button', { name: 'Sample again' }).click();
    await answered(page, 'sample', 2);
    await turnDial(page, 'noise', 0);
    const sampled = await inNode(page);
    expect(await printOf(page)).toBe(sampled.print);
    expect(await page.locator('.samples li').first().innerText()).toBe(percent(sampled.likeness[0] ?? 0));
    await elsewhere(page);
    await page.context().close();
  }, 120_000);

  test('memory and the exam are those that Node finds', async () => {
    const of = seedling('duskdome');
    const page = await openBench(browser, `${site.url}/lab/training#view=past&cycles=1`);
    await turnDial(page, 'redrawn', 4);
    const past = conduct(livePast, kernel, { of, cycles: 1, seed: 1 });
    const near = conduct(recall, kernel, { ...past, redrawn: 4, seed: 1 });
    expect(await printOf(page)).toBe(near.print);
    const shares = Object.values(near.lineages[0]?.shares ?? {}).map((share) => Number((100 * share).toFixed(1)));
    expect((await tableOf(page))[1]?.slice(2).map(Number)).toEqual(shares);

    await elsewhere(page);

    await turnDial(page, 'view', 'again');
    const again = conduct(adapt, kernel, { ...past, seed: 1 });
    expect(await printOf(page)).toBe(again.print);
    expect((await tableOf(page)).slice(1).map((row) => Number(row[3]))).toEqual(
      again.ways.flatMap(({ generations }) => generations.map((time) => Number(time.toFixed(1)))),
    );

    await turnDial(page, 'view', 'exam');
    await turnDial(page, 'schooling', 20);
    await turnDial(page, 'season', 'warmPoor');
    const exam = conduct(sitExam, kernel, { of, exam: 1, generations: 20, seed: 1 });
    expect(await printOf(page)).toBe(exam.print);
    expect(await said(page)).toContain(`${percent(exam.candidates[0]?.exam ?? 0)} of the varied lineage`);
    await page.context().close();
  }, 120_000);
});

/** Until another drawing is in the link and has been learned; the drawing's letters. */
async function drawnAnew(page: Page, before: string): Promise<string> {
  await page.waitForFunction((last) => new URLSearchParams(location.hash.slice(1)).get('drawing') !== last, before);
  const letters = (await addressOf(page)).get('drawing') ?? '';
  await answered(page, 'drawing', letters);
  return letters;
}
