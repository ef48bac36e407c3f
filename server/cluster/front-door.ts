/**
 * One address for several processes, for a trial on one machine: what nginx does in earnest (operation/nginx.conf). `/2/…` goes to
 * the process of that path, whose rooms' connections come so; everything else to any that lives, in turn.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { createProxyServer } from 'httpxy';

export interface Backend {
  /** Such as /2: its PUBLIC_ADDRESS. */
  readonly path: string;
  /** On this machine; null while it is not there. */
  readonly port: number | null;
}

const BAD_GATEWAY = 502;
const GONE = 'This part of Twinfold is just being started again. Try again in a moment.';

/** `backends`: as they are now. The server is not listening yet. */
export function createFrontDoor(backends: () => readonly Backend[]): Server {
  const proxy = createProxyServer({ xfwd: true });
  let turn = 0;

  /** Where a request goes, and under which address there; null: nowhere. */
  const way = (url: string): { readonly target: string; readonly url: string } | null => {
    const all = backends();
    const named = all.find(({ path }) => url === path || url.startsWith(`${path}/`));
    const alive = all.filter(({ port }) => port !== null);
    const chosen = named ?? alive[turn++ % alive.length];
    if (chosen === undefined || chosen.port === null) return null;
    return { target: `http://127.0.0.1:${chosen.port}`, url: named ? url.slice(named.path.length) || '/' : url };
  };

  const refuse = (response: ServerResponse): void => {
    if (response.headersSent) response.destroy();
    else response.writeHead(BAD_GATEWAY, { 'Content-Type': 'text/plain; charset=utf-8' }).end(GONE);
  };

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const to = way(request.url ?? '/');
    if (to === null) {
      refuse(response);
      return;
    }
    request.url = to.url;
    await proxy.web(request, response, { target: to.target });
  };

  const upgrade = async (request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> => {
    const to = way(request.url ?? '/');
    if (to === null) {
      socket.end(`HTTP/1.1 ${BAD_GATEWAY} Bad Gateway\r\nConnection: close\r\n\r\n`);
      return;
    }
    request.url = to.url;
    await proxy.ws(request, socket, { target: to.target }, head);
  };

  // What becomes of one that breaks off is told to whoever waits for it.
  proxy.on('error', (_error, _request, response) => {
    if (response instanceof Socket) response.destroy();
    else if (response !== undefined) refuse(response);
  });
  const server = createServer((request, response) => {
    pass(request, response).catch(() => refuse(response));
  });
  server.on('upgrade', (request, socket, head) => {
    if (!(socket instanceof Socket)) return;
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch(() => socket.destroy());
  });
  return server;
}
