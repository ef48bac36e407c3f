/** The worker's work as plain functions of a way to grow: usable without a worker, and so testable. */
import { deflateSync } from 'fflate';
import { growSilenced } from '../../shared/lab/silence.ts';
import { boldnessAgainst } from '../../shared/paint/boldness.ts';
import { paintBody } from '../../shared/paint/paint.ts';
import { cellCount, compare, countApart, shareApart } from '../../shared/sim/divergence.ts';
import { type BeginGrowth, type Body, type Grow, type Growth, STEPS } from '../../shared/sim/embryo/body.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measure, measureInto, readTraits } from '../../shared/sim/traits.ts';
import type { FilmFrame, FilmJob, Job, Results, Seedling, Twins, TwinsJob, Weight } from './jobs.ts';
import { createLru } from './lru.ts';
import { seedlingKey } from './seedling-key.ts';

export interface Developer {
  readonly grow: Grow;
  readonly beginGrowth: BeginGrowth;
}

/** Bodies are 5 KB each: these are 10 MB, the whole living world and more. */
const KEPT_BODIES = 2000;

/** Returns the function that does jobs. Bodies already grown are remembered between jobs. */
export function createDeveloper({ grow, beginGrowth }: Developer): (job: Job) => Results[Job['kind']] {
  const bodies = createLru<Body>(KEPT_BODIES);

  function bodyOf(of: Seedling): Body {
    const key = seedlingKey(of);
    const known = bodies.get(key);
    if (known) return known;
    const body = grow(of.genome, of.noiseSeed, of.conditions);
    bodies.set(key, body);
    return body;
  }

  /** Not remembered: a whole match's bodies would drive out those that are on the screen. */
  function measureAll(of: readonly Seedling[]): Int32Array {
    const rows = new Int32Array(of.length * TRAITS.length);
    for (const [at, each] of of.entries()) {
      const body = bodies.get(seedlingKey(each)) ?? grow(each.genome, each.noiseSeed, each.conditions);
      measureInto(body, rows, at * TRAITS.length);
    }
    return rows;
  }

  const begin = (of: Seedling): Growth => beginGrowth(of.genome, of.noiseSeed, of.conditions);

  return (job) => {
    switch (job.kind) {
      case 'picture': {
        const body = job.silence ? growSilenced(beginGrowth, job.of, job.silence) : bodyOf(job.of);
        const traits = measure(body);
        const boldness = job.against ? boldnessAgainst(job.against, readTraits(traits)) : 1;
        return { ...paintBody(body, job.scale, { boldness }), traits };
      }
      case 'film':
        return film(begin(job.of), job);
      case 'twins':
        return twins(begin(job.first), begin(job.second), job);
      case 'measure':
        return measureAll(job.of);
      case 'weigh':
        return weigh(bodyOf(job.of));
    }
  };
}

const weigh = (body: Body): Weight => ({
  body: body.length,
  bodyDeflated: deflateSync(body, { level: 9 }).length,
});

function film(growth: Growth, { frames, scale }: FilmJob): FilmFrame[] {
  return frameSteps(frames).map((step) => {
    advanceTo(growth, step);
    return portray(growth.body(), step, scale);
  });
}

function twins(first: Growth, second: Growth, { frames, scale }: TwinsJob): Twins {
  const result = {
    first: [] as FilmFrame[],
    second: [] as FilmFrame[],
    divergence: [] as number[],
    compared: [] as Uint8Array[],
  };
  for (const step of frameSteps(frames)) {
    advanceTo(first, step);
    advanceTo(second, step);
    const [one, other] = [first.body(), second.body()];
    result.first.push(portray(one, step, scale));
    result.second.push(portray(other, step, scale));
    const compared = compare(one, other);
    result.compared.push(compared);
    result.divergence.push(shareApart(countApart(compared)));
  }
  return result;
}

const portray = (body: Body, step: number, scale: number): FilmFrame => ({
  picture: paintBody(body, scale),
  step,
  cells: cellCount(body),
});

/** The steps at which `frames` (at least 2) pictures are taken: the first cells, ..., the finished body. */
export function frameSteps(frames: number): number[] {
  return Array.from({ length: frames }, (_, frame) => Math.round((frame * STEPS) / (frames - 1)));
}

function advanceTo(growth: Growth, step: number): void {
  while (growth.step < step && growth.advance());
}
