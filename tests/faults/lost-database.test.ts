/** The database goes away in mid-match: a Postgres of the test's own is stopped as if its machine had died. */
import { afterEach, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { type OwnPostgres, postgresPrograms, startOwnPostgres } from '../support/own-postgres.ts';
import { type Probed, startProbed } from '../support/probed.ts';
import { verifyRecorded } from '../support/recorded.ts';
import { hurry, isOver, openPage, passQuestion, QUICK, until } from '../support/server.ts';

let database: OwnPostgres | undefined;
let server: Probed | undefined;
const pages: LiveSource[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server?.stop();
  database?.remove();
});

const HERE = postgresPrograms ? '' : ' (NOT TESTED: there are no Postgres programs on this machine)';
const isUnrecorded = (page: LiveSource): boolean => page.table.value.room?.unrecorded === true;
const card = (level: number) => ({ kind: 'pressure', card: 'frost', level }) as const;

async function begin(): Promise<{ page: LiveSource; postgres: OwnPostgres; process: Probed }> {
  const postgres = await startOwnPostgres();
  database = postgres;
  const process = await startProbed({ environment: { DATABASE_URL: postgres.url } });
  server = process;
  const page = await openPage(process.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  pages.push(page);
  await page.send({ kind: 'pace', action: 'start' });
  await passQuestion(page);
  expect([isUnrecorded(page), page.trouble.value]).toEqual([false, '']);
  return { page, postgres, process };
}

test.skipIf(!postgresPrograms)(
  `a match goes on without its database, and when that is back everything is there${HERE}`,
  async () => {
    const { page, postgres, process } = await begin();
    postgres.stop();
    expect(await page.send(card(2))).toMatchObject({ ok: true });
    await until(() => isUnrecorded(page));
    await hurry(page, () => page.table.value.phase === 'choose' && (page.world.value?.generation ?? 0) > 0);
    expect(await page.send(card(3))).toMatchObject({ ok: true });
    expect([isUnrecorded(page), page.trouble.value, page.link.value]).toEqual([true, '', 'open']);

    postgres.start();
    await until(() => !isUnrecorded(page));
    await hurry(page, isOver(page));
    const hash = hexOf(page.world.value?.hash ?? new Uint8Array());
    expect(await verifyRecorded(process.url, page.table.value.recording)).toMatchObject({
      ...{ accepted: true, complete: true, hash },
    });
  },
);

test.skipIf(!postgresPrograms)(
  `a match whose database never comes back ends well for its people, who are told${HERE}`,
  async () => {
    const { page, postgres, process } = await begin();
    postgres.stop();
    await hurry(page, isOver(page));
    expect([isUnrecorded(page), page.trouble.value, page.link.value]).toEqual([true, '', 'open']);
    expect(process.log.filter((line) => line.includes('not recorded for now')).length).toBe(1);
    expect(process.isAlive()).toBe(true);
  },
);
