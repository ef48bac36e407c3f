/** A lesson on pupils’ devices and on the wall, and what its teacher takes away from it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { loadLesson } from '../../shared/lessons/library.ts';
import { askedAt } from '../../shared/lessons/questions.ts';
import { audit } from '../support/audit.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { openPage, until } from '../support/server.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

const OTHERS = 4;

describe.skipIf(skipWithoutChromium())('a lesson', () => {
  let site: TestSite;
  let browser: Browser;
  let context: BrowserContext;
  let lesson: Lesson;
  let host: LiveSource;
  const others: LiveSource[] = [];
  let pupil: Page;

  beforeAll(async () => {
    lesson = await loadLesson('twins-come-apart');
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1366, height: 768 } });
    const create = { mode: 'private', lesson: lesson.id, habitats: 1, speed: 64, watch: true } as const;
    host = await openPage(site.url, { kind: 'create', create, host: true });
    for (let at = 0; at < OTHERS; at++) {
      others.push(await openPage(site.url, { kind: 'join', code: host.table.value.code }));
    }
    pupil = await context.newPage();
  });
  afterAll(async () => {
    for (const page of [host, ...others]) page?.close();
    await browser?.close();
    await site?.close();
  });

  const stepOf = (): number => host.table.value.lesson?.step ?? -1;
  const go = async (step: number): Promise<void> => {
    await host.send({ kind: 'lesson', action: 'goTo', step });
    await until(() => [host, ...others].every((page) => page.table.value.lesson?.step === step));
  };
  /** The others answer what the step asks, by this option. */
  const othersAnswer = async (option: number): Promise<void> => {
    for (const page of others) {
      for (const { id, choice, words } of askedAt(lesson, lesson.steps[stepOf()])) {
        const chosen = choice?.options[option]?.id;
        const said = {
          ...(chosen ? { choice: chosen } : {}),
          ...(words === 'wanted' ? { text: '=2+3, he said' } : {}),
        };
        await page.send({ kind: 'answer', step: stepOf(), question: id, ...said });
      }
    }
  };

  test('asks pupils its questions, keeps what they say through a reload, and lets them change it', async () => {
    await pupil.goto(`${site.url}/room/${host.table.value.code}`);
    await pupil.locator('.lesson-form').waitFor();
    expect(await audit(pupil, 'the questions')).toEqual([]);
    for (const question of await pupil.locator('.lesson-question').all()) {
      await question.locator('input[type="radio"]').first().check();
    }
    await pupil.locator('.lesson-foot .primary').click();
    await pupil.locator('.lesson-form[data-kept="true"]').waitFor();
    await pupil.reload();
    await pupil.locator('.lesson-form[data-kept="true"]').waitFor();
    await pupil.locator('.lesson-question').first().locator('input[type="radio"]').nth(1).check();
    await pupil.locator('.lesson-form[data-kept="false"] .primary').click();
    await pupil.locator('.lesson-form[data-kept="true"]').waitFor();
    await othersAnswer(0);
  });

  test('shows on the wall what is asked and how many have answered, nothing to press, and no word that pupils lack', async () => {
    await go(1);
    await pupil.locator('.lesson-panel[data-step="guess"] .lesson-form').waitFor();
    await othersAnswer(0);
    const wall = await context.newPage();
    await wall.goto(`${site.url}/screen/${host.table.value.code}`);
    await wall.locator('.screen-question').waitFor();
    await wall.locator('.screen-count', { hasText: `${OTHERS} of ${OTHERS + 1}` }).waitFor();
    expect(await wall.locator('.screen :is(button, input, select, textarea, a):not([inert] *)').count()).toBe(0);
    const size = await wall.evaluate<string>(
      'getComputedStyle(document.querySelector(".screen-question li")).fontSize',
    );
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(20);
    const onPupils = (await pupil.locator('body').innerText()).replace(/\s+/g, ' ');
    for (const words of [
      ...(await wall.locator('.screen-prompt li, .screen-question p').allInnerTexts()),
      ...(await wall.locator('.screen-question li').allInnerTexts()).map((text) => text.replace(/^[A-F]\s+/, '')),
    ]) {
      expect(onPupils).toContain(words);
    }
    await wall.close();
  });

  test('leaves a report: histograms before and after, everybody’s answers, a table without formulas, a sheet of paper', async () => {
    await go(5);
    await othersAnswer(1);
    await go(6);
    await othersAnswer(0);
    const page = await context.newPage();
    await page.goto(`${site.url}/report/${host.table.value.report ?? ''}#${host.hostKey.value}`);
    await page.locator('.report[data-state="ready"]').waitFor();
    const [construct] = lesson.constructs;
    const bars = page.locator(`.histogram[data-question="${construct?.id}"] tr[data-option]`);
    const counts = await bars.evaluateAll((rows) =>
      rows.map((row) => [row.getAttribute('data-before'), row.getAttribute('data-after')]),
    );
    expect(counts.slice(0, 2)).toEqual([
      [String(OTHERS), '0'],
      ['1', String(OTHERS)],
    ]);
    expect(await page.locator('[data-person]').count()).toBe(OTHERS + 1);
    expect(await page.locator('[data-question="ticket-sentence"] dd').count()).toBe(OTHERS);
    expect(await audit(page, 'the report')).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
    const csv = Buffer.concat(chunks).toString('utf8');
    expect(csv.match(/'=2\+3, he said/g)).toHaveLength(OTHERS);

    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sizes.length).toBeGreaterThanOrEqual(1);
    expect(sizes.length).toBeLessThanOrEqual(4);
    for (const [, width, height] of sizes) {
      expect(Number(width)).toBeCloseTo(595, -1);
      expect(Number(height)).toBeCloseTo(842, -1);
    }
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-head', '.report-actions', '.report-deleting']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    expect(await page.locator('.histogram').first().isVisible()).toBe(true);
    await page.close();
  });

  test('and its report opens to no other key, and goes when its teacher says so, twice', async () => {
    const page = await context.newPage();
    await page.goto(`${site.url}/report/${host.table.value.report ?? ''}#not-the-key-of-this-class`);
    await page.locator('[role="alert"]', { hasText: 'not the key' }).waitFor();
    await page.goto('about:blank');
    await page.goto(`${site.url}/report/${host.table.value.report ?? ''}#${host.hostKey.value}`);
    await page.locator('.report-deleting button').click();
    await page.locator('.report-deleting .primary').click();
    await page.locator('[role="alert"]', { hasText: 'gone from this server' }).waitFor();
    await page.reload();
    await page.locator('[role="alert"]', { hasText: 'no report' }).waitFor();
    await page.close();
  });
});
