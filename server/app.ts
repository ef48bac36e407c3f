/**
 * The whole server on one port: pages, lists, matchmaking and rooms. Of the package `colyseus` only the two parts that are
 * needed are imported: the whole would also load `/etc/environment` and `.env` files over the environment.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineRoom, defineServer, matchMaker } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { RequestHandler } from 'express';
import { pino } from 'pino';
import { ROOM } from '../shared/protocol/messages.ts';
import type { Config } from './config.ts';
import { createGrowthPool } from './growth/pool.ts';
import { createApi } from './http/api.ts';
import { securityHeaders } from './http/security.ts';
import { openSqliteRepository } from './persistence/sqlite.ts';
import { publicRooms, roomOfCode } from './rooms/lists.ts';
import { matchRoom } from './rooms/match-room.ts';

export interface RunningServer {
  readonly port: number;
  /** On this machine, such as http://localhost:2567. */
  readonly url: string;
  /** Ends rooms, threads and database in good order. What was played stays recorded. */
  close(): Promise<void>;
}

/** Raised when the address cannot be listened on; its message is a sentence for the operator. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** `pages` answers whatever is not an interface; without it, only those are served. Rejects with a sentence. */
export async function startServer(config: Config, pages?: RequestHandler): Promise<RunningServer> {
  const startedAt = Date.now();
  const log = pino({ level: config.logLevel });
  const repository = await openSqliteRepository(config.dataDir);
  const growth = createGrowthPool(config.growthThreads);
  const http = createServer();
  // The transport shares the HTTP server instead of owning it, so that a port in use is ours to explain.
  const transport = new WebSocketTransport({ noServer: true });
  transport.attachToServer(http);
  // The page comes from this very address; no other site's page has business here.
  Object.assign(matchMaker.controller, { DEFAULT_CORS_HEADERS: {}, getCorsHeaders: () => ({}) });
  const server = defineServer({
    rooms: { [ROOM]: defineRoom(matchRoom({ repository, growth, log })) },
    transport,
    greet: false,
    // Signals are handled by whoever started this server.
    gracefullyShutdown: false,
    logger: log,
    express(app) {
      app.disable('x-powered-by');
      app.use(securityHeaders);
      app.get('/health', (_request, response) => {
        response.setHeader('Cache-Control', 'no-store').json({ ok: true });
      });
      app.use('/api', createApi({ repository, publicRooms, roomOfCode }));
      if (pages) app.use(pages);
      else
        app.get('/', (_request, response) =>
          response.type('text/plain').send('Twinfold is running, without its page.'),
        );
    },
  });

  const close = async (): Promise<void> => {
    await server.gracefullyShutdown(false);
    await growth.close();
    await repository.close();
    http.closeAllConnections();
    await new Promise<void>((resolve) => http.close(() => resolve()));
  };

  const unlistenable = new Promise<never>((_, reject) => {
    http.once('error', (error) => reject(new ListenError(explainListening(error, config))));
  });
  try {
    await Promise.race([server.listen(config.port, config.host), unlistenable]);
  } catch (error) {
    await matchMaker.gracefullyShutdown();
    await growth.close();
    await repository.close();
    throw error;
  }
  // Not before the port is ours: whoever has it may still be playing these matches.
  const interrupted = await repository.interruptBefore(startedAt);
  if (interrupted > 0) log.warn({ interrupted }, 'matches were interrupted when the server last stopped');
  const port = portOf(http.address());
  return { port, url: `http://localhost:${port}`, close };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function explainListening(error: Error, { port, host }: Config): string {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program (perhaps another Twinfold). Stop that one, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} may not be used without special rights. Choose one above 1023: PORT=2567 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `This machine has no address “${host ?? ''}”. Leave HOST out to listen on all of its addresses.`;
  }
  return `The server could not listen on port ${port}: ${error.message}`;
}
