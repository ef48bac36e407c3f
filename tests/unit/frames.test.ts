import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from '../../shared/protocol/frames.ts';
import { decodeSnapshot, encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { chanceIntervenes, playTiny, tinySettings } from '../support/tiny-match.ts';

/** At most this many bytes a creature and generation: births, deaths, commands, heads and hashes together. */
const PROMISED = 8;

describe('outcome frames', () => {
  it.each([
    { habitats: 1, population: 30 },
    { habitats: 6, population: 30 },
    { habitats: 40, population: 30 },
  ])('cost at most 8 bytes a creature and generation in $habitats habitats of $population', async (size) => {
    let most = 0;
    await playTiny(2, {
      settings: tinySettings({ ...size, rounds: 1, generationsPerRound: 3, shock: true, migration: 100 }),
      interveneIn: chanceIntervenes(2),
      onGeneration({ births, season, world }) {
        const bytes = encodeFrame(births).length + encodeFrame(season).length;
        most = Math.max(most, bytes / world.creatures.length);
      },
    });
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(PROMISED);
  });

  it('are read as they were written', async () => {
    const { recording } = await playTiny(3);
    for (const frame of recording.frames) expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
  });
});

describe('a snapshot', () => {
  it('of 1,200 creatures takes at most 400 KB and is read as it was written', async () => {
    const { world } = await playTiny(4, { settings: tinySettings({ habitats: 40, population: 30, rounds: 1 }) });
    expect(world.creatures.length).toBeGreaterThan(1100);
    const bytes = encodeSnapshot(world);
    expect(bytes.length).toBeLessThanOrEqual(400_000);
    expect(decodeSnapshot(bytes)).toEqual(world);
  });

  it('taken at any moment leads to the same hash as going on', async () => {
    const { world: end, recording } = await playTiny(5, {
      settings: tinySettings({ generationsPerRound: 3, shock: true }),
      interveneIn: chanceIntervenes(5),
    });
    let live: World = createWorld(recording.settings, recording.founderGenome);
    for (let from = 0; from <= recording.frames.length; from++) {
      let resumed = decodeSnapshot(encodeSnapshot(live));
      expect(resumed).toEqual(live);
      for (const frame of recording.frames.slice(from)) resumed = applyFrame(resumed, frame);
      expect(resumed.hash).toEqual(end.hash);
      const next = recording.frames[from];
      if (next !== undefined) live = applyFrame(live, next);
    }
  });
});
