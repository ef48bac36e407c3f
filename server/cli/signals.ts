/** How a command that serves begins and ends. */
import type { RunningServer } from '../app.ts';
import { DEFAULT_SHUTDOWN_GRACE_SECONDS } from '../operation/variables.ts';

/** Ends the process with a sentence instead of a stack when `main` fails. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
}

/**
 * Closes the server in good order at the first signal to stop, and ends with 0. A second one, or the end of `graceSeconds`, means
 * that waiting is over: what was acknowledged is on disk in any case.
 */
export function closeOnSignals(
  server: Pick<RunningServer, 'close'>,
  graceSeconds: number = DEFAULT_SHUTDOWN_GRACE_SECONDS,
): void {
  let closing = false;
  const stop = (): void => {
    if (closing) process.exit(1);
    closing = true;
    setTimeout(() => {
      console.error(
        `The server did not stop within ${graceSeconds} seconds and was ended. What was acknowledged is kept; set SHUTDOWN_GRACE_SECONDS to give it longer.`,
      );
      process.exit(1);
    }, graceSeconds * 1000);
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
