/** Why a creature died: the number that decided, for the ticker and for whoever asks. */
import { type Cause, causeOf } from './causes.ts';
import { VIABLE_CELLS } from './embryo/body.ts';
import { HAZARDS, type Place, strikeChance } from './pressures.ts';
import { TRAITS, type TraitName } from './trait-names.ts';
import { readTraits, type Traits } from './traits.ts';
import { habitatNow } from './world/interventions.ts';
import { coldChance, foodOf, heatChance, wearChance } from './world/upkeep.ts';
import { livingGeneration, type World } from './world/world.ts';

export interface Explanation {
  readonly cause: Cause;
  /** Whether the disaster brought it, rather than a card that was laid. */
  readonly shock: boolean;
  /** What was measured, as a word ('contrast', 'speed', …), and how much it came to. */
  readonly measure: string;
  readonly value: number;
  /** The mean of the same number among the creatures born in the same place; null where they do not count. */
  readonly usual: number | null;
  /** The chance to die of it, once it came to that, in 1,000ths. */
  readonly chance: number;
  /** The traits that entered into the number, with their values. */
  readonly traits: readonly { readonly name: TraitName; readonly value: number }[];
  /** The whole in one English sentence, without the creature's name. */
  readonly sentence: string;
}

/**
 * Explains the death of creature `index` in a world after its season. `traits`: Int32Array[creatures × TRAITS], rows of the
 * world's creatures; only those of its habitat are read. Null if it lives.
 */
export function explainDeath(world: World, index: number, traits: Int32Array): Explanation | null {
  const creature = world.creatures[index];
  const cause = causeOf(creature?.cause ?? 0);
  const habitat = world.habitats[creature?.habitat ?? -1];
  if (creature === undefined || cause === null || habitat === undefined) return null;
  const own = world.creatures.findIndex((other) => other.habitat === habitat.id);
  const count = world.creatures.filter((other) => other.habitat === habitat.id).length;
  const neighbours = Array.from({ length: count }, (_, at) => readTraits(traits, own + at));
  const place = { habitat: habitatNow(world, habitat), neighbours };
  return explain(cause, index - own, place, isDisaster(world, cause));
}

interface Reading {
  readonly measure: string;
  readonly traits: readonly TraitName[];
  readonly of: (traits: Traits) => number;
  readonly chance: (traits: Traits) => number;
  /** What is said of the number, after the words of the cause. */
  readonly told: (value: number) => string;
}

/** Also where a card of the same name lay: the disaster took its place. */
const isDisaster = (world: World, { card }: Cause): boolean =>
  card !== null && card === world.shockCard?.card && world.shockedAt === livingGeneration(world);

function explain(cause: Cause, who: number, place: Place, shock: boolean): Explanation | null {
  const traits = place.neighbours[who];
  const reading = readingOf(cause, place);
  if (traits === undefined || reading === null) return null;
  const value = reading.of(traits);
  const grown = place.neighbours.filter(({ size }) => size > 0);
  const sum = grown.reduce((total, each) => total + reading.of(each), 0);
  const usual = grown.length === 0 ? null : Math.round(sum / grown.length);
  const beside = usual === null ? '' : ` (usual here: ${usual})`;
  const disaster = shock ? ' in the disaster' : '';
  return {
    cause,
    shock,
    measure: reading.measure,
    value,
    usual,
    chance: reading.chance(traits),
    traits: TRAITS.filter((name) => reading.traits.includes(name)).map((name) => ({ name, value: traits[name] })),
    sentence: `${cause.words}${disaster}: ${reading.told(value)}${beside}.`,
  };
}

function readingOf(cause: Cause, place: Place): Reading | null {
  const { habitat } = place;
  switch (cause.key) {
    case 'failedToDevelop':
      return {
        measure: 'size',
        traits: ['size'],
        of: ({ size }) => size,
        chance: () => 1000,
        told: (value) => `${value} cells, and ${VIABLE_CELLS} make a body`,
      };
    case 'wear':
      return {
        measure: 'cost',
        traits: ['cost'],
        of: ({ cost }) => cost,
        chance: (traits) => wearChance(traits, habitat),
        told: (value) => `its body asked for ${value} food units where ${foodOf(habitat)} are found`,
      };
    case 'cold':
      return {
        measure: 'surface',
        traits: ['surface', 'fat'],
        of: ({ surface }) => surface,
        chance: (traits) => coldChance(traits, habitat),
        told: (value) => `surface ${value} where the temperature is ${habitat.temperature}`,
      };
    case 'heat':
      return {
        measure: 'luminance',
        traits: ['luminance', 'fat'],
        of: ({ luminance }) => luminance,
        chance: (traits) => heatChance(traits, habitat),
        told: (value) => `luminance ${value}: the dark take up heat`,
      };
    default: {
      const hazard = HAZARDS[cause.key];
      if (hazard === undefined) return null;
      return {
        measure: hazard.measure,
        traits: hazard.traits,
        of: (traits) => hazard.of(traits, place),
        chance: (traits) => strikeChance(hazard.exposure(hazard.of(traits, place))),
        told: (value) =>
          `${hazard.measure} ${value}${cause.key === 'hunters' ? ` against the ${habitat.background.kind}` : ''}`,
      };
    }
  }
}
