/** What makes a genome fit to found a world: it grows, it looks like somebody, its twins are kin but not copies. */
import { type Body, type Grow, LATTICE, MILD, SITES, Tissue, VIABLE_CELLS } from '../../shared/sim/embryo/body.ts';
import type { Genome } from '../../shared/sim/genome.ts';
import { TRAITS, type TraitName } from '../../shared/sim/trait-names.ts';
import { measure, readTraits, type Traits } from '../../shared/sim/traits.ts';

/** Bodies grown to judge one genome. */
export const LITTER = 3;

/** How much of each trait makes a body look plainly different: the unit of novelty. */
const NOTICEABLE: Partial<Record<TraitName, number>> = {
  size: 70,
  slenderness: 350,
  surface: 90,
  symmetry: 200,
  segments: 2,
  appendages: 1,
  muscle: 180,
  shell: 180,
  fat: 180,
  leaf: 180,
  eyes: 2,
  fin: 180,
  red: 40,
  green: 40,
  blue: 40,
  coatContrast: 25,
  coatScale: 150,
};
const DESCRIPTORS = TRAITS.filter((name) => NOTICEABLE[name] !== undefined);

export interface Appraisal {
  /** Trait means in units of noticeable difference, in the order of DESCRIPTORS. */
  readonly look: readonly number[];
  /** 0: not fit; else larger is better, about 1 to 4. */
  readonly quality: number;
}

export function difference(a: Appraisal, b: Appraisal): number {
  let sum = 0;
  for (let d = 0; d < DESCRIPTORS.length; d++) {
    // A difference beyond three units is as good as any: no single trait may decide.
    sum += Math.min(3, Math.abs((a.look[d] ?? 0) - (b.look[d] ?? 0))) ** 2;
  }
  return Math.sqrt(sum);
}

const share = (amount: number, least: number, enough: number): number =>
  Math.min(1, Math.max(0, (amount - least) / (enough - least)));

export function appraise(genome: Genome, grow: Grow, seed: number): Appraisal {
  const bodies = Array.from({ length: LITTER }, (_, twin) => grow(genome, seed + twin, MILD));
  const rows = bodies.map((body) => readTraits(measure(body)));
  const mean = (name: TraitName): number => rows.reduce((sum, row) => sum + row[name], 0) / rows.length;
  const look = DESCRIPTORS.map((name) => mean(name) / (NOTICEABLE[name] ?? 1));
  return { look, quality: rows.some(misfit) ? 0 : judge(bodies, mean) };
}

/** Too small to be seen, or so large that the lattice's edge cuts it off. */
const misfit = ({ size, width, height }: Traits): boolean =>
  size < 2 * VIABLE_CELLS || size > 450 || width > 27 || height > 27;

function judge(bodies: readonly Body[], mean: (name: TraitName) => number): number {
  const eyeShare = bodies.reduce((sum, body) => sum + cellsOf(body, Tissue.eye) / cellsOf(body), 0) / bodies.length;
  const whole = Math.min(...bodies.map(largestPart));
  const apart = twinDifference(bodies);
  const pierced = Math.max(...bodies.map(holes));
  if (whole < 0.93 || eyeShare > 0.1 || mean('symmetry') < 450 || apart < 0.06 || apart > 0.55 || pierced > 0.05)
    return 0;
  const tissues = (['skin', 'muscle', 'shell', 'fat', 'leaf', 'fin'] as const).filter((name) => mean(name) > 60).length;
  const hue = Math.max(mean('red'), mean('green'), mean('blue')) - Math.min(mean('red'), mean('green'), mean('blue'));
  const eyes = mean('eyes');
  return (
    0.4 +
    1.4 * share(mean('appendages'), 0.3, 3) +
    0.8 * share(mean('size'), 110, 240) +
    0.6 * share(mean('surface'), 75, 130) +
    0.5 * (1 - share(pierced, 0, 0.04)) +
    0.7 * share(tissues, 1, 3) +
    0.6 * share(hue, 10, 90) +
    0.7 * (eyes >= 0.7 && eyes < 7 ? 1 : 0) +
    0.4 * share(mean('luminance'), 40, 110) +
    0.4 * share(mean('symmetry'), 500, 800)
  );
}

function cellsOf(body: Body, tissue?: number): number {
  let cells = 0;
  for (let site = 0; site < SITES; site++) {
    if (tissue === undefined ? body[site] : body[site] === tissue) cells++;
  }
  return cells;
}

/** Share of the cells in the largest connected part (eight neighbours). */
function largestPart(body: Body): number {
  const part = new Int32Array(SITES);
  let largest = 0;
  for (let start = 0; start < SITES; start++) {
    if (!body[start] || part[start]) continue;
    const cells = [start];
    part[start] = 1;
    for (let next = 0; next < cells.length; next++) {
      for (const step of [-33, -32, -31, -1, 1, 31, 32, 33]) {
        const site = (cells[next] ?? 0) + step;
        if (site < 0 || site >= SITES || !body[site] || part[site]) continue;
        part[site] = 1;
        cells.push(site);
      }
    }
    largest = Math.max(largest, cells.length);
  }
  return largest / cellsOf(body);
}

/** Empty sites that the body encloses, as a share of its cells. */
function holes(body: Body): number {
  const outside = new Uint8Array(SITES);
  const shore = [0];
  outside[0] = 1;
  for (let next = 0; next < shore.length; next++) {
    const site = shore[next] ?? 0;
    const column = site % LATTICE;
    const steps = [-LATTICE, LATTICE, column > 0 ? -1 : 0, column < LATTICE - 1 ? 1 : 0];
    for (const other of steps.map((step) => site + step)) {
      if (other < 0 || other >= SITES || body[other] || outside[other]) continue;
      outside[other] = 1;
      shore.push(other);
    }
  }
  return (SITES - shore.length - cellsOf(body)) / cellsOf(body);
}

/** Mean share of sites, of those where either twin has a cell, in which twins differ in tissue. */
function twinDifference(bodies: readonly Body[]): number {
  let differing = 0;
  let either = 0;
  for (let twin = 1; twin < bodies.length; twin++) {
    for (let site = 0; site < SITES; site++) {
      const a = bodies[0]?.[site] ?? 0;
      const b = bodies[twin]?.[site] ?? 0;
      if (a || b) either++;
      if (a !== b) differing++;
    }
  }
  return differing / Math.max(1, either);
}
