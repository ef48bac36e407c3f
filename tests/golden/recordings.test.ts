/** Recordings of earlier releases, kept as files: they are read, they play and they are verified, for ever. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { growBy } from '../../server/growth/kernel.ts';
import { decodeRecording, encodeRecording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { growWith } from '../../shared/sim/world/grow.ts';

const GOLDEN = [
  { file: 'v1-one-habitat', generations: 7, state: '7497a5d31e39a0f8b9f901300fa88de9' },
  { file: 'v1-three-habitats', generations: 7, state: '02e36e4f4759533f637a3eed777ddec3' },
];

const bytesOf = (file: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`./${file}.twinfold`, import.meta.url)));

describe.each(GOLDEN)('the old recording $file', ({ file, generations, state }) => {
  const bytes = bytesOf(file);

  it('is read, and written again as the same bytes', () => {
    expect(encodeRecording(decodeRecording(bytes))).toEqual(bytes);
  });

  it('plays to the state that was recorded', () => {
    const timeline = openTimeline(decodeRecording(bytes));
    expect(timeline.generations).toBe(generations);
    const end = timeline.worldAt(timeline.frames.length);
    expect(end.stage).toBe('over');
    expect(hexOf(end.hash)).toBe(state);
  });

  it('is verified', async () => {
    const recording = decodeRecording(bytes);
    const grow = growBy(recording.kernel);
    const verdict = await verifyRecording(recording, async (world) => growWith(grow, world));
    expect(verdict).toMatchObject({ accepted: true, generations, complete: true, hash: state });
  });
});
