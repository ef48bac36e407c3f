/** A server killed in the middle of a lesson and started again: the lesson goes on at its step, with what was answered. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { createProcesses, freePort } from '../support/processes.ts';
import { openPage, until } from '../support/server.ts';

const processes = createProcesses();
const pages: LiveSource[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-lesson-'));
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  processes.killAll();
  await rm(folder, { recursive: true, force: true });
});

test('a lesson outlives its server: its step, its hold on the match, and every answer', async () => {
  const port = await freePort();
  let server = await processes.serve(folder, port);
  const create = { mode: 'private', lesson: 'twins-come-apart', habitats: 1, speed: 64, watch: true } as const;
  const host = await openPage(server.url, { kind: 'create', create, host: true });
  pages.push(host);
  const pupil = await openPage(server.url, { kind: 'join', code: host.table.value.code });
  pages.push(pupil);
  const guess = { kind: 'answer', step: 1, question: 'guess-apart', choice: 'most', text: 'Chance.' } as const;
  await host.send({ kind: 'lesson', action: 'next' });
  expect(await pupil.send(guess)).toMatchObject({ ok: true });

  const restart = async (): Promise<void> => {
    const back = until(() => pages.every((page) => page.link.value === 'reconnecting'));
    await server.kill();
    await back;
    server = await processes.serve(folder, port);
    await until(() => pages.every((page) => page.link.value === 'open'));
  };
  await restart();
  expect(host.table.value.lesson).toMatchObject({ id: 'twins-come-apart', step: 1 });
  await until(() => (pupil.own.value.answers?.length ?? 0) > 0);
  expect(pupil.own.value.answers).toEqual([{ question: 'guess-apart', choice: 'most', text: 'Chance.' }]);
  expect(await host.send({ kind: 'pace', action: 'start' })).toMatchObject({ reason: 'lessonHolds' });

  await host.send({ kind: 'lesson', action: 'next' });
  await until(() => host.table.value.phase === 'predict');
  await host.send({ kind: 'lesson', action: 'goTo', step: 6 });
  await restart();
  // Held in mid-round by a step that does not play, and let go where it stood.
  expect(await host.send({ kind: 'pace', action: 'next' })).toMatchObject({ reason: 'lessonHolds' });
  expect(host.table.value.phase).toBe('predict');
  await host.send({ kind: 'lesson', action: 'goTo', step: 2 });
  expect(await host.send({ kind: 'pace', action: 'next' })).toMatchObject({ ok: true });
  await until(() => host.table.value.phase === 'choose');
});
