/** Genotypes near a lineage: its network as selection left it, with some of the direct effects drawn anew. */
import type { Grow } from '../sim/embryo/body.ts';
import { GENE_BYTES, GENES, type Genome, SIGNATURE } from '../sim/genome.ts';
import { draw, drawBelow, Stream } from '../sim/rng.ts';
import { type Grown, growAll } from './breed.ts';

/**
 * The genome with the basal levels of `count` genes, drawn by chance, set to any value. Signatures stay: in the terms of the
 * published models the interactions (B) are kept, and the direct genetic effects (G) are random.
 */
export function redrawn(genome: Genome, count: number, seed: number): Genome {
  const changed = genome.slice();
  const genes = Array.from({ length: GENES }, (_, gene) => ({ gene, order: draw(seed, Stream.mutationSite, gene) }));
  for (const { gene } of genes.toSorted((a, b) => a.order - b.order).slice(0, count)) {
    changed[gene * GENE_BYTES + 2 * SIGNATURE] = drawBelow(256, seed, Stream.mutationSize, gene);
  }
  return changed;
}

/** `each` such genotypes of every genome of a population, grown once each. */
export function neighbours(
  grow: Grow,
  genomes: readonly Genome[],
  { count, each, seed }: { readonly count: number; readonly each: number; readonly seed: number },
): Grown[] {
  const near = genomes.flatMap((genome, at) =>
    Array.from({ length: each }, (_, which) => redrawn(genome, count, draw(seed, Stream.standing, at, which))),
  );
  return growAll(grow, near, seed);
}
