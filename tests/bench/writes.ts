/**
 * `npm run bench -- writes`: how many writes of matches are on disk a second, each fenced: done only while its process runs its match.
 * The baseline is a plain insert of the same row into the same table by the same driver, in turns with it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dialect, Kysely, PostgresDialect } from 'kysely';
import { openPostgresRepository } from '../../server/persistence/postgres.ts';
import { createPool } from '../../server/persistence/postgres-pool.ts';
import type { MatchRepository, NewMatch } from '../../server/persistence/repository.ts';
import { DATABASE_FILE, openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { openOnThread } from '../../server/persistence/sqlite-thread.ts';
import type { Tables } from '../../server/persistence/tables.ts';
import { lobbyState } from '../support/class-state.ts';
import { createPostgres, postgresIsHere } from '../support/databases.ts';
import { type Bench, type BenchRow, median, row } from './harness.ts';

const ROUNDS = 8;
const TURN_MS = 400;
/** As many as one process shall run. */
const MATCHES = 50;
/** About a frame of a match of thirty creatures. */
const FRAME = new Uint8Array(200);

/** Keeps a frame: the match's and the frame's numbers. */
type Write = (match: number, tick: number) => Promise<unknown>;

const idOf = (match: number): string => `match-${match}`;
const newMatch = (match: number): NewMatch => ({
  ...{ id: idOf(match), createdAt: 1, mode: 'public', code: '', founder: 'embershield', habitats: 6, rounds: 8 },
  ...{ header: FRAME, kernel: 'reference', secret: FRAME },
});

export const bench: Bench = async () => {
  const rows: BenchRow[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'twinfold-writes-'));
  try {
    const repository = await openSqliteRepository(folder);
    rows.push(...(await compare('SQLite', repository, await openOnThread(join(folder, DATABASE_FILE)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (!postgresIsHere) return rows;
  const { url, drop } = await createPostgres();
  try {
    const repository = await openPostgresRepository(url);
    rows.push(...(await compare('Postgres', repository, new PostgresDialect({ pool: createPool(url) }))));
  } finally {
    await drop();
  }
  return rows;
};

async function compare(name: string, repository: MatchRepository, dialect: Dialect): Promise<BenchRow[]> {
  const plain = new Kysely<Tables>({ dialect });
  try {
    // Fenced writes go to the first half, plain ones to the second: no key is met twice.
    for (let match = 0; match < 2 * MATCHES; match++) await repository.createMatch(newMatch(match), lobbyState());
    const fenced: Write = (match, tick) => repository.addFrame(idOf(match), { tick, bytes: FRAME });
    const unfenced: Write = (match, tick) =>
      plain
        .insertInto('frames')
        .values({ match_id: idOf(MATCHES + match), tick, bytes: FRAME })
        .execute();
    const one = await rates([fenced, unfenced], 1, 0);
    const all = await rates([fenced, unfenced], MATCHES, 1e6);
    return [
      row({ name: `${name}: frames of one match, one after another`, unit: 'writes/s', ...one }),
      row({ name: `${name}: frames of ${MATCHES} matches at once`, unit: 'writes/s', ...all }),
    ];
  } finally {
    await plain.destroy();
    await repository.close();
  }
}

/** Medians of turns, in which each of `matches` writes one after another from tick `first` on; the first turn warms up. */
async function rates(
  writes: readonly [Write, Write],
  matches: number,
  first: number,
): Promise<{ readonly value: number; readonly baseline: number }> {
  const measured: [number[], number[]] = [[], []];
  const ticks = writes.map(() => first);
  for (let round = 0; round <= ROUNDS; round++) {
    // Neither always comes after the other.
    const order = round % 2 === 0 ? [...writes.entries()] : [...writes.entries()].reverse();
    for (const [at, write] of order) {
      const began = performance.now();
      let done = 0;
      const play = async (match: number, from: number): Promise<number> => {
        let tick = from;
        for (; performance.now() - began < TURN_MS; tick++) {
          await write(match, tick);
          done++;
        }
        return tick;
      };
      const from = ticks[at] ?? first;
      const ends = await Promise.all(Array.from({ length: matches }, (_, match) => play(match, from)));
      ticks[at] = Math.max(...ends);
      if (round > 0) measured[at]?.push((done * 1000) / (performance.now() - began));
    }
  }
  return { value: median(measured[0]), baseline: median(measured[1]) };
}
