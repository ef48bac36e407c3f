/** What backup and restore are told: a file, and by the environment where the database is. */
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';

/**
 * Null when the usage was asked for, and has been printed. Throws with a sentence. `instead`: what does the same for a Postgres
 * database.
 */
export function theFile(usage: string, instead: string): { file: string; config: Config } | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return null;
  }
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new Error(`One file is to be named.\n${usage}`);
  const read = readConfig(process.env);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  if (read.config.databaseUrl !== undefined) {
    throw new Error(`DATABASE_URL is set, so the matches are in Postgres, which has its own way: ${instead}`);
  }
  return { file, config: read.config };
}
