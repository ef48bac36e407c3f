/** Manners in a real browser: what is said in one language and read in another, turning away, reporting, voting, playing again. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { memorySeatKeys, openPage, QUICK, until } from '../support/server.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

describe.skipIf(skipWithoutChromium())('people in one room', () => {
  let site: TestSite;
  let browser: Browser;
  const ends: { close(): unknown }[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end.close();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Whoever makes the room, with the key by which their browser is its owner's. */
  async function makeRoom(create: object = {}): Promise<{ owner: LiveSource; roomId: string; key: string }> {
    const keys = memorySeatKeys();
    const owner = await openPage(
      site.url,
      { kind: 'create', create: { ...QUICK, habitats: 5, mode: 'public', ...create } },
      keys,
    );
    ends.push(owner);
    const roomId = owner.roomId.value;
    return { owner, roomId, key: keys.get(roomId) ?? '' };
  }

  async function join(roomId: string, keys = memorySeatKeys()): Promise<LiveSource> {
    const other = await openPage(site.url, { kind: 'join', roomId }, keys);
    ends.push(other);
    return other;
  }

  /** A page in the room. `key`: of a seat that this browser is to hold. */
  async function visit(roomId: string, viewport = WIDE, locale = 'en', key = ''): Promise<Page> {
    const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' });
    ends.push(context);
    const page = await context.newPage();
    if (key) {
      // What the page keeps later is its own.
      const seats = JSON.stringify([[roomId, key]]);
      await page.addInitScript(`localStorage['twinfold.seats'] ??= '${seats}'`);
    }
    await page.goto(`${site.url}/room/${roomId}`);
    await page.locator('main.match[data-stage]:not([data-stage=""])').waitFor();
    return page;
  }

  const seatOf = async (page: Page): Promise<number> =>
    Number(await page.locator('main.match').getAttribute('data-seat'));
  const nameOf = (page: LiveSource): string => page.table.value.stewards[page.seat.value]?.name ?? '';
  const stewards = (page: Page) => page.locator('#tab-stewards').click();
  const row = (page: Page, name: string) => page.locator('.stewards > ul > li', { hasText: name });
  const openMenu = (page: Page, name: string) => row(page, name).locator('.steward-more').click();
  const hasFocus = (page: Page, selector: string) =>
    page.waitForFunction((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

  test('what is said in English arrives in German: at the habitat, beside the name, and for who listens', async () => {
    const { owner, roomId } = await makeRoom();
    const english = await visit(roomId);
    const german = await visit(roomId, PHONE, 'de');
    const seat = await seatOf(english);
    const name = owner.table.value.stewards[seat]?.name ?? '';
    await stewards(german);

    // By keys alone: opened, closed by Escape with the focus back, opened again, said.
    await english.locator('.say-button').focus();
    await english.keyboard.press('Enter');
    await hasFocus(english, '.phrases button');
    await english.keyboard.press('Escape');
    await hasFocus(english, '.say-button');
    expect(await english.locator('.say-sheet').isVisible()).toBe(false);
    await english.keyboard.press('Enter');
    await hasFocus(english, '.phrases button');
    expect(await audit(english, 'the phrases')).toEqual([]);
    expect(await english.locator('.phrases button').count()).toBe(20);
    await english.locator('.phrases [data-phrase="goodLuck"]').focus();
    await english.keyboard.press('Enter');
    await english.locator('.say-button.cooling').waitFor();
    await hasFocus(english, '.say-button');

    await german.locator('.heard', { hasText: `${name} Viel Glück!` }).waitFor();
    await row(german, name).locator('.saying', { hasText: 'Viel Glück!' }).waitFor();
    await german.locator('.pin .saying', { hasText: 'Viel Glück!' }).waitFor({ state: 'attached' });
    await english.locator('.pin .saying', { hasText: 'Good luck!' }).waitFor({ state: 'attached' });
    // A sign has a name for who cannot see it.
    await owner.send({ kind: 'say', phrase: 'clap' });
    await german.locator('.heard', { hasText: 'Applaus' }).waitFor();
  });

  test('one person is muted, another’s name hidden, over a reload, until it is undone', async () => {
    const { owner, roomId } = await makeRoom();
    const kai = await join(roomId);
    const page = await visit(roomId);
    await stewards(page);
    await openMenu(page, nameOf(kai));
    await page.getByLabel(`Show me nothing that ${nameOf(kai)} says`).check();
    expect(await audit(page, 'about a person')).toEqual([]);
    await page.keyboard.press('Escape');
    await hasFocus(page, '.steward-more');
    await openMenu(page, nameOf(owner));
    await page.getByLabel('Hide this name from me').check();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('main.match[data-stage]:not([data-stage=""])').waitFor();
    await stewards(page);

    const hidden = `Steward ${owner.seat.value + 1}`;
    await row(page, hidden).waitFor();
    await page.locator('.pin', { hasText: hidden }).waitFor({ state: 'attached' });
    expect(await page.getByText(nameOf(owner)).count()).toBe(0);
    expect(await kai.send({ kind: 'say', phrase: 'hello' })).toMatchObject({ ok: true });
    expect(await owner.send({ kind: 'say', phrase: 'thanks' })).toMatchObject({ ok: true });
    await row(page, hidden).locator('.saying', { hasText: 'Thank you!' }).waitFor();
    expect(await page.locator('[data-phrase="hello"]').count()).toBe(0);

    await openMenu(page, hidden);
    await page.getByLabel('Hide this name from me').uncheck();
    await page.keyboard.press('Escape');
    await openMenu(page, nameOf(kai));
    await page.getByLabel(`Show me nothing that ${nameOf(kai)} says`).uncheck();
    await page.keyboard.press('Escape');
    await row(page, nameOf(owner)).waitFor();
    // Somebody who has spoken rests a moment.
    const speak = async () => (await kai.send({ kind: 'say', phrase: 'goodGame' })).ok;
    await expect.poll(speak, { interval: 500, timeout: 20_000 }).toBe(true);
    await row(page, nameOf(kai)).locator('.saying', { hasText: 'Good game!' }).waitFor();
  });

  test('a report is one press and a thanks; a vote takes somebody out, who is told kindly', async () => {
    const { owner, roomId } = await makeRoom();
    const kai = await join(roomId);
    const out = await visit(roomId, PHONE);
    const page = await visit(roomId);
    const name = owner.table.value.stewards[await seatOf(out)]?.name ?? '';
    await stewards(page);
    await openMenu(page, name);
    await page.locator('[data-why="spoiling"]').click();
    await hasFocus(page, '.thanks');
    // Three others are here: it takes two of them.
    await page.getByText('0 of 2 votes to leave').waitFor();
    await page.getByRole('button', { name: `Vote that ${name} leaves` }).click();
    await page.locator('.vote-count', { hasText: '1 of 2' }).waitFor();
    expect(await audit(page, 'a vote')).toEqual([]);
    await page.getByRole('button', { name: 'Take my vote back' }).click();
    await page.locator('.vote-count', { hasText: '0 of 2' }).waitFor();
    await page.getByRole('button', { name: `Vote that ${name} leaves` }).click();
    await page.locator('.vote-count', { hasText: '1 of 2' }).waitFor();
    // Whom it concerns is not shown how many want them gone.
    await stewards(out);
    expect(await out.getByText('votes to leave').count()).toBe(0);
    expect(await kai.send({ kind: 'vote', seat: await seatOf(out), remove: true })).toMatchObject({ ok: true });
    await page.getByText('This person has left the room.').waitFor();
    await page.keyboard.press('Escape');
    await hasFocus(page, '#panel');

    await out.getByRole('heading', { name: 'You are out of this room' }).waitFor();
    expect(await audit(out, 'put out')).toEqual([]);
    expect(await out.getByRole('link', { name: 'To other rooms' }).getAttribute('href')).toBe('/rooms');
    await out.goto(`${site.url}/room/${roomId}`);
    await out.getByRole('alert').waitFor();
    expect(await out.locator('main.match').count()).toBe(0);
  });

  test('who made the room removes somebody, asked once more', async () => {
    const { owner, roomId, key } = await makeRoom();
    const kai = await join(roomId);
    owner.close();
    const page = await visit(roomId, PHONE, 'en', key);
    await stewards(page);
    await openMenu(page, nameOf(kai));
    await page.getByRole('button', { name: `Remove ${nameOf(kai)}` }).click();
    expect(await audit(page, 'removing')).toEqual([]);
    await hasFocus(page, '.first');
    await page.getByRole('button', { name: 'No, let them stay' }).click();
    await hasFocus(page, '.first');
    expect(kai.link.value).toBe('open');
    await page.getByRole('button', { name: `Remove ${nameOf(kai)}` }).click();
    await page.getByRole('button', { name: 'Yes, remove' }).click();
    await until(() => kai.link.value === 'closed');
    expect(kai.self.value?.removed).toBe(true);
  });

  test('who wants another match is taken to it, and who is told of it joins, each at their own habitat', async () => {
    const { owner, roomId } = await makeRoom({ rounds: 1, generationsPerRound: 1, speed: 64 });
    // They take their seats before the quick match is over, and their browsers come when it is.
    const keys = [memorySeatKeys(), memorySeatKeys()];
    const seats = [];
    for (const each of keys) seats.push((await join(roomId, each)).seat.value);
    const [keyOne, keyTwo] = keys.map((each) => each.get(roomId) ?? '');
    const first = await visit(roomId, WIDE, 'en', keyOne);
    const second = await visit(roomId, PHONE, 'de', keyTwo);
    for (const page of [first, second]) await page.locator('main.match[data-phase="over"]').waitFor();
    await until(() => owner.table.value.phase === 'over');
    await second.locator('.rematch').getByText('Noch eine Partie mit denselben Leuten?').waitFor();
    await first.getByRole('button', { name: 'Play again with these people' }).click();
    await first.getByRole('button', { name: 'Stay here' }).waitFor();
    expect(await audit(first, 'setting out')).toEqual([]);
    await second.locator('.rematch').getByText('1 Person will noch einmal spielen.').waitFor();
    expect(await audit(second, 'they play again')).toEqual([]);
    const next = (await second.locator('.rematch').getAttribute('data-next')) ?? '';
    expect(next).not.toBe('');
    await first.waitForURL(`${site.url}/room/${next}`);
    await second.getByRole('link', { name: 'Sie spielen noch einmal: mitspielen' }).click();
    for (const [at, page] of [first, second].entries()) {
      await page.waitForURL(`${site.url}/room/${next}`);
      await page.locator(`main.match[data-seat="${seats[at]}"]`).waitFor();
    }
  });

  test('in a class there are phrases while its console allows them, and neither votes nor reports', async () => {
    const keys = memorySeatKeys();
    const host = await openPage(
      site.url,
      { kind: 'create', create: { ...QUICK, mode: 'private', watch: true }, host: true },
      keys,
    );
    ends.push(host);
    const kai = await join(host.roomId.value);
    const pupil = await visit(host.roomId.value, PHONE);
    const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' });
    ends.push(context);
    const board = await context.newPage();
    await board.goto(`${site.url}/host/${host.table.value.code}#${host.hostKey.value}`);
    const allowed = board.getByLabel('Pupils may say set phrases to each other');
    await allowed.waitFor();
    expect(await allowed.isChecked()).toBe(false);
    await stewards(pupil);
    expect(await pupil.locator('.say-button, .steward-more, .mute-all').count()).toBe(0);

    await allowed.check();
    await pupil.locator('.say-button').waitFor();
    await openMenu(pupil, nameOf(kai));
    await pupil.getByLabel('Hide this name from me').waitFor();
    expect(await pupil.locator('.vote, .report-steward').count()).toBe(0);
    await pupil.keyboard.press('Escape');
    await pupil.locator('.say-button').click();
    await pupil.locator('.phrases [data-phrase="hello"]').click();
    await pupil.locator('.stewards .saying', { hasText: 'Hello!' }).waitFor();
    expect(await audit(pupil, 'a pupil who talks')).toEqual([]);

    await allowed.uncheck();
    await pupil.locator('.say-button').waitFor({ state: 'detached' });
  });
});
