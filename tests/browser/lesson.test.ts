/** A whole lesson as a class lives it: pages reload, a laptop sleeps, somebody comes late, the teacher changes machines. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Lesson, Option, StepKind } from '../../shared/lessons/lesson.ts';
import { loadLesson } from '../../shared/lessons/library.ts';
import { type Asked, askedAt } from '../../shared/lessons/questions.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { layWire, type Wire } from '../support/wire.ts';

/** How long the laptop that sleeps stays closed. */
const SLEEP_MS = 60_000;
const PUPILS = 6;
/** The shortest match of all lessons: one round. */
const LESSON = 'four-metaphors';
/** Six stages are drawn at once, without a graphics card. */
const SMALL = { width: 480, height: 360 };
const WIDE = { width: 1024, height: 700 };
/** Eight pages share one processor; as a whole they may take a few minutes on a busy one. */
const PATIENCE_MS = 60_000;
const WHOLE_MS = 300_000;

interface Pupil {
  readonly page: Page;
  readonly name: string;
  /** All that was sent and acknowledged: the options' words, and one's own. */
  readonly said: { readonly choices: Map<string, string>; readonly words: Map<string, string> };
}

describe.skipIf(skipWithoutChromium())('a whole lesson', () => {
  let site: TestSite;
  /** The line of the laptop that will sleep. */
  let wire: Wire;
  let browser: Browser;
  let lesson: Lesson;
  let console: Page;
  let code = '';
  const pupils: Pupil[] = [];

  beforeAll(async () => {
    lesson = await loadLesson(LESSON);
    [site, browser] = await Promise.all([startTestSite(), launchChromium()]);
    wire = await layWire(site.port);
  });
  afterAll(async () => {
    await browser?.close();
    await wire?.close();
    await site?.close();
  });

  const machine = async (viewport = SMALL): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  };
  const stepAt = (kind: StepKind, from = 0): number =>
    lesson.steps.findIndex((step, at) => at >= from && step.kind === kind);

  const come = async (origin = site.url): Promise<Pupil> => {
    const page = await (await machine()).newPage();
    await page.goto(`${origin}/room/${code}`);
    const name = await page.locator('.self-chip .self-name').innerText();
    const pupil = { page, name, said: { choices: new Map<string, string>(), words: new Map<string, string>() } };
    pupils.push(pupil);
    return pupil;
  };

  /** Leads on, and waits until the pages here are there too. */
  const next = async (here: readonly Pupil[], wall: Page): Promise<void> => {
    const control = console.locator('.lesson-control');
    const at = Number(await control.getAttribute('data-step'));
    await control.locator('.lesson-moves .primary').click();
    const step = lesson.steps[at + 1];
    const shown = step ? `[data-step="${step.id}"]` : '';
    await console.locator(`.lesson-control[data-step="${at + 1}"]`).waitFor();
    await Promise.all([
      ...here.map(({ page }) => page.locator(`.lesson-panel${shown}`).waitFor()),
      ...(step ? [wall.locator(`.screen-asking${shown}`).waitFor()] : []),
    ]);
  };

  /** Answers all that stands on the page, each in their own way, and waits for the acknowledgement. */
  const answer = async (pupil: Pupil, step: number): Promise<void> => {
    const { page, said } = pupil;
    const own = pupils.indexOf(pupil);
    const form = page.locator('.lesson-form');
    const options = (choice: { readonly options: readonly Option[] }): Option | undefined =>
      choice.options[own % choice.options.length];
    for (const { id, choice, words } of askedAt(lesson, lesson.steps[step])) {
      const chosen = choice && options(choice);
      if (chosen) {
        await form.locator(`input[name="${id}"][value="${chosen.id}"]`).check();
        said.choices.set(id, chosen.text);
      }
      if (words === 'none') continue;
      const sentence = `${id}, as ${pupil.name} says it`;
      await form.locator(`#words-${id}`).fill(sentence);
      said.words.set(id, sentence);
    }
    await form.locator('.lesson-foot .primary').click();
    await page.locator('.lesson-form[data-kept="true"]').waitFor();
  };
  const answerAll = async (who: readonly Pupil[], step: number): Promise<void> => {
    await Promise.all(who.map((pupil) => answer(pupil, step)));
  };
  const rowOf = ({ name }: Pupil) => console.locator('.person', { hasText: name });
  const isKnownAs = async ({ page, name }: Pupil): Promise<void> =>
    page.locator('.self-chip .self-name', { hasText: name }).waitFor();

  test(
    'loses nobody and no answer to reloads, sleep, a late pupil, and a teacher who changes machines',
    async () => {
      const desk = await machine(WIDE);
      await desk.grantPermissions(['clipboard-read', 'clipboard-write']);
      console = await desk.newPage();
      await console.goto(`${site.url}/host?lesson=${LESSON}`);
      await console.locator(`input[value="${LESSON}"]:checked`).waitFor();
      await console.locator('#host-devices').fill(String(PUPILS));
      await console.getByRole('button', { name: 'Open the room' }).click();
      await console.locator('main.console[data-phase="lobby"]').waitFor();
      code = new URL(console.url()).pathname.split('/').at(-1) ?? '';
      const wall = await (await machine(WIDE)).newPage();
      await wall.goto(`${site.url}/screen/${code}`);
      await wall.locator(`.screen-asking[data-step="${lesson.steps[0]?.id}"]`).waitFor();

      const first = await come();
      const second = await come();
      const sleeper = await come(wire.url);
      const here = [first, second, sleeper, await come(), await come()];
      await answerAll(here, 0);
      await wall.locator('.screen-count', { hasText: '5 of 5' }).waitFor();

      // One reloads with an answer just kept, and finds it and their name again.
      await first.page.reload();
      await first.page.locator('.lesson-form[data-kept="true"]').waitFor();
      await isKnownAs(first);
      const guess = stepAt('predict');
      await next(here, wall);
      await answerAll(here, guess);

      // A laptop is closed: its page stops, its line goes dead without a goodbye. The server has to find that out by itself.
      const lid = await sleeper.page.context().newCDPSession(sleeper.page);
      const closedAt = performance.now();
      wire.swallow();
      await sleeper.page.context().setOffline(true);
      await lid.send('Page.setWebLifecycleState', { state: 'frozen' });
      const awake = here.filter((pupil) => pupil !== sleeper);
      await next(awake, wall);
      await console.locator('main.console[data-phase="predict"]').waitFor();
      await console.getByRole('button', { name: 'Next', exact: true }).click();
      await console.locator('main.console[data-phase="choose"]').waitFor();
      await Promise.all([
        second.page.reload(),
        rowOf(sleeper).and(console.locator('[data-standing="gone"]')).waitFor(),
      ]);
      await isKnownAs(second);
      const late = await come();
      await console
        .locator('.person')
        .nth(PUPILS - 1)
        .waitFor();

      // The console goes, and the round with it; it is led on from another machine.
      await console.locator('.other-machine summary').click();
      await console.getByRole('button', { name: 'Copy console link' }).click();
      const link = await console.evaluate(() => navigator.clipboard.readText());
      await desk.close();
      console = await (await machine(WIDE)).newPage();
      await console.goto(link);
      for (const phase of ['choose', 'grow', 'season', 'lapse', 'reveal']) {
        await console.locator(`main.console[data-phase="${phase}"]`).waitFor();
        if (phase !== 'reveal') await console.getByRole('button', { name: 'Next', exact: true }).click();
      }

      // After a minute the lid opens again: nobody touches anything, and the page is where the class is.
      await setTimeout(SLEEP_MS - (performance.now() - closedAt));
      await lid.send('Page.setWebLifecycleState', { state: 'active' });
      await sleeper.page.context().setOffline(false);
      await sleeper.page.bringToFront();
      await rowOf(sleeper).and(console.locator('[data-standing="gone"]')).waitFor({ state: 'detached' });
      await isKnownAs(sleeper);
      const all = [...here, late];
      const after = stepAt('questions', guess);
      const ticket = stepAt('ticket');
      for (let step = guess + 2; step <= ticket; step++) {
        await next(all, wall);
        if (step === after || step === ticket) await answerAll(all, step);
      }
      await wall.locator('.screen-count', { hasText: `${PUPILS} of ${PUPILS}` }).waitFor();
      await next(all, wall);
      expect(new Set(pupils.map(({ name }) => name)).size).toBe(PUPILS);
    },
    WHOLE_MS,
  );

  test('and its report has every answer, each beside its name', async () => {
    const href = await console.locator('.console-links a[href^="/report/"]').getAttribute('href');
    const page = await (await machine(WIDE)).newPage();
    await page.goto(`${site.url}${href}`);
    await page.locator('.report[data-state="ready"]').waitFor();
    const table = await page.locator('tr[data-person]').evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('th')?.textContent?.trim() ?? '',
        said: [...row.querySelectorAll('td')].map((cell) => cell.title),
      })),
    );
    const toChoose: Asked[] = lesson.steps.flatMap((step) => askedAt(lesson, step).filter(({ choice }) => choice));
    const expected = pupils.map(({ name, said }) => ({
      name,
      said: toChoose.map(({ id }) => said.choices.get(id) ?? ''),
    }));
    expect(new Map(table.map(({ name, said }) => [name, said]))).toEqual(
      new Map(expected.map(({ name, said }) => [name, said])),
    );
    expect(table).toHaveLength(PUPILS);
    // Who came late was not there to be asked the first time, and answered all the rest; the others answered everything.
    const given = pupils.map(({ said }) => said.choices.size);
    expect(given.filter((count) => count === toChoose.length)).toHaveLength(PUPILS - 1);
    for (const { name, said } of pupils) {
      for (const [question, sentence] of said.words) {
        const entry = page.locator(`[data-question="${question}"] dl > div`, {
          has: page.locator('dt', { hasText: name }),
        });
        expect(await entry.locator('dd').innerText()).toBe(sentence);
      }
    }
  });
});
