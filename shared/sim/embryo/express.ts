/** What genes express, and how their products spread. */
import { GENES, Morphogen } from '../genome.ts';
import { mix } from '../rng.ts';
import { LATTICE } from './body.ts';
import * as K from './constants.ts';
import { type Cell, type Embryo, freeNeighbours, half, neighbourSite } from './embryo.ts';
import { multiply, saturate } from './fixed.ts';
import { CELL_INPUTS } from './network.ts';

/** What a cell's genes express next, from nothing but its own state and what its place tells it. */
export function express(embryo: Embryo, cell: Cell): void {
  const { network, step, noise } = embryo;
  const clock = clockInput(embryo, Math.floor(cell.site / LATTICE));
  const contact = freeNeighbours(embryo, cell.site) * 4096 - 16384;
  const sources = new Int16Array(GENES + CELL_INPUTS);
  sources.set(cell.expression);
  sources.set([cell.axis, cell.midline, clock, contact], GENES);
  for (const [g, { affinities, bias, rate }] of network.genes.entries()) {
    let sum = bias;
    for (let source = 0; source < sources.length; source++) sum += (affinities[source] ?? 0) * (sources[source] ?? 0);
    const draw = mix(cell.key + Math.imul(step * (GENES / 2) + (g >> 1) + 1, 0x9e3779b1));
    const drive = saturate(saturate(sum >> K.DRIVE_SHIFT) + (cell.drift[g] ?? 0));
    const noisy = saturate(drive + multiply(half(draw, g), noise.step));
    const now = sources[g] ?? 0;
    cell.expression[g] = now + multiply(rate, response(noisy) - now);
  }
}

/** The clock as a row of cells feels it: turning until the wave of freezing has passed, then still. Triangle wave, q14. */
function clockInput(embryo: Embryo, y: number): number {
  const { network, step, clockShift } = embryo;
  const time = Math.min(step * 16, K.FRONT_START + y * network.frontPace);
  const phase = (((time * network.clockTurn) >> 4) + clockShift) & 255;
  return phase < 128 ? phase * 256 - 16384 : 49152 - phase * 256;
}

/** Saturating response to a drive of q15: a cubic smooth step, q14 from 0 to 16384. */
function response(drive: number): number {
  const square = multiply(drive, drive);
  return (multiply(drive, 24576 - (square >> 2)) + 16384) >> 1;
}

/** Morphogens level out between a cell and its four nearest neighbours; none leaves the body. */
export function diffuse({ cells, lattice, network }: Embryo): void {
  for (const gene of [Morphogen.first, Morphogen.second]) {
    const level = cells.map(({ site, expression }) => {
      const here = expression[gene] ?? 0;
      let difference = 0;
      for (let d = 0; d < 8; d += 2) difference += (lattice[neighbourSite(site, d)]?.expression[gene] ?? here) - here;
      return here + ((difference * network.diffusion) >> 15);
    });
    cells.forEach(({ expression }, c) => {
      expression[gene] = level[c] ?? 0;
    });
  }
}
