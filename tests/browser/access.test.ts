/**
 * Every screen under Axe, in a language that is read from left to right and in one from right to left, light and dark. One page
 * goes through them all; a host paces the match from outside.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BENCHES } from '../../client/lab/benches.ts';
import type { LiveSource } from '../../client/net/live-source.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { openPage, until } from '../support/server.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

/** Its name, where it is, and by what one sees that it is there. */
type Screen = [what: string, path: string, ready: string];

describe.skipIf(skipWithoutChromium())('every screen can be used by all', () => {
  let site: TestSite;
  let browser: Browser;
  let page: Page;
  let host: LiveSource | undefined;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    page = await (await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' })).newPage();
  });
  afterAll(async () => {
    host?.close();
    await browser?.close();
    await site?.close();
  });

  /** The screen in English and Arabic, light and dark: its choice of language is used as a person would. */
  async function inAllLooks(what: string): Promise<string[]> {
    const found: string[] = [];
    for (const language of ['ar', 'en']) {
      await page.locator('.language select').selectOption(language);
      await page
        .locator(`html[lang="${language}"][dir="${language === 'ar' ? 'rtl' : 'ltr'}"]`)
        .waitFor({ state: 'attached' });
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await audit(page, `${what}, ${language}, ${colorScheme}`)));
      }
    }
    return found;
  }

  test.each<Screen>([
    ['the first page', '/', '.specimen[data-state="grown"]'],
    ['public rooms, none of them', '/rooms?lobby', '.empty'],
    ['making a room', '/rooms/new', '.founders canvas.grown'],
    ['hosting', '/host', 'form.host'],
    ['replays', '/replays', '.empty, .recording-card'],
    ['a recording to be opened', '/replay', '.choose-file'],
    ['the rules', '/rules', 'main h1'],
    ['the lessons', '/lessons', 'main h1'],
    ['an address that leads nowhere', '/nowhere', '[role="alert"]'],
    ['a room that is gone', '/room/ACDEFG', '[role="alert"]'],
    ['the lab', '/lab', '.bench-sign canvas.grown'],
    ...BENCHES.map(({ key }): Screen => [`the lab’s bench ${key}`, `/lab/${key}`, '.lab-bench[data-state="ready"]']),
  ])('%s', async (what, path, ready) => {
    await page.goto(`${site.url}${path}`);
    await page.locator(ready).first().waitFor();
    expect(await inAllLooks(what)).toEqual([]);
  });

  test('the model card, light and dark', async () => {
    await page.goto(`${site.url}/model/`);
    const found: string[] = [];
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await audit(page, `the model card, ${colorScheme}`)));
    }
    expect(found).toEqual([]);
  });

  test('public rooms in the list, the lobby of one, and watching it, on a wide screen and on a phone', async () => {
    const create = { mode: 'public', habitats: 3, population: 6 } as const;
    const room = await openPage(site.url, { kind: 'create', create });
    // Its lobby waits for minutes, and so for this test.
    const byLink = await openPage(site.url, { kind: 'create', create: { ...create, listed: false } });
    const found: string[] = [];
    try {
      for (const [what, path, ready] of [
        ['the list', '/rooms', '.room-card canvas.grown'],
        ['watching', `/room/${room.roomId.value}?watch`, '.spectator-bar'],
        ['the lobby', `/room/${byLink.roomId.value}`, '.room-lobby'],
      ] as const) {
        for (const viewport of [WIDE, PHONE]) {
          await page.setViewportSize(viewport);
          await page.goto(`${site.url}${path}`);
          await page.locator(ready).first().waitFor();
          found.push(...(await inAllLooks(`${what}, ${viewport.width} wide`)));
        }
      }
    } finally {
      room.close();
      byLink.close();
      await page.setViewportSize(WIDE);
    }
    expect(found).toEqual([]);
  });

  test('a match in each of its phases, with all its panels, and its replay', async () => {
    const opened = await openPage(site.url, {
      kind: 'create',
      create: {
        mode: 'private',
        habitats: 3,
        rounds: 1,
        generationsPerRound: 2,
        population: 8,
        watch: true,
        shock: true,
        briefs: 'own',
      },
    });
    host = opened;
    const phaseOf = (): string => opened.table.value.phase;
    await page.goto(`${site.url}/room/${opened.table.value.code}`);
    await page.locator('main.match[data-phase="lobby"] .stage[data-state="open"]').waitFor();
    const found = await inAllLooks('the gathering');
    const seen = new Set(['lobby']);
    expect(await opened.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: true });
    await until(() => phaseOf() !== 'lobby');
    for (;;) {
      const phase = phaseOf();
      if (phase !== 'over') await opened.send({ kind: 'pace', action: 'pause' });
      await page.locator(`main.match[data-phase="${phase}"]`).waitFor();
      if (!seen.has(phase)) {
        seen.add(phase);
        found.push(...(await inAllLooks(phase)));
        if (phase === 'season') found.push(...(await eachTab()));
      }
      if (phase === 'over') break;
      await opened.send({ kind: 'pace', action: 'resume' });
      await opened.send({ kind: 'pace', action: 'next' });
      await until(() => phaseOf() !== phase);
    }
    await page.setViewportSize(PHONE);
    found.push(...(await inAllLooks('the result, on a phone')));
    await page.setViewportSize(WIDE);
    await page.goto(`${site.url}/replay/${opened.table.value.recording}`);
    await page.locator('.time-line').waitFor();
    found.push(...(await inAllLooks('the replay')));
    expect([...seen]).toEqual(['lobby', 'predict', 'choose', 'grow', 'season', 'lapse', 'reveal', 'over']);
    expect(found).toEqual([]);
  });

  async function eachTab(): Promise<string[]> {
    const found: string[] = [];
    const tabs = page.getByRole('tab');
    for (let at = 0; at < (await tabs.count()); at++) {
      await tabs.nth(at).click();
      found.push(...(await audit(page, `panel ${at}`)));
    }
    return found;
  }
});
