/** From expression to tissue and colour: the strongest fate takes the cell, and neighbours agree. */
import { GeneRole } from '../genome.ts';
import { type Body, LATTICE, SITES, Tissue } from './body.ts';
import * as K from './constants.ts';
import type { Embryo } from './embryo.ts';
import { clamp } from './fixed.ts';

/** Fate genes and the tissues they make; the first of equals wins. */
const FATES = [
  [GeneRole.muscle, Tissue.muscle],
  [GeneRole.shell, Tissue.shell],
  [GeneRole.fat, Tissue.fat],
  [GeneRole.leaf, Tissue.leaf],
  [GeneRole.eye, Tissue.eye],
  [GeneRole.fin, Tissue.fin],
] as const;
const COLOURS = [GeneRole.red, GeneRole.green, GeneRole.blue] as const;
const NEAREST = [-LATTICE, 1, LATTICE, -1] as const;

/** Writes tissue and colours of the embryo as it stands into `body` (their fields only). */
export function settle(embryo: Embryo, body: Body): void {
  const { lattice, network } = embryo;
  /** A gene's expression over a cell (four times) and its nearest neighbours (where none is, the cell itself): 8 × q14. */
  const smoothed = (site: number, gene: number): number => {
    const here = lattice[site]?.expression[gene] ?? 0;
    return NEAREST.reduce((sum, step) => sum + (lattice[site + step]?.expression[gene] ?? here), 4 * here);
  };
  const first = new Uint8Array(SITES);
  for (const { site } of embryo.cells) {
    let winner: number = Tissue.skin;
    let strongest = K.FATE_LEVEL;
    for (const [gene, tissue] of FATES) {
      const strength = smoothed(site, gene);
      if (strength > strongest) {
        strongest = strength;
        winner = tissue;
      }
    }
    first[site] = winner;
    COLOURS.forEach((gene, colour) => {
      body[(1 + colour) * SITES + site] = clamp((smoothed(site, gene) >> 9) + network.tone, 0, 255);
    });
  }
  for (const { site } of embryo.cells) body[site] = agreed(first, site);
}

/** A cell with at least three nearest neighbours of one other tissue follows them. */
function agreed(tissues: Uint8Array, site: number): number {
  for (const step of NEAREST) {
    const tissue = tissues[site + step] ?? 0;
    if (tissue === 0) continue;
    if (NEAREST.filter((other) => tissues[site + other] === tissue).length >= 3) return tissue;
  }
  return tissues[site] ?? 0;
}
