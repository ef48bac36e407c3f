/** The theatre as a visitor meets it: a recording's line, its links, its badge, its lines of descent, and files that are dropped. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinIn } from '../../client/session/following.ts';
import { encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { createSealer } from '../../shared/replay/seal.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { recordedMatch } from '../support/recorded-match.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

describe.skipIf(skipWithoutChromium())('the theatre', () => {
  let site: TestSite;
  let browser: Browser;
  let page: Page;
  let recording: Recording;
  let bytes: Uint8Array;
  const complaints: string[] = [];

  beforeAll(async () => {
    recording = await recordedMatch(11, {
      habitats: 3,
      rounds: 2,
      generationsPerRound: 2,
      population: 12,
      shock: true,
    });
    bytes = encodeRecording(recording, createSealer(new Uint8Array(32).fill(7)));
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.route('**/api/replays/kept', (route) => route.fulfill({ body: Buffer.from(bytes) }));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens the recording anew, standing still. */
  async function open(path = '/replay/kept'): Promise<void> {
    await page.goto('about:blank');
    await page.goto(`${site.url}${path}`);
    await page.locator('.time-line').waitFor();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
  }

  const momentIs = (wanted: RegExp) => page.waitForURL((url) => wanted.test(url.hash));

  /** Lets go of a file over the page. */
  async function drop(name: string, content: Uint8Array): Promise<void> {
    const carried = await page.evaluateHandle(
      ([label, values]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(values)], label));
        return transfer;
      },
      [name, [...content]] as const,
    );
    await page.dispatchEvent('body', 'dragover', { dataTransfer: carried });
    await page.dispatchEvent('body', 'drop', { dataTransfer: carried });
  }

  test('goes to where the line is pressed, within a generation too, and keeps the moment in the address', async () => {
    await open();
    const line = await page.locator('.time-line').boundingBox();
    if (!line) throw new Error('There is no line.');
    // The middle of the third of five generations.
    await page.mouse.click(line.x + line.width / 2, line.y + line.height / 2);
    await momentIs(/^#g=3\.[45]/);
    const hash = await page.locator('main.match').getAttribute('data-hash');
    expect(hash).toBe(hexOf(openTimeline(recording).worldAt(6).hash));
    const link = `${new URL(page.url()).hash}&h=2`;
    await page.goto('about:blank');
    await page.goto(`${site.url}/replay/kept${link}`);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.locator(`main.match[data-hash="${hash}"]`).waitFor();
    expect(await page.locator('.pin[aria-pressed="true"]').count()).toBe(1);
    expect(new URL(page.url()).hash).toBe(link);
  });

  test('is led by keys from everywhere: space, full stop and comma, arrows, Home and End', async () => {
    await open();
    await page.locator('main.match').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('.');
    await momentIs(/^#g=2$/);
    await page.keyboard.press('.');
    await page.keyboard.press('ArrowRight');
    await momentIs(/^#g=3\.05$/);
    await page.keyboard.press(',');
    await momentIs(/^#g=2$/);
    await page.keyboard.press('End');
    await momentIs(/^#g=5$/);
    await page.keyboard.press('Home');
    await momentIs(/^#g=1$/);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  test('opens links of earlier days, and says in the slider what happened in a generation', async () => {
    await open('/replay/kept?generation=3');
    await momentIs(/^#g=3/);
    const slider = page.getByRole('slider', { name: 'Generation' });
    await slider.focus();
    expect(await slider.getAttribute('aria-valuetext')).toMatch(
      /^Generation 3 of 5, round 2\. .*Twins are born.* of \d+ die/,
    );
    await page.locator('.line-tip').waitFor();
    expect(await page.locator('.line-tip').textContent()).toContain('Generation 3 of 5');
  });

  test('has chapters that lead to what they name', async () => {
    await open();
    await page.getByRole('button', { name: 'Chapters' }).click();
    await page.getByRole('button', { name: /^The disaster strikes everywhere/ }).click();
    await page.locator('main.match[data-phase="season"]').waitFor();
    const struck = openTimeline(recording).worldAt(recording.frames.length).shockedAt ?? -1;
    await momentIs(new RegExp(`^#g=${struck + 1}\\.`));
    await page.getByRole('button', { name: /^The exam/ }).click();
    await momentIs(/^#g=5$/);
    expect(await audit(page, 'chapters')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.theatre-sheet').waitFor({ state: 'detached' });
  });

  test('tells whose a recording is, and that every body, grown again here, came out as recorded', async () => {
    await open();
    await page.locator('.badge').click();
    await page.locator('dd[data-provenance="other"]').waitFor();
    await page.getByRole('button', { name: 'Grow it all again' }).click();
    await page.getByText(/^Yes\. All \d+ bodies were grown again/).waitFor();
    const [bodies] = (await page.getByText(/^Yes\. All/).textContent())?.match(/\d+/) ?? [];
    const born = recording.frames.reduce((sum, frame) => sum + (frame.kind === 'births' ? frame.mothers.length : 0), 0);
    expect(Number(bodies)).toBe(born);
    expect(await audit(page, 'the badge')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    // What the bodies tell besides.
    await page.getByRole('button', { name: 'Chapters' }).click();
    await page.getByRole('button', { name: /^The biggest shift/ }).waitFor();
  });

  test('draws all who were ever born in a habitat, goes among them by keys, and follows a line through generations', async () => {
    await open('/replay/kept#g=2&h=1');
    await page.getByRole('button', { name: 'Family tree' }).click();
    const born = recording.frames.reduce(
      (sum, frame) => sum + (frame.kind === 'births' ? (frame.counts[0] ?? 0) : 0),
      0,
    );
    await page.locator(`.whole-tree[data-nodes="${born}"]`).waitFor();
    await page.locator('.tree-field').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Creature 2, generation 1' }).waitFor();
    expect(await audit(page, 'the whole tree')).toEqual([]);
    await page.locator('.tree-member').getByRole('button', { name: 'Follow its line' }).click();
    await page.locator('.creature-card').waitFor();
    const line = { generation: 0, indices: [1] };
    const here = kinIn(recording.frames, line, 1).length;
    await page.locator('.creature-card').getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('.');
    await page.locator('.where').getByText('Generation 2 of 5').waitFor();
    const words =
      here === 0 ? 'The line has ended.' : here === 1 ? 'One of them is here.' : `${here} of them are here.`;
    await page.locator('.follow-bar').getByText(words).waitFor();
    expect(await audit(page, 'following a line')).toEqual([]);
    await page.getByRole('button', { name: 'Stop following' }).click();
    await page.locator('.follow-bar').waitFor({ state: 'detached' });
  });

  test('opens a file that is dropped on the page, without asking the server for it', async () => {
    await page.goto(`${site.url}/replays`);
    await page.locator('.library-search').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/api\/replays\/[^?]/.test(request.url())) asked.push(request.url());
    });
    await drop('mine.twinfold', bytes);
    await page.locator('.time-line').waitFor();
    expect(new URL(page.url()).pathname).toBe('/replay');
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: 'Put it into the library' }).waitFor();
  });

  test('tells of a file that is damaged in which generation, of a newer one what to do, and of another that it is none', async () => {
    await page.goto(`${site.url}/replay`);
    await page.locator('.choose-file').waitFor();
    const damaged = Uint8Array.from(bytes);
    const at = Math.floor(bytes.length * 0.8);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    await drop('damaged.twinfold', damaged);
    await page.getByText(/generation [345]/).waitFor();
    const newer = Uint8Array.from(bytes);
    newer[8] = 9;
    await drop('newer.twinfold', newer);
    await page.getByText('This recording has format 9').waitFor();
    await drop('note.txt', new TextEncoder().encode('Dear diary'));
    await page.getByText('no recording of Twinfold').waitFor();
    expect(await audit(page, 'a file that is none')).toEqual([]);
    await drop('again.twinfold', bytes);
    await page.locator('.time-line').waitFor();
  });

  test('fits a phone: the line as wide as the screen, nothing beside it, everything named', async () => {
    await page.setViewportSize(PHONE);
    await open('/replay/kept#g=3');
    const [line, theatre] = [
      await page.locator('.time-line').boundingBox(),
      await page.locator('.theatre').boundingBox(),
    ];
    expect(theatre).toMatchObject({ x: 0, width: PHONE.width });
    expect(line?.width).toBeGreaterThan(PHONE.width - 40);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(await audit(page, 'the theatre on a phone')).toEqual([]);
    await page.setViewportSize(WIDE);
    expect(complaints).toEqual([]);
  });
});
