/** The disk is full in mid-match: a real one, on which not a byte is left. */
import { afterEach, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { type Probed, startProbed } from '../support/probed.ts';
import { verifyRecorded } from '../support/recorded.ts';
import { hurry, isOver, openPage, passQuestion, QUICK, until } from '../support/server.ts';

let server: Probed;
const pages: LiveSource[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server.stop();
});

const isUnrecorded = (page: LiveSource): boolean => page.table.value.room?.unrecorded === true;
const card = (level: number) => ({ kind: 'pressure', card: 'frost', level }) as const;

async function begin(): Promise<LiveSource> {
  server = await startProbed({ diskMegabytes: 8 });
  const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  pages.push(page);
  await page.send({ kind: 'pace', action: 'start' });
  await passQuestion(page);
  expect(isUnrecorded(page)).toBe(false);
  return page;
}

test('a match goes on while the disk is full, says so, and is recorded without a gap when there is room again', async () => {
  const page = await begin();
  await server.fillDisk();
  expect(await page.send(card(2))).toMatchObject({ ok: true });
  await until(() => isUnrecorded(page));
  // Whole rounds, with births, seasons and judgements that nobody can write.
  await hurry(page, () => page.table.value.phase === 'choose' && (page.world.value?.generation ?? 0) > 0);
  expect(await page.send(card(3))).toMatchObject({ ok: true });
  expect([isUnrecorded(page), page.trouble.value]).toEqual([true, '']);
  // A room that could not be recorded from its first moment is not opened.
  const late = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  pages.push(late);
  expect(late.trouble.value).toContain('cannot keep a new match just now');

  await server.freeDisk();
  await until(() => !isUnrecorded(page));
  await hurry(page, isOver(page));
  const hash = hexOf(page.world.value?.hash ?? new Uint8Array());
  expect(await verifyRecorded(server.url, page.table.value.recording)).toMatchObject({
    ...{ accepted: true, complete: true, hash },
  });
});

test('a match whose disk stays full to the end ends well for its people, who are told that it was not recorded', async () => {
  const page = await begin();
  await server.fillDisk();
  expect(await page.send(card(2))).toMatchObject({ ok: true });
  await hurry(page, isOver(page));
  expect([isUnrecorded(page), page.trouble.value, page.link.value]).toEqual([true, '', 'open']);
  expect(server.log.filter((line) => line.includes('not recorded for now')).length).toBe(1);
});
