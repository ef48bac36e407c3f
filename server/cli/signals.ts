/** How a command that serves begins and ends. */
import type { RunningServer } from '../app.ts';

/** Ends the process with a sentence instead of a stack when `main` fails. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
}

/** Closes the server in good order at the first signal to stop; a second one means that waiting is over. */
export function closeOnSignals(server: RunningServer): void {
  let closing = false;
  const stop = (): void => {
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
