/** The way of live connections: Colyseus’ own over WebSockets, which share the HTTP server. */
import type { IncomingMessage, Server } from 'node:http';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { type Dropped, guardedSocket } from './guarded-socket.ts';
import { createHeartbeat } from './heartbeat.ts';

/** A message that is too long for anything is answered with a sentence, up to this size; beyond, its sender is cut off. */
const MAX_MESSAGE_BYTES = 64 * 1024;

/** How often it is looked whose time has come to be asked for a sign of life. */
const LOOK_MS = 100;

/** Colyseus’ own asks everybody at once, which of 2,000 pages holds up all others for some 60 ms, every three seconds. */
class SparingTransport extends WebSocketTransport {
  protected override autoTerminateUnresponsiveClients(everyMs: number, mostUnanswered: number): void {
    const beat = createHeartbeat({ everyMs, mostUnanswered });
    this.pingInterval = setInterval(() => beat(this.wss.clients), LOOK_MS);
  }
}

/** `onDropped` is told of each connection that is let go by us. */
export function createTransport(http: Server, onDropped: (why: Dropped, error?: unknown) => void): WebSocketTransport {
  const transport = new SparingTransport({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    WebSocket: guardedSocket(onDropped),
  });
  // The transport shares the HTTP server instead of owning it, so that a port in use is ours to explain.
  transport.attachToServer(http, { filter: isWelcome });
  return transport;
}

const REFUSAL = JSON.stringify({ reason: 'noSuchThing', error: 'There is no live connection at this address.' });

/** Whether it asks for a seat in a room, by names that can be such. Else it is answered here, and ended. */
function isWelcome(request: IncomingMessage): boolean {
  if (asksForSeat(request.url ?? '')) return true;
  request.socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${REFUSAL.length}\r\nConnection: close\r\n\r\n${REFUSAL}`,
  );
  return false;
}

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
/** The framework looks rooms and seats up in plain objects, which know more names than were put into them. */
const isName = (text: string): boolean => NAME.test(text) && !(text in Object.prototype);

function asksForSeat(address: string): boolean {
  if (!address.startsWith('/') || !URL.canParse(address, 'ws://server')) return false;
  const { pathname, searchParams } = new URL(address, 'ws://server');
  return isName(pathname.split('/').at(-1) ?? '') && isName(searchParams.get('sessionId') ?? '');
}
