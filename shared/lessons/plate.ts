/** Plates: rows of bodies to look at, each told by what it is grown from. They grow on the machine that shows them. */
import { knockOut } from '../lab/mutants.ts';
import type { Silence } from '../lab/silence.ts';
import { type GrowthConditions, MILD } from '../sim/embryo/body.ts';
import { founderByKey } from '../sim/founders.ts';
import { type Genome, INPUTS_OFFSET, mutate, recombine, SIGNATURE } from '../sim/genome.ts';
import type { Seedling } from '../sim/seedling.ts';
import type { TraitName } from '../sim/trait-names.ts';
import { STANDING_RATE } from '../sim/world/heredity.ts';

export interface Plate {
  readonly id: string;
  readonly title: string;
  /** What it shows, for who cannot see it and for the paper's caption. */
  readonly caption: string;
  /** A trait whose number stands under each body. */
  readonly measures?: TraitName;
  readonly rows: readonly PlateRow[];
}

export interface PlateRow {
  readonly label: string;
  readonly bodies: readonly PlateBody[];
}

export interface PlateBody {
  /** Under the picture: a letter or a word. */
  readonly label: string;
  readonly founder: string;
  readonly noiseSeed: number;
  /** What differs from mild conditions. */
  readonly conditions?: Partial<GrowthConditions>;
  /** What is done to the genome or to its egg; later ones after earlier ones. */
  readonly changes?: readonly Change[];
  /** A gene that is kept silent in one third of the body during one third of growth. */
  readonly silence?: Silence;
}

export type Change =
  /** The null allele of a gene, 0 to 15: it answers to nothing and does nothing. */
  | { readonly kind: 'knockOut'; readonly gene: number }
  /** A maternal input (0 head to tail, 1 midline, 2 clock …) turned round: the same genes in another egg. */
  | { readonly kind: 'turnInput'; readonly input: number }
  /** One byte, by so much: a changed letter. */
  | { readonly kind: 'letter'; readonly at: number; readonly by: number }
  /** So many 65,536ths of all bytes mutated, by a seed. */
  | { readonly kind: 'mutate'; readonly rate: number; readonly seed: number }
  /** A child of two settlers, each drawn by its seed from the founder as when a habitat is settled. */
  | { readonly kind: 'child'; readonly mother: number; readonly father: number; readonly seed: number };

/** What one body grows from. Throws where there is no such founder. */
export function seedlingOf({ founder, noiseSeed, conditions, changes = [] }: PlateBody): Seedling {
  const genome = founderByKey(founder)?.genome;
  if (genome === undefined) throw new RangeError(`There is no founder species "${founder}".`);
  return { genome: changes.reduce(changed, genome), noiseSeed, conditions: { ...MILD, ...conditions } };
}

function changed(genome: Genome, change: Change): Genome {
  const copy = genome.slice();
  switch (change.kind) {
    case 'knockOut':
      return knockOut(copy, change.gene);
    case 'turnInput': {
      // Affinities are odd: a signature of the other sign reads the input as if it ran the other way. -128 has no other sign.
      const start = INPUTS_OFFSET + change.input * SIGNATURE;
      for (let at = start; at < start + SIGNATURE; at++) copy[at] = Math.min(127, -signed(genome[at] ?? 0)) & 0xff;
      return copy;
    }
    case 'letter':
      copy[change.at] = ((copy[change.at] ?? 0) + change.by) & 0xff;
      return copy;
    case 'mutate':
      return mutate(copy, change.seed, change.rate);
    case 'child': {
      const [mother, father] = [change.mother, change.father].map((seed) =>
        mutate(genome.slice(), seed, STANDING_RATE),
      );
      return mother && father ? mutate(recombine(mother, father, change.seed), change.seed) : copy;
    }
  }
}

const signed = (byte: number): number => (byte << 24) >> 24;
