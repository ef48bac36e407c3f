/** What the library does by itself: it forgets, looks through what was left, bounds what it takes, and ends threads that are stuck. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLibrary, type Library, type LibraryParts, tellingLibrary } from '../../server/library/library.ts';
import { createReaders } from '../../server/library/readers.ts';
import { sealKeyIn } from '../../server/library/seal-key.ts';
import { createLog } from '../../server/operation/log.ts';
import { createMetrics, type Metrics } from '../../server/operation/metrics.ts';
import type { MatchRepository } from '../../server/persistence/repository.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { createWriter } from '../../shared/protocol/bytes.ts';
import { encodeFrame } from '../../shared/protocol/frames.ts';
import { writeHeader } from '../../shared/protocol/header.ts';
import { decodeRecordingFile } from '../../shared/replay/recording.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import { lobbyState } from '../support/class-state.ts';
import { goldenRecording } from '../support/golden.ts';
import { untilTrue } from '../support/server.ts';

const DAY_MS = 24 * 60 * 60_000;

let folder: string;
let repository: MatchRepository;
let said: string[];
let metrics: Metrics;
const libraries: Library[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-library-'));
  repository = await openSqliteRepository(folder);
  said = [];
  metrics = createMetrics();
});
afterEach(async () => {
  for (const library of libraries.splice(0)) await library.close();
  await repository.close();
  await rm(folder, { recursive: true, force: true });
});

function open(changes: Partial<LibraryParts> = {}): Library {
  const library = createLibrary({
    ...{ repository, sealKey: sealKeyIn(folder), recordingDays: 365, libraryMb: 10, metrics },
    log: createLog('info', { write: (line) => void said.push(JSON.parse(line).msg) }),
    busy: () => false,
    ...changes,
  });
  libraries.push(library);
  return library;
}

const { recording, mark } = decodeRecordingFile(goldenRecording('v3-parent'));
const MARK = Buffer.from(mark).toString('hex');

/** A match as an earlier run of the server left it, its frames up to `frames`. */
async function leave(
  id: string,
  createdAt: number,
  frames = recording.frames.length,
  secret = recording.secret ?? new Uint8Array(),
): Promise<void> {
  const { settings, founderGenome, kernel } = recording;
  const header = createWriter();
  writeHeader(header, settings, founderGenome);
  const { founder, habitats, rounds } = settings;
  await repository.createMatch(
    {
      ...{ id, createdAt, mode: 'private', code: 'ACDEFG', founder, habitats, rounds, kernel },
      ...{ header: header.done(), secret },
    },
    lobbyState(),
  );
  for (const frame of recording.frames.slice(0, frames)) {
    await repository.addFrame(id, { tick: frame.tick, bytes: encodeFrame(frame) });
  }
}

test('matches that ended before anybody looked are looked through, and damaged ones are told once', async () => {
  await leave('whole', 1);
  await repository.finishMatch('whole', new Uint8Array());
  await leave('damaged', 2);
  await repository.addFrame('damaged', { tick: 999, bytes: Uint8Array.of(7) });
  await leave('empty', 3, 0);
  await leave('goes on', 4, 2);
  for (const id of ['damaged', 'empty']) await repository.interruptMatch(id);
  for (const id of ['whole', 'damaged', 'empty']) await repository.endLive(id);
  const library = open({ recordingDays: 36_500 });
  library.start();
  await untilTrue(async () => (await repository.unsettled(9)).length === 0);
  await library.settled();
  expect(await repository.readRecording('whole')).toMatchObject({ mark: MARK, events: ['disaster'] });
  expect(await repository.readRecording('damaged')).toMatchObject({ mark: null, events: [] });
  expect(await repository.readRecording('goes on')).toMatchObject({ mark: null, events: null });
  expect(said).toEqual(['a recorded match cannot be read', 'a recording was grown again']);
  const verified = async (id: string) => (await repository.readRecording(id))?.verified;
  expect(await Promise.all(['whole', 'damaged', 'empty', 'goes on'].map(verified))).toEqual([
    'true',
    'cannot',
    'cannot',
    'unseen',
  ]);
});

test('a match is looked through when it ends', async () => {
  const library = open();
  const telling = tellingLibrary(repository, library);
  await leave('one', Date.now());
  await telling.finishMatch('one', new Uint8Array());
  await library.settled();
  expect(await repository.readRecording('one')).toMatchObject({ mark: MARK, verified: 'true' });
});

test('a match that was played otherwise than recorded is told apart when it is grown again', async () => {
  const library = open();
  const telling = tellingLibrary(repository, library);
  await leave('forged', Date.now(), recording.frames.length, secretFromSeed(99));
  await telling.finishMatch('forged', new Uint8Array());
  await library.settled();
  expect(await repository.readRecording('forged')).toMatchObject({ verified: 'false' });
});

test('on a busy machine matches wait for the next look through the library; files that somebody brought do not', async () => {
  let busy = true;
  const library = open({ busy: () => busy });
  await leave('one', Date.now() - DAY_MS);
  await repository.finishMatch('one', new Uint8Array());
  await repository.endLive('one');
  library.ended('one');
  await library.settled();
  expect(await repository.readRecording('one')).toMatchObject({ mark: MARK, verified: 'unseen' });
  const branch = goldenRecording('v3-branch');
  const brought = await library.take(branch);
  await library.settled();
  expect(await repository.readRecording('id' in brought ? brought.id : '')).toMatchObject({ verified: 'true' });
  busy = false;
  library.start();
  await untilTrue(async () => (await repository.readRecording('one'))?.verified === 'true');
});

test('a match that broke off is told with its secret once nobody can take it up again, and not before', async () => {
  const library = open();
  const telling = tellingLibrary(repository, library);
  await leave('one', Date.now(), 5);
  const told = async () => decodeRecordingFile((await library.fileOf('one')) ?? new Uint8Array());
  await telling.interruptMatch('one', 'deserted');
  await library.settled();
  expect(await told()).toMatchObject({ seal: null, recording: { secret: null } });
  expect(await repository.readRecording('one')).toMatchObject({ mark: null, events: null });
  await telling.endLive('one');
  await library.settled();
  const { recording: whole, mark, seal } = await told();
  expect([whole.secret, seal === null]).toEqual([recording.secret, false]);
  expect(await repository.readRecording('one')).toMatchObject({
    mark: Buffer.from(mark).toString('hex'),
    events: expect.any(Array),
  });
});

test('old recordings are deleted, kept and young ones are not', async () => {
  const now = Date.now();
  for (const [id, days] of [
    ['old', 11],
    ['kept', 11],
    ['young', 9],
  ] as const) {
    await leave(id, now - days * DAY_MS);
    await repository.finishMatch(id, new Uint8Array());
    await repository.endLive(id);
  }
  await repository.changeRecording('kept', { kept: true });
  open({ recordingDays: 10 }).start();
  await untilTrue(async () => (await repository.readMatch('old')) === null);
  expect((await repository.searchRecordings({}, 9, 0)).map(({ id }) => id)).toEqual(['young', 'kept']);
  expect(said).toContain('old recordings were deleted');
});

test('a library that is full takes no more, and says so', async () => {
  const library = open({ libraryMb: 0 });
  expect(await library.take(goldenRecording('v3-parent'))).toMatchObject({ reason: 'libraryFull' });
  expect((await repository.searchRecordings({}, 9, 0)).length).toBe(0);
  expect(await metrics.text()).toContain('twinfold_uploads_total{outcome="libraryFull"} 1');
});

test('a file that came just before a crash is verified later', async () => {
  const file = goldenRecording('v3-parent');
  await repository.addRecording(
    {
      ...{ id: 'left', kind: 'upload', createdAt: Date.now() - DAY_MS, founder: 'f', habitats: 1, rounds: 1 },
      ...{ status: 'finished', mark: MARK, parent: null, events: [], ownerHash: '', bytes: file },
    },
    1e6,
  );
  open().start();
  await untilTrue(async () => (await repository.readRecording('left'))?.verified === 'true');
});

test('work beyond what there is for one file is refused, and a thread that is stuck is ended', async () => {
  const file = goldenRecording('v3-parent');
  const beyond = { reason: 'tooMuchWork', error: expect.stringMatching(/\.$/) };
  const hurried = createReaders({ cpuMs: 0, memoryMb: 64, stuckMs: 20_000 });
  expect(await hurried.survey(file)).toEqual(beyond);
  await hurried.close();
  const impatient = createReaders({ cpuMs: 2_000, memoryMb: 64, stuckMs: 1 });
  expect(await Promise.all([impatient.survey(file), impatient.survey(file)])).toEqual([beyond, beyond]);
  await impatient.close();
});

test('where a thread has not even the memory to begin, whoever waits hears a sentence when the time is up, and others are served', async () => {
  const poor = createReaders({ cpuMs: 20_000, memoryMb: 5, stuckMs: 3_000 });
  expect(await poor.survey(goldenRecording('v3-parent'))).toEqual({
    reason: 'tooMuchWork',
    error: expect.stringMatching(/\.$/),
  });
  await poor.close();
  const library = open();
  expect(await library.take(goldenRecording('v3-parent'))).toMatchObject({ id: expect.any(String) });
});

test('the key of a folder stays the same, and one that cannot be read is not replaced', async () => {
  const key = sealKeyIn(folder);
  expect(key.length).toBe(32);
  expect(sealKeyIn(folder)).toEqual(key);
  await writeFile(join(folder, 'seal.key'), 'scribble');
  expect(() => sealKeyIn(folder)).toThrow(/64 hexadecimal digits.*move it away/);
});
