/** The library of a real server: what is brought and what is played, and whose it is. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashSecret } from '../../server/match/secrets.ts';
import { REPLAY_EVENTS } from '../../shared/protocol/listings.ts';
import { decodeRecordingFile, encodeRecording } from '../../shared/replay/recording.ts';
import { isSealOf } from '../../shared/replay/seal.ts';
import { CHANCE_PARTS } from '../../shared/sim/world/seeds.ts';
import { goldenRecording } from '../support/golden.ts';
import { aboutOf, asOwner, bring, bytesOf, search, upload } from '../support/library.ts';
import {
  hurry,
  isOver,
  memorySeatKeys,
  openPage,
  QUICK,
  startTestServer,
  type TestServer,
  until,
  untilTrue,
} from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const parent = goldenRecording('v3-parent');
const branch = goldenRecording('v3-branch');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const idsOf = async (query: string): Promise<string[]> => (await search(server.url, query)).replays.map(({ id }) => id);
const sealKey = async (): Promise<unknown> => (await fetch(`${server.url}/api/seal`)).json();

test('a recording that is brought is there as it was, and a branch knows its parent and the parent its branch', async () => {
  const [of, off] = [await bring(server.url, parent), await bring(server.url, branch)];
  expect(await bytesOf(server.url, of.id)).toEqual(parent);
  expect(await bytesOf(server.url, off.id)).toEqual(branch);
  const { recording, mark } = decodeRecordingFile(branch);
  const parts = CHANCE_PARTS.filter((part) => recording.origin?.anew.at(-1)?.parts.includes(part));
  const from = recording.origin?.from;
  expect(await aboutOf(server.url, off.id)).toMatchObject({
    ...{ id: off.id, kind: 'branch', status: 'finished', mark: hex(mark), mode: '', why: null },
    ...{ founder: recording.settings.founder, habitats: recording.settings.habitats },
    ...{ events: ['disaster'], parent: { id: of.id, mark: hex(decodeRecordingFile(parent).mark), from, parts } },
    ...{ branches: [], listed: true, kept: false, until: expect.any(Number) },
  });
  expect(await aboutOf(server.url, of.id)).toMatchObject({
    kind: 'upload',
    parent: null,
    branches: [{ id: off.id, from, parts }],
  });
});

test('the same recording again leads to the one that is there, and gives nobody a key to it', async () => {
  const bytes = goldenRecording('v1-one-habitat');
  const first = await upload(server.url, bytes);
  expect(first.status).toBe(201);
  const { id } = await first.json();
  const again = await upload(server.url, bytes);
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual({ id, key: null });
  // Without its seal it is the same recording.
  const { recording } = decodeRecordingFile(branch);
  expect(await bring(server.url, encodeRecording(recording))).toMatchObject({ key: null });
});

test('who brought it may take it off the list, keep it and delete it, and nobody else', async () => {
  const { id, key } = await bring(server.url, goldenRecording('v2-three-habitats'));
  for (const wrong of ['', 'x', `${key}x`, 'A'.repeat(21)]) {
    for (const change of [{ listed: false }, undefined]) {
      const refused = await asOwner(server.url, id, wrong, change);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ reason: 'replayKey', error: expect.stringMatching(/\.$/) });
    }
  }
  const owner = key ?? '';
  const told = await Promise.all(
    [`/${id}/about`, ''].map(async (at) => (await fetch(`${server.url}/api/replays${at}`)).text()),
  );
  expect(told.join('')).toContain(id);
  for (const secret of [owner, hashSecret(owner)]) expect(told.join('')).not.toContain(secret);
  expect(await idsOf('')).toContain(id);
  const changed = await asOwner(server.url, id, owner, { listed: false, kept: true });
  expect(await changed.json()).toMatchObject({ id, listed: false, kept: true, until: null });
  expect(await idsOf('')).not.toContain(id);
  expect(await aboutOf(server.url, id)).toMatchObject({ listed: false, kept: true });
  for (const change of [{ listed: 1 }, { founder: 'mine' }, []]) {
    const refused = await asOwner(server.url, id, owner, change);
    expect(await refused.json()).toMatchObject({ reason: 'badChange' });
  }
  expect((await asOwner(server.url, id, owner)).status).toBe(200);
  expect((await fetch(`${server.url}/api/replays/${id}`)).status).toBe(404);
  expect((await asOwner(server.url, id, owner)).status).toBe(404);
});

test('recordings are found by their names too, all of them in one request, be they in the list or not', async () => {
  const { recording } = decodeRecordingFile(goldenRecording('v3-earlier-kernel'));
  const settings = { ...recording.settings };
  const [one, two] = [
    await bring(server.url, encodeRecording({ ...recording, settings, frames: recording.frames.slice(0, 2) })),
    await bring(server.url, encodeRecording({ ...recording, settings, frames: recording.frames.slice(0, 4) })),
  ];
  await asOwner(server.url, two.id, two.key ?? '', { listed: false });
  const named = await search(server.url, `?ids=${one.id},${two.id},nobody-has-it`);
  expect(named.replays.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  const founder = named.replays[0]?.founder;
  expect((await search(server.url, `?ids=${one.id}&founder=${founder}`)).replays).toHaveLength(1);
  expect((await search(server.url, `?ids=${one.id}&kind=match`)).replays).toEqual([]);
  for (const wrong of ['', 'a b', 'x'.repeat(41), Array(101).fill('abcdef').join(',')]) {
    expect((await fetch(`${server.url}/api/replays?ids=${encodeURIComponent(wrong)}`)).status).toBe(400);
  }
});

test('what is in no list is told by nobody’s about', async () => {
  const { recording } = decodeRecordingFile(goldenRecording('v3-earlier-kernel'));
  const { id, key } = await bring(server.url, encodeRecording(recording));
  const mark = decodeRecordingFile(encodeRecording(recording)).mark;
  const off = await bring(server.url, encodeRecording({ ...recording, origin: { parent: mark, from: 1, anew: [] } }));
  expect((await aboutOf(server.url, off.id)).parent).toMatchObject({ id, parts: [] });
  await asOwner(server.url, off.id, off.key ?? '', { listed: false });
  expect((await aboutOf(server.url, id)).branches).toEqual([]);
  await asOwner(server.url, id, key ?? '', { listed: false });
  expect((await aboutOf(server.url, off.id)).parent).toMatchObject({ id: null, mark: hex(mark) });
});

test('every embryo is grown again in the background: a true recording comes out as recorded, a forged one does not', async () => {
  const { recording } = decodeRecordingFile(goldenRecording('v2-drift-duel'));
  const secret = Uint8Array.from(recording.secret ?? []).with(0, 99);
  const forged = await bring(server.url, encodeRecording({ ...recording, secret }));
  const untold = await bring(server.url, encodeRecording({ ...recording, secret: null }));
  const real = await bring(server.url, encodeRecording(recording));
  const verified = async (id: string): Promise<boolean | null> => (await aboutOf(server.url, id)).verified;
  await untilTrue(async () => (await verified(forged.id)) !== null && (await verified(real.id)) !== null);
  expect(await verified(forged.id)).toBe(false);
  expect(await verified(real.id)).toBe(true);
  // Without its secret nobody can tell.
  expect(await verified(untold.id)).toBeNull();
});

test('the list is searched by what is known of a recording, and a search that is none is refused', async () => {
  const { id } = await bring(server.url, goldenRecording('v2-helped'));
  const { founder, kind, createdAt, events } = await aboutOf(server.url, id);
  expect(events).toContain('intervention');
  const day = new Date(createdAt).toISOString().slice(0, 10);
  for (const query of [
    `founder=${founder}`,
    `kind=${kind}`,
    `event=intervention`,
    `from=${day}&to=${day}`,
    'code=&to=',
  ]) {
    expect(await idsOf(`?${query}`), query).toContain(id);
  }
  const another = events.includes('extinction') ? 'drift' : 'extinction';
  for (const query of [
    'founder=amethyst',
    'kind=match',
    `event=${another}`,
    'to=2020-01-01',
    'code=ACDEFG',
    'page=9',
  ]) {
    expect(await idsOf(`?${query}`), query).not.toContain(id);
  }
  for (const query of ['kind=film', 'event=party', 'from=yesterday', 'to=2026-02-31', 'code=O0', 'kind=match&kind=x']) {
    const refused = await fetch(`${server.url}/api/replays?${query}`);
    expect(refused.status, query).toBe(400);
    expect(await refused.json()).toMatchObject({ reason: 'badSearch', error: expect.stringContaining('such as') });
  }
  expect(REPLAY_EVENTS.length).toBeGreaterThan(5);
});

test('a match is sealed when it is over, with the key that the server tells, and belongs to who led it', async () => {
  const keys = memorySeatKeys();
  const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } }, keys);
  const token = keys.get(page.roomId.value) ?? '';
  await page.send({ kind: 'pace', action: 'start' });
  await until(() => page.table.value.phase === 'predict');
  await hurry(page, () => page.world.value?.stage === 'season');
  const id = page.table.value.recording;
  expect(decodeRecordingFile(await bytesOf(server.url, id)).seal).toBeNull();
  expect(await aboutOf(server.url, id)).toMatchObject({ kind: 'match', status: 'playing', mark: null, events: [] });

  await hurry(page, isOver(page));
  await untilTrue(async () => (await aboutOf(server.url, id)).mark !== null);
  const bytes = await bytesOf(server.url, id);
  const { seal, mark } = decodeRecordingFile(bytes);
  if (seal === null) throw new Error('The recording has no seal.');
  expect(isSealOf(seal, mark)).toBe(true);
  expect(await sealKey()).toEqual({ key: Buffer.from(seal.key).toString('base64url') });
  expect(await aboutOf(server.url, id)).toMatchObject({ status: 'finished', mark: hex(mark), parent: null });
  // As a file it is the same recording.
  expect(await bring(server.url, bytes)).toEqual({ id, key: null });
  // Its room’s code finds it; who else is in the room, or was, is told nowhere.
  const code = page.table.value.code;
  expect(await idsOf(`?code=${code.toLowerCase()}`)).toEqual([id]);
  expect(JSON.stringify(await search(server.url))).not.toContain(code);

  expect((await asOwner(server.url, id, 'not-the-token-of-anybody', { kept: true })).status).toBe(403);
  expect(await (await asOwner(server.url, id, token, { kept: true })).json()).toMatchObject({ kept: true });
  const open = await asOwner(server.url, id, token);
  expect(open.status).toBe(409);
  expect(await open.json()).toMatchObject({ reason: 'stillOpen' });
  page.close();
});

test('what is in the library, and what became of what was brought, is in the metrics', async () => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toMatch(/^twinfold_library_bytes [1-9]/m);
  for (const outcome of ['stored', 'known']) {
    expect(text).toMatch(new RegExp(`^twinfold_uploads_total\\{outcome="${outcome}"\\} [1-9]`, 'm'));
  }
});

test('the server’s key lies in its folder, for its owner only', async () => {
  const { mode, size } = await stat(join(server.dataDir, 'seal.key'));
  expect(mode & 0o077).toBe(0);
  expect(size).toBe(65);
});
