/** `npm run restore -- FILE`: puts a backup in the place of the embedded database. */
import { resolve } from 'node:path';
import { restore } from '../operation/backup.ts';
import { theFile } from './database-arguments.ts';
import { run } from './signals.ts';

const USAGE = `npm run restore -- FILE
  Puts a backup in the place of the database of DATA_DIR. The server must not be running. What was there is kept beside it.`;

run(async () => {
  const asked = theFile(USAGE, 'pg_restore --clean --dbname="$DATABASE_URL" FILE');
  if (asked === null) return;
  const { matches, live, before } = await restore(asked.config.dataDir, resolve(asked.file));
  console.log(`${asked.config.dataDir} has ${matches} matches again; ${live} go on when the server starts.`);
  if (before !== null) console.log(`What was there before is kept as ${before}. Delete it when all is well.`);
});
