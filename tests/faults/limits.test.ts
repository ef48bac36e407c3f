/** How much is too much, and how it is said. A class behind one address meets none of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { freshAllowance, INTENTS_PER_MINUTE, MOST_MESSAGE_BYTES, spend } from '../../server/rooms/allowance.ts';
import { createDoors, createEntrance } from '../../server/rooms/doors.ts';
import { createTurns } from '../../server/transport/turns.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { type Probed, startProbed } from '../support/probed.ts';
import { openRawPage } from '../support/raw-page.ts';
import { openPage, QUICK } from '../support/server.ts';

const MOST_ROOMS = 45;
let server: Probed;
beforeAll(async () => {
  server = await startProbed({ environment: { MOST_ROOMS: String(MOST_ROOMS) } });
});
afterAll(() => server.stop());

const SECOND_MS = 1_000;
const reasons = (count: number, allowed: () => { reason: string } | null): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (let each = 0; each < count; each++) {
    const reason = allowed()?.reason ?? 'passed';
    counted[reason] = (counted[reason] ?? 0) + 1;
  }
  return counted;
};

test('a session may say so much a second, so much a minute, and so much in one message', () => {
  const session = freshAllowance(0);
  expect(reasons(30, () => spend(session, 100, 0))).toEqual({ passed: 20, tooFast: 10 });
  let passed = 20;
  let tooMuch = 0;
  for (let second = 1; second <= 30; second++) {
    const now = reasons(10, () => spend(session, 100, second * SECOND_MS));
    passed += now.passed ?? 0;
    tooMuch += now.tooMuch ?? 0;
  }
  // What is refilled in half a minute comes on top.
  expect(passed).toBe(INTENTS_PER_MINUTE + 75);
  expect(tooMuch).toBeGreaterThan(0);
  expect(spend(freshAllowance(0), MOST_MESSAGE_BYTES, 0)).toBeNull();
  expect(spend(freshAllowance(0), MOST_MESSAGE_BYTES + 1, 0)).toMatchObject({ reason: 'tooLong' });
  const bytes = freshAllowance(0);
  expect(reasons(12, () => spend(bytes, MOST_MESSAGE_BYTES, 0))).toEqual({ passed: 8, tooFast: 4 });
});

test('a token may come back twenty times a minute, and other tokens as well', async () => {
  let now = 0;
  const { admit } = createEntrance(() => now);
  const came = await Promise.all(Array.from({ length: 25 }, () => admit('one', 1)));
  expect(came.map((refusal) => refusal?.reason ?? '')).toEqual([
    ...Array<string>(20).fill(''),
    ...Array<string>(5).fill('tooOften'),
  ]);
  expect(await admit('another', 1)).toBeNull();
  now = 3 * SECOND_MS;
  expect(await admit('one', 1)).toBeNull();
  expect(await admit('', 251)).toMatchObject({ reason: 'crowded' });
  expect(await admit('another', 251)).toBeNull();
});

test('who comes with very many others waits a little, and is refused at once where the wait would be long', async () => {
  const { next } = createTurns({ perSecond: 200, burst: 4, longestWaitMs: 20 }, () => 0);
  const turns = await Promise.all(Array.from({ length: 12 }, () => next()));
  expect(turns).toEqual([...Array<boolean>(8).fill(true), ...Array<boolean>(4).fill(false)]);
});

test('a class opens a room each, all at once; beyond what a process can hold it is refused in a sentence', async () => {
  const open = () => openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'solo' } });
  const pages = await Promise.all(Array.from({ length: 40 }, open));
  expect(pages.map(({ trouble }) => trouble.value).filter((trouble) => trouble !== '')).toEqual([]);
  const more = await Promise.all(Array.from({ length: 8 }, open));
  const refused = more.filter(({ trouble }) => trouble.value !== '');
  expect(refused.length).toBe(8 - (MOST_ROOMS - 40));
  for (const { trouble } of refused) expect(trouble.value).toContain('as many rooms as it can hold');
  for (const page of [...pages, ...more]) page.close();
});

test('a match that goes on is never refused its room', async () => {
  const doors = createDoors(1);
  expect(await doors.open({}, false)).toBeNull();
  expect(await doors.open({}, false)).toMatchObject({ reason: 'tooManyRooms' });
  expect(await doors.open({}, true)).toBeNull();
});

test('places that are asked for and never taken fill no room, and who says nothing is let go', async () => {
  const own = await startProbed();
  const create = { habitats: 40, population: 4, mode: 'private', share: true } as const;
  const host = await openPage(own.url, { kind: 'create', create });
  const roomId = host.roomId.value;
  const ask = async (): Promise<{ sessionId: string; processId: string }> => {
    const response = await fetch(`${own.url}/matchmake/joinById/${roomId}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ protocol: PROTOCOL_VERSION }),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  for (let hundred = 0; hundred < 5; hundred++) await Promise.all(Array.from({ length: 100 }, ask));
  // A class comes in at once all the same.
  const pupils = await Promise.all(Array.from({ length: 40 }, () => openRawPage(own.url, roomId)));
  expect(pupils.filter((pupil) => (pupil.welcome()?.seat ?? -1) < 0)).toEqual([]);
  // This one never says that it has come in.
  const { sessionId, processId } = await ask();
  const silent = new WebSocket(`${own.url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`);
  const code = await new Promise<number>((resolve) => silent.once('close', resolve));
  expect(code).toBe(1013);
  expect(pupils.filter((pupil) => pupil.closed() !== undefined)).toEqual([]);
  for (const { socket } of pupils) socket.terminate();
  host.close();
  await own.stop();
});
