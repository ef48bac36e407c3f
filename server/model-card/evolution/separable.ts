/** Separately selectable: a coat bred without changing the limbs, and limbs without changing the coat. */

import { breed, type Grown, growAll, POPULATION } from '../../../shared/lab/breed.ts';
import { settlers, someFounders } from '../../../shared/lab/populations.ts';
import { meanPoint, yardstick } from '../../../shared/lab/yardstick.ts';
import type { Founder } from '../../../shared/sim/founders.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import type { Claim, Lab, PictureRow, Sample } from '../claim.ts';

const LIMB: TraitName = 'appendages';
const COAT: TraitName = 'coatContrast';
const GENERATIONS = 25;
const FOUNDERS = 3;

/** Half the difference between the populations bred up and down, in standard deviations of settlers: of the trait selected, and of the other. */
interface Divergence {
  readonly realised: number;
  readonly correlated: number;
  readonly up: readonly Grown[];
  readonly down: readonly Grown[];
}

export const separable: Claim = {
  key: 'separately-selectable',
  title: 'Separately selectable',
  claim:
    'Although many genes shape each part, a breeder can change one thing and leave another nearly as it was: the coat without the limbs, the limbs without the coat.',
  measurement: `${FOUNDERS} founders a seed, of those whose settlers vary in both. Divergent selection over ${GENERATIONS} generations of ${POPULATION}: one population bred for more and one for less contrast of the coat, one each for longer and shorter appendages. Realised response: half the difference of the two in the trait selected; correlated response: the same in the other trait; both in standard deviations of the settlers. The number is √(R coat ÷ CR limb × R limb ÷ CR coat), sums over founders: the inverse of the realised genetic correlation (Falconer & Mackay, “Introduction to Quantitative Genetics”, ch. 19), so 2 is a correlation of ½.`,
  figures: [
    {
      key: 'ratio',
      name: 'realised over correlated response',
      unit: 'times',
      digits: 1,
      bar: { words: 'more than 2', holds: (value) => value > 2 },
      ratio: true,
    },
  ],
  measure,
};

function measure(lab: Lab): Sample {
  const chosen: { founder: Founder; limb: Divergence; coat: Divergence }[] = [];
  for (const founder of someFounders(lab.founders, lab.founders.length, lab.seed)) {
    if (chosen.length === FOUNDERS) break;
    const limb = diverge(lab, founder, LIMB, COAT);
    const coat = limb && diverge(lab, founder, COAT, LIMB);
    if (limb && coat) chosen.push({ founder, limb, coat });
  }
  const sum = (pick: (one: (typeof chosen)[number]) => number): number =>
    chosen.reduce((total, one) => total + Math.abs(pick(one)), 0) / chosen.length;
  const values = {
    limb: sum(({ limb }) => limb.realised),
    coatWithLimb: sum(({ limb }) => limb.correlated),
    coat: sum(({ coat }) => coat.realised),
    limbWithCoat: sum(({ coat }) => coat.correlated),
  };
  return {
    figures: { ratio: Math.sqrt((values.coat / values.limbWithCoat) * (values.limb / values.coatWithLimb)) },
    charts: [
      {
        kind: 'bars',
        title: 'Response to divergent selection',
        xName: 'selected for',
        yName: 'standard deviations',
        names: ['limbs', 'coat'],
        series: [
          { name: 'response of the limbs', values: [values.limb, values.limbWithCoat] },
          { name: 'response of the coat', values: [values.coatWithLimb, values.coat] },
        ],
      },
    ],
    pictures: chosen
      .slice(0, 2)
      .flatMap(({ founder, limb, coat }) => [
        row(`${founder.name}, bred for short and for long limbs`, limb),
        row(`${founder.name}, bred for a faint and for a bold coat`, coat),
      ]),
  };
}

function diverge({ grow, seed }: Lab, founder: Founder, selected: TraitName, other: TraitName): Divergence | undefined {
  const own = draw(seed, Stream.standing, founder.genome[0] ?? 0, founder.genome[1] ?? 0);
  const stick = yardstick(grow, founder.genome, [selected, other], own);
  if (stick.traits.length < 2) return undefined;
  const start = settlers(founder.genome, POPULATION, own);
  const select = (sign: number): Grown[] => {
    const course = draw(own, Stream.parents, sign, selected.length);
    const season = { score: ({ traits }: Grown) => sign * traits[selected] };
    return growAll(grow, breed(grow, start, { generations: GENERATIONS, seed: course, season: () => season }), course);
  };
  const [up, down] = [select(1), select(-1)];
  const [high, low] = [meanPoint(stick, up), meanPoint(stick, down)];
  const half = (at: number): number => ((high[at] ?? 0) - (low[at] ?? 0)) / 2;
  return { realised: half(0), correlated: half(1), up, down };
}

const row = (caption: string, { up, down }: Divergence): PictureRow => ({
  caption,
  bodies: [
    ...down.slice(0, 4).map(({ body }) => ({ label: 'less', body })),
    ...up.slice(0, 4).map(({ body }) => ({ label: 'more', body })),
  ],
});
