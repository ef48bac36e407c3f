/** The microscope in a real browser: what it shows is what Node computes of the same embryo. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyCell } from '../../client/lab/microscope/sheets.ts';
import { conduct } from '../../shared/lab/experiment.ts';
import { type Film, watchEmbryo } from '../../shared/lab/microscope/film.ts';
import { cellAt, levelOf, lineOf, livingThen } from '../../shared/lab/microscope/lines.ts';
import { LATTICE, MILD, STEPS } from '../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { GENES } from '../../shared/sim/genome.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import {
  addressOf,
  answered,
  openBench,
  PHONE,
  printOf,
  tableOf as rawTableOf,
  sideways,
  turnDial,
} from '../support/lab.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const FOUNDER = 'lagoonbands';
/** Chosen and pinned, as their numbers are told: from 1. */
const [CELL, PINNED] = [99, 26];

describe.skipIf(skipWithoutChromium())('the microscope', () => {
  let site: TestSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium({ webGl: false })]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const film = (key: string): Film =>
    conduct(watchEmbryo, currentKernel(), {
      genome: founderByKey(key)?.genome ?? new Uint8Array(),
      noiseSeed: 1,
      conditions: MILD,
    });
  const inNode = film(FOUNDER);
  const open = (hash = '', size = undefined as typeof PHONE | undefined): Promise<Page> =>
    openBench(browser, `${site.url}/lab/microscope${hash}`, size);
  /** A row a gene: its number, its expression in these cells after a step, the mean of all. */
  const genesInNode = (step: number, cells: readonly number[]): string[][] =>
    Array.from({ length: GENES }, (_, gene) => {
      const { expression, cells: living } = inNode.frames[step] ?? { expression: [], cells: [] };
      const levels = [...expression.slice(gene * living.length, (gene + 1) * living.length)];
      const mean = levels.reduce((sum, level) => sum + level, 0) / living.length;
      const own = cells.map((cell) => levelOf(inNode, step, livingThen(inNode, cell - 1, step), gene));
      return [`${gene + 1}`, ...[...own, mean].map((level) => `${Math.round((level / 16384) * 100)} %`)];
    });

  test('shows at every turn of its dials what Node computes, and its link brings it elsewhere', async () => {
    const page = await open();
    expect(await printOf(page)).toBe(inNode.print);
    expect((await tableOf(page)).slice(1)).toEqual(genesInNode(STEPS, [CELL, PINNED]));
    // At step 20 the chosen cell is yet to be born: its line is followed.
    await turnDial(page, 'step', 20);
    expect((await tableOf(page)).slice(1)).toEqual(genesInNode(20, [CELL, PINNED]));
    const mother = livingThen(inNode, CELL - 1, 20);
    expect(mother).not.toBe(CELL - 1);
    expect(await saidOf(page)).toContain(`Cell ${mother + 1}, from which it will come`);
    await turnDial(page, 'gene', 7);
    const level = levelOf(inNode, 20, mother, 6);
    expect(await saidOf(page)).toContain(`gene 7 at ${Math.round((level / 16384) * 100)} %`);
    await turnDial(page, 'colour', 'lineage');
    expect(await page.locator('.kind-legend li').count()).toBe(4);
    await turnDial(page, 'view', 'atlas');
    expect((await page.locator('.axis').allInnerTexts()).map(plain)).toEqual(
      inNode.shares.map((share, axis) => `Component ${axis + 1}: ${Math.round(100 * share)} % of all differences`),
    );
    const elsewhere = await open(`#${await addressOf(page)}`, PHONE);
    expect(await printOf(elsewhere)).toBe(inNode.print);
    expect(await tableOf(elsewhere)).toEqual(await tableOf(page));
    expect(await digestOfPlate(elsewhere)).toBe(await digestOfPlate(page));
    expect(await sideways(elsewhere)).toBe(0);
    expect(await audit(elsewhere, 'the microscope on a phone')).toEqual([]);
    await elsewhere.context().close();
    await page.context().close();
  });

  test('chooses the cell under a press, tells its line back to one of the first four, and pins it', async () => {
    const page = await open();
    const line = lineOf(inNode, CELL - 1)
      .map((cell) => cell + 1)
      .reverse();
    const told = plain(await page.locator('.cell-panel .quiet').innerText()).split(':')[1] ?? '';
    expect([...told.matchAll(/(\d+) \(/g)].map(([, cell]) => Number(cell))).toEqual(line);
    await page.locator('.cells-plate canvas').click({ position: await middleOf(page) });
    const chosen = Number((await addressOf(page)).get('cell'));
    expect(chosen).not.toBe(CELL);
    expect(inNode.frames[STEPS]?.cells).toContain(chosen - 1);
    expect((await tableOf(page)).slice(1)).toEqual(genesInNode(STEPS, [chosen, PINNED]));
    await page.getByRole('button', { name: `Pin cell ${chosen} to compare` }).click();
    await answered(page, 'pinned', chosen);
    expect((await tableOf(page))[0]).toEqual(['Gene', `Cell ${chosen}`, 'Mean of all cells']);
    await page.context().close();
  });

  test('is worked by keys: arrows go from cell to cell, a gene’s course chooses the gene, and the film plays and rests', async () => {
    const page = await open();
    await page.locator('.cells-plate').focus();
    await page.keyboard.press('ArrowLeft');
    const beside = cellAt(inNode, STEPS, (inNode.sites[CELL - 1] ?? 0) - 1);
    await answered(page, 'cell', beside + 1);
    await page.keyboard.press('ArrowUp');
    const above = cellAt(inNode, STEPS, (inNode.sites[beside] ?? 0) - LATTICE);
    await answered(page, 'cell', above + 1);
    await page.locator('.courses button').nth(11).focus();
    await page.keyboard.press('Enter');
    await answered(page, 'gene', 12);
    await page.getByRole('button', { name: 'Play' }).focus();
    await page.keyboard.press('Enter');
    // It begins anew from its end, and the dial follows.
    await page.waitForFunction(() => {
      const dial = document.querySelector<HTMLInputElement>('input[name="step"]');
      return dial !== null && Number(dial.value) > 3 && Number(dial.value) < 44;
    });
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const rested = await page.locator('input[name="step"]').inputValue();
    await answered(page, 'step', rested);
    expect(Number(rested)).toBeLessThan(STEPS);
    expect(await audit(page, 'the microscope')).toEqual([]);
    await page.context().close();
  });

  test('gives away every cell with all its genes, and looks at another creature', async () => {
    const page = await open(`#c=amethyst&step=30`);
    const other = film('amethyst');
    expect(await printOf(page)).toBe(other.print);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the table (CSV)' }).click(),
    ]);
    const rows = readFileSync(await download.path(), 'utf8')
      .replace('\uFEFF', '')
      .trim()
      .split(/\r?\n/)
      .map((row) => row.split(/[,;]/));
    const { headers, rows: cells } = everyCell(other, 30);
    expect(rows).toEqual([headers, ...cells].map((row) => row.map(String)));
    expect(cells.length).toBe(other.frames[30]?.cells.length);
    await page.context().close();
  });
});

/** With plain spaces only. */
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const tableOf = async (page: Page): Promise<string[][]> => (await rawTableOf(page)).map((row) => row.map(plain));
const saidOf = async (page: Page): Promise<string> => plain(await page.locator('.cell-panel').innerText());

/** Of the pixels of the plate, once they are painted. */
async function digestOfPlate(page: Page): Promise<string> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const picture = await page
    .locator('.cells-plate canvas')
    .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));
  return createHash('sha256').update(picture).digest('hex');
}

async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.cells-plate canvas').boundingBox();
  return { x: (box?.width ?? 0) * 0.42, y: (box?.height ?? 0) * 0.3 };
}
