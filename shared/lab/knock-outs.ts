/** Bench “Knock-outs”: a creature grown without a gene, beside itself grown from the same noise. */
import { compare, countApart, shareApart } from '../sim/divergence.ts';
import { type Body, SITES } from '../sim/embryo/body.ts';
import type { Kernel } from '../sim/embryo/kernel.ts';
import type { Seedling } from '../sim/seedling.ts';
import { TRAITS } from '../sim/trait-names.ts';
import { type Experiment, fingerprint } from './experiment.ts';
import { knockOut } from './mutants.ts';
import { growSilenced } from './silence.ts';
import { isViable, rowOf } from './trait-rows.ts';
import { cloneSeeds } from './twins.ts';

export interface BesideAsk {
  readonly creature: Seedling;
  /** One gene, 0 to 15, or two. */
  readonly genes: readonly number[];
  /** For one gene: which third of the body and of growth it is silent in (0, 1, 2); null: all of it. */
  readonly place: number | null;
  readonly time: number | null;
  /** Noise seeds, at least 2; the first is the creature's own. */
  readonly twins: number;
}

export interface Beside {
  /**
   * For each of the first SHOWN noise seeds: the whole body, and the same without the gene; of two genes: whole, without the
   * first, without the second, without both.
   */
  readonly bodies: readonly Body[];
  readonly print: string;
  /** Float64Array[1,024]: of all noise seeds, the share in which whole and changed differ at a site; -1 where neither ever has a cell. */
  readonly where: Float64Array;
  /** Mean share of cells, 0 to 1, by which whole and changed differ; and by which one whole twin differs from the next. */
  readonly changed: number;
  readonly chance: number;
  /** Float64Array[TRAITS]: mean of changed minus whole over the noise seeds in which both developed, in the trait's own unit; NaN for none. */
  readonly effects: Float64Array;
  /** Float64Array[TRAITS]: standard error of `effects`. */
  readonly errors: Float64Array;
  /** Noise seeds whose changed body failed to develop. */
  readonly failed: number;
}

export const SHOWN = 4;

/** The creature beside itself without a gene or two, from the same noise, several times. */
export const growBeside: Experiment<BesideAsk, Beside> = function* (kernel, ask) {
  const seeds = cloneSeeds(ask.creature.noiseSeed, ask.twins);
  const bodies: Body[] = [];
  const wholes: Body[] = [];
  const changed: Body[] = [];
  for (const noiseSeed of seeds) {
    const row = bodiesFrom(kernel, ask, noiseSeed);
    if (wholes.length < SHOWN) bodies.push(...row);
    wholes.push(...row.slice(0, 1));
    changed.push(...row.slice(-1));
    yield wholes.length / seeds.length;
  }
  return {
    bodies,
    print: fingerprint(bodies),
    where: sharesApart(wholes, changed),
    changed: meanApart(wholes, changed),
    chance: meanApart(wholes, [...wholes.slice(1), ...wholes.slice(0, 1)]),
    ...effectsOf(wholes, changed),
  };
};

/** Whole first, and last without all that is taken away. */
function bodiesFrom(
  { grow, beginGrowth }: Kernel,
  { creature, genes, place, time }: BesideAsk,
  noiseSeed: number,
): Body[] {
  const { genome, conditions } = creature;
  const whole = grow(genome, noiseSeed, conditions);
  const [gene = 0, other] = genes;
  if (other === undefined && (place !== null || time !== null)) {
    return [whole, growSilenced(beginGrowth, { genome, noiseSeed, conditions }, { gene, place, time })];
  }
  const without = genes.map((each) => knockOut(genome, each));
  if (other !== undefined) without.push(knockOut(knockOut(genome, gene), other));
  return [whole, ...without.map((changed) => grow(changed, noiseSeed, conditions))];
}

function sharesApart(wholes: readonly Body[], changed: readonly Body[]): Float64Array {
  const where = new Float64Array(SITES).fill(-1);
  wholes.forEach((whole, at) => {
    compare(whole, changed[at] ?? whole).forEach((found, site) => {
      if (found > 0) where[site] = Math.max(0, where[site] ?? 0) + (found - 1) / wholes.length;
    });
  });
  return where;
}

const meanApart = (some: readonly Body[], others: readonly Body[]): number =>
  some.reduce((sum, body, at) => sum + shareApart(countApart(compare(body, others[at] ?? body))), 0) / some.length;

function effectsOf(wholes: readonly Body[], changed: readonly Body[]): Pick<Beside, 'effects' | 'errors' | 'failed'> {
  const differences: number[][] = [];
  let failed = 0;
  wholes.forEach((whole, at) => {
    const [before, after] = [rowOf(whole), rowOf(changed[at] ?? whole)];
    if (!isViable(after)) failed++;
    else if (isViable(before)) differences.push(after.map((value, trait) => value - (before[trait] ?? 0)));
  });
  const count = differences.length;
  const effects = Float64Array.from(
    TRAITS,
    (_, trait) => differences.reduce((sum, row) => sum + (row[trait] ?? 0), 0) / count,
  );
  const errors = effects.map((effect, trait) =>
    Math.sqrt(differences.reduce((sum, row) => sum + ((row[trait] ?? 0) - effect) ** 2, 0) / (count * (count - 1))),
  );
  return { effects, errors, failed };
}
