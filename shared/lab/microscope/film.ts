/** Bench “Microscope”: one embryo, watched. Every gene in every cell at every step, whose daughter each cell is, and all cells on one chart. */
import { type Body, BodyField, bodyField, type Growth, STEPS } from '../../sim/embryo/body.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { placesOn, principalAxes } from './components.ts';
import { beginPedigree, type Pedigree, type PedigreeWork } from './pedigree.ts';

/** An embryo after a step. Slots are the kernel's. */
export interface Frame {
  /** Uint16Array[cells]: by slot, the number of the cell in the pedigree. */
  readonly cells: Uint16Array;
  /** Int16Array[GENES × cells], gene-major, q14: expression, 0 to 16384. */
  readonly expression: Int16Array;
  /** Uint8Array[cells]: the tissue that each would settle for if growth ended here. */
  readonly tissues: Uint8Array;
  /** Float32Array[2 × cells]: each cell's place along the two axes of the film. */
  readonly places: Float32Array;
}

export interface Film extends Pedigree {
  /** The finished body alone. */
  readonly bodies: readonly Body[];
  readonly print: string;
  /** STEPS + 1 of them: the first cells, ..., the finished body. */
  readonly frames: readonly Frame[];
  /**
   * The axes are the two principal components of the finished body's cells, for all frames, so that cells can be followed: the share
   * (0 to 1) of all differences between these cells that lies along each.
   */
  readonly shares: readonly [number, number];
}

/** Throws if the kernel and the reference should ever disagree: then nobody's mother would be sure. */
export const watchEmbryo: Experiment<Seedling, Film> = function* (kernel, of) {
  const growth = kernel.beginGrowth(of.genome, of.noiseSeed, of.conditions);
  const family = beginPedigree(of);
  const seen: Omit<Frame, 'places'>[] = [look(growth, family)];
  while (growth.advance()) {
    family.advance();
    seen.push(look(growth, family));
    yield growth.step / (STEPS + 1);
  }
  const axes = principalAxes(seen.at(-1)?.expression ?? new Int16Array());
  const bodies = [growth.body()];
  return {
    bodies,
    print: fingerprint(bodies),
    frames: seen.map((frame) => ({ ...frame, places: placesOn(axes, frame.expression) })),
    shares: axes.shares,
    ...family.pedigree(),
  };
};

function look(growth: Growth, family: PedigreeWork): Omit<Frame, 'places'> {
  const sites = growth.sites();
  const living = family.living();
  if (living.length !== sites.length || living.some(({ site }, slot) => site !== sites[slot])) {
    throw new Error(`Kernel and reference disagree about the cells after step ${growth.step}.`);
  }
  const tissue = bodyField(growth.body(), BodyField.tissue);
  return {
    cells: Uint16Array.from(living, ({ number }) => number),
    expression: growth.expression(),
    tissues: Uint8Array.from(sites, (site) => tissue[site] ?? 0),
  };
}
