/** What is logged of requests, and what is answered when one meets a fault. */
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../operation/metrics.ts';

/**
 * A line for each request, for who asks for that much. It tells the pattern of its address and not the address: codes and ids
 * stand in those, and where somebody came from is nobody's business.
 */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    if (!log.isLevelEnabled('debug')) {
      next();
      return;
    }
    const began = performance.now();
    response.once('finish', () => {
      const ms = Math.round(performance.now() - began);
      log.debug({ method: request.method, path: patternOf(request), status: response.statusCode, ms }, 'a request');
    });
    next();
  };
}

const patternOf = (request: Request): string => {
  const pattern: unknown = request.route?.path;
  return typeof pattern === 'string' ? request.baseUrl + pattern : 'page';
};

/** For what nobody before has answered. */
export const nothingHere: RequestHandler = (_request, response) => {
  response.status(404).json({ reason: 'noSuchThing', error: 'There is nothing at this address.' });
};

/** A fault of ours: into the log with it, and out with a sentence instead of a stack. */
export function answerFaults({ log, metrics }: { log: Logger; metrics: Pick<Metrics, 'error'> }): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status < 500) {
      response.status(status).json({
        reason: 'invalid',
        error: 'The server did not understand that, and nothing has changed. If it happens again, reload the page.',
      });
      return;
    }
    metrics.error('http');
    log.error({ error, path: patternOf(request) }, 'a request met an error');
    response.status(500).json({
      reason: 'fault',
      error: 'Something went wrong on the server. Try again in a moment.',
    });
  };
}

/** What the framework calls malformed (a path that cannot be decoded, say) brings its own status. */
const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500;
