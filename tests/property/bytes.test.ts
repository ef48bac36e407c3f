import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createReader, createWriter, DecodeError } from '../../shared/protocol/bytes.ts';
import { decodeFrame, encodeFrame } from '../../shared/protocol/frames.ts';
import { readHeader, writeHeader } from '../../shared/protocol/header.ts';
import { inflateAtMost } from '../../shared/protocol/inflate.ts';
import { decodeSnapshot, encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { decodeRecording, encodeRecording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { INTERVENTION_IDS } from '../../shared/sim/interventions.ts';
import { BRIEFS, GAMES } from '../../shared/sim/settings.ts';
import type { BirthFrame, Command, SeasonFrame } from '../../shared/sim/world/world.ts';
import { chanceIntervenes, playTiny, TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const level = fc.integer({ min: 1, max: 3 });
const pressure = fc.record({ card: fc.constantFrom(...CARD_IDS), level });
const commandsAt = (tick: number): fc.Arbitrary<Command[]> =>
  fc.array(
    fc.oneof(
      fc.record({
        tick: fc.constant(tick),
        seat: fc.nat(39),
        kind: fc.constant('pressure' as const),
        card: fc.constantFrom(...CARD_IDS),
        level: fc.nat(3),
      }),
      fc.record({
        tick: fc.constant(tick),
        seat: fc.nat(39),
        kind: fc.constant('intervention' as const),
        intervention: fc.constantFrom(...INTERVENTION_IDS),
      }),
    ),
    { maxLength: 30 },
  );
const u32 = fc.integer({ min: 0, max: 0xffffffff });

const birthFrame: fc.Arbitrary<BirthFrame> = fc
  .tuple(fc.nat(200), fc.array(fc.nat(29), { maxLength: 40 }))
  .chain(([generation, counts]) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const parents = fc.uint16Array({ minLength: total, maxLength: total });
    return fc.record({
      kind: fc.constant('births' as const),
      tick: fc.constant(2 * generation),
      commands: commandsAt(2 * generation),
      generation: fc.constant(generation),
      seed: u32,
      noise: fc.option(u32),
      examPressures: fc.array(pressure, { maxLength: 4 }),
      shock: fc.option(pressure),
      counts: fc.constant(counts),
      mothers: parents,
      fathers: parents,
    });
  });

const seasonFrame: fc.Arbitrary<SeasonFrame> = fc
  .tuple(
    fc.nat(200),
    fc.array(fc.tuple(fc.nat(255), fc.nat(255)), { maxLength: 1200 }),
    fc.uint8Array({ minLength: 16, maxLength: 16 }),
  )
  .chain(([generation, fates, hash]) =>
    commandsAt(2 * generation + 1).map((commands) => ({
      kind: 'season' as const,
      tick: 2 * generation + 1,
      commands,
      generation,
      causes: Uint8Array.from(fates, ([cause]) => cause),
      moments: Uint8Array.from(fates, ([cause, moment]) => (cause === 0 ? 0 : moment)),
      hash,
    })),
  );

/** Does it, or throws a DecodeError: anything else fails the test. */
function orDecodeError(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    expect(error.message).toMatch(/^[A-Z].*\.$/s);
  }
}

describe('numbers as bytes', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), u32, fc.nat(0xffff), (small, large, two) => {
        const writer = createWriter();
        writer.varint(small);
        writer.u32(large);
        writer.u16(two);
        const reader = createReader(writer.done(), 'The test');
        expect([reader.varint('one', 0x7fffffff), reader.u32('two'), reader.u16('three')]).toEqual([small, large, two]);
        reader.end();
      }),
    );
  });
});

describe('frames', () => {
  it('are read as they were written, whatever is in them', () => {
    fc.assert(
      fc.property(fc.oneof(birthFrame, seasonFrame), (frame) => {
        expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
      }),
    );
  });

  it('of random bytes are refused or are what would be written again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(0, 1, 2, 3), (bytes, kind) => {
        orDecodeError(() => {
          const whole = Uint8Array.from([kind, ...bytes]);
          expect(encodeFrame(decodeFrame(whole))).toEqual(whole);
        });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the head of a recording', () => {
  const settings = fc
    .record({
      habitats: fc.constantFrom(2, 4, 10),
      population: fc.integer({ min: 4, max: 100 }),
      shock: fc.boolean(),
      game: fc.constantFrom(...GAMES),
      briefs: fc.constantFrom(...BRIEFS),
      founder: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
      mapSeed: u32,
    })
    .map(tinySettings);
  const first = fc
    .record({ habitats: fc.integer({ min: 1, max: 40 }), mapSeed: u32 })
    .map((changes) => tinySettings({ ...changes, rules: 1 }));

  it('is read as it was written, by rules 1 too, and cut anywhere is refused', () => {
    fc.assert(
      fc.property(fc.oneof(settings, first), fc.nat(400), (chosen, cut) => {
        const writer = createWriter();
        writeHeader(writer, chosen, TINY_FOUNDER);
        const bytes = writer.done();
        const reader = createReader(bytes, 'The test');
        expect(readHeader(reader)).toEqual({ settings: chosen, founderGenome: TINY_FOUNDER });
        reader.end();
        orDecodeError(() => {
          readHeader(createReader(bytes.subarray(0, cut % bytes.length), 'The test'));
          throw new Error('A head that was cut was read.');
        });
      }),
    );
  });
});

describe('hostile bytes', () => {
  const made = playTiny(21, {
    settings: tinySettings({ shock: true, generationsPerRound: 3 }),
    interveneIn: chanceIntervenes(21),
  });
  /** Cut, changed or lengthened at places that fast-check picks. */
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 0.999999, noNaN: true }),
    value: fc.nat(255),
    cut: fc.boolean(),
  });
  const mutate = (bytes: Uint8Array, changes: readonly { at: number; value: number; cut: boolean }[]): Uint8Array =>
    changes.reduce((result, { at, value, cut }) => {
      const place = Math.floor(at * result.length);
      if (result.length === 0) return result;
      return cut && value < 32 ? result.slice(0, place) : result.with(place, value);
    }, bytes);
  const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });

  it('in a recording never crash its reader, nor get past it unnoticed', async () => {
    const bytes = encodeRecording((await made).recording);
    fc.assert(
      fc.property(changes, (list) => {
        orDecodeError(() => {
          const changed = mutate(bytes, list);
          const recording = decodeRecording(changed);
          expect(encodeRecording(recording)).toEqual(changed);
          openTimeline(recording);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('in a snapshot never crash its reader', async () => {
    const bytes = encodeSnapshot((await made).world);
    fc.assert(
      fc.property(changes, (list) => orDecodeError(() => decodeSnapshot(mutate(bytes, list)))),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (raw) => orDecodeError(() => decodeSnapshot(raw))));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (raw) => {
        orDecodeError(() => decodeSnapshot(Uint8Array.from([0x54, 0x46, 0x53, 2, ...deflateSync(raw)])));
      }),
    );
  });

  it('that unpack to gigabytes are stopped at the limit', () => {
    const bomb = deflateSync(new Uint8Array(50_000_000));
    expect(bomb.length).toBeLessThan(60_000);
    expect(() => inflateAtMost(bomb, 600_000, 'The bomb')).toThrow(/larger than any/);
  });
});
