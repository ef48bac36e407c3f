/** The generative model: this game's genome, and development as it is. Nobody wrote it from the body: it was there before the body. */
import { BODY_BYTES, type Body, type GrowthConditions, SITES, STEPS } from '../../sim/embryo/body.ts';
import { beginEmbryo, type Embryo } from '../../sim/embryo/embryo.ts';
import type { Kernel } from '../../sim/embryo/kernel.ts';
import { advanceCells } from '../../sim/embryo/reference.ts';
import { settle } from '../../sim/embryo/settle.ts';
import { GENES, recombine } from '../../sim/genome.ts';
import { type Building, type Encoding, inHalf, swing } from './encoding.ts';

/** Full expression, q14. */
const FULL = 16384;

/** Its developmental noise, of the creature's own strength, goes with the seed of the building. */
export const modelIn = ({ grow }: Kernel, conditions: GrowthConditions): Encoding => ({
  build(genome, how) {
    const here = { ...conditions, temperature: Math.max(-100, Math.min(100, conditions.temperature + how.oven)) };
    if (how.jitter > 0 || how.lost) return growDisturbed(beginEmbryo(genome, how.seed, here), how);
    const body = grow(genome, how.seed, here);
    body.fill(0, 4 * SITES);
    return { body, taken: [] };
  },
  cross: recombine,
});

/** Cells are taken out of the embryo itself, which the kernel's door cannot do: so it grows by the reference, the same to the byte. */
function growDisturbed(embryo: Embryo, how: Building): { body: Body; taken: number[] } {
  let taken: number[] = [];
  while (advanceCells(embryo)) {
    if (how.jitter > 0 && embryo.step < STEPS) shake(embryo, how);
    if (how.lost && embryo.step === STEPS / 2) taken = takeAway(embryo, how);
  }
  return { body: bodyOf(embryo), taken };
}

function shake({ cells, step }: Embryo, { jitter, jitterSeed }: Building): void {
  for (const { site, expression } of cells) {
    for (let gene = 0; gene < GENES; gene++) {
      const off = FULL * jitter * swing(jitterSeed, site, step * GENES + gene);
      expression[gene] = Math.max(0, Math.min(FULL, Math.round((expression[gene] ?? 0) + off)));
    }
  }
}

function takeAway(embryo: Embryo, { lost }: Building): number[] {
  if (!lost) return [];
  embryo.cells = embryo.cells.filter(({ site }) => !inHalf(site, lost));
  const taken: number[] = [];
  embryo.lattice.forEach((cell, site) => {
    if (!cell || !inHalf(site, lost)) return;
    taken.push(site);
    embryo.lattice[site] = null;
  });
  return taken;
}

function bodyOf(embryo: Embryo): Body {
  const body = new Uint8Array(BODY_BYTES);
  settle(embryo, body);
  return body;
}
