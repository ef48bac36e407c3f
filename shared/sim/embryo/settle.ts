/** From expression to tissue and colour: the strongest fate takes the cell, and neighbours agree. */
import { Task } from '../genome.ts';
import { type Body, LATTICE, SITES, Tissue } from './body.ts';
import * as K from './constants.ts';
import type { Embryo } from './embryo.ts';
import { clamp } from './fixed.ts';
import { complexLevel } from './network.ts';

/** Fates and the tissues they make; the first of equals wins. */
const FATES = [
  [Task.muscle, Tissue.muscle],
  [Task.shell, Tissue.shell],
  [Task.fat, Tissue.fat],
  [Task.leaf, Tissue.leaf],
  [Task.eye, Tissue.eye],
  [Task.fin, Tissue.fin],
] as const;
const COLOURS = [Task.red, Task.green, Task.blue] as const;
const NEAREST = [-LATTICE, 1, LATTICE, -1] as const;

/** Writes tissue and colours of the embryo as it stands into `body` (their fields only). */
export function settle(embryo: Embryo, body: Body): void {
  const { network } = embryo;
  /** A task's complex over a cell (four times) and its nearest neighbours (where none is, the cell itself): 48 × q14. */
  const smoothed = (task: number): ((site: number) => number) => {
    const level = new Map(embryo.cells.map(({ site, expression }) => [site, complexLevel(expression, task)]));
    return (site) => {
      const here = level.get(site) ?? 0;
      return NEAREST.reduce((sum, step) => sum + (level.get(site + step) ?? here), 4 * here);
    };
  };
  const fates = FATES.map(([task, tissue]) => ({ tissue, strengthAt: smoothed(task) }));
  const colours = COLOURS.map(smoothed);
  const first = new Uint8Array(SITES);
  for (const { site } of embryo.cells) {
    let winner: number = Tissue.skin;
    let strongest = K.FATE_LEVEL;
    for (const { tissue, strengthAt } of fates) {
      const strength = strengthAt(site) - (tissue === Tissue.eye ? K.EYE_HANDICAP : 0);
      if (strength > strongest) {
        strongest = strength;
        winner = tissue;
      }
    }
    first[site] = winner;
    colours.forEach((strengthAt, colour) => {
      const strength = (strengthAt(site) - K.COLOUR_DARK) >> K.COLOUR_SHIFT;
      body[(1 + colour) * SITES + site] = clamp(strength + network.tone, 0, 255);
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
