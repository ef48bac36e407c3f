/** Predictions, interventions and pacing used wrongly: each is answered with a reason, and changes nothing for anybody. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Room } from 'colyseus.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { INTENTS_PER_SECOND } from '../../server/rooms/allowance.ts';
import type { Table } from '../../server/rooms/schema.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { Message, PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';
import { QUICK, startTestServer, type TestServer, untilTrue } from '../support/server.ts';

/** In which the allowance grows by one. */
const ONE_MORE_MS = 1000 / INTENTS_PER_SECOND;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Line {
  readonly room: Room<unknown, Table>;
  /** Sends anything at all, and waits for its answer; slowly enough for the allowance. */
  send(message: unknown): Promise<Answer | undefined>;
}

function attend(room: Room<unknown, Table>): Line {
  const answers: Answer[] = [];
  room.onMessage('*', () => {});
  room.onMessage<Answer>(Message.answer, (answer) => answers.push(answer));
  return {
    room,
    async send(message) {
      for (;;) {
        const before = answers.length;
        room.send(Message.intent, message);
        await untilTrue(() => answers.length > before);
        const answer = answers.at(-1);
        if (answer?.reason !== 'tooFast') return answer;
        // What the allowance refused was not judged: it is sent again when there is room. At once would be a flood, and cut off.
        await sleep(ONE_MORE_MS);
      }
    },
  };
}

/** A private room with a host, a second person and one who watches, who learns of everything that others learn. */
async function roomWithThree(): Promise<{ host: Line; guest: Line; watcher: Line }> {
  const base = { protocol: PROTOCOL_VERSION };
  const host = attend(await new Client(server.url).create<Table>(ROOM, { ...base, ...QUICK, mode: 'private' }));
  const { roomId } = host.room;
  const guest = attend(await new Client(server.url).joinById<Table>(roomId, base));
  const watcher = attend(await new Client(server.url).joinById<Table>(roomId, { ...base, watch: true }));
  await untilTrue(() => watcher.room.state.seats?.size === 3);
  return { host, guest, watcher };
}

const comeTo = async ({ host, watcher }: { host: Line; watcher: Line }, phase: string): Promise<void> => {
  const { state } = watcher.room;
  const reached = (): boolean => state.phase === phase;
  // A phase may end by itself just when it is ended, or be over before anybody was told of it: then it is asked for again.
  while (!reached()) {
    await host.send({ id: 1, kind: 'pace', action: state.phase === 'lobby' ? 'start' : 'next' });
    const asked = performance.now();
    await untilTrue(() => reached() || performance.now() - asked > AGAIN_MS);
  }
};

/** Longer than any phase takes to begin once it is asked for. */
const AGAIN_MS = 5_000;

let id = 100;
const twins = (same: readonly unknown[], round: unknown = 0, more: object = {}) => ({
  id: id++,
  kind: 'predict',
  round,
  prediction: { kind: 'twins', same, ...more },
});
const predicted = (prediction: object, round = 0) => ({ id: id++, kind: 'predict', round, prediction });
const intervene = (intervention: unknown) => ({ id: id++, kind: 'intervene', intervention });
const pace = (action: unknown) => ({ id: id++, kind: 'pace', action });

/** All that anybody is told of the table, apart from the clock. */
const seen = ({ room }: Line): string => {
  const { clockStamp: _, phasePassedMs: __, ...rest } = room.state.toJSON();
  return JSON.stringify(rest);
};

async function refuses(line: Line, watcher: Line, uses: readonly (readonly [message: unknown, reason: string])[]) {
  const before = seen(watcher);
  for (const [message, reason] of uses) {
    const answer = await line.send(message);
    expect([message, answer]).toEqual([
      message,
      { id: expect.any(Number), ok: false, reason, error: expect.stringMatching(/\.$/) },
    ]);
  }
  // Whatever it would have changed would have come before the answer to this.
  await watcher.send(pace('next'));
  expect(seen(watcher)).toBe(before);
}

test('predictions that are none are refused, each for its reason', async () => {
  const all = await roomWithThree();
  const { host, guest, watcher } = all;
  await refuses(guest, watcher, [[twins([0, 1]), 'notPredicting']]);
  await comeTo(all, 'predict');
  await refuses(guest, watcher, [
    [twins([0, 1], 1), 'otherRound'],
    [twins([0, 1], -1), 'invalid'],
    [twins([0, 1], Number.NaN), 'invalid'],
    [twins([4]), 'places'],
    [twins([]), 'places'],
    [twins([4, 4]), 'places'],
    [twins([0, 8]), 'invalid'],
    [twins([-1, 2]), 'invalid'],
    [twins([0.5, 2]), 'invalid'],
    [twins(['0', '1']), 'invalid'],
    [twins(Array.from({ length: 1000 }, (_, at) => at % 8)), 'invalid'],
    [twins([0, 1], 0, { seat: 0 }), 'invalid'],
    [{ id: id++, kind: 'predict', round: 0 }, 'invalid'],
    [{ id: id++, kind: 'predict', round: 0, seat: 0, prediction: { kind: 'twins', same: [0, 1] } }, 'invalid'],
    [predicted({ kind: 'oracle' }), 'invalid'],
    [predicted({ kind: 'histogram', chips: [10, 0, 0, 0, 0, 0, 0, 0] }), 'otherQuestion'],
    [predicted({ kind: 'sculptor', chips: [10, 0, 0, 0] }), 'otherQuestion'],
    [predicted({ kind: 'divergence', low: 1, high: 2 }), 'otherQuestion'],
    [predicted({ kind: 'histogram', chips: [10_000] }), 'invalid'],
    [predicted({ kind: 'histogram', chips: [Number.NaN, 10] }), 'invalid'],
    [predicted({ kind: 'histogram', chips: [-1, 11] }), 'invalid'],
    [predicted({ kind: 'divergence', low: Number.NaN, high: Number.POSITIVE_INFINITY }), 'invalid'],
  ]);
  await refuses(watcher, watcher, [[twins([0, 1]), 'noSeat']]);
  const { recording } = host.room.state;
  const database = await openSqliteRepository(server.dataDir);
  expect((await database.readAnswers(recording)).predictions).toEqual([]);

  // A right one stays, whatever is tried after it; none comes after its phase.
  expect(await guest.send(twins([0, 1]))).toMatchObject({ ok: true });
  await untilTrue(() => watcher.room.state.seats.get('1')?.answered === true);
  await refuses(guest, watcher, [[twins([3]), 'places']]);
  await comeTo(all, 'choose');
  await refuses(guest, watcher, [[twins([5, 6]), 'notPredicting']]);
  for (const phase of ['grow', 'season', 'lapse', 'reveal']) await comeTo(all, phase);
  await refuses(guest, watcher, [
    [twins([5, 6]), 'notPredicting'],
    [twins([5, 6], 1), 'notPredicting'],
  ]);
  await comeTo(all, 'predict');
  await refuses(guest, watcher, [
    [twins([0, 1]), 'otherRound'],
    [twins([0, 1], 1), 'otherQuestion'],
    [predicted({ kind: 'divergence', low: 60, high: 40 }, 1), 'interval'],
    [predicted({ kind: 'divergence', low: -1, high: 40 }, 1), 'invalid'],
    [predicted({ kind: 'divergence', low: 1, high: 100.5 }, 1), 'invalid'],
    [predicted({ kind: 'divergence', low: '1', high: 4 }, 1), 'invalid'],
  ]);
  expect((await database.readAnswers(recording)).predictions).toEqual([
    { round: 0, seat: 1, prediction: { kind: 'twins', same: [0, 1] } },
  ]);
  await database.close();
  for (const { room } of [host, guest, watcher]) await room.leave();
});

test('interventions at the wrong time, of the wrong kind or by the wrong person are refused', async () => {
  const all = await roomWithThree();
  const { host, guest, watcher } = all;
  await refuses(guest, watcher, [[intervene('shelter'), 'betweenRounds']]);
  await comeTo(all, 'predict');
  await refuses(guest, watcher, [[intervene('shelter'), 'betweenRounds']]);
  await comeTo(all, 'choose');
  await refuses(guest, watcher, [[intervene('feast'), 'betweenRounds']]);
  await comeTo(all, 'grow');
  await refuses(guest, watcher, [
    [intervene('meteor'), 'invalid'],
    [intervene(0), 'invalid'],
    [{ ...intervene('feast'), seat: 0 }, 'invalid'],
    [{ ...intervene('feast'), tick: 7 }, 'invalid'],
    [{ id: id++, kind: 'intervene' }, 'invalid'],
  ]);
  await refuses(watcher, watcher, [[intervene('feast'), 'noSeat']]);
  expect(await guest.send(intervene('fence'))).toMatchObject({ ok: true });
  await untilTrue(() => watcher.room.state.seats.get('1')?.interventionsLeft === 1);
  await refuses(guest, watcher, [
    [intervene('fence'), 'already'],
    [intervene('bridges'), 'contradicts'],
  ]);
  expect(await guest.send(intervene('shelter'))).toMatchObject({ ok: true });
  await untilTrue(() => watcher.room.state.seats.get('1')?.interventionsLeft === 0);
  await refuses(guest, watcher, [
    [intervene('feast'), 'noneLeft'],
    [intervene('shelter'), 'noneLeft'],
  ]);
  for (const phase of ['season', 'lapse', 'reveal']) await comeTo(all, phase);
  await refuses(host, watcher, [[intervene('shelter'), 'betweenRounds']]);
  for (const { room } of [host, guest, watcher]) await room.leave();
});

test('pacing is the host’s, and lengthens only thinking that is timed', async () => {
  const all = await roomWithThree();
  const { host, guest, watcher } = all;
  await refuses(guest, watcher, [
    [pace('lengthen'), 'notHost'],
    [{ id: id++, kind: 'timers', on: true }, 'notHost'],
  ]);
  await refuses(host, watcher, [
    [pace('lengthen'), 'noTimer'],
    [pace('rewind'), 'invalid'],
    [{ id: id++, kind: 'timers', on: 'yes' }, 'invalid'],
    [{ id: id++, kind: 'timers' }, 'invalid'],
  ]);
  await comeTo(all, 'predict');
  await refuses(host, watcher, [[pace('lengthen'), 'noTimer']]);
  await comeTo(all, 'choose');
  await comeTo(all, 'grow');
  await refuses(host, watcher, [[pace('lengthen'), 'noTimer']]);
  for (const { room } of [host, guest, watcher]) await room.leave();
});
