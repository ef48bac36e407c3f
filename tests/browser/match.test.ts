/**
 * The main job on real input: people in browsers play one recorded match in one shared world. Every page grows its own bodies
 * and keeps its own copy of the world; all must end with the server's hash, and so must the recording played back.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { decodeRecording } from '../../shared/replay/recording.ts';
import { divergence } from '../../shared/sim/divergence.ts';
import { grow } from '../../shared/sim/embryo/reference.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { conditionsFor } from '../../shared/sim/world/grow.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { openPage, passQuestion, until } from '../support/server.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

describe.skipIf(skipWithoutChromium())('a match with people in browsers', () => {
  let site: TestSite;
  let browser: Browser;
  let host: LiveSource;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    host = await openPage(site.url, {
      kind: 'create',
      create: { mode: 'private', habitats: 4, rounds: 2, generationsPerRound: 2, population: 10, speed: 8 },
    });
  });
  afterAll(async () => {
    host?.close();
    await browser?.close();
    await site?.close();
  });

  /** A page of its own browser profile, in the match; complaints are what the page's console and scripts complained of. */
  async function visitor(viewport: { width: number; height: number }): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext({ viewport })).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${site.url}/room/${host.table.value.code}`);
    await page.locator('main.match[data-stage]:not([data-stage=""])').waitFor();
    // The map itself, not the word that it did not load.
    await page.locator('.stage[data-state="open"] canvas').first().waitFor();
    return { page, complaints };
  }

  const match = (page: Page) => page.locator('main.match');
  const attribute = async (page: Page, name: string): Promise<string> => (await match(page).getAttribute(name)) ?? '';
  const inPhase = (page: Page, phase: string) => page.locator(`main.match[data-phase="${phase}"]`).waitFor();

  async function layCard(page: Page, card: string): Promise<void> {
    await inPhase(page, 'choose');
    await page.getByRole('tab', { name: 'Cards' }).click();
    const item = page.locator(`[data-card="${card}"]`);
    await item.getByRole('button').last().click();
    await page.locator(`[data-card="${card}"][data-level="1"]`).waitFor();
  }

  /** The page's meter says what Node reckons from bodies that it grows itself: no body has crossed the wire. */
  async function showsTwins(page: Page, habitat: number): Promise<void> {
    const world = host.world.value;
    const twin = world?.creatures.find((creature) => creature.habitat === habitat && creature.twin >= 0);
    const other = world?.creatures[twin?.twin ?? -1];
    if (!world || !twin || !other) throw new Error(`Habitat ${habitat} has no twins.`);
    expect(other.genome).toEqual(twin.genome);
    const [one, two] = [twin, other].map((each) => grow(each.genome, each.noiseSeed, conditionsFor(world, each)));
    if (!one || !two) throw new Error('Nothing grew.');
    const apart = divergence(one, two);
    expect(apart).toBeGreaterThan(0);
    await page.getByRole('tab', { name: 'Twins' }).click();
    await page.locator(`.twins[data-state="grown"][data-divergence="${apart.toFixed(3)}"]`).waitFor();
  }

  test('both play cards, a third joins half-way, all reach the server’s hash, and so does the replay', async () => {
    const wide = await visitor(WIDE);
    const phone = await visitor(PHONE);
    const seats = [Number(await attribute(wide.page, 'data-seat')), Number(await attribute(phone.page, 'data-seat'))];
    expect(new Set([...seats, -1]).size).toBe(3);

    expect(await host.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: true });
    await passQuestion(host);
    // Held while people choose, so that the test races no clock.
    expect(await host.send({ kind: 'pace', action: 'pause' })).toMatchObject({ ok: true });
    await layCard(wide.page, 'hunters');
    await layCard(phone.page, 'frost');
    await until(() => seats.every((seat) => (host.table.value.laid[seat] ?? []).length > 0));
    expect(seats.map((seat) => host.table.value.laid[seat]?.[0]?.card)).toEqual(['hunters', 'frost']);
    expect(await host.send({ kind: 'pace', action: 'resume' })).toMatchObject({ ok: true });
    expect(await host.send({ kind: 'pace', action: 'next' })).toMatchObject({ ok: true });

    await until(() => host.table.value.phase === 'season');
    expect(await host.send({ kind: 'pace', action: 'pause' })).toMatchObject({ ok: true });
    await showsTwins(wide.page, Number(seats[0]));
    await showsTwins(phone.page, Number(seats[1]));
    expect(await host.send({ kind: 'pace', action: 'resume' })).toMatchObject({ ok: true });

    await until(() => (host.world.value?.generation ?? 0) >= 2);
    const late = await visitor(WIDE);
    expect(Number(await attribute(late.page, 'data-generation'))).toBeGreaterThanOrEqual(2);

    const phaseOf = () => host.table.value.phase;
    while (phaseOf() !== 'over') {
      const phase = phaseOf();
      await host.send({ kind: 'pace', action: 'next' });
      await until(() => phaseOf() !== phase);
    }

    const hash = hexOf(host.world.value?.hash ?? new Uint8Array());
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    for (const { page } of [wide, phone, late]) {
      await inPhase(page, 'over');
      await page.locator(`main.match[data-hash="${hash}"]`).waitFor();
    }

    // Who came half-way takes all of it along: the server has what their page never saw.
    await late.page.getByRole('button', { name: 'Take it with you' }).click();
    const [taken] = await Promise.all([
      late.page.waitForEvent('download'),
      late.page.getByRole('button', { name: /^Save the recording/ }).click(),
    ]);
    const { frames } = decodeRecording(await readFile((await taken.path()) ?? ''));
    expect(frames.length).toBe(host.world.value?.tick);

    await Promise.all([phone, late].map(({ page }) => page.context().close()));
    await wide.page.goto(`${site.url}/replay/${host.table.value.recording}`);
    await wide.page.locator('main.match[data-generation="0"]').waitFor();
    expect(await attribute(wide.page, 'data-hash')).not.toBe(hash);
    await wide.page.getByRole('combobox', { name: 'Speed' }).selectOption('64');
    await wide.page.getByRole('slider', { name: 'Generation' }).focus();
    await wide.page.keyboard.press('End');
    await wide.page.locator(`main.match[data-hash="${hash}"]`).waitFor();

    expect([...wide.complaints, ...phone.complaints, ...late.complaints]).toEqual([]);
  });
});
