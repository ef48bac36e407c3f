/** Eye tissue, cluster by cluster. */
import { type Body, LATTICE, SITES, Tissue } from '../sim/embryo/body.ts';

export interface EyeCluster {
  /** Centre and radius in sites, on the lattice. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly cells: readonly number[];
}

/** Larger clusters look out of one eye of this radius (in sites); the rest of their cells are facets. */
const LARGEST = 2.1;

/** Connected clusters of eye tissue (eight neighbours), largest first. */
export function eyeClusters(body: Body): EyeCluster[] {
  const seen = new Uint8Array(SITES);
  const clusters: EyeCluster[] = [];
  for (let start = 0; start < SITES; start++) {
    if (body[start] !== Tissue.eye || seen[start]) continue;
    const cells = [start];
    seen[start] = 1;
    for (let next = 0; next < cells.length; next++) {
      const site = cells[next] ?? 0;
      for (const step of [-LATTICE - 1, -LATTICE, -LATTICE + 1, -1, 1, LATTICE - 1, LATTICE, LATTICE + 1]) {
        const other = site + step;
        if (other < 0 || other >= SITES || seen[other] || body[other] !== Tissue.eye) continue;
        seen[other] = 1;
        cells.push(other);
      }
    }
    const x = cells.reduce((sum, site) => sum + (site % LATTICE), 0) / cells.length + 0.5;
    const y = cells.reduce((sum, site) => sum + Math.floor(site / LATTICE), 0) / cells.length + 0.5;
    clusters.push({ x, y, radius: Math.min(LARGEST, 0.45 + Math.sqrt(cells.length / Math.PI)), cells });
  }
  return clusters.sort((a, b) => b.cells.length - a.cells.length);
}
