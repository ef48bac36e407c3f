/** A single server with its embedded database is killed twenty times in one match, as a power cut kills it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { createGrowthPool } from '../../server/growth/pool.ts';
import { DATABASE_FILE, openSqliteRepository } from '../../server/persistence/sqlite.ts';
import type { Phase } from '../../shared/protocol/wire.ts';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { createProcesses } from '../support/processes.ts';
import { hurry, isOver, memorySeatKeys, openPage, until } from '../support/server.ts';
import { expectUndisturbed } from '../support/undisturbed.ts';

const KILLS = 20;
/** Long enough to be killed in every one of its rounds, twice. */
const ROUNDS = KILLS / 2;

const processes = createProcesses();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-kill-'));
});
afterAll(async () => {
  processes.killAll();
  await rm(folder, { recursive: true, force: true });
});

/** Where a match is killed beside while cards are laid: in every phase of a round. */
const MOMENTS: readonly Phase[] = ['grow', 'season', 'lapse', 'reveal', 'predict'];

test('nothing that was acknowledged is lost by twenty kills, and the match ends as if there had been none', async () => {
  let server = await processes.serve(folder);
  const { port } = server;
  const open = (options: Parameters<typeof openPage>[1]): Promise<LiveSource> =>
    openPage(server.url, options, memorySeatKeys());
  // Some to spare: who hurries may end two phases at once while others come back.
  const size = { habitats: 3, rounds: ROUNDS + 4, generationsPerRound: 2, population: 6 };
  const host = await open({ kind: 'create', create: { ...size, mode: 'private' } });
  const guest = await open({ kind: 'join', roomId: host.roomId.value });
  const pages = [host, guest];
  const acknowledged: string[] = [];

  const restart = async (): Promise<void> => {
    await server.kill();
    const database = new Database(join(folder, DATABASE_FILE));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    await until(() => pages.every(({ link }) => link.value === 'reconnecting'));
    server = await processes.serve(folder, port);
    await until(() => pages.every(({ link }) => link.value === 'open'));
    expect(pages.map(({ trouble }) => trouble.value)).toEqual(['', '']);
  };

  /** Both change their minds again and again; the kill falls among the answers, after so many. */
  const layAndKill = async (after: number): Promise<void> => {
    const before = acknowledged.length;
    const enough = Promise.withResolvers<void>();
    const lay = async (page: LiveSource, at: number): Promise<void> => {
      const card = CARD_IDS[at >> 1] ?? 'frost';
      // Every other one takes its card back: so much fits on no table.
      const answer = await page.send({ kind: 'pressure', card, level: 1 - (at & 1) });
      if (answer.ok) acknowledged.push(`${page.seat.value} lays ${card}`);
      if (acknowledged.length - before >= after) enough.resolve();
    };
    const sent = pages.flatMap((page) => Array.from({ length: 16 }, (_, at) => lay(page, at)));
    await enough.promise;
    await restart();
    await Promise.all(sent);
  };

  await host.send({ kind: 'pace', action: 'start' });
  await until(() => host.table.value.phase === 'predict');
  for (let round = 0; round < ROUNDS; round++) {
    await hurry(host, () => host.table.value.phase === 'choose' || isOver(host)());
    if (isOver(host)()) throw new Error(`The match was over after ${round} rounds.`);
    await layAndKill(1 + 2 * round);
    const moment = MOMENTS[round % MOMENTS.length];
    await hurry(host, () => host.table.value.phase === moment || isOver(host)());
    // Killed at once, or while what was asked for is being done.
    const going = host.send({ kind: 'pace', action: 'next' });
    for (let turn = 0; turn < round * 3; turn++) await setImmediate();
    await restart();
    await going;
  }
  await hurry(host, isOver(host));
  await until(() => guest.table.value.phase === 'over' && guest.world.value?.stage === 'over');

  const { recording } = host.table.value;
  await server.stop();
  const database = await openSqliteRepository(folder);
  const growth = createGrowthPool(1);
  const match = await database.readMatch(recording);
  if (!match) throw new Error('The match is gone.');
  await expectUndisturbed(match, pages, acknowledged, growth);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  await growth.close();
  await database.close();
  for (const page of pages) page.close();
}, 300_000);
