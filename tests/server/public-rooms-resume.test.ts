/** What is a public room’s own outlives its process: what it is like, who owns it, who was taken out, and where its people play next. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProcesses, freePort } from '../support/processes.ts';
import { type Company, company } from '../support/public-room.ts';
import { isOver, memorySeatKeys, readyUntil, until } from '../support/server.ts';

const processes = createProcesses();
let folder: string;
let port: number;
let people: Company;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-public-'));
  port = await freePort();
  people = company(`http://127.0.0.1:${port}`);
});
afterEach(async () => {
  people.close();
  processes.killAll();
  await rm(folder, { recursive: true, force: true });
});

test('a room by link is the same after a kill -9, who was voted out of it stays out, and who stood up still watches', async () => {
  let server = await processes.serve(folder, port);
  const deck = ['hunters', 'frost', 'drought', 'pursuers', 'jaws', 'canopy'] as const;
  const owner = await people.make({ habitats: 5, listed: false, language: 'ar', deck });
  const guest = await people.follow(owner);
  const keys = memorySeatKeys();
  const eve = await people.follow(owner, keys);
  const screen = await people.watch(owner);
  await until(() => owner.table.value.stewards[2]?.needed === 2);
  for (const page of [owner, guest]) await page.send({ kind: 'vote', seat: 2, remove: true });
  await until(() => eve.link.value === 'closed');
  for (const page of [owner, guest]) await page.send({ kind: 'ready', ready: true });
  await until(() => owner.table.value.phase === 'predict');
  const stood = await people.follow(owner);
  expect(await stood.send({ kind: 'stand' })).toMatchObject({ ok: true });
  await until(() => stood.seat.value === -1);
  const { code } = owner.table.value;
  await server.kill();
  server = await processes.serve(folder, port);
  const all = [owner, guest, screen, stood];
  await until(() => all.every(({ link, table }) => link.value === 'open' && table.value.code === code));
  await until(() => screen.table.value.room?.spectators === 2);
  expect([owner, guest, stood].map(({ seat }) => seat.value)).toEqual([0, 1, -1]);
  expect(owner.table.value.room).toMatchObject({ language: 'ar', listed: false, owned: true, phrases: true });
  expect(owner.world.value?.settings.deck).toEqual(deck);
  expect([owner.host.value, guest.host.value]).toEqual([true, false]);
  expect((await people.follow(owner, keys)).trouble.value).toContain('taken out of this room');
  const list: unknown = await (await fetch(`${server.url}/api/rooms`)).json();
  expect(list).toEqual({ rooms: [] });
});

test('who wanted another match finds its room after a kill -9', async () => {
  let server = await processes.serve(folder, port);
  const page = await people.make({ habitats: 2, rounds: 1, generationsPerRound: 1 });
  await readyUntil(page, isOver(page));
  expect(await page.send({ kind: 'rematch', want: true })).toMatchObject({ ok: true });
  await until(() => (page.table.value.room?.next ?? '') !== '');
  const next = page.table.value.room?.next;
  await server.kill();
  server = await processes.serve(folder, port);
  await until(() => page.link.value === 'open' && page.table.value.room?.next === next);
  const there = await people.enter(next ?? '');
  expect([there.trouble.value, there.table.value.phase]).toEqual(['', 'lobby']);
});
