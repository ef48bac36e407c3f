/** A class goes through a lesson over real sockets: steps, answers, the report, and what is left when all is deleted. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { DATABASE_FILE } from '../../server/persistence/sqlite.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { loadLesson } from '../../shared/lessons/library.ts';
import { askedAt } from '../../shared/lessons/questions.ts';
import { type Report, reportSchema } from '../../shared/protocol/report.ts';
import { hurry, isOver, openPage, startTestServer, type TestServer, until } from '../support/server.ts';

let lesson: Lesson;
let server: TestServer;
const pages: LiveSource[] = [];
beforeAll(async () => {
  lesson = await loadLesson('twins-come-apart');
});
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server.close();
});

async function openClass(pupils: number): Promise<{ host: LiveSource; pupils: readonly LiveSource[] }> {
  const create = { mode: 'private', lesson: lesson.id, habitats: 2, speed: 64, watch: true } as const;
  const host = await openPage(server.url, { kind: 'create', create, host: true });
  pages.push(host);
  expect(host.trouble.value).toBe('');
  const opened: LiveSource[] = [];
  for (let pupil = 0; pupil < pupils; pupil++) {
    const page = await openPage(server.url, { kind: 'join', code: host.table.value.code });
    pages.push(page);
    opened.push(page);
  }
  return { host, pupils: opened };
}

const stepOf = (page: LiveSource): number => page.table.value.lesson?.step ?? -1;

async function next(host: LiveSource): Promise<void> {
  const before = stepOf(host);
  expect(await host.send({ kind: 'lesson', action: 'next' })).toMatchObject({ ok: true });
  await until(() => pages.every((page) => stepOf(page) === before + 1));
}

/** Answers all that the step asks by the option at `at`, and words where they are wanted. */
async function answerAll(page: LiveSource, at: number, words: string): Promise<void> {
  const step = stepOf(page);
  for (const { id, choice, words: wanted } of askedAt(lesson, lesson.steps[step])) {
    const option = choice?.options[at]?.id;
    const text = wanted === 'none' ? undefined : words;
    const said = { ...(option ? { choice: option } : {}), ...(text === undefined ? {} : { text }) };
    expect(await page.send({ kind: 'answer', step, question: id, ...said })).toMatchObject({ ok: true });
  }
}

const ask = (id: string, key: string, method = 'GET'): Promise<Response> =>
  fetch(`${server.url}/api/reports/${id}`, { method, headers: key === '' ? {} : { Authorization: `Bearer ${key}` } });

async function readReport(host: LiveSource): Promise<Report> {
  const response = await ask(host.table.value.report ?? '', host.hostKey.value);
  expect(response.status).toBe(200);
  return reportSchema.parse(await response.json());
}

describe('a lesson', () => {
  test('leads its class from question to ticket, plays just the rounds of its steps, and leaves every answer to its teacher', async () => {
    const { host, pupils } = await openClass(3);
    const [first, second, third] = pupils;
    if (!first || !second || !third) throw new Error('Three were to come.');
    // Three people, two habitats: some share one, and each has answers of their own.
    expect(stepOf(host)).toBe(0);
    expect(await host.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: false, reason: 'lessonHolds' });
    await answerAll(first, 0, '');
    await answerAll(second, 1, '');
    await answerAll(first, 2, '');
    await until(() => host.table.value.lesson?.answered === 2);
    expect(first.own.value.answers?.map(({ choice }) => choice)).toEqual(
      lesson.constructs.map(({ before }) => before.options[2]?.id),
    );
    expect(second.own.value.answers).toHaveLength(lesson.constructs.length);

    await next(host);
    expect(host.table.value.lesson?.answered).toBe(0);
    await answerAll(third, 0, '=HYPERLINK("http://example.org")');
    await next(host);
    await until(() => host.table.value.phase === 'predict');
    // Two rounds, then the match waits for the lesson.
    while (!(host.table.value.phase === 'reveal' && (host.world.value?.generation ?? 0) >= 4)) {
      const moment = (): string => `${host.table.value.phase} ${host.table.value.asOf}`;
      const before = moment();
      if (host.table.value.phase === 'choose') {
        await first.send({ kind: 'pressure', card: 'frost', level: 1 });
      }
      await host.send({ kind: 'pace', action: 'next' });
      await until(() => moment() !== before);
    }
    expect(await host.send({ kind: 'pace', action: 'next' })).toMatchObject({ ok: false, reason: 'lessonHolds' });
    for (let left = lesson.steps.length - 1 - stepOf(host); left > 0; left--) {
      await next(host);
      if (stepOf(host) >= 5)
        for (const page of pupils) await answerAll(page, 2, 'Small chances are copied by daughters.');
    }
    const report = await readReport(host);
    expect(report.people.map(({ names }) => names.join())).toHaveLength(3);
    expect(report.lesson?.entered.map(({ step }) => step)).toEqual(lesson.steps.map((_, at) => at));
    expect(report.lesson?.entered.at(-1)?.generation).toBe(3);
    const of = (question: string): (string | null)[] =>
      report.answers.filter((answer) => answer.question === question).map(({ choice }) => choice);
    expect(of('third-source-before')).toHaveLength(2);
    expect(of('third-source-after')).toEqual(Array(3).fill(lesson.constructs[0]?.after.options[2]?.id));
    expect(report.answers.find(({ question }) => question === 'guess-apart')?.text).toContain('HYPERLINK');
    expect(report.answers.filter(({ question }) => question === 'ticket-sentence')).toHaveLength(3);
    expect(report.choices).toContainEqual({ seat: first.seat.value, round: 0, card: 'frost', level: 1 });
    expect(report.recorded).toBe(4);

    await next(host);
    const late = { kind: 'answer', step: lesson.steps.length, question: 'ticket-choice', choice: 'noise' } as const;
    expect(await first.send(late)).toMatchObject({ ok: false, reason: 'lessonOver' });
    expect((await readReport(host)).answers).toEqual(report.answers);
  });

  test('refuses what does not answer its step, each with a sentence, and changes nothing', async () => {
    const { host, pupils } = await openClass(1);
    const [pupil] = pupils;
    if (!pupil) throw new Error('One was to come.');
    const question = 'third-source-before';
    const refused = async (intent: Parameters<LiveSource['send']>[0], reason: string, by = pupil): Promise<void> => {
      const answer = await by.send(intent);
      expect(answer).toMatchObject({ ok: false, reason });
      expect(answer.error).toMatch(/^\p{Lu}.*\.$/u);
    };
    await refused({ kind: 'lesson', action: 'next' }, 'notHostLesson');
    await refused({ kind: 'answer', step: 1, question, choice: 'chance' }, 'otherStep');
    await refused({ kind: 'answer', step: 0, question: 'nobody-asked', choice: 'chance' }, 'notAsked');
    await refused({ kind: 'answer', step: 0, question, choice: 'blueprint' }, 'noOption');
    await refused({ kind: 'answer', step: 0, question }, 'noOption');
    await refused({ kind: 'answer', step: 0, question, choice: 'chance', text: 'And so on' }, 'noWords');
    await refused({ kind: 'answer', step: 0, question, choice: 'chance' }, 'noAnswerer', host);
    await refused({ kind: 'lesson', action: 'back' }, 'firstStep', host);
    await refused({ kind: 'lesson', action: 'goTo', step: 99 }, 'noStep', host);
    await refused({ kind: 'lesson', action: 'goTo' }, 'noStep', host);
    await host.send({ kind: 'lesson', action: 'goTo', step: lesson.steps.length - 1 });
    const sentence = { kind: 'answer', step: lesson.steps.length - 1, question: 'ticket-sentence' } as const;
    await refused({ ...sentence, text: 'x'.repeat(501) }, 'textTooLong');
    await refused({ ...sentence, text: ' \u0007\u200b ' }, 'noText');
    await refused({ ...sentence, choice: 'chance', text: 'Chance.' }, 'noChoice');
    expect((await readReport(host)).answers).toEqual([]);
    expect(pupil.own.value.answers).toEqual([]);
    expect(await pupil.send({ ...sentence, text: `  ${'𝔛'.repeat(500)}\u0000 ` })).toMatchObject({ ok: true });
    expect(pupil.own.value.answers).toEqual([{ question: 'ticket-sentence', choice: null, text: '𝔛'.repeat(500) }]);
  });

  test('takes in who comes after the exam, for what is left of it', async () => {
    const exam = await loadLesson('training-and-exam');
    const create = { mode: 'private', lesson: exam.id, habitats: 3, speed: 64, watch: true } as const;
    const host = await openPage(server.url, { kind: 'create', create, host: true });
    pages.push(host);
    await host.send({ kind: 'lesson', action: 'goTo', step: exam.steps.findIndex(({ kind }) => kind === 'play') });
    await until(() => host.table.value.phase !== 'lobby');
    await hurry(host, isOver(host));
    const step = exam.steps.findIndex(({ kind }) => kind === 'ticket');
    await host.send({ kind: 'lesson', action: 'goTo', step });
    const late = await openPage(server.url, { kind: 'join', code: host.table.value.code });
    pages.push(late);
    expect(late.trouble.value).toBe('');
    const sentence = { kind: 'answer', step, question: exam.ticket.sentence.id, text: 'I came late.' } as const;
    expect(await late.send(sentence)).toMatchObject({ ok: true });
    await host.send({ kind: 'lesson', action: 'next' });
    const tooLate = await openPage(server.url, { kind: 'join', code: host.table.value.code });
    pages.push(tooLate);
    expect(tooLate.trouble.value).toMatch(/over/);
  });

  test('is refused where it is unknown, or where nobody leads', async () => {
    for (const create of [
      { mode: 'private', lesson: 'no-such-lesson' },
      { mode: 'public', lesson: lesson.id },
    ] as const) {
      const page = await openPage(server.url, { kind: 'create', create });
      pages.push(page);
      expect(page.trouble.value).toMatch(/lesson/);
    }
  });
});

describe('a report', () => {
  test('opens to the host’s key alone, and is deleted at once when the host says so', async () => {
    const { host, pupils } = await openClass(1);
    const id = host.table.value.report ?? '';
    const [pupil] = pupils;
    if (!pupil) throw new Error('One was to come.');
    await answerAll(pupil, 2, '');
    for (const [of, key, status, reason] of [
      [id, '', 403, 'reportKey'],
      [id, 'not-the-key-of-this-class', 403, 'reportKey'],
      [id, `${host.hostKey.value}x`, 403, 'reportKey'],
      ['no-such-class', host.hostKey.value, 404, 'noReport'],
    ] as const) {
      const response = await ask(of, key);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ reason, error: expect.stringMatching(/\.$/) });
      expect((await ask(of, key, 'DELETE')).status).toBe(status);
    }
    expect((await readReport(host)).answers).toHaveLength(2);
    expect((await ask(id, host.hostKey.value, 'DELETE')).status).toBe(200);
    expect((await ask(id, host.hostKey.value)).status).toBe(404);
  });

  test('and all else that a class leaves on disk holds no network address', async () => {
    const { host, pupils } = await openClass(2);
    for (const page of pupils) await answerAll(page, 1, '');
    await host.send({ kind: 'lesson', action: 'goTo', step: 2 });
    await until(() => host.table.value.phase === 'predict');
    for (const page of pages) page.close();
    const database = new Database(join(server.dataDir, DATABASE_FILE), { readonly: true });
    try {
      const tables = database
        .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'")
        .all();
      const everything = tables.flatMap(({ name }) => database.prepare(`select * from "${name}"`).all());
      const told = everything.map((row) => JSON.stringify(row)).join('\n');
      expect(told).toContain('third-source-before');
      for (const address of ['127.0.0.1', '::1', '::ffff']) expect(told).not.toContain(address);
    } finally {
      database.close();
    }
  });
});
