/** `npm start`: builds the page when it has changed, then serves everything on one port. */
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { closeOnSignals, run } from './signals.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  const { ensureClient } = await import('../http/client-build.ts');
  const clientDir = await ensureClient(ROOT, (line) => console.log(line));
  const { startServer } = await import('../app.ts');
  const { servePages } = await import('../http/pages.ts');
  const server = await startServer(read.config, servePages(clientDir));
  console.log(`Twinfold is ready: ${server.url}`);
  closeOnSignals(server, read.config.shutdownGraceSeconds);
}

run(main);
