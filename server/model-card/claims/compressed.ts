/** Compressed: how much larger what the genome unfolds into is than the genome itself. */
import { deflateRawSync } from 'node:zlib';
import { mean, median } from 'simple-statistics';
import { seedFor } from '../../../shared/lab/mutants.ts';
import { type Body, type GrowthConditions, MILD, SITES } from '../../../shared/sim/embryo/body.ts';
import { GENES, GENOME_BYTES, type Genome } from '../../../shared/sim/genome.ts';
import type { Claim, Lab } from '../claim.ts';
import { FULL } from '../growing.ts';

const STILL: GrowthConditions = { ...MILD, noise: 0 };
const PICTURED = 8;

export const compressed: Claim = {
  key: 'compressed',
  title: 'Compressed',
  claim: `A genome of ${GENOME_BYTES} bytes is far too small to list what every gene does in every cell. It holds a model that works it out.`,
  measurement: `The expression of all ${GENES} genes at every site of the finished embryo, as the model holds it (16 bits each). Its bits after deflate (level 9) over the genome’s bits after deflate, median over species. Grown without noise, so that no bit of chance counts as content.`,
  figures: [
    {
      key: 'ratio',
      name: 'expression map over genome, both deflated',
      unit: 'times',
      digits: 1,
      bar: { words: 'at least 10 times', holds: (value) => value >= 10 },
    },
    { key: 'coarse', name: 'the same with expression rounded to one byte', unit: 'times', digits: 1 },
    { key: 'noisy', name: 'the same (16 bits) with natural noise', unit: 'times', digits: 1 },
    { key: 'genome', name: 'bytes of the deflated genome', unit: '', digits: 0 },
  ],
  remarks: [
    'The genome itself does not get smaller by deflate: it is as dense as random numbers. Without noise nothing of this depends on a seed, so the first two numbers have no scatter. How exactly expression is written down matters: rounded to one byte, as exact as the genome’s own numbers, the map is about half as long. With noise it is longer, but that is no merit of the genome.',
  ],
  measure,
};

function measure(lab: Lab) {
  const sizes = lab.founders.map(({ genome }, f) => {
    const seed = seedFor(lab.seed, f, 0);
    const still = grown(lab, genome, seed, STILL);
    const noisy = grown(lab, genome, seed, MILD);
    const own = deflated(genome);
    return {
      own,
      ratio: deflated(still.words) / own,
      coarse: deflated(still.bytes) / own,
      noisy: deflated(noisy.words) / own,
      body: still.body,
    };
  });
  return {
    figures: {
      ratio: median(sizes.map(({ ratio }) => ratio)),
      coarse: median(sizes.map(({ coarse }) => coarse)),
      noisy: median(sizes.map(({ noisy }) => noisy)),
      genome: mean(sizes.map(({ own }) => own)),
    },
    charts: [
      {
        kind: 'bars' as const,
        title: 'Expression map over genome, by species',
        xName: '',
        yName: 'times',
        names: lab.founders.map(({ name }) => name),
        series: [{ name: 'times', values: sizes.map(({ ratio }) => ratio) }],
        marks: [{ at: 10, name: '10' }],
      },
    ],
    pictures: [
      {
        caption: `What ${GENOME_BYTES} bytes unfold into, without noise`,
        bodies: sizes.slice(0, PICTURED).map(({ body }, f) => ({ label: lab.founders[f]?.name ?? '', body })),
      },
    ],
  };
}

const deflated = (bytes: Uint8Array): number => deflateRawSync(bytes, { level: 9 }).length;

interface Grown {
  /** Uint8Array[GENES × SITES], gene-major. */
  readonly bytes: Uint8Array;
  /** The same as Int16Array, byte by byte. */
  readonly words: Uint8Array;
  readonly body: Body;
}

function grown({ beginGrowth }: Lab, genome: Genome, seed: number, conditions: GrowthConditions): Grown {
  const growth = beginGrowth(genome, seed, conditions);
  while (growth.advance());
  const sites = growth.sites();
  const words = new Int16Array(GENES * SITES);
  growth.expression().forEach((value, at) => {
    const gene = Math.floor(at / sites.length);
    words[gene * SITES + (sites[at % sites.length] ?? 0)] = value;
  });
  const bytes = Uint8Array.from(words, (value) => Math.round((255 * value) / FULL));
  return { bytes, words: new Uint8Array(words.buffer), body: growth.body() };
}
