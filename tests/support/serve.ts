/** Run as a process of its own: a server on a free port with the database in the folder given. Prints its port. */
import { startServer } from '../../server/app.ts';

const [dataDir = ''] = process.argv.slice(2);
const { port } = await startServer({
  port: 0,
  host: '127.0.0.1',
  dataDir,
  growthThreads: 1,
  retentionDays: 30,
  logLevel: 'silent',
});
process.stdout.write(`${port}\n`);
