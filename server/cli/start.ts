/** `npm start`: builds the page when it has changed, then serves everything on one port. */
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  const { ensureClient } = await import('../http/client-build.ts');
  const clientDir = await ensureClient(ROOT, (line) => console.log(line));
  // Only now: importing the framework loads a `.env` file over the environment.
  const { startServer } = await import('../app.ts');
  const server = await startServer(read.config, clientDir);
  console.log(`Twinfold is ready: ${server.url}`);

  let closing = false;
  const stop = (): void => {
    // A second signal means that waiting is over.
    if (closing) process.exit(1);
    closing = true;
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`The server did not stop in good order: ${String(error)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
