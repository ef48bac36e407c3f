/** Redis is gone for a while: what is played goes on, who would find or open a room is told so, and then all is as before. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { createGrowthPool } from '../../server/growth/pool.ts';
import { type ClassAtPlay, openClassAtPlay, startChoosing } from '../support/class-at-play.ts';
import { CLUSTER, clusterIsHere, startCluster, type TestCluster } from '../support/cluster.ts';
import { askForSeat } from '../support/public-room.ts';
import { hurry, isOver, openPage, QUICK, until, untilTrue } from '../support/server.ts';
import { expectUndisturbed } from '../support/undisturbed.ts';

const growth = createGrowthPool(1);
const pages: LiveSource[] = [];
let cluster: TestCluster;

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});
afterAll(() => growth.close());

async function open(...asked: Parameters<typeof openPage>): Promise<LiveSource> {
  const page = await openPage(...asked);
  pages.push(page);
  return page;
}

async function begin(): Promise<ClassAtPlay> {
  const opened = await openClassAtPlay(cluster.url);
  pages.push(...opened.pages);
  await startChoosing(opened);
  return opened;
}

async function playToItsEnd({ host, pages, said }: ClassAtPlay): Promise<void> {
  await hurry(host, isOver(host));
  await until(() => pages.every((page) => isOver(page)()));
  await expectUndisturbed(await cluster.stored(host.table.value.recording), pages, said, growth);
}

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/ready`)).ok;

describe.skipIf(!clusterIsHere)(`${CLUSTER} without their Redis`, () => {
  beforeAll(async () => {
    cluster = await startCluster(3);
  });
  afterAll(() => cluster.close());

  test('commands and frames go on, finding and opening rooms is refused in a sentence, and then everything is listed again', async () => {
    const at = await begin();
    const listed = await open(cluster.url, { kind: 'create', create: { ...QUICK, mode: 'public' } });
    await cluster.redis.kill();
    await Promise.all(cluster.members.map(({ process }) => untilTrue(async () => !(await isReady(process.url)))));

    expect((await Promise.all(at.lay('frost'))).every(({ ok }) => ok)).toBe(true);
    await hurry(at.host, () => at.host.table.value.phase === 'reveal');
    const refused = /Rooms cannot be found or opened just now/;
    for (let turn = 0; turn < 3; turn++) {
      const made = await open(cluster.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
      expect(made.trouble.value).toMatch(refused);
      const joined = await open(cluster.url, { kind: 'join', code: at.code });
      expect(joined.trouble.value).toMatch(refused);
    }
    for (const { process } of cluster.members) {
      const list = await fetch(`${process.url}/api/rooms`);
      expect([list.status, await list.json()]).toMatchObject([503, { reason: 'noDirectory' }]);
      const seat = await askForSeat(process.url);
      expect([seat.status, await seat.json()]).toMatchObject([503, { reason: 'noDirectory' }]);
    }
    expect(at.pages.every(({ link }) => link.value === 'open')).toBe(true);

    await cluster.redis.start();
    await Promise.all(cluster.members.map(({ process }) => untilTrue(() => isReady(process.url))));
    const watcher = await open(cluster.url, { kind: 'join', code: at.code, watch: true });
    expect(watcher.trouble.value).toBe('');
    for (const roomId of [at.roomId, listed.roomId.value]) {
      for (const { process } of cluster.members) {
        await untilTrue(async () => (await fetch(`${process.url}/api/rooms/${roomId}`)).ok);
      }
    }
    const made = await open(cluster.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
    expect(made.trouble.value).toBe('');
    expect(cluster.members.some(({ process }) => process.isGone())).toBe(false);
    await playToItsEnd(at);
  });

  test('a Redis that is there and does not answer is told of in the same words', async () => {
    const at = await begin();
    cluster.redis.freeze();
    const made = await open(cluster.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
    expect(made.trouble.value).toMatch(/Rooms cannot be found or opened just now/);
    expect((await Promise.all(at.lay('frost'))).every(({ ok }) => ok)).toBe(true);
    cluster.redis.thaw();
    await Promise.all(cluster.members.map(({ process }) => untilTrue(() => isReady(process.url))));
    await untilTrue(async () => (await fetch(`${cluster.url}/api/codes/${at.code}`)).ok);
    await playToItsEnd(at);
  });

  test('a process that dies meanwhile leaves its match to another all the same', async () => {
    const at = await begin();
    const [member, owner] = [await cluster.memberOf(at.roomId), await cluster.ownerOf(at.roomId)];
    await cluster.redis.kill();
    const sent = at.lay('frost');
    await Promise.race(sent);
    await member?.process.kill();
    await untilTrue(async () => (await cluster.ownerOf(at.roomId)) !== owner);
    // Who asks the others does not learn of it until they know each other's rooms again.
    await cluster.redis.start();
    await until(() => at.pages.every(({ link }) => link.value === 'open'));
    await untilTrue(async () => ![undefined, member].includes(await cluster.memberOf(at.roomId)));
    await member?.restart();
    await playToItsEnd(at);
  });
});
