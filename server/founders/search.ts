/**
 * A search for founders by novelty (Lehman & Stanley 2011): an archive of fit genomes that keeps what looks like nothing in it
 * yet. Seeded and repeatable: the same seed finds the same founders.
 */
import type { Grow } from '../../shared/sim/embryo/body.ts';
import { GENOME_BYTES, type Genome, mutate } from '../../shared/sim/genome.ts';
import { draw, drawBelow, Stream } from '../../shared/sim/rng.ts';
import { type Appraisal, appraise, difference } from './appraise.ts';

export interface Candidate {
  readonly genome: Genome;
  readonly appraisal: Appraisal;
}

const ARCHIVE = 240;
const RANDOM_START = 60;
/** 4 % of bytes: twice the world's rate. */
const SEARCH_MUTATION = 2600;

function randomGenome(seed: number, index: number): Genome {
  return Uint8Array.from({ length: GENOME_BYTES }, (_, at) => draw(seed, Stream.founderSearch, index, at) & 255);
}

/** Mean difference from the three nearest others. */
function novelty(of: Appraisal, archive: readonly Candidate[]): number {
  const nearest = archive
    .filter((other) => other.appraisal !== of)
    .map((other) => difference(of, other.appraisal))
    .sort((a, b) => a - b)
    .slice(0, 3);
  return nearest.reduce((sum, each) => sum + each, 0) / Math.max(1, nearest.length);
}

const worth = (candidate: Candidate, archive: readonly Candidate[]): number =>
  novelty(candidate.appraisal, archive) * candidate.appraisal.quality;

/** Runs `evaluations` appraisals and returns the archive. `report` hears about progress. */
export function searchFounders(
  grow: Grow,
  options: { seed: number; evaluations: number },
  report: (done: number, archive: number) => void,
): Candidate[] {
  const { seed, evaluations } = options;
  let archive: Candidate[] = [];
  for (let n = 0; n < evaluations; n++) {
    const fresh = archive.length < RANDOM_START || n % 10 === 0;
    const genome = fresh
      ? randomGenome(seed, n)
      : mutate(choose(archive, seed, n), draw(seed, Stream.founderSearch, n), SEARCH_MUTATION);
    const appraisal = appraise(genome, grow, draw(seed, Stream.development, n));
    if (appraisal.quality > 0) archive = admit(archive, { genome, appraisal });
    if (n % 100 === 99) report(n + 1, archive.length);
  }
  return archive;
}

/** The worthiest of four drawn: a copy of its genome. */
function choose(archive: readonly Candidate[], seed: number, n: number): Genome {
  const drawn = [0, 1, 2, 3].flatMap((k) => archive[drawBelow(archive.length, seed, Stream.parents, n, k)] ?? []);
  const best = drawn.reduce((a, b) => (worth(b, archive) > worth(a, archive) ? b : a));
  return best.genome.slice();
}

/** A newcomer replaces the nearest of its kind if it is better, or joins; the least worthy leaves a full archive. */
function admit(archive: Candidate[], candidate: Candidate): Candidate[] {
  const near = archive.find((other) => difference(other.appraisal, candidate.appraisal) < 1.6);
  if (near) {
    if (near.appraisal.quality >= candidate.appraisal.quality) return archive;
    return archive.map((other) => (other === near ? candidate : other));
  }
  const grown = [...archive, candidate];
  if (grown.length <= ARCHIVE) return grown;
  const worths = grown.map((other) => worth(other, grown));
  const least = worths.indexOf(Math.min(...worths));
  return grown.filter((_, index) => index !== least);
}

/** The `count` that look least like each other: the best first, then always the one farthest from all chosen. */
export function pickFounders(archive: readonly Candidate[], count: number): Candidate[] {
  const pool = archive.filter((candidate) => candidate.appraisal.quality >= 3.2);
  const chosen: Candidate[] = [];
  while (chosen.length < count && chosen.length < pool.length) {
    const distance = (candidate: Candidate): number =>
      Math.min(...chosen.map((other) => difference(candidate.appraisal, other.appraisal)), 6) *
      candidate.appraisal.quality ** 0.7;
    const next = pool.filter((c) => !chosen.includes(c)).reduce((a, b) => (distance(b) > distance(a) ? b : a));
    chosen.push(next);
  }
  return chosen;
}
