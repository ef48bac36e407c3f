/** What only a database that several processes share has to stand: takeovers of writes under way, lines that break, and operators. */
import fc from 'fast-check';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPostgresRepository } from '../../server/persistence/postgres.ts';
import { type MatchRepository, type NewMatch, TakenOver } from '../../server/persistence/repository.ts';
import { isTransient } from '../../server/persistence/transient.ts';
import { lobbyState } from '../support/class-state.ts';
import { askPostgres, createPostgres, POSTGRES, postgresIsHere } from '../support/databases.ts';
import { layWire } from '../support/wire.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const match = (id: string): NewMatch => ({
  ...{ id, createdAt: 1, mode: 'private', code: 'ACDEFG', founder: 'embershield', habitats: 6, rounds: 8 },
  ...{ header: bytes(1), kernel: 'reference', secret: bytes(2) },
});

/** Connections that a test has cut: as many as there can be. */
const MOST_CUT = 10;

/** As who writes does: again after a failure that may pass. Each connection that was cut may be noticed only by who asks it. */
async function insist<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; tries < MOST_CUT; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
  }
  return ask();
}

describe.skipIf(!postgresIsHere)(POSTGRES, () => {
  let url: string;
  let drop: () => Promise<void>;
  const opened: MatchRepository[] = [];
  const open = async (at = url): Promise<MatchRepository> => {
    const repository = await openPostgresRepository(at);
    opened.push(repository);
    return repository;
  };
  const ask = (statement: string): Promise<Record<string, unknown>[]> => askPostgres(statement, url);
  /** Ends every other connection to the database, as its operator may. */
  const disconnectAll = (): Promise<unknown> =>
    ask(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );

  beforeEach(async () => {
    ({ url, drop } = await createPostgres());
  });
  afterEach(async () => {
    for (const repository of opened.splice(0)) await repository.close();
    await drop();
  });

  test('processes that start together on an empty database all come up', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => open()));
    await all[0]?.createMatch(match('one'), lobbyState());
    expect(await Promise.all(all.map(async (each) => (await each.liveMatches()).length))).toEqual(all.map(() => 1));
  });

  test('of many processes that would take a match up at once exactly one does, however often they try', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => open()));
    let owner = all[0]?.owner ?? '';
    await all[0]?.createMatch(match('one'), lobbyState());
    for (let round = 0; round < 20; round++) {
      const others = all.filter((each) => each.owner !== owner);
      const took = await Promise.all(others.map((each) => each.takeLive('one', owner)));
      expect(took.filter(Boolean).length).toBe(1);
      owner = others[took.indexOf(true)]?.owner ?? '';
    }
  });

  test('a write under way when its match is taken over is there for the new owner to read, or is refused', async () => {
    const [one, two] = [await open(), await open()];
    let matches = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }), async (writes, before) => {
        const id = `match-${matches++}`;
        await one.createMatch(match(id), lobbyState());
        const frame = (tick: number): Promise<void> => one.addFrame(id, { tick, bytes: bytes(tick) });
        const outcomes = Array.from({ length: writes }, (_, tick) => tick).map((tick) =>
          frame(tick).then(
            () => tick,
            (error: unknown) => error,
          ),
        );
        for (let wait = 0; wait < before; wait++) await new Promise(setImmediate);
        expect(await two.takeLive(id, one.owner)).toBe(true);
        const read = (await two.readMatch(id))?.frames.map(({ tick }) => tick);
        const done = await Promise.all(outcomes);
        expect(read).toEqual(done.filter((each) => typeof each === 'number').toSorted((a, b) => a - b));
        for (const each of done) expect(typeof each === 'number' || each instanceof TakenOver).toBe(true);
        expect((await two.readMatch(id))?.frames.length).toBe(read?.length);
      }),
      { numRuns: 60 },
    );
  });

  test('connections that the database ends end no process: the next write gets another', async () => {
    const repository = await open();
    await repository.createMatch(match('one'), lobbyState());
    await Promise.all([0, 1, 2].map((tick) => repository.addFrame('one', { tick, bytes: bytes(tick) })));
    await disconnectAll();
    await insist(() => repository.addFrame('one', { tick: 3, bytes: bytes(3) }));
    expect((await repository.readMatch('one'))?.frames.length).toBe(4);
  });

  test('a write that hangs or loses its line is a failure that may pass, and is written once when it is repeated', async () => {
    const repository = await open();
    await repository.createMatch(match('one'), lobbyState());
    const blocker = new Client({ connectionString: url });
    blocker.on('error', () => {});
    await blocker.connect();
    await blocker.query('begin; lock table frames in exclusive mode');
    const frame = (tick: number): Promise<void> => repository.addFrame('one', { tick, bytes: bytes(tick) });
    const hanging = await frame(0).catch((error: unknown) => error);
    expect([hanging instanceof Error, isTransient(hanging)]).toEqual([true, true]);
    const cut = frame(1).catch((error: unknown) => error);
    await disconnectAll();
    expect(isTransient(await cut)).toBe(true);
    for (const tick of [0, 1, 0, 1]) await insist(() => frame(tick));
    expect((await repository.readMatch('one'))?.frames.map(({ tick }) => tick)).toEqual([0, 1]);
    await blocker.end();
  });

  test('a line that swallows everything is given up, and what was lost on it is written over another', async () => {
    const wire = await layWire(Number(new URL(url).port));
    const address = new URL(url);
    address.host = new URL(wire.url).host;
    const repository = await open(address.href);
    await repository.createMatch(match('one'), lobbyState());
    wire.swallow();
    const frame = (): Promise<void> => repository.addFrame('one', { tick: 0, bytes: bytes(1) });
    const lost = await frame().catch((error: unknown) => error);
    expect(isTransient(lost)).toBe(true);
    await frame();
    expect((await repository.readMatch('one'))?.frames.length).toBe(1);
    await wire.close();
    expect(isTransient(await frame().catch((error: unknown) => error))).toBe(true);
  });

  test('a database that may only be read is a failure that may pass', async () => {
    const repository = await open();
    await repository.createMatch(match('one'), lobbyState());
    const name = new URL(url).pathname.slice(1);
    await ask(`alter database ${name} set default_transaction_read_only = on`);
    await disconnectAll();
    const frame = (): Promise<void> => repository.addFrame('one', { tick: 0, bytes: bytes(1) });
    for (let each = 0; each < 2; each++) {
      expect(isTransient(await frame().catch((error: unknown) => error))).toBe(true);
    }
    await askPostgres(`alter database ${name} set default_transaction_read_only = off`);
    await disconnectAll();
    await frame().catch(frame);
    expect((await repository.readMatch('one'))?.frames.length).toBe(1);
  });

  test('a database that cannot be opened is explained in a sentence, without the password', async () => {
    const at = (change: (address: URL) => void): Promise<unknown> => {
      const address = new URL(url);
      address.username = 'nobody-known';
      address.password = 'a-secret';
      change(address);
      return openPostgresRepository(address.href).then(
        () => 'opened',
        (error: unknown) => String(error),
      );
    };
    const [user] = await ask('select current_user');
    const asUser = (address: URL): void => {
      address.username = String(user?.current_user);
    };
    const said = [
      await at(() => {}),
      await at((address) => {
        asUser(address);
        address.pathname = '/no_such_database';
      }),
      await at((address) => {
        address.host = '127.0.0.1:1';
      }),
    ];
    expect(said).toEqual([
      expect.stringMatching(/does not let “nobody-known” in\. Check the user and the password in DATABASE_URL\.$/),
      expect.stringMatching(/There is no database “no_such_database” at .*Create it \(createdb no_such_database\)/),
      expect.stringMatching(/The database at 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED.*Start Postgres there/),
    ]);
    await (await open()).close();
    opened.length = 0;
    await ask(`insert into kysely_migration values ('999-later', '2100-01-01T00:00:00.000Z')`);
    said.push(await at(asUser));
    expect(said.at(-1)).toMatch(/was written by a newer Twinfold\. Start that one, or name another database/);
    expect(said.join()).not.toContain('secret');
  });
});

test('an address that cannot be read is explained, and not repeated: there may be a password in it', async () => {
  for (const url of ['postgres://user:a/secret@host/name', 'postgres://user:1/secret@host/name']) {
    const said = await openPostgresRepository(url).catch(String);
    expect(said).toMatch(/DATABASE_URL could not be read\. It should be like postgres:\/\//);
    expect(said).not.toContain('secret');
  }
});
