/** The log: one line of JSON an event, and nothing in it that says who somebody is. */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** `to`: where it goes instead of to standard output. */
export function createLog(level: Config['logLevel'], to?: DestinationStream): Logger {
  const options = {
    level,
    // Names of machines and numbers of processes are the business of whoever collects logs.
    base: null,
    errorKey: 'error',
    serializers: { error: plainError },
  };
  return to ? pino(options, to) : pino(options);
}

interface PlainError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
}

/** Not all that an error carries: drivers hang rows and parameters on it, in which names may be. */
export function plainError(error: unknown): PlainError | string {
  if (!(error instanceof Error)) return String(error);
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  return {
    type: error.name,
    message: error.message,
    ...(code === null ? {} : { code }),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}
