/** Recordings of earlier releases, kept as files: they are read, they play and they are verified, for ever. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { growBy } from '../../server/growth/kernel.ts';
import { recordingOf } from '../../server/match/recording.ts';
import type { StoredMatch } from '../../server/persistence/repository.ts';
import { createWriter } from '../../shared/protocol/bytes.ts';
import { encodeFrame } from '../../shared/protocol/frames.ts';
import { writeHeader } from '../../shared/protocol/header.ts';
import { decodeSnapshot, encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import {
  decodeRecording,
  decodeRecordingFile,
  encodeRecording,
  type Recording,
} from '../../shared/replay/recording.ts';
import { isSealOf } from '../../shared/replay/seal.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { type Verdict, verifyRecording } from '../../shared/replay/verify.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { applyFrame, sealSeason } from '../../shared/sim/world/apply.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import type { Command, Frame, World } from '../../shared/sim/world/world.ts';

const FIRST = /^It was played by rules 1, .* could not be\.$/;

/** `unchecked`: what is said of what today's rules cannot check; null where they check all of it. */
const GOLDEN = [
  { file: 'v1-one-habitat', generations: 7, state: '7497a5d31e39a0f8b9f901300fa88de9', unchecked: FIRST },
  { file: 'v1-three-habitats', generations: 7, state: '02e36e4f4759533f637a3eed777ddec3', unchecked: FIRST },
  // By rules 2: a disaster; a drift duel; interventions, briefs and guesses at sculptors.
  { file: 'v2-three-habitats', generations: 7, state: '955d024aa6e046e18162dc2ad4cb21dc', unchecked: null },
  { file: 'v2-drift-duel', generations: 7, state: '1d5706f0a6e153597a888bc7d0f77b67', unchecked: null },
  { file: 'v2-helped', generations: 7, state: 'bcde5f4d1e542cc0c37b9c3cd10c66ad', unchecked: null },
  // By rules 3, with a chain: a match, a branch of it, and one whose bodies grew by a noisier kernel.
  { file: 'v3-parent', generations: 7, state: '4250a4b988e09f9e4f8f1b9709a38ec8', unchecked: null },
  { file: 'v3-branch', generations: 7, state: 'ec682aa9849dd89e7edc913b521a6f41', unchecked: null },
  { file: 'v3-earlier-kernel', generations: 7, state: '4787cf60048ae1a7f75d93ccf05ca429', unchecked: null },
];

const bytesOf = (file: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`./${file}.twinfold`, import.meta.url)));

function verify(recording: Recording): Promise<Verdict> {
  const grow = growBy(recording.kernel);
  return verifyRecording(recording, async (world) => growWith(grow, world));
}

describe.each(GOLDEN)('the old recording $file', ({ file, generations, state, unchecked }) => {
  const bytes = bytesOf(file);

  it('is read, and written again as the same bytes', () => {
    const { recording, seal } = decodeRecordingFile(bytes);
    expect(encodeRecording(recording, seal ? () => seal : undefined)).toEqual(bytes);
  });

  // A branch is kept as a file.
  const isMatch = decodeRecording(bytes).origin === null;
  if (isMatch) {
    it('comes out of a database that an earlier release wrote as the same bytes', () => {
      const { kernel, settings, founderGenome, secret, frames } = decodeRecording(bytes);
      const header = createWriter();
      writeHeader(header, settings, founderGenome);
      // Where an earlier release put it: behind the name, the version and the kernel's hash.
      const start = 8 + 1 + 1 + kernel.length;
      expect(bytes.subarray(start, start + header.done().length)).toEqual(header.done());
      const { founder, habitats, rounds } = settings;
      const stored: StoredMatch = {
        id: 'old',
        createdAt: 0,
        mode: 'solo',
        code: '',
        founder,
        habitats,
        rounds,
        header: header.done(),
        kernel,
        secret: secret ?? new Uint8Array(),
        status: 'finished',
        finalHash: new Uint8Array(),
        commands: [],
        frames: frames.map((frame) => ({ tick: frame.tick, bytes: encodeFrame(frame) })),
      };
      expect(recordingOf(stored)).toEqual(bytes);
    });
  }

  it('plays to the state that was recorded, also on from a snapshot', () => {
    const timeline = openTimeline(decodeRecording(bytes));
    expect(timeline.generations).toBe(generations);
    const end = timeline.worldAt(timeline.frames.length);
    expect(end.stage).toBe('over');
    expect(hexOf(end.hash)).toBe(state);
    let resumed = decodeSnapshot(encodeSnapshot(timeline.worldAt(5)));
    for (const frame of timeline.frames.slice(5)) resumed = applyFrame(resumed, frame);
    expect(resumed).toEqual(end);
  });

  it('is verified as far as its rules are still those of today, and says how far', async () => {
    const verdict = await verify(decodeRecording(bytes));
    expect(verdict).toMatchObject({ accepted: true, generations, complete: true, hash: state });
    expect(verdict).toMatchObject({ unchecked: unchecked === null ? null : expect.stringMatching(unchecked) });
  });
});

describe('an old recording that was forged, all its hashes made to fit,', () => {
  const recording = decodeRecording(bytesOf('v1-three-habitats'));

  /** The recording with one frame replaced, up to that generation's end, its hash reckoned anew. Throws where it cannot follow. */
  function forge(tick: number, change: (frame: Frame) => Frame): Recording {
    const frames: Frame[] = [];
    let world: World = createWorld(recording.settings, recording.founderGenome);
    for (const original of recording.frames.slice(0, (tick | 1) + 1)) {
      const changed = original.tick === tick ? change(original) : original;
      const frame = changed.kind === 'season' ? sealSeason(world, changed) : changed;
      frames.push(frame);
      world = applyFrame(world, frame);
    }
    return { ...recording, frames };
  }

  it('is rejected for another seed of births', async () => {
    const forged = forge(2, (frame) => (frame.kind === 'births' ? { ...frame, seed: frame.seed ^ 1 } : frame));
    expect(await verify(forged)).toMatchObject({ accepted: false, generation: 2 });
  });

  it('is rejected for a body that did not fail to develop, yet is told to have', async () => {
    const forged = forge(1, (frame) => {
      if (frame.kind !== 'season') return frame;
      const living = frame.causes.indexOf(0);
      return { ...frame, causes: frame.causes.with(living, 1) };
    });
    expect(await verify(forged)).toMatchObject({ accepted: false, generation: 1 });
  });

  it('cannot have what there was not by its rules: interventions and disasters', () => {
    const shelter: Command = { kind: 'intervention', tick: 1, seat: 0, intervention: 'shelter' };
    expect(() => forge(1, (frame) => ({ ...frame, commands: [shelter] }))).toThrow(/no interventions/);
    const shock = { card: 'frost', level: 3 } as const;
    expect(() => forge(4, (frame) => (frame.kind === 'births' ? { ...frame, shock } : frame))).toThrow(
      /nobody announced/,
    );
  });

  it('is rejected after any one changed byte of any command', async () => {
    const opening = recording.frames[0];
    if (opening?.kind !== 'births') throw new Error('The frames are not in order.');
    expect(opening.commands.length).toBeGreaterThan(2);
    const bytes = encodeRecording(recording);
    const start = encodeRecording({ ...recording, frames: [] }).length;
    // Past the frame's length (two bytes), its kind, its tick and the number of its commands.
    for (let at = start + 5; at < start + 5 + 2 * opening.commands.length; at++) {
      for (const flip of [1, 4]) {
        const changed = bytes.with(at, (bytes[at] ?? 0) ^ flip);
        let verdict = '';
        try {
          const outcome = await verify(decodeRecording(changed));
          verdict = outcome.accepted ? 'accepted' : outcome.sentence;
        } catch (error) {
          verdict = String(error);
        }
        expect(verdict).toMatch(/[Gg]eneration 1\b/);
      }
    }
  });
});

describe('the recording of an earlier kernel', () => {
  it('is rejected when its bodies grow by today’s: the kernel that it names is needed, and is kept', async () => {
    const recording = decodeRecording(bytesOf('v3-earlier-kernel'));
    expect(recording.kernel).not.toBe(CURRENT_KERNEL);
    expect(await verify({ ...recording, kernel: CURRENT_KERNEL })).toMatchObject({ accepted: false });
  });
});

describe('the sealed branch', () => {
  it('bears a true seal, and says from where it branches and what was drawn anew', () => {
    const { recording, mark, seal } = decodeRecordingFile(bytesOf('v3-branch'));
    expect(seal !== null && isSealOf(seal, mark)).toBe(true);
    expect(recording.origin).toMatchObject({ from: 3, anew: [{ from: 3, parts: ['development', 'encounters'] }] });
    const parent = decodeRecordingFile(bytesOf('v3-parent'));
    expect(recording.origin?.parent).toEqual(parent.mark);
    expect(recording.frames.slice(0, 6)).toEqual(parent.recording.frames.slice(0, 6));
  });
});
