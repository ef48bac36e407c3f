import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { listReplays } from '../../client/net/api.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { encodeFrame } from '../../shared/protocol/frames.ts';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { createProcesses, type ServerProcess } from '../support/processes.ts';
import { hurry, memorySeatKeys, openPage, passQuestion, QUICK, until } from '../support/server.ts';

const processes = createProcesses();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-crash-'));
});
afterEach(() => processes.killAll());
afterAll(() => rm(folder, { recursive: true, force: true }));

const serve = (): Promise<ServerProcess> => processes.serve(folder);

test('predictions that were acknowledged before a kill -9 are there afterwards, each as it was last said', async () => {
  const server = await serve();
  const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private', briefs: 'own' } });
  const guest = await openPage(server.url, { kind: 'join', roomId: page.roomId.value });
  await page.send({ kind: 'pace', action: 'start' });
  await until(() => page.own.value.question !== null && guest.own.value.question !== null);
  const twins = (first: number) => ({ kind: 'twins', same: [first, first + 1] }) as const;
  await page.send({ kind: 'predict', round: 0, prediction: twins(0) });
  await hurry(page, () => page.table.value.phase === 'predict' && page.own.value.round === 1);
  const told = page.table.value.stewards.map(({ briefPoints }) => briefPoints);
  // Changes of mind, one after the other; the kill falls among them.
  const acknowledged: number[] = [];
  const sent = [1, 2, 3, 4, 5, 6].map(async (low) => {
    const answer = await page.send({ kind: 'predict', round: 1, prediction: { kind: 'divergence', low, high: 90 } });
    if (answer.ok) acknowledged.push(low);
  });
  await Promise.race(sent);
  const { recording } = page.table.value;
  await server.kill();
  for (const each of [page, guest]) each.close();

  const database = await openSqliteRepository(folder);
  const { predictions, judgements } = await database.readAnswers(recording);
  await database.close();
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(predictions[0]).toEqual({ round: 0, seat: 0, prediction: twins(0) });
  const last = predictions[1]?.prediction;
  expect(last?.kind === 'divergence' ? last.low : 0).toBeGreaterThanOrEqual(Math.max(...acknowledged));
  // What a reveal told is there, too.
  expect(judgements.map(({ round, seat, briefPoints }) => [round, seat, briefPoints])).toEqual(
    told.map((points, seat) => [0, seat, points]),
  );
});

test('what was acknowledged or shown before a kill -9 is there afterwards, and the match goes on', async () => {
  for (const rounds of [0, 1, 2]) {
    const server = await serve();
    const browser = memorySeatKeys();
    const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } }, browser);
    const shown: string[] = [];
    page.onFrame((frame) => shown.push(Buffer.from(encodeFrame(frame)).toString('hex')));
    await page.send({ kind: 'pace', action: 'start' });
    await passQuestion(page);
    // Killed before the first birth, after the first round, and in mid-season of the exam.
    const ended = 4 * rounds;
    if (rounds === 1) await hurry(page, () => page.table.value.phase === 'choose' && page.world.value?.tick === ended);
    if (rounds === 2) await hurry(page, () => page.world.value?.stage === 'season' && page.world.value.tick > ended);
    const { recording } = page.table.value;
    // Many at once, so that the kill falls among them: some are acknowledged, some are not.
    const acknowledged: string[] = [];
    const sent = CARD_IDS.map(async (card) => {
      const answer = await page.send({ kind: 'pressure', card, level: 1 });
      if (answer.ok) acknowledged.push(card);
    });
    if (rounds < 2) await Promise.race(sent);
    await server.kill();
    page.close();

    const database = await openSqliteRepository(folder);
    const stored = await database.readMatch(recording);
    await database.close();
    const frames = stored?.frames.map(({ bytes }) => Buffer.from(bytes).toString('hex')) ?? [];
    expect(frames.slice(0, shown.length)).toEqual(shown);
    expect(frames.length).toBeGreaterThanOrEqual(ended);
    const commands = stored?.commands.map(({ bytes }) => Buffer.from(bytes).toString()) ?? [];
    for (const card of acknowledged) expect(commands.some((command) => command.includes(`"${card}"`))).toBe(true);
    expect(acknowledged.length > 0).toBe(rounds < 2);

    const again = await serve();
    const replays = await listReplays(0, again.url);
    const listed = replays.ok ? replays.value.replays.find(({ id }) => id === recording) : undefined;
    // A match without a birth has nothing to show.
    expect(listed?.status).toBe(rounds === 0 ? undefined : 'playing');
    const back = await openPage(again.url, { kind: 'join', roomId: page.roomId.value }, browser);
    expect([back.seat.value, back.host.value, back.trouble.value]).toEqual([0, true, '']);
    expect(back.world.value?.tick).toBe(frames.length);
    await until(() => back.table.value.phase !== 'lobby');
    const laid = back.table.value.laid[0]?.map(({ card }) => card) ?? [];
    if (rounds < 2) for (const card of acknowledged) expect(laid).toContain(card);
    back.close();
    await again.kill();
  }
});
