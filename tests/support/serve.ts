/**
 * Run as a process of its own: a server with the database in the folder given, on the port given or any; with DATABASE_URL, REDIS_URL
 * and PUBLIC_ADDRESS in its environment one among several. Prints its port.
 */
import { startServer } from '../../server/app.ts';
import { closeOnSignals, run } from '../../server/cli/signals.ts';

const [dataDir = '', port = '0'] = process.argv.slice(2);
const { DATABASE_URL, REDIS_URL, PUBLIC_ADDRESS } = process.env;
run(async () => {
  const server = await startServer({
    port: Number(port),
    host: '127.0.0.1',
    dataDir,
    growthThreads: 1,
    retentionDays: 30,
    logLevel: 'error',
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    publicAddress: PUBLIC_ADDRESS,
  });
  closeOnSignals(server);
  process.stdout.write(`${server.port}\n`);
});
