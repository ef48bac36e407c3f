/** The herbarium in a real browser: a genome rewritten, a creature kept, printed, and sent on by link and by QR code. */
import type { Browser, Page } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeCreature } from '../../shared/lab/creature.ts';
import { conduct } from '../../shared/lab/experiment.ts';
import { type Rewritten, rewrite } from '../../shared/lab/herbarium.ts';
import { edited, readEdits } from '../../shared/lab/herbarium-edits.ts';
import { inLetters } from '../../shared/lab/letters.ts';
import { loadLessons } from '../../shared/lessons/library.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { readTraits } from '../../shared/sim/traits.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import { addressOf, answered, openBench, PHONE, printOf, sideways, tableOf } from '../support/lab.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const FOUNDER = 'garnetmoth';
const EXAMPLE = '02743.';

describe.skipIf(skipWithoutChromium())('the herbarium', () => {
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
  const genome = founderByKey(FOUNDER)?.genome ?? new Uint8Array();
  const before = { genome, noiseSeed: 1, conditions: MILD };
  const after = (edits: string) => ({ ...before, genome: edited(genome, readEdits(edits) ?? []) });
  const inNode = (edits: string): Rewritten => conduct(rewrite, kernel, { before, after: after(edits), twins: 16 });
  /** The creature that edits made, by itself. */
  const alone = (edits: string): Rewritten =>
    conduct(rewrite, kernel, { before: after(edits), after: after(edits), twins: 16 });
  const edits = async (page: Page) => (await addressOf(page)).get('edits') ?? '';
  const byteOf = (page: Page, at: number) => page.locator(`.herb-bytes input[name="byte-${at}"]`);

  test('an edit grows the bodies that Node grows, can be taken back and done again, and its link brings it elsewhere', async () => {
    const page = await openBench(browser, `${site.url}/lab/herbarium`);
    // Whoever comes without a creature sees one letter changed.
    expect(await edits(page)).toBe(EXAMPLE);
    expect(await printOf(page)).toBe(inNode(EXAMPLE).print);
    const row = (await tableOf(page)).find(([trait]) => trait === 'Size') ?? [];
    expect(row.slice(1, 3).map((cell) => Number.parseInt(cell, 10))).toEqual(
      inNode(EXAMPLE).traits.map((traits) => readTraits(traits).size),
    );
    const share = Math.round(100 * (inNode(EXAMPLE).byEdit[0] ?? 0));
    expect(await page.locator('.herb-said').innerText()).toMatch(new RegExp(`^1 letter of 1,072 .* ${share}\\s%`));

    await byteOf(page, 38).fill('-1');
    const two = `${EXAMPLE}026ff.`;
    await answered(page, 'edits', two);
    expect(await printOf(page)).toBe(inNode(two).print);
    await page.getByRole('button', { name: 'Undo' }).click();
    await answered(page, 'edits', EXAMPLE);
    await page.getByRole('button', { name: 'Redo' }).click();
    await answered(page, 'edits', two);
    await page.locator('select[name="locus"]').selectOption('0');
    await page.locator('.herb-bytes input[name="letters-2"]').fill('acgt');
    const three = `${two}0021b.`;
    await answered(page, 'edits', three);
    expect(await printOf(page)).toBe(inNode(three).print);
    expect(await page.locator('.herb-letters mark').allInnerTexts()).toEqual(['ACGT', 'TTTT', 'CAAT']);

    const elsewhere = await openBench(browser, page.url(), PHONE);
    expect(await printOf(elsewhere)).toBe(inNode(three).print);
    expect(await sideways(elsewhere)).toBe(0);
    expect(await audit(elsewhere, 'the herbarium on a phone')).toEqual([]);
    await elsewhere.context().close();
    await page.getByRole('button', { name: 'Reset' }).click();
    await answered(page, 'edits', '');
    expect(await printOf(page)).toBe(inNode('').print);
    await page.context().close();
  });

  test('is played by keys alone: a letter at random, a byte turned, a gene made silent', async () => {
    const page = await openBench(browser, `${site.url}/lab/herbarium#c=${FOUNDER}&edits=`);
    await page.getByRole('button', { name: 'A letter at random' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /edits=\w{5}\./.test(location.hash));
    await page.getByRole('button', { name: 'Reset' }).focus();
    await page.keyboard.press('Enter');
    await answered(page, 'edits', '');
    await page.locator('select[name="locus"]').focus();
    await page.keyboard.press('ArrowDown');
    await byteOf(page, 6).focus();
    await page.keyboard.press('ArrowRight');
    const turned = `006${(((genome[6] ?? 0) + 1) & 255).toString(16).padStart(2, '0')}.`;
    await answered(page, 'edits', turned);
    expect(await printOf(page)).toBe(inNode(turned).print);
    await page.getByRole('button', { name: 'Let gene 1 make nothing' }).focus();
    await page.keyboard.press('Space');
    await answered(page, 'edits', `${turned}000000000000000.`);
    await page.context().close();
  });

  test('its page holds the letters and a QR code that opens the creature, and prints on one sheet', async () => {
    const page = await openBench(browser, `${site.url}/lab/herbarium`);
    const letters = await page.locator('.herb-letters code > *').allInnerTexts();
    expect(letters.join('')).toBe(inLetters(after(EXAMPLE).genome));
    const link = await readQr(page);
    expect(link).toContain(encodeCreature(after(EXAMPLE)));
    const elsewhere = await openBench(browser, link);
    expect(await printOf(elsewhere)).toBe(alone(EXAMPLE).print);
    await elsewhere.context().close();
    const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.context().close();
  });

  test('keeps creatures in this browser, and puts them on any bench', async () => {
    const page = await openBench(browser, `${site.url}/lab/herbarium`);
    await page.getByRole('button', { name: 'Keep this creature' }).click();
    await page.getByText('It stays in this browser').waitFor();
    await page.getByRole('button', { name: 'Keep this creature' }).click();
    await page.getByText('It is kept here already.').waitFor();
    await page.goto(`${site.url}/lab/twins`);
    await page.locator('.lab-twins[data-state="ready"]').waitFor();
    await page.getByRole('button', { name: 'Another creature' }).click();
    await page.locator('.creature-sources .kept-creature').click();
    await page.waitForFunction((word) => location.hash.includes(word), encodeCreature(after(EXAMPLE)));
    await page.goto(`${site.url}/lab/herbarium`);
    await page.getByRole('button', { name: 'Let kept creature 1 go' }).click();
    await page.getByText('Nothing is kept here yet.').waitFor();
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.locator('.herb-kept .kept-creature').waitFor();
    await page.getByRole('button', { name: 'Let kept creature 1 go' }).click();
    await page.getByText('Nothing is kept here yet.').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('twinfold.herbarium'))).toBe('[]');
    expect(await audit(page, 'the herbarium')).toEqual([]);
    await page.context().close();
  });

  test('says so where the browser keeps nothing', async () => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    });
    await page.goto(`${site.url}/lab/herbarium`);
    await page.getByRole('button', { name: 'Keep this creature' }).click();
    await page.getByText('it stays here only until you close the page').waitFor();
    await page.locator('.kept-creature canvas.grown').waitFor();
    await page.context().close();
  });

  test('keeps a creature on the server under a short link, which opens it in another browser', async () => {
    const page = await openBench(browser, `${site.url}/lab/herbarium`);
    await page.getByRole('button', { name: 'Keep it on the server' }).click();
    const link = await page.locator('.herb-link a').innerText();
    expect(link).toMatch(/#kept=[\w-]{12}$/);
    await page.context().close();
    const elsewhere = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await elsewhere.goto(link);
    await elsewhere.waitForFunction((word) => location.hash.includes(word), encodeCreature(after(EXAMPLE)));
    await answered(elsewhere, 'edits', '');
    expect(await printOf(elsewhere)).toBe(alone(EXAMPLE).print);
    for (const pasted of [link, inLetters(genome).replace(/.{8}/g, '$& ').toLowerCase()]) {
      await elsewhere.getByRole('button', { name: 'Another creature' }).click();
      await elsewhere.getByLabel('Paste a creature’s link').fill(pasted);
      await elsewhere.locator('dialog.modal').waitFor({ state: 'detached' });
    }
    await elsewhere.waitForFunction((word) => location.hash.includes(word), encodeCreature(before));
    await elsewhere.evaluate(() => {
      location.hash = '#kept=AAAAAAAAAAAA';
    });
    await elsewhere.getByText('No creature is kept under that link.').waitFor();
    await elsewhere.context().close();
  });

  test('and every other bench that a lesson names stands as the lesson says', async () => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    const benches = (await loadLessons()).flatMap(({ steps }) => steps.flatMap(({ bench }) => bench ?? []));
    expect(benches.length).toBeGreaterThanOrEqual(6);
    await page.goto(`${site.url}/lessons/no-gene-for-an-eye`);
    const way = page.getByRole('link', { name: 'Open it in the lab' });
    expect(await way.getAttribute('href')).toBe(`/lab/${benches.find((bench) => bench.includes('saucer'))}`);
    await page.goto(`${site.url}/lessons/no-gene-for-an-eye/print`);
    await page.locator('.pupils-sheet .bench-address').waitFor();
    expect(await page.locator('.bench-address').allInnerTexts()).toEqual(
      new Array(2).fill(`In the lab: ${new URL(site.url).host}/lab/knock-outs#c=saucer&gene=2&trait=eyes`),
    );
    for (const bench of benches) {
      await page.goto(`${site.url}/lab/${bench}`);
      await page.locator(`.lab-bench[data-bench="${bench.split('#')[0]}"]`).waitFor();
      await page.waitForFunction(() => location.hash.includes('&'));
      const standing = await addressOf(page);
      for (const [dial, value] of new URLSearchParams(bench.split('#')[1])) {
        expect(standing.get(dial), `${dial} of ${bench}`).toBe(value);
      }
      expect(standing.size).toBeGreaterThan(1);
    }
    await page.context().close();
  });
});

/** What a reader of QR codes makes of the page's. */
async function readQr(page: Page): Promise<string> {
  const [size, path] = await page
    .locator('.herb-qr svg')
    .evaluate(
      (svg) =>
        [
          Number(svg.getAttribute('viewBox')?.split(' ')[2]),
          svg.querySelector('path')?.getAttribute('d') ?? '',
        ] as const,
    );
  const scale = 4;
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) {
    for (let row = 0; row < scale; row++) {
      const from = ((Number(y) * scale + row) * width + Number(x) * scale) * 4;
      for (let at = from; at < from + scale * 4; at++) if (at % 4 !== 3) data[at] = 0;
    }
  }
  return decodeQr({ width, height: width, data });
}
