/** Evolvable: how far breeding from the extremes carries each of many traits in 25 generations. */
import { mean } from 'simple-statistics';
import { breed, type Grown, growAll, PARENTS, POPULATION } from '../../../shared/lab/breed.ts';
import { settlers, someFounders } from '../../../shared/lab/populations.ts';
import { meanPoint, yardstick } from '../../../shared/lab/yardstick.ts';
import type { Founder } from '../../../shared/sim/founders.ts';
import { MUTATION_RATE } from '../../../shared/sim/genome.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { STANDING_RATE } from '../../../shared/sim/world/heredity.ts';
import type { Claim, Lab, Sample } from '../claim.ts';

/** Of a chance in 65,536ths. */
const perCent = (rate: number): string => ((100 * rate) / 0x10000).toFixed(1);

const GENERATIONS = 25;
const FOUNDERS = 1;
/** Traits that must respond, and by how many standard deviations. */
const LEAST_TRAITS = 8;
const FAR = 5;
const PICTURED: readonly TraitName[] = ['slenderness', 'surface', 'muscle', 'green', 'luminance'];

interface Response {
  readonly trait: TraitName;
  /** Standard deviations; `down` is below 0 if it went down. */
  readonly up: number;
  readonly down: number;
  readonly bred: readonly (readonly Grown[])[];
}

export const evolvable: Claim = {
  key: 'evolvable',
  title: 'Evolvable',
  claim:
    'Breed only from the tallest, the greenest or the roundest, and within 25 generations the whole population is unlike anything there was at the start: there is a way from here to many other bodies.',
  measurement: `${FOUNDERS} founders a seed; ${POPULATION} settlers (the founder with ${perCent(STANDING_RATE)} % of its bytes mutated), ${GENERATIONS} generations, the best ${PARENTS} of each breed, recombination and mutation as in the world (${perCent(MUTATION_RATE)} % a byte), each genome grown once with its own noise. Each of ${TRAITS.length} traits is selected upwards in one population and downwards in another; its response is the larger of the two shifts of the mean, in phenotypic standard deviations of the settlers (of 200). Traits that settlers hardly vary in (standard deviation below 0.5 % of the range) have no scale and do not count. The line’s number is the eighth largest response.`,
  figures: [
    {
      key: 'eighth',
      name: 'response of the trait that comes eighth',
      unit: 'standard deviations',
      digits: 1,
      bar: { words: `at least ${FAR}`, holds: (value) => value >= FAR },
    },
    {
      key: 'traits',
      name: `traits of ${TRAITS.length} that move by ${FAR} standard deviations or more`,
      unit: '',
      digits: 1,
      bar: { words: `at least ${LEAST_TRAITS}`, holds: (value) => value >= LEAST_TRAITS },
    },
  ],
  remarks: [
    'Traits with two near ends (symmetry, counts of segments) have little room: they bound their own response, and no other choice of direction would mend it. They are in the list all the same.',
  ],
  measure,
};

function measure(lab: Lab): Sample {
  const founders = someFounders(lab.founders, FOUNDERS, lab.seed);
  const all = founders.map((founder, f) => responses(lab, founder, draw(lab.seed, Stream.standing, f)));
  const far = ({ up, down }: Response): number => Math.max(up, -down);
  const ranked = all.map((one) => one.map(far).toSorted((a, b) => b - a));
  const over = (pick: (response: Response) => number) =>
    TRAITS.map((trait) => {
      const found = all.flatMap((one) => one.filter((response) => response.trait === trait).map(pick));
      return found.length > 0 ? mean(found) : 0;
    });
  return {
    figures: {
      eighth: mean(ranked.map((far) => far[LEAST_TRAITS - 1] ?? 0)),
      traits: mean(ranked.map((far) => far.filter((steps) => steps >= FAR).length)),
    },
    charts: [
      {
        kind: 'bars',
        title: `Shift of the mean after ${GENERATIONS} generations`,
        xName: '',
        yName: 'standard deviations',
        names: TRAITS,
        series: [
          { name: 'selected upwards', values: over(({ up }) => up) },
          { name: 'selected downwards', values: over(({ down }) => down) },
        ],
        marks: [
          { at: FAR, name: `${FAR}` },
          { at: -FAR, name: `−${FAR}` },
        ],
      },
    ],
    pictures: founders.slice(0, 1).flatMap((founder, f) =>
      PICTURED.flatMap((trait) => {
        const found = all[f]?.find((response) => response.trait === trait);
        if (!found) return [];
        const few = (creatures: readonly Grown[] | undefined, label: string) =>
          (creatures ?? []).slice(0, 3).map(({ body }) => ({ label, body }));
        return [
          {
            caption: `${founder.name}, bred for less and for more ${trait}`,
            bodies: [...few(found.bred[1], 'less'), ...few(found.bred[0], 'more')],
          },
        ];
      }),
    ),
  };
}

function responses({ grow }: Lab, { genome }: Founder, seed: number): Response[] {
  const stick = yardstick(grow, genome, TRAITS, seed);
  const start = settlers(genome, POPULATION, draw(seed, Stream.standing, 0));
  return stick.traits.map((trait, at) => {
    const select = (sign: number): Grown[] => {
      const course = draw(seed, Stream.parents, at, sign);
      const season = { score: ({ traits }: Grown) => sign * traits[trait] };
      const last = breed(grow, start, { generations: GENERATIONS, seed: course, season: () => season });
      return growAll(grow, last, course);
    };
    const bred = [select(1), select(-1)];
    const [up, down] = bred.map((creatures) => meanPoint(stick, creatures)[at] ?? 0);
    return { trait, up: up ?? 0, down: down ?? 0, bred };
  });
}
