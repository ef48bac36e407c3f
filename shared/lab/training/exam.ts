/** The exam: a season that nobody trained for, put together of parts that some have met. */
import { mean } from 'simple-statistics';
import type { Body } from '../../sim/embryo/body.ts';
import type { Genome } from '../../sim/genome.ts';
import { draw, drawBelow, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { breeding, growAll, POPULATION } from '../breed.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { settlers } from '../populations.ts';
import { within } from '../steps.ts';
import { towards, yardstick } from '../yardstick.ts';
import { conditionsOf, SEASONS, survivals, TRAITS, targetOf } from './seasons.ts';

/** Bodies of each lineage that are shown in the exam. */
const SHOWN = 6;

export interface ExamAsk {
  readonly of: Seedling;
  /** The season held out, a place in SEASONS. */
  readonly exam: number;
  readonly generations: number;
  readonly seed: number;
}

export interface Candidate {
  /** The seasons that it was trained in: places in SEASONS. */
  readonly seasons: readonly number[];
  /** Mean survival, 0 to 1, in those, and in the exam. */
  readonly trained: number;
  readonly exam: number;
  /** Grown in the exam. */
  readonly bodies: readonly Body[];
}

export interface ExamResult {
  /** The one that was trained in all three other seasons, changing by chance; then those that were trained in one. */
  readonly candidates: readonly Candidate[];
  readonly print: string;
}

export const sitExam: Experiment<ExamAsk, ExamResult> = function* ({ grow }, { of, exam, generations, seed }) {
  const stick = yardstick(grow, of.genome, TRAITS, seed);
  const start = settlers(of.genome, POPULATION, seed);
  const others = [0, 1, 2, 3].filter((season) => season !== exam);
  const schools = [others, ...others.map((season) => [season])];
  const candidates: Candidate[] = [];
  for (const [which, seasons] of schools.entries()) {
    const drawn = (generation: number): number =>
      seasons[drawBelow(seasons.length, seed, Stream.encounter, generation)] ?? exam;
    const course = {
      generations,
      seed: draw(seed, Stream.parents, which),
      season: (generation: number) => ({
        score: towards(stick, targetOf(stick, drawn(generation))),
        conditions: conditionsOf(drawn(generation)),
      }),
    };
    const genomes: readonly Genome[] = yield* within(breeding(grow, start, course), which / 4, (which + 0.9) / 4);
    const survival = (season: number): number => mean(survivals(grow, stick, genomes, season, seed));
    candidates.push({
      seasons,
      trained: mean(seasons.map(survival)),
      exam: survival(exam),
      bodies: growAll(grow, genomes.slice(0, SHOWN), seed, conditionsOf(exam)).map(({ body }) => body),
    });
    yield (which + 1) / SEASONS.length;
  }
  return { candidates, print: fingerprint(candidates.flatMap(({ bodies }) => bodies)) };
};
