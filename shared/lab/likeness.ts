/** How like two bodies are, site by site: unlike traits this tells a body from the same one turned upside down. */
import { mean, quantile } from 'simple-statistics';
import { type Body, type Grow, type GrowthConditions, MILD, SITES } from '../sim/embryo/body.ts';
import type { Genome } from '../sim/genome.ts';
import { clones } from './trait-rows.ts';

export interface Twins {
  readonly bodies: readonly Body[];
  /** 95 % of fresh twins are no stranger to the others than this. */
  readonly limit: number;
}

const TWINS = 24;
const FRESH = 48;
const ALIKE = 0.95;
const COLOURS = 3;

/**
 * 0 (the same) to 1: mean over the sites at which either has a cell. A cell that the other lacks counts 1, another tissue ½,
 * and colours up to ½ by their difference. The coat, every body's own, does not count.
 */
export function difference(a: Body, b: Body): number {
  let sum = 0;
  let sites = 0;
  // A bench compares bodies ten thousand times: what is imported is looked up once.
  const size = SITES;
  for (let site = 0; site < size; site++) {
    const here = a[site] ?? 0;
    const there = b[site] ?? 0;
    if (here === 0 && there === 0) continue;
    sites++;
    if (here === 0 || there === 0) {
      sum += 1;
      continue;
    }
    const colour = apart(a, b, size + site) + apart(a, b, 2 * size + site) + apart(a, b, 3 * size + site);
    sum += (here === there ? 0 : 0.5) + colour / (2 * COLOURS * 255);
  }
  return sites > 0 ? sum / sites : 0;
}

const apart = (a: Body, b: Body, at: number): number => Math.abs((a[at] ?? 0) - (b[at] ?? 0));

export function gatherTwins(grow: Grow, genome: Genome, seed: number, conditions: GrowthConditions = MILD): Twins {
  const grown = clones(grow, genome, TWINS + FRESH, seed, conditions);
  const bodies = grown.slice(0, TWINS);
  const limit = quantile(
    grown.slice(TWINS).map((body) => strangenessOf({ bodies }, body)),
    ALIKE,
  );
  return { bodies, limit };
}

/** Mean difference of a body from the twins. */
export const strangenessOf = ({ bodies }: Pick<Twins, 'bodies'>, body: Body): number =>
  mean(bodies.map((twin) => difference(twin, body)));
