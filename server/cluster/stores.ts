/** Where a process keeps its matches, finds rooms and has its key: in a folder of its own, or in a database and a Redis that it shares. */
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { freshSealKey, sealKeyIn } from '../library/seal-key.ts';
import { holdFolder } from '../persistence/folder-hold.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import { openSqliteRepository } from '../persistence/sqlite.ts';
import type { Directory } from './redis.ts';

export interface Stores {
  readonly repository: MatchRepository;
  /** By which recordings are sealed: 32 bytes, the same for all processes that share a database. */
  readonly sealKey: Uint8Array;
  /** Null where this process alone has rooms. */
  readonly directory: Directory | null;
  close(): Promise<void>;
}

/** Rejects with a sentence. What is not asked for is not even loaded. */
export async function openStores({ dataDir, databaseUrl, redisUrl }: Config, log: Logger): Promise<Stores> {
  if (databaseUrl === undefined) {
    const hold = holdFolder(dataDir);
    const sealKey = sealKeyIn(dataDir);
    const repository = await openSqliteRepository(dataDir);
    const close = async (): Promise<void> => {
      await repository.close();
      hold.release();
    };
    return { repository, sealKey, directory: null, close };
  }
  const { openPostgresRepository } = await import('../persistence/postgres.ts');
  const repository = await openPostgresRepository(databaseUrl);
  try {
    const sealKey = await repository.serverKey('seal', freshSealKey());
    const directory = redisUrl === undefined ? null : await (await import('./redis.ts')).openDirectory(redisUrl, log);
    const close = async (): Promise<void> => {
      directory?.close();
      await repository.close();
    };
    return { repository, sealKey, directory, close };
  } catch (error) {
    await repository.close();
    throw error;
  }
}
