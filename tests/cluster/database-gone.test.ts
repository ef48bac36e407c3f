/** The database that they share goes away and comes back: nobody takes another for dead because of it. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrowthPool } from '../../server/growth/pool.ts';
import { openClassAtPlay, startChoosing } from '../support/class-at-play.ts';
import { startCluster, type TestCluster } from '../support/cluster.ts';
import { type OwnPostgres, postgresPrograms, startOwnPostgres } from '../support/own-postgres.ts';
import { redisIsHere } from '../support/redis.ts';
import { hurry, isOver, until, untilTrue } from '../support/server.ts';
import { expectUndisturbed } from '../support/undisturbed.ts';

const isHere = redisIsHere && postgresPrograms;
const HERE = isHere ? '' : ': NOT TESTED, since redis-server or Postgres is not on this machine';
/** Longer than the silence after which a process is taken for dead. */
const OUTAGE_MS = 3_000;

const growth = createGrowthPool(1);
afterAll(() => growth.close());

describe.skipIf(!isHere)(`three processes without their database${HERE}`, () => {
  let postgres: OwnPostgres;
  let cluster: TestCluster;
  beforeAll(async () => {
    postgres = await startOwnPostgres();
    cluster = await startCluster(3, postgres.url);
  });
  afterAll(async () => {
    await cluster.close();
    postgres.remove();
  });

  test('go on with their matches, and each still has its own when the database is back', async () => {
    const classes = [await openClassAtPlay(cluster.url), await openClassAtPlay(cluster.url)];
    await Promise.all(classes.map(startChoosing));
    postgres.stop();
    await Promise.all(cluster.members.map(({ process }) => untilTrue(async () => !(await isReady(process.url)))));
    const sent = classes.flatMap((each) => each.lay('frost'));
    expect((await Promise.all(sent)).every(({ ok }) => ok)).toBe(true);
    await setTimeout(OUTAGE_MS);
    postgres.start();
    await Promise.all(cluster.members.map(({ process }) => untilTrue(() => isReady(process.url))));
    for (const { host, pages, said } of classes) {
      await hurry(host, isOver(host));
      await until(() => pages.every((page) => isOver(page)() && page.link.value === 'open'));
      await until(() => host.table.value.room?.unrecorded === false);
      await expectUndisturbed(await cluster.stored(host.table.value.recording), pages, said, growth);
    }
    expect(cluster.members.some(({ process }) => process.isGone())).toBe(false);
    expect(await cluster.takenUp()).toBe(0);
    for (const page of classes.flatMap(({ pages }) => pages)) page.close();
  });
});

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/ready`)).ok;
