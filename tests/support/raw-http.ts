/** Requests as nobody should send them, byte by byte. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  /** 0: none came. */
  readonly status: number;
  /** What came after the head, with the lengths of its pieces where it came in pieces. */
  readonly body: string;
}

/** Sends the bytes (one for each letter of a text) and waits for the connection’s end, which every answer should bring. */
export async function sendRaw(port: number, bytes: string | Uint8Array): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  let got = '';
  socket.on('data', (data) => {
    got += data.toString('latin1');
  });
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  await ended(socket);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1] ?? 0), body: got.split('\r\n\r\n').slice(1).join('') };
}

export function request(method: string, path: string, headers: readonly string[] = [], body = ''): string {
  const host = headers.some((each) => /^host:/i.test(each)) ? [] : ['Host: localhost'];
  const length = body === '' ? [] : [`Content-Length: ${body.length}`];
  return [`${method} ${path} HTTP/1.1`, ...host, 'Connection: close', ...headers, ...length, '', body].join('\r\n');
}

export const post = (path: string, body: string, headers: readonly string[] = []): string =>
  request('POST', path, ['Content-Type: application/json', ...headers], body);

export const upgrade = (path: string, headers: readonly string[] = []): string =>
  [
    ...[`GET ${path} HTTP/1.1`, 'Host: localhost', 'Upgrade: websocket', 'Connection: Upgrade'],
    ...['Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', 'Sec-WebSocket-Version: 13', ...headers, '', ''],
  ].join('\r\n');

/** Whoever is turned away in the middle of a sentence hears it as an error: an end all the same. */
export function ended(socket: Socket): Promise<void> {
  socket.on('error', () => {});
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

/** A connection that is open, and says nothing yet. */
export async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}
