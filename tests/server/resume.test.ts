/** A server killed in mid-lesson and started again: real processes, real sockets, the pages' own way back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { createGrowthPool } from '../../server/growth/pool.ts';
import { recordingOf } from '../../server/match/recording.ts';
import type { StoredMatch } from '../../server/persistence/repository.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import type { Phase } from '../../shared/protocol/wire.ts';
import { decodeRecording } from '../../shared/replay/recording.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { createProcesses, freePort } from '../support/processes.ts';
import { hurry, isOver, openPage, until } from '../support/server.ts';

const CLASS = { mode: 'private', habitats: 40, rounds: 2, generationsPerRound: 2, population: 4 } as const;

const growth = createGrowthPool(1);
const processes = createProcesses();
const pages: LiveSource[] = [];
let folder: string;
let port: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-resume-'));
  port = await freePort();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  processes.killAll();
  await rm(folder, { recursive: true, force: true });
});
afterAll(() => growth.close());

async function stored(id: string): Promise<StoredMatch> {
  const database = await openSqliteRepository(folder);
  const match = await database.readMatch(id);
  await database.close();
  if (match === null) throw new Error('The match is not there.');
  return match;
}

const allBack = (): Promise<void> =>
  until(() => pages.every((page) => page.link.value === 'open')).then(() =>
    until(() => pages.every((page) => page.table.value.stewards.every(({ connected }) => connected))),
  );

/** A host at the console and a full class, in the lobby. */
async function openClass(url: string): Promise<{ host: LiveSource; pupils: readonly LiveSource[] }> {
  const host = await openPage(url, { kind: 'create', create: { ...CLASS, watch: true } });
  pages.push(host);
  const join = () => openPage(url, { kind: 'join', code: host.table.value.code });
  const pupils = await Promise.all(Array.from({ length: CLASS.habitats }, join));
  pages.push(...pupils);
  return { host, pupils };
}

test('killed in any phase of a lesson, a server comes back with everybody in their seats and all that was acknowledged', async () => {
  let server = await processes.serve(folder, port);
  const { host, pupils } = await openClass(server.url);
  const { code } = host.table.value;
  const seats = pupils.map((page) => page.seat.value);
  expect(new Set(seats).size).toBe(CLASS.habitats);
  const names = host.table.value.stewards.map(({ name }) => name);

  const restart = async (): Promise<void> => {
    await server.kill();
    server = await processes.serve(folder, port);
    await allBack();
    expect(host.host.value).toBe(true);
    expect(host.table.value.code).toBe(code);
    expect(pupils.map((page) => page.seat.value)).toEqual(seats);
    expect(host.table.value.stewards.map(({ name }) => name)).toEqual(names);
  };

  await restart();
  expect(host.table.value.phase).toBe('lobby');

  await host.send({ kind: 'pace', action: 'start' });
  await until(() => pages.every((page) => page.table.value.phase === 'predict'));
  const twins = { kind: 'twins', same: [0, 5] } as const;
  // All but one, so that nobody waits for nobody.
  const answered = pupils.slice(1);
  const answers = await Promise.all(
    answered.map((page) => page.send({ kind: 'predict', round: 0, prediction: twins })),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  await restart();
  expect(host.table.value.phase).toBe('predict');
  await until(() => answered.every((page) => page.own.value.prediction !== null));
  expect(answered.map((page) => page.own.value.prediction)).toEqual(answered.map(() => twins));

  await host.send({ kind: 'pace', action: 'next' });
  await until(() => pages.every((page) => page.table.value.phase === 'choose'));
  // All at once, so that the kill falls among them: some are acknowledged, some are not.
  const acknowledged = new Set<number>();
  const sent = pupils.map(async (page) => {
    const answer = await page.send({ kind: 'pressure', card: 'frost', level: 2 });
    if (answer.ok) acknowledged.add(page.seat.value);
  });
  await Promise.race(sent);
  await restart();
  expect(host.table.value.phase).toBe('choose');
  expect(acknowledged.size).toBeGreaterThan(0);
  const isLaid = (seat: number): boolean => host.table.value.laid[seat]?.[0]?.card === 'frost';
  for (const seat of acknowledged) expect(isLaid(seat)).toBe(true);
  // Who was not answered tries again.
  const rest = pupils.filter((page) => !isLaid(page.seat.value));
  const again = await Promise.all(rest.map((page) => page.send({ kind: 'pressure', card: 'frost', level: 2 })));
  expect(again.every(({ ok }) => ok)).toBe(true);

  const passThrough = async (phase: Phase): Promise<void> => {
    while (host.table.value.phase !== phase) {
      const before = `${host.table.value.phase} ${host.table.value.asOf}`;
      await host.send({ kind: 'pace', action: 'next' });
      await until(() => `${host.table.value.phase} ${host.table.value.asOf}` !== before);
    }
  };
  for (const phase of ['grow', 'season', 'lapse', 'reveal'] as const) {
    await passThrough(phase);
    await host.send({ kind: 'pace', action: 'pause' });
    const shown = hexOf(host.world.value?.hash ?? new Uint8Array());
    await restart();
    expect(host.table.value.paused).toBe(true);
    expect(host.table.value.phase).toBe(phase);
    expect(hexOf(host.world.value?.hash ?? new Uint8Array())).toBe(shown);
  }
  await host.send({ kind: 'pace', action: 'resume' });
  expect(pupils.every((page) => page.table.value.stewards.every(({ briefPoints }) => briefPoints === -1))).toBe(true);
  expect(answered.every((page) => page.own.value.outcome?.judgement !== null)).toBe(true);

  await hurry(host, isOver(host));
  await until(() => pages.every((page) => page.table.value.phase === 'over'));
  // A lesson may have more to ask when its match is over.
  await restart();
  expect(pages.every((page) => page.table.value.phase === 'over' && page.trouble.value === '')).toBe(true);
  const { recording } = host.table.value;
  await server.kill();

  const match = await stored(recording);
  expect(match.status).toBe('finished');
  // Every card that was acknowledged is in the frame that it was laid for, once.
  const [first] = decodeRecording(recordingOf(match)).frames;
  expect(first?.commands.filter(({ kind }) => kind === 'pressure').length).toBe(CLASS.habitats);
  // Played again from its commands, undisturbed, it comes to the same.
  const verdict = await verifyRecording(decodeRecording(recordingOf(match)), (world) => growth.growAll(world));
  expect(verdict).toMatchObject({ accepted: true, complete: true, hash: hexOf(match.finalHash) });
  for (const page of pages) expect(hexOf(page.world.value?.hash ?? new Uint8Array())).toBe(hexOf(match.finalHash));
}, 300_000);
