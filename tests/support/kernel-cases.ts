/** Embryos by number: what tests of the kernel grow. Pure, so that the same embryos can be asked for in any engine. */
import type { GrowthConditions } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { GENOME_BYTES, type Genome, mutate } from '../../shared/sim/genome.ts';
import { mix } from '../../shared/sim/rng.ts';

export interface EmbryoCase {
  readonly genome: Genome;
  readonly noiseSeed: number;
  readonly conditions: GrowthConditions;
}

/** A draw for embryo `index`, for the purpose `part`: 0 to 2^32 - 1. */
const drawFor = (index: number, part: number): number => mix(mix(index + 0x51ed270b) + Math.imul(part, 0x9e3779b1));

/** From `low` to `high`, both included; one in eight is at an end. */
function within(low: number, high: number, draw: number): number {
  if (draw % 8 === 0) return draw & 8 ? high : low;
  return low + ((draw >>> 8) % (high - low + 1));
}

/** Two in three are founders' descendants, which grow large; the third has a genome of random bytes. */
export function embryoCase(index: number): EmbryoCase {
  const founder = FOUNDERS[drawFor(index, 1) % FOUNDERS.length];
  const genome =
    index % 3 === 0 || !founder
      ? Uint8Array.from({ length: GENOME_BYTES }, (_, at) => drawFor(index, 100 + at))
      : mutate(founder.genome.slice(), drawFor(index, 2), 4000);
  return {
    genome,
    noiseSeed: drawFor(index, 3),
    conditions: {
      temperature: within(-100, 100, drawFor(index, 4)),
      nutrition: within(-100, 100, drawFor(index, 5)),
      noise: within(0, 400, drawFor(index, 6)),
    },
  };
}

/** Genomes at the ends of what bytes can say, under conditions at the ends of theirs. */
export function extremeCases(): EmbryoCase[] {
  const fills: ((at: number) => number)[] = [
    () => 0,
    () => 255,
    () => 127,
    () => 128,
    (at) => (at & 1 ? 127 : 128),
    (at) => (at % 14 < 6 ? 127 : 128),
    (at) => (mix(at) & 1 ? 127 : 128),
    (at) => (mix(at ^ 0x5bd1e995) & 1 ? 127 : 128),
  ];
  const cases: EmbryoCase[] = [];
  for (const fill of fills) {
    const genome = Uint8Array.from({ length: GENOME_BYTES }, (_, at) => fill(at));
    for (const noiseSeed of [0, 0x80000000, 0xffffffff]) {
      for (const temperature of [-100, 100]) {
        for (const nutrition of [-100, 100]) {
          for (const noise of [0, 100, 400])
            cases.push({ genome, noiseSeed, conditions: { temperature, nutrition, noise } });
        }
      }
    }
  }
  return cases;
}
