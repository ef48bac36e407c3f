/**
 * What no page says, on live connections: malformed, oversized, replayed, forged and out of order. Whoever says it is answered or cut
 * off; everybody else, and the match, does not feel it.
 */
import { connect } from 'node:net';
import { encode } from '@colyseus/schema';
import { Protocol } from 'colyseus.js';
import { pack } from 'msgpackr';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { LiveSource } from '../../client/net/live-source.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { openClass, type TestClass } from '../support/class.ts';
import { type Probed, startProbed } from '../support/probed.ts';
import { ended } from '../support/raw-http.ts';
import { openRawPage, type RawPage } from '../support/raw-page.ts';
import { until, untilTrue } from '../support/server.ts';

let server: Probed;
let room: TestClass;
let pupil: LiveSource;
let forger: RawPage;
let before: string;
beforeAll(async () => {
  server = await startProbed();
});
afterAll(() => server.stop());
beforeEach(async () => {
  room = await openClass(server.url);
  pupil = await room.pupil();
  forger = await openRawPage(server.url, room.console.roomId.value);
  await room.console.send({ kind: 'pace', action: 'start' });
  await room.console.send({ kind: 'pace', action: 'next' });
  await until(() => pupil.table.value.phase === 'choose' && room.console.roster.value?.people.length === 2);
  before = seen();
});
afterEach(() => {
  forger.socket.terminate();
  room.close();
});

/** All that the console and a pupil are told, apart from clocks, idleness, and who of the forgers is here. */
function seen(): string {
  const { asOf: _, phasePassedMs: __, stewards, room: told, ...table } = pupil.table.value;
  const own = forger.welcome()?.seat ?? -1;
  const others = stewards.filter(({ seat }) => seat !== own);
  const laid = pupil.table.value.laid.filter((_cards, seat) => seat !== own);
  const people = room.console.roster.value?.people
    .filter(({ seat }) => seat !== own)
    .map(({ idleMs: _idle, actedAt: _acted, ...person }) => person);
  const { rules, teams } = room.console.roster.value ?? {};
  return JSON.stringify({
    ...table,
    ...told,
    spectators: 0,
    laid,
    others,
    people,
    rules,
    teams,
    tick: pupil.world.value?.tick,
  });
}

/** Nobody else has felt anything, and everybody else can go on. */
async function unfelt(): Promise<void> {
  expect(await pupil.send({ kind: 'ready', ready: false })).toMatchObject({ ok: true });
  expect(await room.console.send({ kind: 'class', action: { do: 'approveAll' } })).toMatchObject({ ok: true });
  expect(seen()).toBe(before);
  expect([pupil.link.value, room.console.link.value, server.isAlive()]).toEqual(['open', 'open', true]);
  expect(server.log.filter((line) => line.includes('"level":50'))).toEqual([]);
}

const message = (code: number, type: string | number, payload: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(64);
  const it = { offset: 1 };
  bytes[0] = code;
  if (typeof type === 'string') encode.string(bytes, type, it);
  else encode.number(bytes, type, it);
  return Buffer.concat([bytes.subarray(0, it.offset), payload]);
};

test('bytes that are no message are answered in a sentence', async () => {
  const wrong: Uint8Array[] = [
    new Uint8Array(),
    Uint8Array.of(0),
    Uint8Array.of(255),
    Uint8Array.of(Protocol.ROOM_DATA),
    // A text of four billion letters, a list of as many, and one that holds itself ten thousand times over.
    Uint8Array.of(Protocol.ROOM_DATA, 0xdb, 0xff, 0xff, 0xff, 0xff),
    message(Protocol.ROOM_DATA, 'intent', Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff)),
    message(Protocol.ROOM_DATA, 'intent', new Uint8Array(10_000).fill(0x91)),
    message(Protocol.ROOM_DATA, 'intent', Uint8Array.of(0xc1)),
    message(Protocol.ROOM_DATA, 'intent', Uint8Array.of(0xd4, 0x72, 0x40, 0x92, 0xa1, 0x61, 0xa1, 0x62)),
    message(Protocol.ROOM_DATA, 'é', pack({ id: 1 })),
    message(Protocol.ROOM_DATA, '__proto__', pack({ id: 1 })),
    message(Protocol.ROOM_DATA, 'constructor', pack({ id: 1 })),
    message(Protocol.ROOM_DATA, 7, pack({ id: 1 })),
    message(Protocol.ROOM_DATA_BYTES, 'frame', new Uint8Array(100)),
    message(Protocol.ROOM_STATE, 'state', new Uint8Array(100).fill(0x80)),
    message(Protocol.ROOM_STATE_PATCH, 'state', new Uint8Array(100).fill(0xff)),
    ...Array.from({ length: 256 }, (_, code) => message(code, 'intent', Uint8Array.of(1, 2, 3))),
  ];
  // On one connection after another, since each may say only so much at once.
  for (let at = 0; at < wrong.length; at += 15) {
    const page = await openRawPage(server.url, room.console.roomId.value, { watch: true });
    const some = wrong.slice(at, at + 15);
    for (const bytes of some) page.socket.send(bytes);
    await untilTrue(() => page.answers.length === some.length);
    expect(new Set(page.answers.map(({ reason }) => reason))).toEqual(new Set(['invalid']));
    expect(page.closed()).toBeUndefined();
    page.socket.terminate();
  }
  await unfelt();
});

test('frames that are no WebSocket’s are cut off', async () => {
  const frames = [
    // Not masked; a piece that continues nothing; a kind that is none; a text that is none; a ping too long; a length beyond all.
    [0x82, 1, 0],
    [0x80, 0x81, 0, 0, 0, 0, 1],
    [0x83, 0x81, 0, 0, 0, 0, 1],
    [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe],
    [0x89, 0xfe, 1, 0, 0, 0, 0, 0],
    [0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0],
  ];
  for (const frame of frames) {
    const page = await openRawPage(server.url, room.console.roomId.value, { watch: true });
    const socket: unknown = Reflect.get(page.socket, '_socket');
    if (typeof socket !== 'object' || socket === null || !('write' in socket) || typeof socket.write !== 'function')
      throw new Error('There is no socket.');
    socket.write(Uint8Array.from(frame));
    await untilTrue(() => page.closed() !== undefined);
  }
  await unfelt();
});

test('what is too long is refused in a sentence, and far too long is cut off', async () => {
  const name = (letters: number) => ({ id: 5, kind: 'name', names: ['x'.repeat(letters)] });
  expect(await forger.ask(name(17_000))).toEqual({
    ...{ id: 5, ok: false, reason: 'tooLong' },
    error: expect.stringMatching(/\.$/),
  });
  expect(forger.closed()).toBeUndefined();
  forger.send('intent', name(70_000));
  await untilTrue(() => forger.closed() !== undefined);
  await until(() => room.console.roster.value?.people.some(({ connected }) => !connected) === true);
  await unfelt();
});

test('kinds of messages that there are not, and intents for others, are not understood', async () => {
  const wrong: readonly (readonly [unknown, string?])[] = [
    [{ id: 1, kind: 'pressure', card: 'frost', level: 2, seat: 0 }],
    [{ id: 2, kind: 'pressure', card: 'frost', level: 2, tick: 99 }],
    [{ id: 3, kind: 'ready', ready: true, session: 'another' }],
    [{ id: 4, kind: 'frame', bytes: new Uint8Array(3) }],
    [{ id: 5, kind: '__proto__' }],
    [{ id: 6, kind: 'ready', ready: true, __proto__: { host: true } }, 'welcome'],
    [{ id: 7, token: 'abc', seat: 0, host: true }, 'welcome'],
    [{ id: 8 }, 'frame'],
    [null],
    [undefined],
    [[1, 2, 3]],
    ['intent'],
    [7],
    [{ id: '9', kind: 'ready', ready: true }],
    [{ id: 1e300, kind: 'ready', ready: true }],
    [{ id: -1, kind: 'ready', ready: true }],
  ];
  for (const [payload, type] of wrong) {
    expect(await forger.ask(payload, type)).toMatchObject({ ok: false, reason: 'invalid' });
  }
  await unfelt();
});

test('what is out of its time, or said twice, counts once or not at all', async () => {
  const lay = { id: 11, kind: 'pressure', card: 'frost', level: 2 };
  expect(
    await forger.ask({ id: 9, kind: 'predict', round: 0, prediction: { kind: 'twins', same: [0, 1] } }),
  ).toMatchObject({
    reason: 'notPredicting',
  });
  expect(await forger.ask({ id: 10, kind: 'intervene', intervention: 'feast' })).toMatchObject({ ok: false });
  const own = (): readonly unknown[] => pupil.table.value.laid[forger.welcome()?.seat ?? -1] ?? [];
  for (let time = 0; time < 4; time++) await forger.ask(lay);
  await until(() => own().length > 0);
  expect(own()).toEqual([{ card: 'frost', level: 2 }]);
  await room.console.send({ kind: 'pace', action: 'next' });
  await until(() => pupil.table.value.phase !== 'choose');
  expect(await forger.ask(lay)).toMatchObject({ ok: false, reason: 'notNow' });
});

test('another’s words replayed count for who says them, and another’s connection cannot be taken', async () => {
  // What the host says, byte for byte, from a pupil's line.
  for (const action of ['pause', 'next', 'lengthen']) {
    expect(await forger.ask({ id: 1, kind: 'pace', action })).toMatchObject({ ok: false, reason: 'notHost' });
  }
  const ws = server.url.replace('http', 'ws');
  const roomId = room.console.roomId.value;
  const knock = async (session: string, more = ''): Promise<number> => {
    const socket = new WebSocket(`${ws}/any/${roomId}?sessionId=${session}${more}`);
    const code = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.once('open', () => socket.send(Uint8Array.of(Protocol.JOIN_ROOM)));
    return code;
  };
  // One that is here, one that never was, and one by a token of the framework's own.
  for (const session of [forger.sessionId, 'Abcdefghi']) {
    expect(await knock(session)).toBe(4002);
    expect(await knock(session, '&reconnectionToken=abc')).not.toBe(1000);
  }
  expect(forger.closed()).toBeUndefined();
  await unfelt();
});

test('a token that is nobody’s gives no place but one’s own, and a key that is none leads nowhere', async () => {
  const stranger = await openRawPage(server.url, room.console.roomId.value, {
    token: 'V1StGXR8_Z5jdHi6B-myT',
    watch: true,
  });
  expect(stranger.welcome()).toMatchObject({ seat: -1, host: false });
  stranger.socket.terminate();
  const join = (more: object) => openRawPage(server.url, room.console.roomId.value, { watch: true, ...more });
  await expect(join({ host: true, token: 'V1StGXR8_Z5jdHi6B-myT' })).rejects.toThrow();
  await expect(join({ token: 'x'.repeat(65) })).rejects.toThrow();
  await expect(join({ token: 7 })).rejects.toThrow();
  await expect(join({ protocol: PROTOCOL_VERSION - 1 })).rejects.toThrow();
  await unfelt();
});

test('a flood is answered for a while and then cut off', async () => {
  const reasons = new Set<string>();
  for (let at = 0; at < 3_000; at++) forger.send('intent', { id: at, kind: 'ready', ready: at % 2 === 0 });
  await untilTrue(() => forger.closed() !== undefined);
  for (const { reason } of forger.answers) if (reason !== undefined) reasons.add(reason);
  expect([forger.closed(), [...reasons]]).toEqual([4002, ['tooFast']]);
  await until(() => room.console.roster.value?.people.some(({ connected }) => !connected) === true);
  await unfelt();
});

test('a connection that breaks in the middle of its greeting, and one that is half open, leave nothing behind', async () => {
  const half = connect(server.port, '127.0.0.1');
  half.write('GET /a/b?sessionId=abc HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n');
  half.destroy();
  await ended(half);
  // It stands, and no longer answers the server's pings: as when a laptop is closed.
  const asleep = await openRawPage(server.url, room.console.roomId.value);
  await until(() => room.console.roster.value?.people.length === 3);
  asleep.socket.pause();
  await until(() => room.console.roster.value?.people.filter(({ connected }) => connected).length === 2);
  expect(await pupil.send({ kind: 'ready', ready: false })).toMatchObject({ ok: true });
  asleep.socket.terminate();
});
