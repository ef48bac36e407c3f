/**
 * What the page tells of a branch, held against the same branch played in Node: what chance drew anew in the browser stands in the
 * file that the page saves, so that Node can draw the same.
 */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compared, type Divergence, divergenceIn } from '../../client/session/divergence.ts';
import type { BranchedGeneration } from '../../client/worker/branch-jobs.ts';
import { outcomeOf, playBranch, playTape } from '../../client/worker/branching.ts';
import { type BranchPlan, branchOff } from '../../shared/replay/branch.ts';
import { playMatch } from '../../shared/replay/play-match.ts';
import { decodeRecording, encodeRecording, markOf, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernel } from '../support/kernel.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { botsLay, tinySettings } from '../support/tiny-match.ts';

const EXAM = 4;
const { grow } = currentKernel();
const growAll = async (world: World): Promise<Int32Array> => growWith(grow, world);

describe.skipIf(skipWithoutChromium())('what if', () => {
  let site: TestSite;
  let browser: Browser;
  let page: Page;
  let recording: Recording;
  const complaints: string[] = [];

  beforeAll(async () => {
    const founder = FOUNDERS[3];
    if (!founder) throw new Error('There is no fourth founder.');
    ({ recording } = await playMatch({
      settings: tinySettings({ founder: founder.key, habitats: 3, rounds: 2, generationsPerRound: 2, population: 12 }),
      founderGenome: founder.genome,
      secret: secretFromSeed(11),
      kernel: CURRENT_KERNEL,
      growAll,
      commandsFor: botsLay(11),
    }));
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    const bytes = encodeRecording(recording);
    await page.route('**/api/replays/asked', (route) => route.fulfill({ body: Buffer.from(bytes) }));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function ask(change: string, generation: number): Promise<void> {
    await page.goto('about:blank');
    await page.goto(`${site.url}/replay/asked/whatif#g=${generation}&h=2`);
    await page.locator(`input[value="${change}"]`).check();
  }

  const run = async (): Promise<void> => page.locator('.whatif-form button[type="submit"]').click();
  const isDone = (): Promise<void> => page.locator('.comparison[data-standing="done"]').waitFor();

  async function save(name: string): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFile((await download.path()) ?? '');
  }
  const saveBranch = async (): Promise<Uint8Array> => new Uint8Array(await save('Save the file'));
  async function saveTable(): Promise<readonly string[][]> {
    const text = (await save('Save the table (CSV)')).toString('utf8').replace(/^\ufeff/, '');
    return Papa.parse<string[]>(text, { skipEmptyLines: true }).data.slice(1);
  }

  /** The same branch in Node: generation by generation, in one habitat (null: in the world). */
  async function reckon(plan: BranchPlan, habitat: number | null): Promise<Divergence[]> {
    const timeline = openTimeline(recording);
    const branched: BranchedGeneration[] = [];
    await playBranch(recording, plan, grow, (each) => branched.push(each));
    let world = timeline.worldAt(2 * plan.from);
    return branched.map((each) => {
      const born = applyFrame(world, each.births);
      world = applyFrame(born, each.season);
      const season = recording.frames[2 * each.generation + 1];
      if (season?.kind !== 'season') throw new Error('The recording ends too soon.');
      const was = {
        born: timeline.worldAt(2 * each.generation + 1),
        season,
        traits: growWith(grow, timeline.worldAt(2 * each.generation + 1)),
      };
      return divergenceIn(compared(each, was, born), habitat);
    });
  }

  test('other bodies: one genome a place, and the very numbers and the very file that Node comes to', async () => {
    await ask('development', 2);
    expect(await audit(page, 'the question')).toEqual([]);
    await run();
    await isDone();
    expect(await page.locator('.whatif-say').textContent()).toContain('the noise of development, and nothing else');
    expect(await page.locator('.place.twins').count()).toBe(2 * 12);
    expect(await audit(page, 'both histories')).toEqual([]);
    const file = await saveBranch();
    const branch = decodeRecording(file);
    const secret = branch.origin?.anew[0]?.secret;
    if (!secret) throw new Error('Nothing was drawn anew.');
    expect(branch.origin?.parent).toEqual(markOf(recording));
    const plan: BranchPlan = { from: 1, anew: { parts: ['development'], secret }, cards: [] };
    expect(file).toEqual(encodeRecording(await branchOff(recording, plan, growAll)));
    const rows = await saveTable();
    for (const [name, habitat] of [
      ['2', 1],
      ['the whole world', null],
    ] as const) {
      const expected = (await reckon(plan, habitat)).map((of) => [
        String(of.generation + 1),
        name,
        String(of.places),
        String(of.sameGenomes),
        String(of.otherFates),
        String(of.apart),
        String(of.traits),
      ]);
      expect(expected.length).toBe(EXAM);
      expect(rows.filter((row) => row[1] === name).map((row) => row.slice(0, 7))).toEqual(expected);
    }
  });

  test('the two in a place are found by keys, and both histories go on in step', async () => {
    const first = page.locator('.side[data-side="is"] .place').first();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Place 3, /);
    expect(await page.locator('.place[aria-pressed="true"]').count()).toBe(2);
    expect(await page.locator('.place-view').textContent()).toContain('One genome, two bodies');
    await page.locator('.step-bar input').focus();
    await page.keyboard.press('End');
    await page.locator(`.comparison[data-generation="${EXAM}"]`).waitFor();
    expect(await page.locator('.step-bar .numeric').textContent()).toBe('Generation 5, the exam');
    const branch = openTimeline(decodeRecording(await saveBranch()));
    for (const [side, timeline] of [
      ['was', openTimeline(recording)],
      ['is', branch],
    ] as const) {
      const end = timeline.worldAt(timeline.frames.length);
      const living = end.creatures.filter(({ habitat, cause }) => habitat === 1 && cause === 0).length;
      expect(await page.locator(`.side[data-side="${side}"]`).getAttribute('data-survived')).toBe(String(living));
    }
  });

  test('the branch is watched in the theatre, brought to the library, and asked again', async () => {
    await page.getByRole('button', { name: 'Put it into the library' }).click();
    const link = page.locator('.keeping a');
    await link.waitFor();
    const path = (await link.getAttribute('href')) ?? '';
    await page.goto(`${site.url}${path}/whatif#g=3`);
    await page.locator('.whatif-form').waitFor();
    await run();
    await isDone();
    const again = decodeRecording(await saveBranch());
    expect(again.origin?.anew.map(({ from }) => from)).toEqual([1, 2]);
    await page.getByRole('button', { name: 'Watch it in the theatre' }).click();
    await page.locator('main.match[data-generation="2"]').waitFor();
    await page.getByRole('link', { name: 'What if …?' }).click();
    await page.locator('.whatif-form').waitFor();
    expect(page.url()).toContain('/replay/file/whatif#g=3');
  });

  test('other cards: what lay there is laid already, and what is laid instead is in force', async () => {
    await ask('cards', 3);
    const go = page.locator('.whatif-form button[type="submit"]');
    expect(await go.isDisabled()).toBe(true);
    const laid = page.locator('.other-cards .card.laid');
    const before = await laid.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-card')));
    expect(before).toEqual(
      openTimeline(recording)
        .worldAt(5)
        .pressures[1]?.map(({ card }) => card)
        .sort(),
    );
    for (let lower = await laid.count(); lower > 0; lower = await laid.count()) {
      await laid
        .first()
        .getByRole('button', { name: /^Lower/ })
        .click();
    }
    await page.locator('[data-card="famine"]').getByRole('button', { name: 'Raise Famine' }).click();
    await page.locator('[data-card="famine"]').getByRole('button', { name: 'Raise Famine' }).click();
    expect(await audit(page, 'other cards')).toEqual([]);
    await run();
    await isDone();
    const plan: BranchPlan = {
      from: 2,
      anew: null,
      cards: [{ round: 1, habitat: 1, cards: [{ card: 'famine', level: 2 }] }],
    };
    expect(await saveBranch()).toEqual(encodeRecording(await branchOff(recording, plan, growAll)));
    expect(await page.locator('.side[data-side="is"] .side-cards').textContent()).toContain('Famine');
  });

  test('twenty tapes: each comes out as Node plays it, beside what happened', async () => {
    await ask('tapes', 4);
    await run();
    await page.locator('.tapes[data-standing="done"]').waitFor();
    expect(await audit(page, 'the tapes')).toEqual([]);
    expect(await page.locator('.fate').first().locator('.strip-dot').count()).toBe(20);
    const rows = (await saveTable()).filter((row) => row[1] === '1');
    expect(rows.length).toBe(21);
    const timeline = openTimeline(recording);
    const end = timeline.worldAt(timeline.frames.length);
    const happened = outcomeOf(end, growWith(grow, timeline.worldAt(2 * EXAM + 1)))[0];
    expect(rows[0]?.slice(0, 5)).toEqual(
      ['What happened', 1, happened?.born, happened?.survived, happened?.means?.[0]].map(String),
    );
    await page.getByRole('button', { name: 'Hold it against what happened' }).click();
    await isDone();
    const secret = decodeRecording(await saveBranch()).origin?.anew[0]?.secret;
    if (!secret) throw new Error('Nothing was drawn anew.');
    await page.getByRole('button', { name: 'Back to the tapes' }).click();
    await page.locator('.tapes[data-standing="done"]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('What if: Replay the tape');
    const [tape] = await playTape(recording, 3, secret, grow, () => undefined);
    expect(rows[1]?.slice(0, 5)).toEqual(['1', 1, tape?.born, tape?.survived, tape?.means?.[0]].map(String));
    expect(complaints).toEqual([]);
  });
});
