/** Run as a process of its own: a server with the database in the folder given, on the port given or any. Prints its port. */
import { startServer } from '../../server/app.ts';
import { closeOnSignals, run } from '../../server/cli/signals.ts';

const [dataDir = '', port = '0'] = process.argv.slice(2);
run(async () => {
  const server = await startServer({
    port: Number(port),
    host: '127.0.0.1',
    dataDir,
    growthThreads: 1,
    retentionDays: 30,
    logLevel: 'error',
  });
  closeOnSignals(server);
  process.stdout.write(`${server.port}\n`);
});
