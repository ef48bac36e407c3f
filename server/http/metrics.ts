/**
 * `/metrics`, for Prometheus. With a token, who brings it may ask from anywhere. Without one only this machine may: a request
 * that a proxy passed on comes from here as well, so one that bears a proxy's mark or was meant for another name is a stranger's.
 */
import type { Request, RequestHandler } from 'express';
import type { Metrics } from '../operation/metrics.ts';
import { isSecret } from './secret.ts';

const BEARER = /^Bearer (.+)$/i;
const HERE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const NAMES_OF_HERE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const MARKS_OF_PROXIES = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

export function serveMetrics(metrics: Metrics, token: string | undefined): RequestHandler {
  const mayAsk = (request: Request): boolean =>
    token === undefined
      ? isFromHere(request)
      : isSecret(BEARER.exec(request.get('authorization') ?? '')?.[1] ?? '', token);
  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (!mayAsk(request)) {
      response.status(token === undefined ? 403 : 401).type('text/plain');
      if (token !== undefined) response.setHeader('WWW-Authenticate', 'Bearer');
      response.send(
        token === undefined
          ? 'Metrics are told to this machine only. Set METRICS_TOKEN to ask from elsewhere, and bring it along.\n'
          : 'Bring the METRICS_TOKEN along: Authorization: Bearer …\n',
      );
      return;
    }
    response.type(metrics.contentType).send(await metrics.text());
  };
}

const isFromHere = (request: Request): boolean =>
  HERE.has(request.socket.remoteAddress ?? '') &&
  NAMES_OF_HERE.test(request.get('host') ?? '') &&
  MARKS_OF_PROXIES.every((name) => request.get(name) === undefined);
