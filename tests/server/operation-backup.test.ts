import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DATABASE_FILE, openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { INTENTS_PER_SECOND } from '../../server/rooms/allowance.ts';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { createProcesses, type ServerProcess } from '../support/processes.ts';
import { hurry, isOver, memorySeatKeys, openPage, passQuestion, QUICK, until } from '../support/server.ts';

const processes = createProcesses();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-backup-'));
});
afterEach(() => processes.killAll());
afterAll(() => rm(folder, { recursive: true, force: true }));

const OTHERS = CARD_IDS.filter((card) => card !== 'frost');

interface Said {
  readonly status: number;
  readonly said: string;
}

/** Runs a command of ours, which goes on while this process does. */
function command(name: 'backup' | 'restore' | 'verify', dataDir: string, ...args: string[]): Promise<Said> {
  const script = fileURLToPath(new URL(`../../server/cli/${name}.ts`, import.meta.url));
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    );
  });
}

test('a backup that is taken while commands flow holds what was acknowledged before it, and its match goes on elsewhere', async () => {
  const dataDir = join(folder, 'busy');
  const server: ServerProcess = await processes.serve(dataDir);
  const browser = memorySeatKeys();
  const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } }, browser);
  await page.send({ kind: 'pace', action: 'start' });
  await passQuestion(page);
  await page.send({ kind: 'pressure', card: 'frost', level: 2 });
  const file = join(folder, 'busy.backup');
  let copying = true;
  const backup = command('backup', dataDir, file).finally(() => {
    copying = false;
  });
  let acknowledged = 0;
  for (let turn = 0; copying; turn++) {
    // As fast as a session may.
    await sleep(1000 / INTENTS_PER_SECOND);
    const card = OTHERS[turn % OTHERS.length] ?? 'jaws';
    const { ok } = await page.send({ kind: 'pressure', card, level: 1 - (turn % 2) });
    if (ok) acknowledged++;
  }
  const said = await backup;
  expect(said).toEqual({
    status: 0,
    said: expect.stringContaining('1 matches, 1 of them going on. Checked and whole.'),
  });
  expect(acknowledged).toBeGreaterThan(0);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
  const { recording } = page.table.value;
  await server.kill();
  page.close();

  const elsewhere = join(folder, 'elsewhere');
  expect(await command('restore', elsewhere, file)).toMatchObject({ status: 0 });
  const again = await processes.serve(elsewhere);
  const back = await openPage(again.url, { kind: 'join', roomId: page.roomId.value }, browser);
  await until(() => back.table.value.phase === 'choose');
  expect(back.table.value.laid[0]?.find(({ card }) => card === 'frost')?.level).toBe(2);
  await hurry(back, isOver(back));
  back.close();
  await again.stop();
  expect(await command('verify', elsewhere, recording)).toMatchObject({
    status: 0,
    said: expect.stringContaining('accepted: '),
  });
});

test('a restore is refused while a server runs, and keeps what was there before', async () => {
  const dataDir = join(folder, 'kept');
  await (await openSqliteRepository(dataDir)).close();
  const file = join(folder, 'empty.backup');
  expect(await command('backup', dataDir, file)).toMatchObject({ status: 0 });
  // Nothing that belongs to whoever ran it is left in the server's folder.
  expect(await readdir(dataDir)).toEqual([DATABASE_FILE]);
  const server = await processes.serve(dataDir);
  const refused = await command('restore', dataDir, file);
  expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('Stop it first, then restore.') });
  await server.stop();
  const done = await command('restore', dataDir, file);
  expect(done.status).toBe(0);
  const before = /kept as (.+?)\. Delete/.exec(done.said)?.[1] ?? '';
  expect(existsSync(before)).toBe(true);
  expect((await readdir(dataDir)).filter((name) => name.includes('.part'))).toEqual([]);
});

test('what is no backup, is damaged or comes from a newer version is refused in a sentence, and nothing changes', async () => {
  const dataDir = join(folder, 'safe');
  await (await openSqliteRepository(dataDir)).close();
  const good = join(folder, 'good.backup');
  await command('backup', dataDir, good);

  const text = join(folder, 'letter.txt');
  await writeFile(text, 'Dear operator, this is a letter and no database at all.'.repeat(50));
  const strange = join(folder, 'strange.sqlite');
  new Database(strange).exec('create table recipes (name text)').close();
  const newer = join(folder, 'newer.sqlite');
  new Database(newer)
    .exec(`create table kysely_migration (name text); insert into kysely_migration values ('999-wings')`)
    .close();
  const cases = [
    [text, 'cannot be read as a database'],
    [strange, 'is a database, but none of Twinfold’s'],
    [newer, 'was written by a newer Twinfold (it has 999-wings)'],
    [join(folder, 'nowhere'), 'There is no file'],
  ] as const;
  const place = join(dataDir, DATABASE_FILE);
  const { ino } = await stat(place);
  for (const [file, sentence] of cases) {
    expect(await command('restore', dataDir, file)).toMatchObject({
      status: 1,
      said: expect.stringContaining(sentence),
    });
  }
  expect((await stat(place)).ino).toBe(ino);
  expect((await readdir(dataDir)).filter((name) => /part|before/.test(name))).toEqual([]);
});

test('a backup is never written over another file, nor taken where there is no database', async () => {
  const nothing = join(folder, 'nothing');
  await mkdir(nothing);
  expect((await command('backup', nothing, join(folder, 'none'))).said).toContain('There is no database in');
  const dataDir = join(folder, 'once');
  await (await openSqliteRepository(dataDir)).close();
  const file = join(folder, 'precious');
  await writeFile(file, 'precious');
  expect((await command('backup', dataDir, file)).said).toContain('is there already, and is not written over');
  expect((await command('backup', dataDir)).said).toContain('One file is to be named.');
});
