import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery, Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOnThread } from '../../server/persistence/sqlite-thread.ts';
import { isTransient } from '../../server/persistence/transient.ts';

interface Tables {
  word: { id: number; text: string };
}

let folder: string;
let db: Kysely<Tables>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-thread-'));
  db = new Kysely<Tables>({ dialect: await openOnThread(join(folder, 'words.sqlite')) });
  await sql`create table word (id integer primary key, text text not null)`.execute(db);
});
afterEach(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

const put = (id: number, text = 'word', to: Kysely<Tables> = db): Promise<unknown> =>
  to.insertInto('word').values({ id, text }).execute();
const ids = async (): Promise<number[]> => {
  const rows = await db.selectFrom('word').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
};

test('of many writes at once each is answered for itself: one that is wrong spoils no other', async () => {
  await put(7);
  const all = await Promise.allSettled(Array.from({ length: 20 }, (_, id) => put(id)));
  expect(all.flatMap(({ status }, id) => (status === 'rejected' ? [id] : []))).toEqual([7]);
  await expect(put(7)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
  expect(await ids()).toEqual(Array.from({ length: 20 }, (_, id) => id));
});

test('a write is seen by whoever asks after it, though neither waits for the other', async () => {
  const [, before, , after] = await Promise.all([put(1), ids(), put(2), ids()]);
  expect(before).toEqual([1]);
  expect(after).toEqual([1, 2]);
});

test('nobody else’s writes fall into a transaction, and what it did is undone with it', async () => {
  let meanwhile: Promise<unknown> | undefined;
  const undone = db.transaction().execute(async (transaction) => {
    await put(1, 'undone', transaction);
    meanwhile = put(2);
    await put(3, 'undone', transaction);
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  await meanwhile;
  expect(await ids()).toEqual([2]);
});

test('two transactions at once take turns', async () => {
  const add = (id: number): Promise<void> =>
    db.transaction().execute(async (transaction) => {
      await put(id, 'first', transaction);
      await put(id + 100, 'second', transaction);
    });
  await Promise.all([add(1), add(2), put(3), add(4)]);
  expect(await ids()).toEqual([1, 2, 3, 4, 101, 102, 104]);
});

test('when the disk is full all that were to be written together have failed, and may be tried again', async () => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  const limit = async (pages: number): Promise<void> => {
    await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db);
  };
  await limit((rows[0]?.page_count ?? 0) + 1);
  const large = 'x'.repeat(20_000);
  const all = await Promise.allSettled([put(1), put(2, large), put(3)]);
  // Who only reads at such a moment is answered.
  const read = await Promise.allSettled([put(2, large), ids(), put(2, large), ids()]);
  expect(read.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
  for (const each of all) {
    expect(each.status === 'rejected' && isTransient(each.reason)).toBe(each.status === 'rejected');
  }
  expect(all[1]?.status).toBe('rejected');
  const kept = await ids();
  expect(kept).toEqual(all.flatMap(({ status }, at) => (status === 'fulfilled' ? [at + 1] : [])));
  await limit(1_000_000);
  for (const id of [1, 2, 3]) if (!kept.includes(id)) await put(id, large);
  expect(await ids()).toEqual([1, 2, 3]);
});

test('a file that is no database is told with SQLite’s own code', async () => {
  await expect(openOnThread(folder)).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' });
});

test('whoever asks a thread that has ended is told so, and waits for nothing', async () => {
  const driver = (await openOnThread(join(folder, 'short.sqlite'))).createDriver();
  const connection = await driver.acquireConnection();
  await driver.destroy();
  await expect(connection.executeQuery(CompiledQuery.raw('select 1'))).rejects.toThrow('The database was closed.');
  await driver.destroy();
});
