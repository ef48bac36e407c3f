/** `npm run backup -- FILE`: a copy of the embedded database, while the server runs or not. */
import { resolve } from 'node:path';
import { backUp } from '../operation/backup.ts';
import { theFile } from './database-arguments.ts';
import { run } from './signals.ts';

const USAGE = `npm run backup -- FILE
  Copies the database of DATA_DIR to FILE, as it stands at one moment; the server goes on meanwhile. The copy is checked before it
  gets its name. It holds names and answers of classes: delete it when they would have been deleted.`;

run(async () => {
  const asked = theFile(USAGE, 'pg_dump --format=custom --file=FILE "$DATABASE_URL"');
  if (asked === null) return;
  const { matches, live } = await backUp(asked.config.dataDir, resolve(asked.file));
  console.log(`${resolve(asked.file)}: ${matches} matches, ${live} of them going on. Checked and whole.`);
});
