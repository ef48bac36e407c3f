/** Matches change hands: from who is stopped, from who only stood still for a while, and from who had many. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { createGrowthPool } from '../../server/growth/pool.ts';
import { type ClassAtPlay, openClassAtPlay, startChoosing } from '../support/class-at-play.ts';
import { CLUSTER, clusterIsHere, startCluster, type TestCluster, timesOfReturn } from '../support/cluster.ts';
import { hurry, isOver, until, untilTrue } from '../support/server.ts';
import { expectUndisturbed } from '../support/undisturbed.ts';

const growth = createGrowthPool(1);
const pages: LiveSource[] = [];
let cluster: TestCluster;

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});
afterAll(() => growth.close());

async function open(): Promise<ClassAtPlay> {
  const opened = await openClassAtPlay(cluster.url);
  pages.push(...opened.pages);
  return opened;
}

async function playToItsEnd({ host, pages, said }: ClassAtPlay): Promise<void> {
  await hurry(host, isOver(host));
  await until(() => pages.every((page) => isOver(page)()));
  await expectUndisturbed(await cluster.stored(host.table.value.recording), pages, said, growth);
}

const isBack = ({ pages }: ClassAtPlay): boolean =>
  pages.every(({ link, table }) => link.value === 'open' && table.value.stewards.every(({ connected }) => connected));

describe.skipIf(!clusterIsHere)(`matches of ${CLUSTER} change hands`, () => {
  beforeAll(async () => {
    cluster = await startCluster(3);
  });
  afterAll(() => cluster.close());

  test('each match of a process that dies is taken up once, by the ones or the others', async () => {
    const classes: ClassAtPlay[] = [];
    for (let at = 0; at < 6; at++) classes.push(await open());
    await Promise.all(classes.map(startChoosing));
    const owners = await Promise.all(classes.map(({ roomId }) => cluster.memberOf(roomId)));
    const [dying] = owners;
    const lost = classes.filter((_, at) => owners[at] === dying);
    expect(lost.length).toBeGreaterThan(1);
    const survivors = cluster.members.filter((member) => member !== dying);
    const before = await cluster.takenUp(survivors);
    const sent = lost.flatMap((each) => each.lay('frost'));
    await Promise.race(sent);
    await dying?.process.kill();
    await until(() => lost.every(({ host }) => host.link.value !== 'open'));
    await until(() => classes.every(isBack));
    expect((await cluster.takenUp(survivors)) - before).toBe(lost.length);
    await dying?.restart();
    await Promise.all(classes.map(playToItsEnd));
  });

  test('a process that only stood still finds its match taken, writes nothing more, and its pages come back', async () => {
    const at = await open();
    await startChoosing(at);
    await Promise.all(at.lay('frost'));
    const stalled = await cluster.memberOf(at.roomId);
    stalled?.process.freeze();
    // Said to a process that does not hear it now, and must not do it when it hears it.
    const unheard = at.lay('drought');
    await untilTrue(async () => ![undefined, stalled].includes(await cluster.memberOf(at.roomId)));
    const taker = await cluster.memberOf(at.roomId);
    const returned = timesOfReturn(at.pages);
    stalled?.process.thaw();
    await returned;
    await until(() => isBack(at));
    expect((await Promise.all(unheard)).map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(at.said).toHaveLength(3);
    expect(at.host.table.value.laid.map((cards) => cards.map(({ card }) => card))).toEqual(Array(3).fill(['frost']));
    expect(await cluster.memberOf(at.roomId)).toBe(taker);
    // It is alive, and knows where the room is.
    expect((await fetch(`${stalled?.process.url}/api/rooms/${at.roomId}`)).status).toBe(200);
    await playToItsEnd(at);
    expect(await cluster.memberOf(at.roomId)).toBe(taker);
  });

  test('one process after the other is stopped and started again while matches run: all go on, and by themselves', async () => {
    const classes = [await open(), await open(), await open()];
    await Promise.all(classes.map(startChoosing));
    for (const [at, member] of cluster.members.entries()) {
      const mine: ClassAtPlay[] = [];
      for (const each of classes) if ((await cluster.memberOf(each.roomId)) === member) mine.push(each);
      const card = (['frost', 'drought', 'canopy'] as const)[at] ?? 'frost';
      const sent = mine.flatMap((each) => each.lay(card));
      await Promise.race([...sent, Promise.resolve()]);
      await member.process.stop();
      await until(() => classes.every(isBack));
      await member.restart();
    }
    await Promise.all(classes.map(playToItsEnd));
  });
});
