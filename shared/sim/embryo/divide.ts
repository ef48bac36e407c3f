/** How cells divide and die. */
import { Task } from '../genome.ts';
import { mix } from '../rng.ts';
import { LATTICE } from './body.ts';
import * as K from './constants.ts';
import { bear, type Cell, DX, DY, type Embryo, freeNeighbours, neighbourSite } from './embryo.ts';
import { low16, multiply } from './fixed.ts';
import { meanLevel } from './network.ts';

/** Ripe cells divide where there is room; then the doomed die. In the order of birth. */
export function divideAndDie(embryo: Embryo): void {
  const present = embryo.cells.length;
  for (let c = 0; c < present; c++) {
    const cell = embryo.cells[c];
    if (!cell) break;
    const growth = meanLevel(cell.expression, Task.growth) + embryo.vigour - K.GROWTH_FLOOR;
    if (growth > 0) cell.ripe = Math.min(cell.ripe + growth, K.RIPE);
    if (cell.ripe < K.RIPE || embryo.cells.length >= K.CELLS_MAX) continue;
    const site = daughterSite(embryo, cell);
    if (site < 0) continue;
    cell.ripe = 0;
    bear(embryo, cell, site);
  }
  if (embryo.step < K.DEATH_STEP) return;
  for (let c = embryo.cells.length - 1; c >= 0; c--) {
    const cell = embryo.cells[c];
    if (!cell || meanLevel(cell.expression, Task.death) <= K.DEATH_LEVEL) continue;
    embryo.lattice[cell.site] = null;
    const last = embryo.cells.pop();
    if (last && last !== cell) embryo.cells[c] = last;
  }
}

/** The free site that suits a daughter best, or -1. */
function daughterSite(embryo: Embryo, cell: Cell): number {
  const x = cell.site % LATTICE;
  const y = (cell.site - x) / LATTICE;
  const side = 2 * x < LATTICE ? -1 : 1;
  // The grain of the tissue is the same on the left as on the right, and in every embryo: only noise makes sides differ.
  const grain = mix(Math.imul(Math.abs(2 * x - 31) + 64 * y + 2048 * embryo.step, 0x9e3779b1));
  const jitter = mix(cell.key ^ Math.imul(embryo.step + 1, 0xc2b2ae35));
  const polarity = meanLevel(cell.expression, Task.polarity) - 8192;
  let best = -1;
  let bestScore = -0x80000000;
  for (let d = 0; d < 8; d++) {
    const site = neighbourSite(cell.site, d);
    const nx = x + (DX[d] ?? 0);
    const ny = y + (DY[d] ?? 0);
    if (nx < K.MARGIN || ny < K.MARGIN || nx >= LATTICE - K.MARGIN || ny >= LATTICE - K.MARGIN) continue;
    if (embryo.lattice[site]) continue;
    const dx = (DX[d] ?? 0) * side;
    const dy = Math.abs(DY[d] ?? 0);
    const mirrored = side < 0 ? (8 - d) & 7 : d;
    const along = polarity > 0 ? dy * polarity : -dx * polarity;
    const score =
      (((mix(grain + mirrored) >>> 16) * K.SITE_GRAIN) >>> 16) +
      multiply(low16(mix(jitter + d)), embryo.noise.site) +
      along * K.SITE_POLARITY +
      (8 - freeNeighbours(embryo, site)) * K.SITE_COMPANY -
      (d & 1) * K.SITE_DIAGONAL;
    if (score > bestScore) {
      bestScore = score;
      best = site;
    }
  }
  return best;
}
