/** What a server does at its start with matches that another left: which go on, which cannot, and who may. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listReplays } from '../../client/net/api.ts';
import type { LiveSource } from '../../client/net/live-source.ts';
import { DATABASE_FILE, openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { loadLesson } from '../../shared/lessons/library.ts';
import { askedAt } from '../../shared/lessons/questions.ts';
import { openClass } from '../support/class.ts';
import { createProcesses, freePort, type ServerProcess } from '../support/processes.ts';
import { hurry, isOver, memorySeatKeys, openPage, QUICK, readyUntil, until } from '../support/server.ts';

const processes = createProcesses();
const pages: LiveSource[] = [];
let folder: string;
let port: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-taking-up-'));
  port = await freePort();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  processes.killAll();
  await rm(folder, { recursive: true, force: true });
});

async function open(...asked: Parameters<typeof openPage>): Promise<LiveSource> {
  const page = await openPage(...asked);
  pages.push(page);
  return page;
}

/** A class of two in mid-match, with something to see of it under Replays. */
async function playOn(server: ServerProcess, briefs: 'own' | 'none' = 'none') {
  const host = await open(server.url, { kind: 'create', create: { ...QUICK, mode: 'private', briefs } });
  const guest = await open(server.url, { kind: 'join', code: host.table.value.code });
  await host.send({ kind: 'pace', action: 'start' });
  await until(() => guest.own.value.question !== null && host.own.value.question !== null);
  await host.send({ kind: 'predict', round: 0, prediction: { kind: 'twins', same: [0, 1] } });
  await host.send({ kind: 'pace', action: 'next' });
  await until(() => guest.table.value.phase === 'choose');
  await guest.send({ kind: 'pressure', card: 'frost', level: 1 });
  return { host, guest };
}

/** Changes a row as only damage or an older version could. */
function spoil(statement: string): void {
  const database = new Database(join(folder, DATABASE_FILE));
  database.exec(statement);
  database.close();
}

test('points, outcomes and briefs are told after a restart as they were before', async () => {
  let server = await processes.serve(folder, port);
  const { host, guest } = await playOn(server, 'own');
  await hurry(host, () => host.table.value.phase === 'reveal');
  await until(() => host.own.value.outcome !== null && guest.own.value.outcome !== null);
  const told = () => ({
    seats: host.table.value.stewards.map(({ predictionPoints, predictionTotal, briefPoints, bot, name }) => {
      return { predictionPoints, predictionTotal, briefPoints, bot, name };
    }),
    own: [host.own.value, guest.own.value],
  });
  const before = told();
  expect(before.seats.some(({ briefPoints }) => briefPoints >= 0)).toBe(true);
  expect(before.own[0]?.outcome?.judgement).not.toBeNull();
  await server.kill();
  server = await processes.serve(folder, port);
  await until(() => pages.every((page) => page.link.value === 'open'));
  await until(() => host.table.value.stewards.slice(0, 2).every(({ connected }) => connected));
  expect(told()).toEqual(before);
  // The next round is judged with what the first one left behind.
  await hurry(host, isOver(host));
  expect(host.table.value.stewards.every(({ briefPoints }) => briefPoints >= 0)).toBe(true);
});

test('a help that was acknowledged in mid-round and is in no frame yet is in the next one after a kill -9', async () => {
  let server = await processes.serve(folder, port);
  const { host, guest } = await playOn(server);
  await hurry(host, () => host.table.value.phase === 'grow');
  await host.send({ kind: 'pace', action: 'pause' });
  expect(await guest.send({ kind: 'intervene', intervention: 'shelter' })).toMatchObject({ ok: true });
  await server.kill();
  server = await processes.serve(folder, port);
  await until(() => pages.every((page) => page.link.value === 'open'));
  await until(() => host.table.value.stewards[1]?.interventionsLeft === 1);
  // Said again, it is refused: it is on its way.
  expect(await guest.send({ kind: 'intervene', intervention: 'shelter' })).toMatchObject({ reason: 'already' });
  await host.send({ kind: 'pace', action: 'resume' });
  await hurry(host, () => (host.world.value?.tick ?? 0) >= 2);
  expect(host.world.value?.interventions).toEqual([{ seat: 1, intervention: 'shelter', tick: 1 }]);
});

test('a server that is stopped in good order and started again goes on as well, alone or in public', async () => {
  for (const mode of ['solo', 'public'] as const) {
    const server = await processes.serve(folder, port);
    const page = await open(server.url, { kind: 'create', create: { ...QUICK, mode } });
    await readyUntil(page, () => page.table.value.phase === 'choose');
    await page.send({ kind: 'pressure', card: 'canopy', level: 2 });
    await server.stop();
    expect(page.link.value).toBe('reconnecting');
    const again = await processes.serve(folder, port);
    await until(() => page.link.value === 'open');
    expect([page.seat.value, page.table.value.phase]).toEqual([0, 'choose']);
    await until(() => page.table.value.laid[0]?.[0]?.card === 'canopy');
    page.close();
    await again.kill();
  }
});

test('the console is opened on another machine by its key, after a restart too; a wrong key opens nothing', async () => {
  let server = await processes.serve(folder, port);
  const atDesk = memorySeatKeys();
  const created = { kind: 'create', create: { ...QUICK, mode: 'private', watch: true }, host: true } as const;
  const host = await open(server.url, created, atDesk);
  const { code } = host.table.value;
  const key = host.hostKey.value;
  expect(key.length).toBeGreaterThanOrEqual(21);
  await host.send({ kind: 'pace', action: 'start' });
  host.close();
  await server.kill();
  server = await processes.serve(folder, port);
  const guessed = await openPage(server.url, { kind: 'join', code, host: true, key: `${key.slice(0, -1)}!` });
  expect([guessed.host.value, guessed.trouble.value]).toEqual([false, expect.stringContaining('key')]);
  const moved = await open(server.url, { kind: 'join', code, host: true, key });
  expect([moved.host.value, moved.table.value.phase]).toEqual([true, 'predict']);
  expect(await moved.send({ kind: 'pace', action: 'next' })).toMatchObject({ ok: true });
});

test('a class keeps its lesson’s step and answers, its roster, its teams and its rules through a kill -9', async () => {
  const lesson = await loadLesson('twins-come-apart');
  let server = await processes.serve(folder, port);
  const room = await openClass(server.url, { lesson: lesson.id, habitats: 2 });
  const [one, two, three] = [await room.pupil(), await room.pupil(), await room.pupil()];
  pages.push(room.console, one, two, three);
  await room.rule('locked', true);
  await room.rule('namesShown', false);
  await room.act({ do: 'teams', teams: 2 });
  const third = room.person(three)?.id ?? '';
  await room.act({ do: 'rename', person: third, names: ['Ada'] });
  await room.act({ do: 'remove', person: room.person(two)?.id ?? '', on: true });
  await until(() => two.trouble.value !== '' || two.link.value === 'closed');
  expect(await room.console.send({ kind: 'lesson', action: 'next' })).toMatchObject({ ok: true });
  const step = 1;
  const [question] = askedAt(lesson, lesson.steps[step]);
  const said = { question: question?.id ?? '', choice: question?.choice?.options[0]?.id, text: 'Chance.' };
  const { choice, text } = question?.words === 'none' ? { ...said, text: undefined } : said;
  const answer = {
    question: said.question,
    ...(choice === undefined ? {} : { choice }),
    ...(text === undefined ? {} : { text }),
  };
  expect(await one.send({ kind: 'answer', step, ...answer })).toMatchObject({ ok: true });
  await room.rule('frozen', true);
  const known = () => ({
    lesson: [room.console.table.value.lesson?.id, room.console.table.value.lesson?.step],
    rules: room.console.roster.value?.rules,
    people: room.console.roster.value?.people.map(({ id, names, seat, team, removed, approved, hidden }) => {
      return { id, names, seat, team, removed, approved, hidden };
    }),
    answers: one.own.value.answers,
  });
  await until(() => room.console.table.value.lesson?.step === step && (one.own.value.answers?.length ?? 0) > 0);
  const before = known();
  await server.kill();
  server = await processes.serve(folder, port);
  const back = [room.console, one, three];
  await until(() => back.every((page) => page.link.value === 'open'));
  await until(() => room.console.roster.value?.people.filter(({ connected }) => connected).length === 2);
  expect(known()).toEqual(before);
  // Eyes are up still, and nobody new comes in.
  expect(await one.send({ kind: 'answer', step, ...answer })).toMatchObject({ ok: false, reason: 'frozen' });
  const late = await open(server.url, { kind: 'join', code: room.code });
  expect(late.trouble.value).toContain('locked');
});

test('what cannot be taken up is told as broken off, with the reason; its pages are told, and the others go on', async () => {
  const server = await processes.serve(folder, port);
  const spoilt: { readonly why: string; readonly page: LiveSource }[] = [];
  for (const why of ['tooOld', 'otherVersion', 'damaged'] as const) {
    const { host } = await playOn(server);
    await hurry(host, () => host.table.value.phase === 'season');
    spoilt.push({ why, page: host });
  }
  const { host: well } = await playOn(server);
  await server.kill();
  const [tooOld, otherVersion, damaged] = spoilt.map(({ page }) => page.table.value.recording);
  spoil(`update live_matches set seen_at = seen_at - 13 * 3600000 where match_id = '${tooOld}'`);
  spoil(`update matches set kernel = 'another' where id = '${otherVersion}'`);
  spoil(`update frames set bytes = x'0102' where match_id = '${damaged}' and tick = 1`);
  const again = await processes.serve(folder, port);
  await until(() => spoilt.every(({ page }) => page.trouble.value !== '') && well.link.value === 'open');
  for (const { page } of spoilt) expect(page.trouble.value).toContain('no longer open');
  const replays = await listReplays(0, again.url);
  const known = replays.ok ? replays.value.replays : [];
  for (const { why, page } of spoilt) {
    expect(known.find(({ id }) => id === page.table.value.recording)).toMatchObject({ status: 'interrupted', why });
  }
  expect(await well.send({ kind: 'pace', action: 'next' })).toMatchObject({ ok: true });
});

test('a second server on the same folder is refused in a sentence, and disturbs nothing', async () => {
  const server = await processes.serve(folder, port);
  const { host } = await playOn(server);
  await expect(processes.serve(folder)).rejects.toThrow(/Another Twinfold is running with the folder/);
  expect(await host.send({ kind: 'pace', action: 'next' })).toMatchObject({ ok: true });
  await server.kill();
  // The hold ends with its process, however that ends.
  await processes.serve(folder, port);
  await until(() => host.link.value === 'open' && host.trouble.value === '');
});

test('of two processes that would take up a match one does, and the other may not write any more', async () => {
  const server = await processes.serve(folder, port);
  const { host } = await playOn(server);
  await server.kill();
  const [one, two] = [await openSqliteRepository(folder), await openSqliteRepository(folder)];
  const [live] = await one.liveMatches();
  if (live === undefined) throw new Error('No match is live.');
  const took = await Promise.all([one, two].map((each) => each.takeLive(live.matchId, live.owner)));
  expect(took.filter(Boolean).length).toBe(1);
  const [winner, loser] = took[0] ? [one, two] : [two, one];
  await winner.saveClass(live.matchId, live.state);
  await expect(loser.saveClass(live.matchId, live.state)).rejects.toThrow(/taken up by another process/);
  expect((await two.readMatch(live.matchId))?.id).toBe(host.table.value.recording);
  await one.close();
  await two.close();
});
