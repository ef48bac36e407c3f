/** `npm run verify`, as its exit status and its one object of JSON tell it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeRecordingFile, encodeRecording } from '../../shared/replay/recording.ts';
import { relink } from '../support/relink.ts';

const VERIFY = fileURLToPath(new URL('../../server/cli/verify.ts', import.meta.url));
const golden = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`../golden/${name}.twinfold`, import.meta.url)));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-verify-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function verify(bytes: Uint8Array): Promise<{ status: number | null; found: unknown }> {
  const file = join(folder, 'one.twinfold');
  await writeFile(file, bytes);
  return run(file);
}

function run(name: string): { status: number | null; found: unknown } {
  const env = { ...process.env, DATA_DIR: folder };
  const { status, stdout } = spawnSync(process.execPath, [VERIFY, name, '--json'], { encoding: 'utf8', env });
  return { status, found: JSON.parse(stdout) };
}

const sealed = golden('v3-branch');
const file = decodeRecordingFile(sealed);

test('a true recording is accepted, with its mark and whose seal it bears', async () => {
  const { status, found } = await verify(sealed);
  expect(status).toBe(0);
  expect(found).toEqual({
    ...{ accepted: true, generation: null, sentence: null, generations: 7, complete: true, unchecked: null },
    hash: expect.stringMatching(/^[0-9a-f]{32}$/),
    mark: Buffer.from(file.mark).toString('hex'),
    sealed: Buffer.from(file.seal?.key ?? []).toString('base64url'),
  });
});

test('what older rules decided is told as not checked', async () => {
  const { status, found } = await verify(golden('v1-three-habitats'));
  expect(status).toBe(0);
  expect(found).toMatchObject({ accepted: true, sealed: null, unchecked: expect.stringMatching(/rules 1.*\.$/) });
});

test('a changed byte is found by the chain, with its generation', async () => {
  const at = Math.floor(sealed.length / 2);
  const { status, found } = await verify(sealed.with(at, (sealed[at] ?? 0) ^ 1));
  expect(status).toBe(1);
  expect(found).toMatchObject({
    ...{ accepted: false, generation: expect.any(Number), sentence: expect.stringMatching(/generation \d/) },
    ...{ mark: null, hash: null },
  });
});

test('a recording that is whole and not true is rejected, with the generation that differs', async () => {
  const { recording } = file;
  const secret = Uint8Array.from(recording.secret ?? []).with(0, 99);
  const { status, found } = await verify(encodeRecording({ ...recording, secret }));
  expect(status).toBe(1);
  expect(found).toMatchObject({
    ...{ accepted: false, generation: 1, sentence: expect.stringMatching(/^Generation 1 /) },
    ...{ mark: expect.stringMatching(/^[0-9a-f]{32}$/), sealed: null },
  });
});

test('the seal of another recording is none', async () => {
  const forged = relink(encodeRecording(file.recording, () => file.seal ?? { key: sealed, signature: sealed }));
  const signature = forged.length - 1;
  const { status, found } = await verify(forged.with(signature, (forged[signature] ?? 0) ^ 1));
  expect(status).toBe(1);
  expect(found).toMatchObject({ accepted: false, sentence: 'The seal was made of another recording.' });
});

test('where there is nothing to verify it says so, and has not judged', async () => {
  const unfinished = encodeRecording({ ...file.recording, secret: null });
  expect(await verify(unfinished)).toMatchObject({
    status: 2,
    found: { accepted: null, sentence: expect.stringContaining('secret') },
  });
  expect(run('no-such-match')).toMatchObject({
    status: 2,
    found: { accepted: null, sentence: expect.stringContaining('There is no file no-such-match') },
  });
});
