/** Rooms are found and entered through any process, and what is told of them is true at every moment. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findRoom, listRooms } from '../../client/net/api.ts';
import type { LiveSource } from '../../client/net/live-source.ts';
import { openClassAtPlay, startChoosing } from '../support/class-at-play.ts';
import { CLUSTER, clusterIsHere, startCluster, type TestCluster } from '../support/cluster.ts';
import { openPage, QUICK, until, untilTrue } from '../support/server.ts';

const pages: LiveSource[] = [];
let cluster: TestCluster;

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

async function open(...asked: Parameters<typeof openPage>): Promise<LiveSource> {
  const page = await openPage(...asked);
  pages.push(page);
  return page;
}

/** What each process tells of a room, by its status and reason. */
const tell = (path: string): Promise<string[]> =>
  Promise.all(
    cluster.members
      .filter(({ process }) => !process.isGone())
      .map(async ({ process }) => {
        const response = await fetch(`${process.url}${path}`);
        const told: unknown = await response.json();
        const reason = typeof told === 'object' && told !== null && 'reason' in told ? ` ${told.reason}` : '';
        return `${response.status}${reason}`;
      }),
  );

describe.skipIf(!clusterIsHere)(`finding rooms of ${CLUSTER}`, () => {
  beforeAll(async () => {
    cluster = await startCluster(3);
  });
  afterAll(() => cluster.close());

  test('rooms are made by all processes, and each is entered through any of them, by its code and by its id', async () => {
    const hosts: LiveSource[] = [];
    for (let at = 0; at < 3; at++) {
      hosts.push(await open(cluster.url, { kind: 'create', create: { ...QUICK, mode: 'private' } }));
    }
    const members = await Promise.all(hosts.map(({ roomId }) => cluster.memberOf(roomId.value)));
    expect(new Set(members)).toEqual(new Set(cluster.members));
    expect(new Set(hosts.map(({ table }) => table.value.code)).size).toBe(3);
    // The door asks one process after the other: each room is entered through each.
    for (const host of hosts) {
      const { code } = host.table.value;
      const guests = [
        await open(cluster.url, { kind: 'join', code }),
        await open(cluster.url, { kind: 'join', roomId: host.roomId.value }),
        await open(cluster.url, { kind: 'join', roomId: host.roomId.value, watch: true }),
      ];
      expect(guests.map(({ trouble, seat }) => [trouble.value, seat.value])).toEqual([
        ['', 1],
        ['', 2],
        ['', -1],
      ]);
      await until(() => host.table.value.stewards.filter(({ connected }) => connected).length === 3);
      for (const { process } of cluster.members) {
        expect(await findRoom(code, process.url)).toMatchObject({ ok: true, value: { roomId: host.roomId.value } });
      }
    }
  });

  test('every process lists the public rooms of all', async () => {
    const rooms: LiveSource[] = [];
    for (let at = 0; at < 3; at++) {
      rooms.push(await open(cluster.url, { kind: 'create', create: { ...QUICK, mode: 'public' } }));
    }
    const ids = rooms.map(({ roomId }) => roomId.value).sort();
    for (const { process } of cluster.members) {
      await untilTrue(async () => {
        const list = await listRooms('', process.url);
        return list.ok && JSON.stringify(list.value.map(({ roomId }) => roomId).sort()) === JSON.stringify(ids);
      });
    }
  });

  test('of a room whose process has died everybody tells that it comes back, and then that it is there', async () => {
    const { roomId, code, host, pages: ours } = await openClassAtPlay(cluster.url);
    pages.push(...ours);
    await startChoosing({ host });
    expect(await tell(`/api/rooms/${roomId}`)).toEqual(['200', '200', '200']);
    expect(await tell('/api/rooms/nowhere12')).toEqual(['404 noRoom', '404 noRoom', '404 noRoom']);
    const member = await cluster.memberOf(roomId);
    await member?.process.kill();
    expect(await tell(`/api/rooms/${roomId}`)).toEqual(['503 comingBack', '503 comingBack']);
    expect(await tell(`/api/codes/${code}`)).toEqual(['503 comingBack', '503 comingBack']);
    // Nobody waits for a process that is not there.
    const late = await open(cluster.url, { kind: 'join', roomId });
    expect(late.link.value === 'open' || late.trouble.value !== '').toBe(true);
    await untilTrue(async () => (await tell(`/api/rooms/${roomId}`)).every((told) => told === '200'));
    await until(() => ours.every(({ link }) => link.value === 'open'));
    expect(await tell(`/api/codes/${code}`)).toEqual(['200', '200']);
    expect((await open(cluster.url, { kind: 'join', code, watch: true })).trouble.value).toBe('');
    await member?.restart();
  });
});
