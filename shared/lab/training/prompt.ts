/** A drawing as a prompt: selection trains a lineage towards it, then the trained genome is sampled. */
import { mean } from 'simple-statistics';
import type { Body } from '../../sim/embryo/body.ts';
import type { Genome } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { breeding } from '../breed.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { settlers } from '../populations.ts';
import { clones } from '../trait-rows.ts';
import { type Drawing, likenessTo, targetOf } from './drawing.ts';

/** Creatures of a generation. */
export const POPULATION = 48;
/** Of the last generation, so many are tried again, and by so many bodies each: one likely body is no proof of a likely genome. */
const FINALISTS = 6;
const TRIALS = 8;

export interface TrainAsk {
  readonly of: Seedling;
  readonly drawing: Drawing;
  /** Where the training stands: none for its beginning. */
  readonly genomes: readonly Genome[];
  /** Generations before, and how many now. */
  readonly done: number;
  readonly generations: number;
  readonly seed: number;
}

export interface TrainResult {
  /** The next generation, not yet grown. */
  readonly genomes: readonly Genome[];
  /** Of each generation now: likeness to the drawing, 0 to 1. */
  readonly best: readonly number[];
  readonly mean: readonly number[];
  /** The likest of the first of these generations. */
  readonly body: Body;
}

/** Some generations of selection by likeness. In pieces of any size it comes to the same: so it can be shown as it goes. */
export const trainOn: Experiment<TrainAsk, TrainResult> = function* ({ grow }, ask) {
  const { genome, conditions } = ask.of;
  const target = targetOf(ask.drawing);
  const [best, middle, bodies]: [number[], number[], Body[]] = [[], [], []];
  let genomes = ask.genomes.length > 0 ? ask.genomes : settlers(genome, POPULATION, ask.seed);
  for (let generation = 0; generation < ask.generations; generation++) {
    genomes = yield* breeding(grow, genomes, {
      generations: 1,
      seed: draw(ask.seed, Stream.encounter, ask.done + generation),
      season: () => ({ score: ({ body }) => likenessTo(target, body), conditions }),
      watch: (creatures) => {
        const likeness = creatures.map(({ body }) => likenessTo(target, body));
        best.push(Math.max(...likeness));
        middle.push(mean(likeness));
        bodies.push(
          ...creatures
            .slice(likeness.indexOf(Math.max(...likeness)))
            .map(({ body }) => body)
            .slice(0, 1),
        );
        return false;
      },
    });
    yield (generation + 1) / ask.generations;
  }
  return { genomes, best, mean: middle, body: bodies[0] ?? grow(genome, ask.of.noiseSeed, conditions) };
};

export interface SampleAsk {
  readonly of: Seedling;
  readonly drawing: Drawing;
  /** The last generation of the training. */
  readonly genomes: readonly Genome[];
  readonly count: number;
  /** Developmental noise of the samples, in per cent of what is natural. */
  readonly noise: number;
  readonly seed: number;
  /** Which draw: each has other noise. */
  readonly take: number;
}

export interface SampleResult {
  /** The genome that was chosen of the last generation. */
  readonly genome: Genome;
  readonly bodies: readonly Body[];
  readonly print: string;
  /** Likeness of each to the drawing, 0 to 1; and of as many bodies of the creature before its training. */
  readonly likeness: readonly number[];
  readonly before: readonly number[];
}

export const sampleTrained: Experiment<SampleAsk, SampleResult> = function* ({ grow }, ask) {
  const { of, genomes, count, seed } = ask;
  const target = targetOf(ask.drawing);
  const score = (body: Body): number => likenessTo(target, body);
  const tried = (genome: Genome, bodies: number, which: number): number =>
    mean(clones(grow, genome, bodies, draw(seed, Stream.exam, which), of.conditions).map(score));
  const best = (among: readonly Genome[], bodies: number, keep: number): Genome[] =>
    among
      .map((genome, at) => ({ genome, score: tried(genome, bodies, at) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, keep)
      .map((one) => one.genome);
  const finalists = best(genomes, 1, FINALISTS);
  yield 0.4;
  const [genome = of.genome] = best(finalists, TRIALS, 1);
  yield 0.8;
  const noise = { ...of.conditions, noise: ask.noise };
  const sampled = (from: Genome): Body[] => clones(grow, from, count, draw(seed, Stream.clone, ask.take), noise);
  const bodies = sampled(genome);
  return {
    genome,
    bodies,
    print: fingerprint(bodies),
    likeness: bodies.map(score),
    before: sampled(of.genome).map(score),
  };
};
