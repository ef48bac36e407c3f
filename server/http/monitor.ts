/**
 * `/monitor`: Colyseus' own page about open rooms, for who has the password. It only shows: what that page can do to a room
 * (dispose it, send messages, change its state) stays shut, and of a room it tells nothing by which one could come in.
 */
import { freemem, totalmem } from 'node:os';
import { performance } from 'node:perf_hooks';
import { matchMaker } from '@colyseus/core';
import express, { type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { isSecret } from './secret.ts';

const USER = 'operator';
/** Wrong passwords in a row, and how long until one more may be tried. Nothing keeps addresses, so they count for all together. */
const MOST_TRIES = 10;
const TRY_AGAIN_MS = 6_000;
const MEGABYTE = 1024 * 1024;

/** `password`: undefined where there shall be no monitor; then there is nothing at its address. */
export async function createMonitor(password: string | undefined): Promise<Router> {
  const monitor = express.Router();
  if (password === undefined) {
    monitor.use((_request, response) => {
      response.status(404).type('text/plain').send('There is nothing at this address.\n');
    });
    return monitor;
  }
  const { monitor: createPanel } = await import('@colyseus/monitor');
  monitor.use(askPassword(password));
  monitor.get('/api', async (_request, response) => {
    response.json(await overview());
  });
  monitor.get('/api/room', async (request, response) => {
    const room = await inspect(String(request.query.roomId));
    response.status(room === null ? 404 : 200).json(room ?? { message: 'This room is no longer open.' });
  });
  monitor.use('/api', (_request, response) => {
    response.status(403).json({ message: 'This monitor only shows: rooms cannot be changed from here.' });
  });
  monitor.use(createPanel());
  return monitor;
}

function askPassword(password: string): RequestHandler {
  let left = MOST_TRIES;
  let asOf = performance.now();
  return (request, response, next) => {
    const now = performance.now();
    left = Math.min(MOST_TRIES, left + (now - asOf) / TRY_AGAIN_MS);
    asOf = now;
    response.setHeader('Cache-Control', 'no-store');
    const given = request.get('authorization');
    if (given !== undefined && left < 1) {
      response.status(429).type('text/plain').send('Too many wrong passwords. Wait a minute, then try again.\n');
      return;
    }
    if (given !== undefined && isRight(given, password)) {
      next();
      return;
    }
    if (given !== undefined) left -= 1;
    response
      .status(401)
      .setHeader('WWW-Authenticate', 'Basic realm="Twinfold", charset="UTF-8"')
      .type('text/plain')
      .send(`The user is “${USER}”, the password is MONITOR_PASSWORD.\n`);
  };
}

function isRight(authorization: string, password: string): boolean {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(authorization)?.[1] ?? '';
  return isSecret(Buffer.from(encoded, 'base64').toString('utf8'), `${USER}:${password}`);
}

/** As the panel wants it, without what rooms tell the matchmaker of themselves: a code would open a class to whoever reads it. */
async function overview() {
  const rooms = await matchMaker.query({});
  return {
    columns: ['roomId', 'name', 'clients', 'locked', 'elapsedTime', 'processId'],
    rooms: rooms.map(({ roomId, name, clients, locked = false, createdAt, processId }) => ({
      ...{ roomId, name, clients, locked, processId },
      elapsedTime: Date.now() - new Date(createdAt ?? Date.now()).getTime(),
    })),
    connections: rooms.reduce((sum, { clients }) => sum + clients, 0),
    cpu: Math.round(100 * performance.eventLoopUtilization().utilization),
    memory: {
      totalMemMb: totalmem() / MEGABYTE,
      usedMemMb: (totalmem() - freemem()) / MEGABYTE,
      rssMb: process.memoryUsage.rss() / MEGABYTE,
      processId: matchMaker.processId,
    },
  };
}

/** What of a room's state says how it goes, and nothing of who is in it. */
const shownState = z.object({ mode: z.string(), phase: z.string(), round: z.number(), generation: z.number() });
const inspected = z.object({
  roomId: z.string(),
  locked: z.boolean(),
  stateSize: z.number(),
  clients: z.array(z.object({ sessionId: z.string(), elapsedTime: z.number() })),
  state: z.unknown(),
});

async function inspect(roomId: string) {
  try {
    // By way of JSON, as it comes from another process: schema objects show their fields only so.
    const told: unknown = JSON.parse(JSON.stringify(await matchMaker.remoteRoomCall(roomId, 'getInspectData')));
    const { state, ...room } = inspected.parse(told);
    return { ...room, maxClients: null, metadata: null, state: shownState.safeParse(state).data ?? {} };
  } catch {
    return null;
  }
}
