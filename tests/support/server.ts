/** A real server on a free port with a database of its own, and pages' ends of the line to it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effect } from '@preact/signals';
import type { RequestHandler } from 'express';
import { createLiveSource, type LiveOptions, type LiveSource } from '../../client/net/live-source.ts';
import type { SeatKeys } from '../../client/net/seat-keys.ts';
import { type RunningServer, startServer } from '../../server/app.ts';
import type { CreateOptions, IntentBody } from '../../shared/protocol/messages.ts';

export interface TestServer extends RunningServer {
  readonly dataDir: string;
}

/** `close` also removes the database. `onLog`: gets each line of the log from level `info` on. One server a process at a time. */
export async function startTestServer(pages?: RequestHandler, onLog?: (line: string) => void): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'twinfold-server-'));
  const server = await startServer(
    {
      ...{ port: 0, host: '127.0.0.1', dataDir, growthThreads: 2, retentionDays: 30 },
      logLevel: onLog ? 'info' : 'error',
    },
    pages,
    onLog && { write: onLog },
  );
  const close = async (): Promise<void> => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...server, url: `http://127.0.0.1:${server.port}`, dataDir, close };
}

/** A browser's memory of its seats. */
export function memorySeatKeys(): SeatKeys {
  const keys = new Map<string, string>();
  return { get: (roomId) => keys.get(roomId), put: (roomId, token) => keys.set(roomId, token) };
}

/** A tiny match. Its clocks run as they do in life; tests do not wait for them but hurry. */
export const QUICK: Omit<CreateOptions, 'protocol' | 'mode'> = {
  habitats: 3,
  rounds: 2,
  generationsPerRound: 2,
  population: 6,
};

/** A page that has come into a match, or has been told why not. Close it at the end. */
export async function openPage(
  url: string,
  options: LiveOptions,
  seatKeys: SeatKeys = memorySeatKeys(),
): Promise<LiveSource> {
  const page = createLiveSource(options, { origin: url, seatKeys });
  await until(() => page.link.value === 'open' || page.trouble.value !== '');
  return page;
}

/** Resolves as soon as the condition holds, which reads signals of pages. */
export function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!condition()) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/** Ends one phase after the other, as the host may and as who is alone may by being ready, until the match has come to `goal`. */
export const hurry = (page: LiveSource, goal: () => boolean): Promise<void> =>
  onwards(page, goal, page.host.value ? { kind: 'pace', action: 'next' } : { kind: 'ready', ready: true });

/** The same in a public room, whose owner cannot pace it: by being ready, as who is alone there. */
export const readyUntil = (page: LiveSource, goal: () => boolean): Promise<void> =>
  onwards(page, goal, { kind: 'ready', ready: true });

async function onwards(page: LiveSource, goal: () => boolean, by: IntentBody): Promise<void> {
  // A phase that begins sets the clock: waiting for that, none is ended twice.
  const moment = (): string => `${page.table.value.phase} ${page.table.value.asOf}`;
  while (!goal()) {
    const before = moment();
    await page.send(by);
    await until(() => goal() || moment() !== before);
  }
}

/** Leaves the round's question open, and goes on to the cards: as host, or as who is alone. */
export async function passQuestion(page: LiveSource): Promise<void> {
  await until(() => page.table.value.phase === 'predict');
  await page.send(page.host.value ? { kind: 'pace', action: 'next' } : { kind: 'ready', ready: true });
  await until(() => page.table.value.phase === 'choose');
}

export const isOver = (page: LiveSource) => (): boolean => page.table.value.phase === 'over';

/** Resolves as soon as the condition holds, of which no signal tells: it is asked again and again. */
export async function untilTrue(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
