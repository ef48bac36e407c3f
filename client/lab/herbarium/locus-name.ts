/** What the parts of a genome are called. */
import { GENE_BYTES, GENES, INPUTS, INPUTS_OFFSET, LOCI, locusRange, SIGNATURE } from '../../../shared/sim/genome.ts';
import { t } from '../../i18n/i18n.ts';

/** “Gene 3: what it makes”. */
export function locusName(locus: number): string {
  if (locus < 2 * GENES) {
    const number = Math.floor(locus / 2) + 1;
    return t(locus % 2 === 0 ? 'lab.herbarium.makes' : 'lab.herbarium.answers', { number });
  }
  const input = locus - 2 * GENES;
  return input < INPUTS ? t(`lab.herbarium.input.${input}`) : t(`lab.herbarium.global.${input - INPUTS}`);
}

/** What a byte of it is: the number of a signature's part, or what a gene has besides. */
export function byteName(at: number): string {
  const place = at < INPUTS_OFFSET ? at % GENE_BYTES : 0;
  if (place === 2 * SIGNATURE) return t('lab.herbarium.basal');
  if (place === 2 * SIGNATURE + 1) return t('lab.herbarium.rate');
  return t('lab.herbarium.byte', { number: at + 1 });
}

/** The locus that has this byte. */
export const locusOf = (at: number): number =>
  Array.from({ length: LOCI }, (_, locus) => locus).find((locus) => at < locusRange(locus)[1]) ?? 0;
