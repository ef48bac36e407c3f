/** Public rooms as visitors meet them: the list, a room of one's own, a seat at a press, watching, sitting down, standing up. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import type { CreateOptions } from '../../shared/protocol/messages.ts';
import { MIN_DECK } from '../../shared/sim/cards.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { openPage, until } from '../support/server.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const [first = '', second = ''] = FOUNDERS.map(({ key }) => key);
/** More stops than any screen has: whoever has not come by until then cannot be reached. */
const MOST_STOPS = 120;

describe.skipIf(skipWithoutChromium())('public rooms', () => {
  let site: TestSite;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const sources: LiveSource[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  // Whoever wants to play now is sent to any open room: each test has a server to itself.
  beforeEach(async () => {
    site = await startTestSite();
  });
  afterEach(async () => {
    for (const source of sources.splice(0)) source.close();
    for (const context of contexts.splice(0)) await context.close();
    await site?.close();
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function visit(path: string, viewport = WIDE): Promise<Page> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${site.url}${path}`);
    return page;
  }

  /** A room that somebody elsewhere has made, and sits in. */
  async function someRoom(create: Omit<CreateOptions, 'protocol' | 'mode'> = {}): Promise<LiveSource> {
    const quick = { habitats: 3, rounds: 2, generationsPerRound: 1, population: 6 };
    const source = await openPage(site.url, { kind: 'create', create: { mode: 'public', ...quick, ...create } });
    sources.push(source);
    return source;
  }

  const card = (page: Page, { roomId }: LiveSource): Locator => page.locator(`.room-card[data-room="${roomId.value}"]`);
  const seatOf = async (page: Page): Promise<number> =>
    Number(await page.locator('main.match').getAttribute('data-seat'));
  const inPhase = (page: Page, phase: string) => page.locator(`main.match[data-phase="${phase}"]`).waitFor();

  test('are listed with what they are like, narrowed as the visitor wants, and a link shows the same', async () => {
    const one = await someRoom({ founder: first, language: 'en' });
    const two = await someRoom({ founder: second, language: 'es', habitats: 4 });
    const byLink = await someRoom({ listed: false });
    expect(await two.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: true });
    await until(() => two.table.value.phase === 'predict');
    const page = await visit('/rooms');
    await page.locator('.room-card').nth(1).waitFor();
    expect(await page.locator('.room-card').count()).toBe(2);
    expect(await card(page, byLink).count()).toBe(0);
    const told = (await card(page, two).textContent()) ?? '';
    for (const words of ['Round 1 of 2', '4 habitats', 'Español', '1 person', '3 bots', '3 seats to take'])
      expect(told).toContain(words);
    expect(await card(page, one).textContent()).toContain('Gathering');

    await page.getByLabel('Species').selectOption(second);
    await card(page, one).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe(`?founder=${second}`);
    await page.getByLabel('Not begun yet').check();
    await page.getByText('No open room fits these choices.').waitFor();
    await page.reload();
    await page.getByText('No open room fits these choices.').waitFor();
    expect(await page.getByLabel('Not begun yet').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Show all rooms' }).click();
    await card(page, one).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('come into the list by themselves, and the focus stays where it was or goes on to what is there', async () => {
    const one = await someRoom();
    const page = await visit('/rooms');
    await card(page, one).getByRole('link', { name: 'Take a seat' }).focus();
    const two = await someRoom();
    await card(page, two).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(`/room/${one.roomId.value}`);
    // As if it had just ended.
    await page.route('**/api/rooms*', async (route) => {
      const response = await route.fetch();
      const { rooms }: { rooms: { roomId: string }[] } = await response.json();
      await route.fulfill({ json: { rooms: rooms.filter(({ roomId }) => roomId !== one.roomId.value) } });
    });
    await card(page, one).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(`/room/${two.roomId.value}`);
  });

  test('stay on the screen while the list cannot be refreshed, and none is no dead end', async () => {
    const page = await visit('/rooms');
    await page.locator('.empty').waitFor();
    await page.getByRole('link', { name: 'Practise alone' }).waitFor();
    const room = await someRoom();
    await card(page, room).waitFor();
    await page.route('**/api/rooms*', (route) => route.abort());
    await page.getByText('could not be refreshed').waitFor();
    expect(await card(page, room).count()).toBe(1);
  });

  test('can be made by link with a deck of one’s own, which the browser remembers and the hand keeps to', async () => {
    const owner = await visit('/rooms/new');
    await owner.getByRole('radio', { name: 'Only with the link' }).check();
    const cards = owner.locator('.deck-card');
    const all = await cards.count();
    for (let at = MIN_DECK - 1; at < all; at++) await cards.nth(at).click();
    await owner.getByRole('button', { name: 'Make the room' }).click();
    // One card too few: it says so instead of making anything.
    expect(await owner.locator('.make-foot .wrong').textContent()).toContain('1 card more');
    expect(await owner.locator('.make-foot .wrong').evaluate((told) => told === document.activeElement)).toBe(true);
    await cards.nth(MIN_DECK - 1).click();
    await owner.locator('#room-habitats').fill('3');
    await owner.getByRole('button', { name: 'Make the room' }).click();
    await owner.locator('.room-lobby[data-owner="true"]').waitFor();

    const link = (await owner.locator('.share-link').textContent()) ?? '';
    expect(link).toMatch(/\/room\/[A-Z0-9]{6}$/);
    await owner.getByRole('button', { name: 'QR code' }).click();
    await owner.locator('.share-qr svg').waitFor();
    const list = await visit('/rooms');
    await list.locator('.empty').waitFor();
    await list.goto(`${site.url}/rooms/new`);

    const guest = await visit(new URL(link).pathname, PHONE);
    await guest.locator('.room-lobby[data-owner="false"]').waitFor();
    await owner.getByText('2 people here').waitFor();
    expect(await guest.locator('.settled').textContent()).toContain('Only with the link');
    await guest.getByRole('button', { name: 'I’m ready' }).click();
    await owner.locator('.present li[data-ready="true"]').waitFor();
    await owner.getByRole('button', { name: 'Begin now' }).click();
    for (const page of [owner, guest]) {
      await inPhase(page, 'predict');
      await page.getByRole('button', { name: 'No guess' }).click();
    }
    await inPhase(guest, 'choose');
    expect(await guest.locator('.hand .card').count()).toBe(MIN_DECK);

    await owner.goto(`${site.url}/rooms/new`);
    await owner.locator('.deck-card').first().waitFor();
    expect(await owner.locator('.deck-card.in').count()).toBe(MIN_DECK);
    expect(await owner.locator('#room-habitats').inputValue()).toBe('3');
  });

  test('take in whoever plays now: the second comes to the first, and takes over from a bot in mid-match', async () => {
    const one = await visit('/');
    await one.getByRole('button', { name: 'Play now' }).click();
    // Nobody else is there: it begins at once. Whoever plays for the first time is helped here too.
    await one.locator('[data-hint]').waitFor();
    const two = await visit('/', PHONE);
    await two.getByRole('button', { name: 'Play now' }).click();
    await two.getByText('A bot looked after this habitat until you came.').waitFor();
    expect(new URL(two.url()).pathname).toBe(new URL(one.url()).pathname);
    expect(await seatOf(two)).toBeGreaterThanOrEqual(0);
    expect(await seatOf(two)).not.toBe(await seatOf(one));
    await one.getByRole('tab', { name: 'Stewards' }).click();
    await expect.poll(() => one.locator('.stewards').getByText('bot:').count()).toBe(4);
    // Who comes back to the own seat has nothing to be told.
    await two.reload();
    await two.locator('main.match[data-link="open"]').waitFor();
    expect(await two.locator('.stood-in').count()).toBe(0);
  });

  test('say that it takes longer when it does, and where else to go', async () => {
    const page = await visit('/rooms');
    await page.route('**/api/play-now', () => undefined);
    await page.getByRole('link', { name: 'Play now' }).click();
    await page.getByText('This takes longer than usual').waitFor();
    await page.getByRole('link', { name: 'Practise alone' }).click();
    await inPhase(page, 'predict');
  });

  test('are watched, and from watching one takes a seat and gives it up', async () => {
    const room = await someRoom();
    const page = await visit(`/room/${room.roomId.value}?watch`);
    await page.getByText('You are watching. 2 free seats: take one.').waitFor();
    await page.locator('.spectators').getByText('1 watching').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Take a seat' }).click();
    await page.locator('main.match:not([data-seat="-1"])').waitFor();
    expect(await page.locator('.spectator-bar').count()).toBe(0);
    await until(() => room.table.value.room?.spectators === 0);
    await page.getByRole('button', { name: 'Give up my seat and watch' }).click();
    await page.locator('main.match[data-seat="-1"]').waitFor();
    await page.locator('.spectator-bar').waitFor();
    await until(() => room.table.value.room?.spectators === 1);
  });

  test('that have no seat left can be watched all the same', async () => {
    const room = await someRoom({ habitats: 1, listed: false });
    const page = await visit(`/room/${room.roomId.value}`);
    await page.getByRole('alert').getByText('This room is full').waitFor();
    await page.getByRole('link', { name: 'Watch', exact: true }).click();
    await page.getByText('You are watching. Every habitat has its steward now.').waitFor();
    await page.getByRole('link', { name: 'Play in another room' }).waitFor();
  });

  test('can be found, entered and begun by keys alone', async () => {
    const room = await someRoom();
    const page = await visit('/rooms');
    await card(page, room).waitFor();
    const tabTo = async (target: Locator): Promise<void> => {
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${target}.`);
    };
    await tabTo(page.getByLabel('With a free seat'));
    await page.keyboard.press('Space');
    expect(new URL(page.url()).search).toBe('?open=1');
    await tabTo(card(page, room).getByRole('link', { name: 'Take a seat' }));
    await page.keyboard.press('Enter');
    await page.locator('.room-lobby').waitFor();
    await tabTo(page.getByRole('button', { name: 'I’m ready' }));
    await page.keyboard.press('Enter');
    await until(() => room.table.value.stewards.some(({ ready }) => ready));
    expect(await room.send({ kind: 'ready', ready: true })).toMatchObject({ ok: true });
    await inPhase(page, 'predict');
  });
});
