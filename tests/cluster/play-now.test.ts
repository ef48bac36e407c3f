/** Whoever wants to play now, in a cluster: processes that are asked at the same moment send all of them to one room. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLUSTER, clusterIsHere, startCluster, type TestCluster } from '../support/cluster.ts';
import { company, seatNow } from '../support/public-room.ts';

let cluster: TestCluster;

describe.skipIf(!clusterIsHere)(`a seat at once in ${CLUSTER}`, () => {
  beforeAll(async () => {
    cluster = await startCluster(3);
  });
  afterAll(() => cluster.close());

  test('is in one room for all who ask at the same moment, whichever process they ask', async () => {
    const rooms = await Promise.all(cluster.members.map(({ process }) => seatNow(process.url)));
    expect(new Set(rooms).size).toBe(1);
    const people = company(cluster.url);
    const pages = await Promise.all(rooms.map((room) => people.enter(room)));
    expect(pages.map(({ seat }) => seat.value).sort()).toEqual([0, 1, 2]);
    people.close();
  });
});
