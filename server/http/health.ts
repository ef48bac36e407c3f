/** `/health` and `/ready`: whether the process lives, and whether it can take people in. */
import express, { type Router } from 'express';
import type { Readiness } from '../operation/readiness.ts';

export function createHealth(readiness: () => Promise<Readiness>): Router {
  const health = express.Router();
  health.use(['/health', '/ready'], (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  health.get('/health', (_request, response) => {
    response.json({ ok: true });
  });
  health.get('/ready', async (_request, response) => {
    const answer = await readiness();
    response.status(answer.ready ? 200 : 503).json(answer);
  });
  return health;
}
