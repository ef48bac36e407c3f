import { describe, expect, it } from 'vitest';
import { DecodeError } from '../../shared/protocol/bytes.ts';
import { encodeFrame } from '../../shared/protocol/frames.ts';
import { decodeRecording, encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import type { Frame } from '../../shared/sim/world/world.ts';
import { chanceIntervenes, playTiny, tinyGrowAll, tinySettings } from '../support/tiny-match.ts';

const played = playTiny(11, { settings: tinySettings({ rounds: 3 }) });

/** One in which stewards intervene and a disaster comes. */
const eventful = playTiny(12, {
  settings: tinySettings({ rounds: 3, generationsPerRound: 3, shock: true, migration: 200 }),
  interveneIn: chanceIntervenes(12),
});

/** Where the first command of the frame with this tick starts (its seat, then its card and level). */
function commandOffset(recording: Recording, tick: number): number {
  const before = encodeRecording({ ...recording, frames: recording.frames.slice(0, tick) }).length;
  const length = encodeFrame(frameAt(recording, tick)).length;
  // Past the frame's length (one byte below 128, else two), its kind, its tick and the number of its commands.
  return before + (length < 128 ? 1 : 2) + 3;
}

function frameAt(recording: Recording, tick: number): Frame {
  const frame = recording.frames[tick];
  if (frame === undefined) throw new Error(`There is no frame ${tick}.`);
  return frame;
}

async function verdictOn(bytes: Uint8Array): Promise<string> {
  try {
    const verdict = await verifyRecording(decodeRecording(bytes), tinyGrowAll);
    return verdict.accepted ? 'accepted' : verdict.sentence;
  } catch (error) {
    if (error instanceof DecodeError) return error.message;
    throw error;
  }
}

describe('a recording', () => {
  it('is read as it was written', async () => {
    const { recording } = await played;
    expect(decodeRecording(encodeRecording(recording))).toEqual(recording);
    const open = { ...recording, secret: null, frames: recording.frames.slice(0, 3) };
    expect(decodeRecording(encodeRecording(open))).toEqual(open);
  });

  it('is accepted when it is played again from its inputs', async () => {
    const { world, recording } = await played;
    const verdict = await verifyRecording(decodeRecording(encodeRecording(recording)), tinyGrowAll);
    expect(verdict).toEqual({
      accepted: true,
      generations: 7,
      complete: true,
      hash: hexOf(world.hash),
      unchecked: null,
    });
  });

  it('is rejected with the generation’s number after any one changed byte of any command', async () => {
    const { recording } = await played;
    const bytes = encodeRecording(recording);
    for (const tick of [0, 4, 8]) {
      const start = commandOffset(recording, tick);
      const { commands } = frameAt(recording, tick);
      expect(commands.length).toBeGreaterThan(2);
      for (let at = start; at < start + 2 * commands.length; at++) {
        for (const flip of [1, 4, 128]) {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ flip;
          expect(await verdictOn(changed)).toMatch(new RegExp(`[Gg]eneration ${tick / 2 + 1}\\b`));
        }
      }
    }
  });

  it('is rejected so after any one changed byte of any command in a match with interventions and a disaster', async () => {
    const { recording } = await eventful;
    const kinds = recording.frames.flatMap(({ kind, commands }) =>
      commands.map((command) => `${kind} ${command.kind}`),
    );
    expect(new Set(kinds)).toEqual(new Set(['births pressure', 'births intervention', 'season intervention']));
    expect(recording.frames.some((frame) => frame.kind === 'births' && frame.shock !== null)).toBe(true);
    const bytes = encodeRecording(recording);
    expect(await verdictOn(bytes)).toBe('accepted');
    for (const { tick, commands } of recording.frames) {
      const start = commandOffset(recording, tick);
      for (let at = start; at < start + 2 * commands.length; at++) {
        for (const flip of [1, 2, 128]) {
          const changed = bytes.with(at, (bytes[at] ?? 0) ^ flip);
          expect(await verdictOn(changed)).toMatch(new RegExp(`[Gg]eneration ${Math.floor(tick / 2) + 1}\\b`));
        }
      }
    }
  });

  it('is rejected after a changed seed, parent, death or hash, in that generation', async () => {
    const { recording } = await played;
    const births = frameAt(recording, 2);
    const season = frameAt(recording, 3);
    if (births.kind !== 'births' || season.kind !== 'season') throw new Error('The frames are not in order.');
    const living = season.causes.indexOf(0);
    const swapped = births.mothers.map((_, at) => births.fathers[at] ?? 0);
    const forgeries: [number, Frame][] = [
      [2, { ...births, seed: births.seed ^ 1 }],
      [2, { ...births, mothers: swapped, fathers: births.mothers }],
      [3, { ...season, causes: season.causes.with(living, 2) }],
      [3, { ...season, hash: season.hash.with(0, (season.hash[0] ?? 0) ^ 1) }],
    ];
    for (const [tick, forged] of forgeries) {
      const verdict = await verifyRecording({ ...recording, frames: recording.frames.with(tick, forged) }, tinyGrowAll);
      expect(verdict).toMatchObject({ accepted: false, generation: 2 });
    }
  });

  it('is rejected when bodies grow differently: the first generation with other deaths is named', async () => {
    const { recording } = await played;
    const verdict = await verifyRecording(recording, async (world) =>
      (await tinyGrowAll(world)).map((value) => value + 40),
    );
    expect(verdict).toMatchObject({ accepted: false, generation: 1 });
  });

  it('says what is the matter with files that are none, newer, cut off or too long', async () => {
    const bytes = encodeRecording((await played).recording);
    const tries: [Uint8Array, RegExp][] = [
      [new TextEncoder().encode('GIF89a, say, or anything else'), /not a recording of Twinfold/],
      [new Uint8Array(), /not a recording/],
      [bytes.with(8, 4), /format 4.*newer Twinfold/],
      [bytes.with(8, 1), /format 1 and rules 3 never went together/],
      [bytes.subarray(0, 40), /ends early/],
      [bytes.subarray(0, bytes.length - 9), /ends early: the link after generation 7 should follow/],
      [bytes.subarray(0, bytes.length - 19), /damaged in generation 7/],
      [Uint8Array.from([...bytes, 0]), /ends early: the key of its seal should follow/],
      [Uint8Array.from([...bytes, ...new Uint8Array(97)]), /1 bytes too many/],
      [new Uint8Array(9_000_000), /larger than any/],
    ];
    for (const [wrong, sentence] of tries) expect(() => decodeRecording(wrong)).toThrow(sentence);
  });
});

describe('a timeline', () => {
  it('gives the same worlds by any way, to the final hash', async () => {
    const { world, recording } = await played;
    const timeline = openTimeline(decodeRecording(encodeRecording(recording)));
    expect(timeline.generations).toBe(7);
    expect(timeline.worldAt(14)).toEqual(world);
    for (const tick of [9, 3, 13, 0, 14]) {
      const sought = timeline.worldAt(tick);
      expect(sought.tick).toBe(tick);
      expect(openTimeline({ ...recording, frames: recording.frames.slice(0, tick) }).worldAt(tick)).toEqual(sought);
    }
  });

  it('refuses frames that do not follow from each other, with the generation', async () => {
    const { recording } = await played;
    const season = frameAt(recording, 5);
    if (season.kind !== 'season') throw new Error('The frames are not in order.');
    const frames = recording.frames.with(5, { ...season, hash: new Uint8Array(16) });
    expect(() => openTimeline({ ...recording, frames })).toThrow(/damaged in generation 3/);
  });
});
