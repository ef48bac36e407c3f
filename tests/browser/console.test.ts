/** The console of a class in a real browser: opened, led from, understood by all; and what it does to a pupil's screen. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { loadLesson } from '../../shared/lessons/library.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { memorySeatKeys, openPage, until } from '../support/server.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const CLASS = 40;
const LESSON = 'no-gene-for-an-eye';

describe.skipIf(skipWithoutChromium())('a class is led from its console', () => {
  let site: TestSite;
  let browser: Browser;
  let teacher: BrowserContext;
  let page: Page;
  let pupil: Page;
  let code = '';
  const others: LiveSource[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    teacher = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' });
    page = await teacher.newPage();
  });
  afterAll(async () => {
    for (const other of others) other.close();
    await browser?.close();
    await site?.close();
  });

  const join = async (): Promise<LiveSource> => {
    const other = await openPage(site.url, { kind: 'join', code }, memorySeatKeys());
    await until(() => other.self.value !== null);
    others.push(other);
    return other;
  };
  const rowOf = (other: LiveSource | undefined) =>
    page.locator('.person', { hasText: other?.self.value?.names.join(' & ') ?? 'nobody' });
  const sideways = (of: Page): Promise<number> =>
    of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  test('a lesson is chosen, its room opened, and the console shows how to come in', async () => {
    await page.goto(`${site.url}/host?lesson=${LESSON}`);
    await page.locator(`input[value="${LESSON}"]:checked`).waitFor();
    expect(await audit(page, 'opening')).toEqual([]);
    await page.locator('#host-devices').fill('6');
    await page.getByRole('button', { name: 'Open the room' }).click();
    await page.locator('main.console[data-phase="lobby"]').waitFor();
    code = (await page.locator('.join-card .big-code .visually-hidden').innerText()).replace(/\s/g, '');
    expect(code).toMatch(/^[A-Z0-9]{6}$/);
    await page.waitForURL(`${site.url}/host/${code}`);
    expect(await page.locator('.join-card .join-link').innerText()).toBe(`${site.url}/room/${code}`);
    await page.locator('.lesson-control').waitFor();
    expect(await page.locator('.join-card svg.qr path').getAttribute('d')).toMatch(/^M\d+ \d+h1v1h-1z/);
  });

  test('pupils appear as they come, and are approved, renamed and removed in a click or two', async () => {
    await page.getByLabel('Pupils may choose names').check();
    // The server answers with the rule that goes with it: from here on names wait.
    await page.locator('input[name="approval"]:checked').waitFor();
    const [ada, ben] = [await join(), await join()];
    await rowOf(ada).and(page.locator('[data-standing="waiting"]')).waitFor();
    await page.getByRole('button', { name: 'Approve all 2 names' }).click();
    await rowOf(ben).and(page.locator('[data-standing="working"]')).waitFor();
    await rowOf(ben).click();
    await page.getByLabel('Name 1').fill('Benno');
    await page.getByRole('button', { name: 'Rename' }).click();
    await until(() => ben.self.value?.names[0] === 'Benno');
    await page.getByLabel('Name 1').fill('Benno\u200b');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.locator('.modal [role="alert"]').waitFor();
    expect(await audit(page, 'a person')).toEqual([]);
    await page.getByRole('button', { name: 'Remove from the room' }).click();
    await until(() => ben.link.value === 'closed');
    await page.locator('.tally.removed').waitFor();
    expect(ada.link.value).toBe('open');
  });

  test('eyes up rests a pupil’s screen, keeps the keys out of it, and gives the focus back', async () => {
    pupil = await (await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })).newPage();
    await pupil.goto(`${site.url}/room/${code}`);
    const button = pupil.locator('.self-chip');
    await button.focus();
    await page.getByRole('button', { name: 'Eyes up' }).click();
    await pupil.locator('dialog.eyes-up-sheet[open]').waitFor();
    for (const key of ['Tab', 'Escape', 'Escape', 'Tab']) await pupil.keyboard.press(key);
    expect(await pupil.locator('dialog.eyes-up-sheet[open]').count()).toBe(1);
    // Keys reach nothing below it.
    const outside = await pupil.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== document.body && activeElement?.closest('dialog') === null;
    });
    expect(outside).toBe(false);
    expect(await audit(pupil, 'eyes up')).toEqual([]);
    await page.getByRole('button', { name: 'Screens on again' }).click();
    await pupil.locator('dialog.eyes-up-sheet').waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('a pupil chooses a name and says how many they are; removed, they are told kindly', async () => {
    await pupil.locator('.self-chip').click();
    await pupil.locator('.how-many label').nth(1).click();
    await pupil.getByLabel('Name 1').fill('Ada');
    await pupil.getByLabel('Name 2').fill('');
    await pupil.locator('.self-form [type="submit"]').click();
    const row = page.locator('.person', { hasText: /^Ada & / });
    await row.waitFor();
    expect(await audit(pupil, 'who sits here')).toEqual([]);
    await row.click();
    await page.getByRole('button', { name: 'Remove from the room' }).click();
    await pupil.getByRole('heading', { name: 'You are out of this room' }).waitFor();
    await pupil.context().close();
  });

  test('a class of forty is on one screen, wide and on a phone, and everything can be reached', async () => {
    while (others.length < CLASS) await join();
    await page.getByRole('button', { name: /^Approve all/ }).click();
    // The lesson leads: its first step that plays lets the match begin.
    expect(await page.getByRole('button', { name: 'Begin' }).count()).toBe(0);
    const { steps } = await loadLesson(LESSON);
    const playing = steps.findIndex(({ kind }) => kind === 'play');
    await page.locator('.lesson-course button').nth(playing).click();
    await page.locator('main.console[data-phase="predict"]').waitFor();
    for (const other of others.slice(2, 20)) await other.send({ kind: 'ready', ready: true });
    for (const other of others.slice(30, 33)) other.close();
    await page.locator('.tally.gone', { hasText: '3' }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await audit(page, 'the console')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await audit(page, 'the console in the dark')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(PHONE);
    expect(await sideways(page)).toBe(0);
    expect(await audit(page, 'the console on a phone')).toEqual([]);
    await page.setViewportSize(WIDE);
  });

  test('the console is found again after a reload, and on another machine by its link', async () => {
    await page.reload();
    await page.locator('main.console[data-phase="predict"]').waitFor();
    await page.locator('.other-machine summary').click();
    await teacher.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy console link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const elsewhere = await (await browser.newContext({ viewport: WIDE })).newPage();
    await elsewhere.goto(link);
    await elsewhere.locator('main.console[data-phase="predict"]').waitFor();
    // The key is not left where a projector would show it.
    expect(elsewhere.url()).toBe(`${site.url}/host/${code}`);
    await elsewhere.reload();
    await elsewhere.locator('main.console').waitFor();
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${site.url}/host/${code}`);
    await stranger.locator('[role="alert"]', { hasText: 'not the key of this room' }).waitFor();
    await Promise.all([elsewhere.context().close(), stranger.context().close()]);
  });
});
