/**
 * The whole server on one port: pages, lists, matchmaking and rooms. Of the package `colyseus` only the two parts that are
 * needed are imported: the whole would also load `/etc/environment` and `.env` files over the environment.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineRoom, defineServer, matchMaker, type ServerOptions } from '@colyseus/core';
import type { RequestHandler } from 'express';
import type { DestinationStream } from 'pino';
import { ECHO_ROOM } from '../shared/protocol/echo.ts';
import { HERE, ROOM } from '../shared/protocol/wire.ts';
import { createMembership, SILENT_MS } from './cluster/membership.ts';
import { openStores, type Stores } from './cluster/stores.ts';
import { whereabouts } from './cluster/whereabouts.ts';
import type { Config } from './config.ts';
import { createGrowthPool } from './growth/pool.ts';
import { createApi } from './http/api.ts';
import { IDLE_MS, keepGate, REQUEST_LIMITS } from './http/gate.ts';
import { createHealth } from './http/health.ts';
import { explainListening, ListenError } from './http/listening.ts';
import { serveMetrics } from './http/metrics.ts';
import { createMonitor } from './http/monitor.ts';
import { answerFaults, logRequests, nothingHere } from './http/requests.ts';
import { securityHeaders } from './http/security.ts';
import { createLibrary, tellingLibrary } from './library/library.ts';
import { createLog } from './operation/log.ts';
import { measureWrites } from './operation/measured-writes.ts';
import { createMetrics } from './operation/metrics.ts';
import { createReadiness } from './operation/readiness.ts';
import { DEFAULT_LIBRARY_MB, DEFAULT_RECORDING_DAYS } from './operation/variables.ts';
import { startForgettingCreatures, startRetention } from './retention.ts';
import { createDoors } from './rooms/doors.ts';
import { echoRoom } from './rooms/echo-room.ts';
import { isOpen, publicRooms, roomOfCode } from './rooms/lists.ts';
import { matchRoom } from './rooms/match-room.ts';
import { createPlayNow } from './rooms/play-now.ts';
import { createResidents } from './rooms/residents.ts';
import type { RoomServices } from './rooms/services.ts';
import { createTakingUp, createTickets } from './rooms/taking-up.ts';
import { createSparingLog, frameworkLog } from './transport/sparing-log.ts';
import { createTransport } from './transport/transport.ts';

export interface RunningServer {
  readonly port: number;
  /** On this machine, such as http://localhost:2567. */
  readonly url: string;
  /** Ends rooms, threads and database in good order. What was played stays recorded. */
  close(): Promise<void>;
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
  const log = createLog(config.logLevel, logTo);
  const recordingDays = config.recordingDays ?? DEFAULT_RECORDING_DAYS;
  const stores = await openStores(config, log);
  const { directory } = stores;
  const metrics = createMetrics();
  const library = createLibrary({
    ...{ repository: stores.repository, sealKey: stores.sealKey, log, metrics },
    recordingDays,
    libraryMb: config.libraryMb ?? DEFAULT_LIBRARY_MB,
  });
  const repository = measureWrites(tellingLibrary(stores.repository, library), metrics);
  const growth = createGrowthPool(config.growthThreads, { metrics });
  const residents = createResidents();
  const doors = createDoors(config.mostRooms);
  const services: RoomServices = {
    repository,
    growth,
    log,
    metrics,
    tickets: createTickets(),
    plans: createTickets(),
    residents,
    doors,
  };
  let stopping = false;
  const readiness = createReadiness({
    running: () => !stopping,
    matchmaker: () => matchMaker.state === matchMaker.MatchMakerState.READY,
    database: async () => {
      await repository.findLiveRoom('');
      return true;
    },
    ...(directory && {
      redis: () => {
        directory.check();
        return true;
      },
    }),
  });
  const silenceMs = config.databaseUrl === undefined ? Number.POSITIVE_INFINITY : SILENT_MS;
  const whereIs = (roomId: string) => whereabouts(roomId, { repository, isListed: isOpen, silenceMs });
  const monitor = await createMonitor(config.monitorPassword);
  const http = createServer(REQUEST_LIMITS);
  http.timeout = IDLE_MS;
  const write = createSparingLog(log);
  const transport = createTransport(http, (why, error) => {
    metrics.dropped(why);
    if (error === undefined) write(why, 'warn', { why }, 'a connection was let go');
    else write(why, 'error', { why, error }, 'a message met an error, and its connection was let go');
  });
  // The page comes from this very address; no other site's page has business here.
  Object.assign(matchMaker.controller, { DEFAULT_CORS_HEADERS: {}, getCorsHeaders: () => ({}) });
  const server = defineServer({
    rooms: { [ROOM]: defineRoom(matchRoom(services)), [ECHO_ROOM]: defineRoom(echoRoom(doors)) },
    transport,
    ...sharing(config, stores),
    greet: false,
    // Signals are handled by whoever started this server.
    gracefullyShutdown: false,
    logger: frameworkLog(log, write),
    express(app) {
      app.disable('x-powered-by');
      app.use(logRequests(log));
      app.use(securityHeaders);
      app.use(createHealth(readiness));
      app.get('/metrics', serveMetrics(metrics, config.metricsToken));
      app.use('/monitor', monitor);
      app.use(
        '/api',
        createApi({
          repository,
          library,
          retentionDays: config.retentionDays,
          recordingDays,
          log,
          publicRooms,
          playNow: createPlayNow(services.plans),
          whereabouts: whereIs,
          roomOfCode,
        }),
      );
      if (pages) app.use(pages);
      else
        app.get('/', (_request, response) =>
          response.type('text/plain').send('Twinfold is running, without its page.'),
        );
      app.use(nothingHere);
      app.use(answerFaults({ log, metrics }));
    },
  });

  const takingUp = createTakingUp(services, async (roomId) => {
    if (directory) await directory.driver.claim(roomId);
    else await matchMaker.driver.remove(roomId);
  });
  const ended = directory ? directory.ended : async () => new Set<string>();
  const membership =
    config.databaseUrl === undefined
      ? null
      : createMembership({ repository, residents, log, ended, takeUp: takingUp.one });

  let stopForgetting: readonly (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    stopping = true;
    await membership?.settle();
    await server.gracefullyShutdown(false);
    await membership?.leave();
    await growth.close();
    await library.close();
    for (const stop of stopForgetting) await stop();
    await stores.close();
    http.closeAllConnections();
    await new Promise<void>((resolve) => http.close(() => resolve()));
  };

  const unlistenable = new Promise<never>((_, reject) => {
    http.once('error', (error) => reject(new ListenError(explainListening(error, config))));
  });
  try {
    await matchMaker.onReady;
    // Who is alone gives every match that goes on its room before anybody can ask for it. Of several, each takes up what is left.
    await directory?.appear(repository.owner);
    if (membership) await membership.start();
    else await takingUp.all();
    await Promise.race([server.listen(config.port, config.host), unlistenable]);
    keepGate(http);
    await directory?.driver.sweep();
    membership?.watch();
  } catch (error) {
    await membership?.leave();
    await matchMaker.gracefullyShutdown();
    await growth.close();
    await library.close();
    await stores.close();
    throw error;
  }
  const interrupted = await repository.interruptBefore(startedAt);
  if (interrupted > 0) log.warn({ interrupted }, 'matches of an older version cannot go on');
  stopForgetting = [
    startRetention(repository, config.retentionDays, log),
    startForgettingCreatures(repository, recordingDays, log),
  ];
  library.start();
  const port = portOf(http.address());
  return { port, url: `http://localhost:${port}`, close };
}

/** What several processes need to find each other's rooms; nothing for who is alone. */
function sharing({ publicAddress }: Config, { directory }: Stores): Partial<ServerOptions> {
  if (!directory) return {};
  const { driver, presence, check } = directory;
  // Who is dead is told by the database; the framework's own trials take seconds, during which nobody gets in.
  matchMaker.setHealthChecksEnabled(false);
  return {
    driver,
    presence,
    ...(publicAddress && { publicAddress: publicAddress.startsWith('/') ? `${HERE}${publicAddress}` : publicAddress }),
    // Whoever stands before the processes has spread the requests already.
    async selectProcessIdToCreateRoom() {
      check();
      return matchMaker.processId;
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
