/** One public address behind nginx, with TLS, by the very configuration that the operator's guide gives. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { createGrowthPool } from '../../server/growth/pool.ts';
import { openClassAtPlay, startChoosing } from '../support/class-at-play.ts';
import { CLUSTER, clusterIsHere, startCluster, type TestCluster } from '../support/cluster.ts';
import { type Nginx, nginxMissing, startNginx } from '../support/nginx.ts';
import { hurry, isOver, openPage, QUICK, until } from '../support/server.ts';
import { expectUndisturbed } from '../support/undisturbed.ts';

const usual = getCACertificates('default');
const NGINX = nginxMissing === undefined ? 'nginx' : `nginx: NOT TESTED, since ${nginxMissing}`;
const growth = createGrowthPool(1);
const pages: LiveSource[] = [];
let cluster: TestCluster;
let nginx: Nginx;

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});
afterAll(() => growth.close());

describe.skipIf(!clusterIsHere || nginxMissing !== undefined)(`${NGINX} before ${CLUSTER}`, () => {
  beforeAll(async () => {
    cluster = await startCluster(3);
    nginx = await startNginx(cluster.members.map(({ process }) => process.port));
    setDefaultCACertificates([...usual, nginx.certificate]);
  });
  afterAll(async () => {
    setDefaultCACertificates(usual);
    await nginx.close();
    await cluster.close();
  });

  test('the page of any process is served with TLS', async () => {
    const page = await fetch(nginx.url);
    expect([page.status, page.headers.get('strict-transport-security')]).toEqual([200, 'max-age=31536000']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  test('rooms of every process are entered by the one address', async () => {
    const hosts: LiveSource[] = [];
    for (let at = 0; at < cluster.members.length; at++) {
      hosts.push(await openPage(nginx.url, { kind: 'create', create: { ...QUICK, mode: 'private' } }));
    }
    pages.push(...hosts);
    // nginx asks one process after the other.
    const members = await Promise.all(hosts.map(({ roomId }) => cluster.memberOf(roomId.value)));
    expect(new Set(members)).toEqual(new Set(cluster.members));
    for (const host of hosts) {
      const guest = await openPage(nginx.url, { kind: 'join', code: host.table.value.code });
      pages.push(guest);
      expect([guest.trouble.value, guest.seat.value]).toEqual(['', 1]);
    }
  });

  test('a match whose process is killed goes on, and its pages come back by the same address', async () => {
    const at = await openClassAtPlay(nginx.url);
    pages.push(...at.pages);
    await startChoosing(at);
    const member = await cluster.memberOf(at.roomId);
    const sent = at.lay('frost');
    await Promise.race(sent);
    await member?.process.kill();
    await until(() => at.host.link.value !== 'open');
    await until(() => at.pages.every(({ link }) => link.value === 'open'));
    await hurry(at.host, isOver(at.host));
    await until(() => at.pages.every((page) => isOver(page)()));
    await expectUndisturbed(await cluster.stored(at.host.table.value.recording), at.pages, at.said, growth);
  });
});
