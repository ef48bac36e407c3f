/** Places between and around genomes: what arithmetic on their bytes gives. */
import { GENOME_BYTES, type Genome, GLOBALS_OFFSET } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';

/** A byte as heredity counts it: signatures and basal levels from -128 to 127, global numbers from 0 to 255. */
export const valueAt = (genome: Genome, at: number): number =>
  at < GLOBALS_OFFSET ? ((genome[at] ?? 0) << 24) >> 24 : (genome[at] ?? 0);

/** The genome at this share of the way (0 to 1) from `a` to `b`, byte by byte, rounded. */
export const blend = (a: Genome, b: Genome, share: number): Genome =>
  a.map((_, at) => Math.round(valueAt(a, at) * (1 - share) + valueAt(b, at) * share) & 0xff);

/** A way to go from a genome: a step for each byte. */
export type Direction = Float64Array;

/** Any way, as likely as any other that changes every byte by up to as much; of length 1. */
export const randomDirection = (seed: number): Direction =>
  ofLengthOne(Float64Array.from({ length: GENOME_BYTES }, (_, at) => draw(seed, Stream.mutationSize, at) - 2 ** 31));

/** The way from one genome to another, of length 1. */
export const directionTo = (from: Genome, to: Genome): Direction =>
  ofLengthOne(Float64Array.from(from, (_, at) => valueAt(to, at) - valueAt(from, at)));

/** Root mean square of the steps; 0 for a way that leads nowhere. */
export function lengthOf(way: Direction): number {
  let sum = 0;
  for (const step of way) sum += step * step;
  return Math.sqrt(sum / way.length);
}

function ofLengthOne(way: Direction): Direction {
  const length = lengthOf(way) || 1;
  return way.map((step) => step / length);
}

/** The genome so far along two ways at once; bytes stop at the ends of their range, as in heredity. */
export function offset(genome: Genome, first: Direction, second: Direction, x: number, y: number): Genome {
  return genome.map((_, at) => {
    const low = at < GLOBALS_OFFSET ? -128 : 0;
    const value = Math.round(valueAt(genome, at) + x * (first[at] ?? 0) + y * (second[at] ?? 0));
    return Math.min(low + 255, Math.max(low, value)) & 0xff;
  });
}
