/** Recordings as an enemy brings them: each is answered with a sentence, costs little, and leaves the library as it was. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_RECORDING_BYTES } from '../../shared/replay/recording.ts';
import { goldenRecording } from '../support/golden.ts';
import { search, upload } from '../support/library.ts';
import { mangle } from '../support/mangle.ts';
import { type Probed, startProbed } from '../support/probed.ts';
import { ended, openSocket, sendRaw } from '../support/raw-http.ts';
import { relink } from '../support/relink.ts';

let server: Probed;
beforeAll(async () => {
  server = await startProbed();
});
afterAll(() => server.stop());

const good = goldenRecording('v3-parent');
const MEGABYTE = 1024 * 1024;
const PLAIN = ['Content-Type: application/octet-stream'];

const raw = (headers: readonly string[], body: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(['POST /api/replays HTTP/1.1', 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n')),
    body,
  ]);
const sized = (body: Uint8Array, headers: readonly string[] = PLAIN): Buffer =>
  raw([...headers, `Content-Length: ${body.length}`], body);
const bomb = gzipSync(new Uint8Array(64 * MEGABYTE));

/** By what it is: what comes over the line, the status, and the reason. */
const WRONG: Readonly<Record<string, readonly [bytes: Uint8Array, status: number, reason: string]>> = {
  nothing: [sized(new Uint8Array()), 422, 'badRecording'],
  'half of one': [sized(good.slice(0, good.length / 2)), 422, 'badRecording'],
  'one with a byte too many': [sized(Buffer.concat([good, Buffer.of(0)])), 422, 'badRecording'],
  'one with a changed byte': [sized(good.with(900, (good[900] ?? 0) ^ 1)), 422, 'badRecording'],
  'one of a format to come': [sized(good.with(8, 9)), 422, 'badRecording'],
  'eight million zeros': [sized(new Uint8Array(MAX_RECORDING_BYTES)), 422, 'badRecording'],
  'a compression bomb': [sized(bomb), 422, 'badRecording'],
  'a compression bomb that says so': [sized(bomb, [...PLAIN, 'Content-Encoding: gzip']), 415, 'compressed'],
  'one by a kernel that is none': [
    sized(
      relink(
        Buffer.from(
          Buffer.from(good)
            .toString('latin1')
            .replace(/[0-9a-f]{16}/, 'f'.repeat(16)),
          'latin1',
        ),
      ),
    ),
    422,
    'unknownKernel',
  ],
  'one that is named after somebody': [
    sized(relink(Buffer.from(Buffer.from(good).toString('latin1').replace('peartotem', 'adais-bad'), 'latin1'))),
    422,
    'unknownFounder',
  ],
  'text that is no file': [sized(good, ['Content-Type: application/json']), 415, 'notBytes'],
  'a form': [sized(good, ['Content-Type: multipart/form-data; boundary=x']), 415, 'notBytes'],
  'pieces without end': [raw([...PLAIN, 'Transfer-Encoding: chunked'], Buffer.from('5\r\nTWINF\r\n')), 411, 'noLength'],
  'more than any has': [
    raw([...PLAIN, `Content-Length: ${MAX_RECORDING_BYTES + 1}`], new Uint8Array(9)),
    413,
    'recordingTooLarge',
  ],
  'more than any disk has': [
    raw([...PLAIN, `Content-Length: ${'9'.repeat(15)}`], new Uint8Array(9)),
    413,
    'recordingTooLarge',
  ],
};

test.each(Object.entries(WRONG))('%s is refused with a sentence', async (_, [bytes, status, reason]) => {
  const answer = await sendRaw(server.port, bytes);
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    status,
    { reason, error: expect.stringMatching(/^\p{Lu}.*[.?]$/u) },
  ]);
});

test('who stops in the middle hears that it took too long, and what had come is let go', async () => {
  const before = await server.memory();
  const slow = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const socket = await openSocket(server.port);
      let got = '';
      socket.on('data', (data) => {
        got += data.toString('utf8');
      });
      socket.write(raw([...PLAIN, `Content-Length: ${MAX_RECORDING_BYTES}`], new Uint8Array(6 * MEGABYTE)));
      return ended(socket).then(() => got);
    }),
  );
  for (const got of slow) {
    expect(got).toMatch(/^HTTP\/1\.1 408/);
    expect(got).toContain('"reason":"tooSlow"');
  }
  expect((await server.memory()) - before).toBeLessThan(16 * MEGABYTE);
});

test('who promises more than there is room for at once is told to wait, and nobody else is held up by them', async () => {
  const promised = await Promise.all(
    Array.from({ length: 9 }, async () => {
      const socket = await openSocket(server.port);
      socket.write(raw([...PLAIN, `Content-Length: ${MAX_RECORDING_BYTES}`], new Uint8Array(10)));
      const answered = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString('utf8'))));
      return { socket, answered };
    }),
  );
  const first = await Promise.race(promised.map(({ answered }) => answered));
  expect(first).toMatch(/^HTTP\/1\.1 503/);
  expect(first).toContain('"reason":"libraryBusy"');
  expect((await fetch(`${server.url}/api/rooms`)).status).toBe(200);
  for (const { socket } of promised) socket.destroy();
});

test('mangled recordings, with a chain that fits or not, cost little and never end the server', async () => {
  const others = [good, goldenRecording('v3-branch'), goldenRecording('v2-helped')];
  const before = await server.memory();
  for (let number = 0; number < 60; number++) {
    const mangled = mangle(others[number % others.length] ?? good, others, number);
    const response = await upload(server.url, Uint8Array.from(number % 2 === 0 ? mangled : relink(mangled)));
    const said: unknown = await response.json();
    if (response.ok) expect(said).toEqual({ id: expect.any(String), key: expect.any(String) });
    else if (response.status === 503) await new Promise((resolve) => setTimeout(resolve, 500));
    else expect(said).toEqual({ reason: expect.any(String), error: expect.stringMatching(/[.?]$/) });
  }
  expect(server.isAlive()).toBe(true);
  expect((await server.memory()) - before).toBeLessThan(64 * MEGABYTE);
});

test('after all that the library takes a good one, and the log has no fault', async () => {
  let response = await upload(server.url, good);
  while (response.status === 503) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    response = await upload(server.url, good);
  }
  const { id } = await response.json();
  expect((await search(server.url)).replays.map((each) => each.id)).toContain(id);
  expect(server.log.filter((line) => /"level":"?(error|50)/.test(line))).toEqual([]);
});
