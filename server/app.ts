/**
 * The whole server on one port: pages, lists, matchmaking and rooms. Of the package `colyseus` only the two parts that are
 * needed are imported: the whole would also load `/etc/environment` and `.env` files over the environment.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineRoom, defineServer, matchMaker } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { RequestHandler } from 'express';
import { type DestinationStream, pino } from 'pino';
import { ECHO_ROOM } from '../shared/protocol/echo.ts';
import { ROOM } from '../shared/protocol/wire.ts';
import type { Config } from './config.ts';
import { createGrowthPool } from './growth/pool.ts';
import { createApi } from './http/api.ts';
import { securityHeaders } from './http/security.ts';
import { holdFolder } from './persistence/folder-hold.ts';
import { openSqliteRepository } from './persistence/sqlite.ts';
import { startRetention } from './retention.ts';
import { echoRoom } from './rooms/echo-room.ts';
import { isOpen, publicRooms, roomOfCode } from './rooms/lists.ts';
import { matchRoom } from './rooms/match-room.ts';
import type { RoomServices } from './rooms/services.ts';
import { createTickets, takeUpMatches } from './rooms/taking-up.ts';

/** A message that is too long for anything is answered with a sentence, up to this size; beyond, its sender is cut off. */
const MAX_MESSAGE_BYTES = 64 * 1024;

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

/**
 * `pages` answers whatever is not an interface; without it, only those are served. `logTo`: where the log goes instead of to
 * standard output. Rejects with a sentence.
 */
export async function startServer(
  config: Config,
  pages?: RequestHandler,
  logTo?: DestinationStream,
): Promise<RunningServer> {
  const startedAt = Date.now();
  const log = logTo ? pino({ level: config.logLevel }, logTo) : pino({ level: config.logLevel });
  const hold = holdFolder(config.dataDir);
  const repository = await openSqliteRepository(config.dataDir);
  const growth = createGrowthPool(config.growthThreads);
  const services: RoomServices = { repository, growth, log, tickets: createTickets() };
  const http = createServer();
  // The transport shares the HTTP server instead of owning it, so that a port in use is ours to explain.
  const transport = new WebSocketTransport({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  transport.attachToServer(http);
  // The page comes from this very address; no other site's page has business here.
  Object.assign(matchMaker.controller, { DEFAULT_CORS_HEADERS: {}, getCorsHeaders: () => ({}) });
  const server = defineServer({
    rooms: { [ROOM]: defineRoom(matchRoom(services)), [ECHO_ROOM]: defineRoom(echoRoom) },
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
      app.use(
        '/api',
        createApi({ repository, retentionDays: config.retentionDays, log, publicRooms, isOpen, roomOfCode }),
      );
      if (pages) app.use(pages);
      else
        app.get('/', (_request, response) =>
          response.type('text/plain').send('Twinfold is running, without its page.'),
        );
    },
  });

  let stopRetention = async (): Promise<void> => {};
  const close = async (): Promise<void> => {
    await server.gracefullyShutdown(false);
    await growth.close();
    await stopRetention();
    await repository.close();
    hold.release();
    http.closeAllConnections();
    await new Promise<void>((resolve) => http.close(() => resolve()));
  };

  const unlistenable = new Promise<never>((_, reject) => {
    http.once('error', (error) => reject(new ListenError(explainListening(error, config))));
  });
  try {
    // Before anybody can ask for it, every match that goes on has its room again.
    await matchMaker.onReady;
    await takeUpMatches(services);
    await Promise.race([server.listen(config.port, config.host), unlistenable]);
  } catch (error) {
    await matchMaker.gracefullyShutdown();
    await growth.close();
    await repository.close();
    hold.release();
    throw error;
  }
  const interrupted = await repository.interruptBefore(startedAt);
  if (interrupted > 0) log.warn({ interrupted }, 'matches of an older version cannot go on');
  stopRetention = startRetention(repository, config.retentionDays, log);
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
