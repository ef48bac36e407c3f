/** Requests that no page sends: each is turned away with a sentence, none is a fault of the server, and nothing changes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { type Probed, startProbed } from '../support/probed.ts';
import { ended, openSocket, post, request, sendRaw, upgrade } from '../support/raw-http.ts';

let server: Probed;
beforeAll(async () => {
  server = await startProbed();
});
afterAll(() => server.stop());

const CREATE = '/matchmake/create/match';
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const options = (wanted: object): string => JSON.stringify({ protocol: PROTOCOL_VERSION, ...wanted });

/** By what it is, with the status that it gets. */
const WRONG: Readonly<Record<string, readonly [bytes: string, status: number]>> = {
  'a host that is none': [post(CREATE, '{}', ['Host: %%%']), 400],
  'a host of two words': [post(CREATE, '{}', ['Host: a b']), 400],
  'a forwarded protocol that is none': [post(CREATE, '{}', ['X-Forwarded-Proto: %%']), 400],
  'no type of content': [request('POST', CREATE, [], '{}'), 415],
  'a form': [request('POST', CREATE, ['Content-Type: multipart/form-data; boundary=x'], '--x'), 415],
  'JSON that breaks off': [post(CREATE, '{"protocol":'), 400],
  'a word': [post(CREATE, '"match"'), 400],
  nothing: [post(CREATE, 'null'), 400],
  'a list': [post(CREATE, '[{}]'), 400],
  'bytes that are no UTF-8': [post(CREATE, '{"mode":"\xff\xfe"}'), 400],
  'a prototype': [post(CREATE, '{"__proto__":{"isHost":true},"mode":"solo"}'), 400],
  'a constructor': [post(CREATE, '{"constructor":{"prototype":{"isHost":true}}}'), 400],
  'options deeper than any': [post(CREATE, nested(2_000)), 400],
  'more than a request may bring': [post(CREATE, `{"a":"${'x'.repeat(20_000)}"}`), 413],
  'an option that is none': [post(CREATE, options({ mode: 'solo', admin: true })), 400],
  'settings beyond any bounds': [post(CREATE, options({ mode: 'solo', habitats: 1e9 })), 400],
  'a ticket of somebody else’s': [post(CREATE, options({ ticket: 'V1StGXR8_Z5jdHi6B-myT' })), 400],
  'a way in that is none': [post('/matchmake/constructor/match', '{}'), 404],
  'a way in that pages do not use': [post('/matchmake/joinOrCreate/match', options({})), 404],
  'a kind of room that is none': [post('/matchmake/create/__proto__', '{}'), 404],
  'a way back that is none': [post('/matchmake/reconnect/abc', '{"reconnectionToken":"x"}'), 404],
  'an address that cannot be decoded': [request('GET', '/api/codes/%zz'), 400],
  'an address that decodes to no UTF-8': [request('GET', '/api/rooms/%E0%A4%A'), 400],
  'an address of another machine': [request('GET', 'http://elsewhere/api/rooms'), 400],
  'an address too long': [request('GET', `/api/codes/${'A'.repeat(3_000)}`), 414],
  'a head too large': [request('GET', '/api/rooms', [`X-Much: ${'x'.repeat(50_000)}`]), 431],
  'a path with dots': [request('GET', '/api/replays/..%2f..%2ftwinfold.sqlite'), 404],
  'a path with a zero': [request('GET', '/api/replays/%00'), 404],
  'a way to ask that is none': [request('BREW', '/api/rooms'), 400],
  'a way to ask that is not done here': [request('TRACE', '/api/rooms'), 405],
  'putting a room': [request('PUT', '/api/rooms', [], '{}'), 405],
  'deleting what is not there': [request('DELETE', '/api/rooms/abc'), 404],
  'posting where nothing is taken': [post('/api/privacy', '{}'), 404],
  'a recording that is JSON': [post('/api/replays', '{}'), 415],
  'changing what is not there': [
    request('PATCH', '/api/replays/abcdefgh', ['Content-Type: application/json'], '{}'),
    404,
  ],
  'a change that cannot be read': [
    request('PATCH', '/api/replays/abcdefgh', ['Content-Type: application/json'], '{"'),
    400,
  ],
  'a change that is too much': [
    request('PATCH', '/api/replays/abcdefgh', ['Content-Type: application/json'], `"${'x'.repeat(9_000)}"`),
    413,
  ],
  'a report without its key': [request('GET', '/api/reports/abc'), 404],
  'two lengths at once': [
    request('POST', CREATE, ['Content-Type: application/json', 'Content-Length: 3', 'Transfer-Encoding: chunked']),
    400,
  ],
  'an expectation': [post(CREATE, '{}', ['Expect: banana']), 417],
  'no HTTP at all': ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  'a live connection to nowhere': [upgrade('/'), 400],
  'a live connection without a seat': [upgrade('/process/room'), 400],
  'a live connection to a name of the language': [upgrade('/process/constructor?sessionId=abc'), 400],
  'a seat by a name of the language': [upgrade('/process/room?sessionId=__proto__'), 400],
  'a live connection that cannot be decoded': [upgrade('/%zz/%ff?sessionId=%ff'), 400],
  'a live connection to no address': [upgrade('*:99999999/'), 400],
  'a live connection of another version': [
    upgrade('/process/room?sessionId=abc').replace('Version: 13', 'Version: 99'),
    400,
  ],
};

test.each(Object.entries(WRONG))('%s is turned away', async (_, [bytes, status]) => {
  const answer = await sendRaw(server.port, bytes);
  expect(answer.status).toBe(status);
  expect(answer.body).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
  // What cannot even be read as HTTP is answered by its number alone.
  if (![414, 417, 431].includes(status) && answer.body.includes('{')) expect(answer.body).toMatch(/\.\\?"/);
});

test('none of it was a fault, opened a room or is in the log', async () => {
  expect(server.isAlive()).toBe(true);
  expect(server.log).toEqual([]);
  expect(await (await fetch(`${server.url}/api/rooms`)).json()).toEqual({ rooms: [] });
  expect(await (await fetch(`${server.url}/api/replays`)).json()).toEqual({ replays: [], more: false });
});

test('a body without end is cut off, and not kept', async () => {
  const before = await server.memory();
  const socket = await openSocket(server.port);
  socket.write(
    `POST ${CREATE} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  let got = '';
  socket.on('data', (data) => {
    got += data.toString('latin1');
  });
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece)) {
      // Until it has to wait.
    }
  };
  const end = ended(socket);
  socket.on('drain', more);
  more();
  await end;
  expect(got).toMatch(/^HTTP\/1\.1 413/);
  expect((await server.memory()) - before).toBeLessThan(8 * 1024 * 1024);
});

test('who never comes to an end is let go, and holds nobody up', async () => {
  const halves = ['GET /api/rooms HTTP/1.1\r\nHost: x\r\nX-Slow:', post(CREATE, '{"mode":"solo"}').slice(0, -5), ''];
  const slow = await Promise.all(
    Array.from({ length: 90 }, async (_, at) => {
      const socket = await openSocket(server.port);
      socket.resume();
      socket.write(halves[at % halves.length] ?? '');
      return socket;
    }),
  );
  const ends = slow.map(ended);
  expect((await fetch(`${server.url}/api/rooms`)).status).toBe(200);
  await Promise.all(ends);
  expect(server.isAlive()).toBe(true);
});
