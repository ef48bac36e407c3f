import { describe, expect, it } from 'vitest';
import { DecodeError } from '../../shared/protocol/bytes.ts';
import { decodeRecordingFile, encodeRecording, markOf, type Recording } from '../../shared/replay/recording.ts';
import { createSealer, isSealOf } from '../../shared/replay/seal.ts';
import { draw, Stream } from '../../shared/sim/rng.ts';
import { playTiny, tinySettings } from '../support/tiny-match.ts';

const TRIES = 10_000;
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
const seal = createSealer(KEY);

const eventful = playTiny(14, { settings: tinySettings({ rounds: 4, generationsPerRound: 3, population: 20 }) });

/** Where each part of the file ends: its head, then each generation; what is behind the last is the seal. */
function endsOf(recording: Recording): number[] {
  return Array.from({ length: recording.frames.length / 2 + 1 }, (_, generations) => {
    return encodeRecording({ ...recording, frames: recording.frames.slice(0, 2 * generations) }).length;
  });
}

/** What is said of these bytes; empty where nothing is the matter. */
function faultOf(bytes: Uint8Array): string {
  try {
    const { seal: found, mark } = decodeRecordingFile(bytes);
    return found !== null && isSealOf(found, mark) ? '' : 'the seal is not true';
  } catch (error) {
    if (error instanceof DecodeError) return error.message;
    throw error;
  }
}

describe('a sealed recording', () => {
  it('is read as it was written, with its mark and a true seal', async () => {
    const { recording } = await eventful;
    const file = decodeRecordingFile(encodeRecording(recording, seal));
    expect(file).toMatchObject({ recording, format: 3, mark: markOf(recording) });
    expect(file.seal !== null && isSealOf(file.seal, file.mark)).toBe(true);
    expect(decodeRecordingFile(encodeRecording(recording))).toEqual({ ...file, seal: null });
  });

  it(`is rejected after any of ${TRIES} single-byte changes, with the generation in which it was`, async () => {
    const { recording } = await eventful;
    const bytes = encodeRecording(recording, seal);
    const ends = endsOf(recording);
    expect(faultOf(bytes)).toBe('');
    for (let number = 0; number < TRIES; number++) {
      // Every byte is hit at least once where there are fewer than tries.
      const at = number < bytes.length ? number : draw(1, Stream.exam, number) % bytes.length;
      const changed = bytes.with(at, (bytes[at] ?? 0) ^ (1 + (draw(2, Stream.exam, number) % 255)));
      const fault = faultOf(changed);
      const part = ends.findIndex((end) => at < end);
      if (part > 0) expect(fault, `byte ${at}`).toMatch(new RegExp(`generation ${part}\\b`));
      else expect(fault, `byte ${at}`).not.toBe('');
    }
  });

  it('is not another’s: a seal holds for one mark and one key', async () => {
    const { recording } = await eventful;
    const mark = markOf(recording);
    const other = markOf({ ...recording, frames: recording.frames.slice(0, 4) });
    expect(isSealOf(seal(mark), other)).toBe(false);
    expect(isSealOf({ ...seal(mark), key: createSealer(KEY.with(0, 9))(mark).key }, mark)).toBe(false);
    expect(isSealOf({ key: new Uint8Array(32), signature: new Uint8Array(64) }, mark)).toBe(false);
  });
});
