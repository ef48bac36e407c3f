/** `npm run dev`: the same server with a page that follows its sources while they are edited. */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { startServer } from '../app.ts';
import { readConfig } from '../config.ts';
import { closeOnSignals, run } from './signals.ts';

const CLIENT_CONFIG = fileURLToPath(new URL('../../client/vite.config.ts', import.meta.url));

run(async () => {
  const read = readConfig(process.env);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  const vite = await createServer({ configFile: CLIENT_CONFIG, appType: 'spa', server: { middlewareMode: true } });
  const server = await startServer(read.config, vite.middlewares);
  console.log(`Twinfold is ready, for its makers: ${server.url}`);
  closeOnSignals(server);
});
