/** The worker's work as plain functions of a way to grow: usable without a worker, and so testable. */
import { deflateSync } from 'fflate';
import { growSilenced } from '../../shared/lab/silence.ts';
import { AFAR_BYTES, paintAfar } from '../../shared/paint/afar.ts';
import { boldnessAgainst } from '../../shared/paint/boldness.ts';
import { paintBody } from '../../shared/paint/paint.ts';
import { cellCount, compare, countApart, shareApart } from '../../shared/sim/divergence.ts';
import { type BeginGrowth, type Body, type Grow, type Growth, STEPS } from '../../shared/sim/embryo/body.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measure, readTraits } from '../../shared/sim/traits.ts';
import { createBodyStore, type Grown } from './body-store.ts';
import type {
  FilmFrame,
  FilmJob,
  Job,
  PictureJob,
  Portrait,
  Results,
  Seedling,
  Twins,
  TwinsJob,
  Weight,
} from './jobs.ts';
import { seedlingKey } from './seedling-key.ts';

export interface Developer {
  readonly grow: Grow;
  readonly beginGrowth: BeginGrowth;
}

/** Mebibytes of bodies remembered: some 20,000 of them, half the creatures of the largest match and more; two workers share it. */
const KEPT_MEBIBYTES = 32;

/** Returns the function that does jobs. Bodies already grown are remembered between jobs. */
export function createDeveloper({ grow, beginGrowth }: Developer): (job: Job) => Results[Job['kind']] {
  const kept = createBodyStore(KEPT_MEBIBYTES);

  function grownOf(of: Seedling): Grown {
    const key = seedlingKey(of);
    const known = kept.get(key);
    if (known) return known;
    const body = grow(of.genome, of.noiseSeed, of.conditions);
    const grown = { body, traits: measure(body) };
    kept.set(key, grown);
    return grown;
  }

  function measureAll(of: readonly Seedling[]): Int32Array {
    const rows = new Int32Array(of.length * TRAITS.length);
    for (const [at, each] of of.entries()) rows.set(grownOf(each).traits, at * TRAITS.length);
    return rows;
  }

  function portrait({ of, scale, against, silence }: PictureJob): Portrait {
    const silenced = silence && growSilenced(beginGrowth, of, silence);
    const { body, traits } = silenced ? { body: silenced, traits: measure(silenced) } : grownOf(of);
    const boldness = against ? boldnessAgainst(against, readTraits(traits)) : 1;
    if (scale > 1) return { ...paintBody(body, scale, { boldness }), traits };
    const sheet = nextSheet();
    sheet.traits.set(traits);
    return { ...paintAfar(body, { boldness }, sheet.pixels), traits: sheet.traits };
  }

  const begin = (of: Seedling): Growth => beginGrowth(of.genome, of.noiseSeed, of.conditions);

  return (job) => {
    switch (job.kind) {
      case 'picture':
        return portrait(job);
      case 'film':
        return film(begin(job.of), job);
      case 'twins':
        return twins(begin(job.first), begin(job.second), job);
      case 'measure':
        return measureAll(job.of);
      case 'weigh':
        return weigh(grownOf(job.of).body);
    }
  };
}

/** Pictures from afar lie together in one piece of memory, so that a thousand of them are handed over as a few. */
const SHEETS = 16;
const SHEET_BYTES = AFAR_BYTES + TRAITS.length * 4;
let block = new ArrayBuffer(0);
let sheets = SHEETS;

/** Room for a picture from afar and its traits. */
function nextSheet(): { pixels: Portrait['data']; traits: Int32Array<ArrayBuffer> } {
  // What has been handed over is empty here.
  if (sheets === SHEETS || block.byteLength === 0) {
    block = new ArrayBuffer(SHEETS * SHEET_BYTES);
    sheets = 0;
  }
  const at = sheets++ * SHEET_BYTES;
  return {
    pixels: new Uint8ClampedArray(block, at, AFAR_BYTES),
    traits: new Int32Array(block, at + AFAR_BYTES, TRAITS.length),
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
