/** Who breeds with whom, and where their young grow up: decided by the authority, written into a birth frame. */
import { FEAST_YOUNG } from '../interventions.ts';
import { draw, drawBelow, Stream } from '../rng.ts';
import { readTraits, type Traits } from '../traits.ts';
import { openBirths } from './apply.ts';
import { carryingCapacity } from './duel.ts';
import { drawExam } from './exam.ts';
import { isSecondTwin } from './heredity.ts';
import { habitatAtBirths, inForce } from './interventions.ts';
import { type Origins, originsOf, survivorsOf } from './parents.ts';
import { apartNoiseSeed, birthSeed, type Chances, pairingSeed } from './seeds.ts';
import { drawShock } from './shock.ts';
import { mostYoung, parentWeigher } from './upkeep.ts';
import { type BirthFrame, type Command, examGeneration, FOUNDER_PARENT, type Pressure, type World } from './world.ts';

/** Share of its population with which an emptied habitat is settled anew: one in 2. */
const SETTLERS = 2;

/** A habitat's survivors with their weights in the draw of parents. */
interface Breeders {
  /** Indices into the world's creatures. */
  readonly living: readonly number[];
  /** Running sums of weights. */
  readonly sums: readonly number[];
}

/**
 * The next generation's births. `commands` are those of this step, allowed by checkCommand; `traits` are the rows of the
 * world's creatures (Int32Array[creatures × TRAITS], empty before the first births).
 */
export function decideBirths(
  world: World,
  chances: Chances,
  commands: readonly Command[],
  traits: Int32Array,
): BirthFrame {
  const { generation, settings } = world;
  const examPressures = generation === examGeneration(settings) ? drawExam(world, chances) : [];
  const shock = drawShock(world, chances);
  const ahead = openBirths(world, { commands, examPressures, shock });
  const survivors = survivorsOf(ahead);
  const seed = pairingSeed(chances, generation);
  const breeders = world.habitats.map(({ id }) => breedersOf(ahead, id, traits));
  const counts: number[] = [];
  const mothers: number[] = [];
  const fathers: number[] = [];
  for (const { id } of world.habitats) {
    const count = youngOf(ahead, id, survivors[id] ?? 0);
    const origins = originsOf(ahead, id, survivors);
    counts.push(count);
    for (let place = 0; place < count; place++) {
      if (isSecondTwin(world, generation, place)) {
        mothers.push(mothers.at(-1) ?? FOUNDER_PARENT);
        fathers.push(fathers.at(-1) ?? FOUNDER_PARENT);
        continue;
      }
      const slot = id * 256 + place;
      const [mother, father] = pair(breeders[source(origins, id, slot, seed)], seed, slot);
      mothers.push(mother);
      fathers.push(father);
    }
  }
  return {
    kind: 'births',
    tick: world.tick,
    commands,
    generation,
    seed: birthSeed(chances, generation),
    noise: apartNoiseSeed(chances, generation),
    examPressures,
    shock,
    counts,
    mothers: Uint16Array.from(mothers),
    fathers: Uint16Array.from(fathers),
  };
}

function breedersOf(world: World, id: number, traits: Int32Array): Breeders {
  const habitat = world.habitats[id];
  const living: number[] = [];
  world.creatures.forEach((creature, index) => {
    if (creature.habitat === id && creature.cause === 0) living.push(index);
  });
  if (habitat === undefined) return { living: [], sums: [] };
  const here = habitatAtBirths(world, habitat);
  const neighbours: Traits[] = living.map((index) => readTraits(traits, index));
  const pressures: readonly Pressure[] =
    world.generation === examGeneration(world.settings) ? [] : (world.pressures[id] ?? []);
  const weigh = parentWeigher({ habitat: here, neighbours }, pressures);
  let sum = 0;
  const sums = neighbours.map((each) => {
    sum += weigh(each);
    return sum;
  });
  return { living, sums };
}

/**
 * How many are born in a habitat: as many as it carries and its survivors can raise, more of them at a feast; settlers where none
 * survived.
 */
function youngOf(world: World, id: number, survivors: number): number {
  const most = carryingCapacity(world.settings, id);
  if (survivors > 0) {
    const feast = inForce(world, id, world.tick).includes('feast') ? FEAST_YOUNG * survivors : 0;
    return Math.min(most, mostYoung(survivors, world.pressures[id] ?? []) + feast);
  }
  return world.generation === 0 ? most : Math.ceil(most / SETTLERS);
}

/** The habitat whose survivors a newborn's parents are: its own, by migration a neighbour's; -1 for the founder. */
function source({ home, away, migration }: Origins, id: number, slot: number, seed: number): number {
  const moves = !home || drawBelow(1000, seed, Stream.migration, slot, 0) < migration;
  if (moves && away.length > 0) return away[drawBelow(away.length, seed, Stream.migration, slot, 1)] ?? -1;
  return home ? id : -1;
}

/** Two parents by weight: never the same one twice, unless it is alone. */
function pair(breeders: Breeders | undefined, seed: number, slot: number): [mother: number, father: number] {
  const total = breeders?.sums.at(-1) ?? 0;
  if (breeders === undefined || total === 0) return [FOUNDER_PARENT, FOUNDER_PARENT];
  const { living, sums } = breeders;
  const first = sums.findIndex((sum) => sum > share(total, draw(seed, Stream.parents, slot, 0)));
  const mother = living[first] ?? FOUNDER_PARENT;
  if (living.length === 1) return [mother, mother];
  const before = first === 0 ? 0 : (sums[first - 1] ?? 0);
  const weight = (sums[first] ?? 0) - before;
  const spot = share(total - weight, draw(seed, Stream.parents, slot, 1));
  const past = spot < before ? spot : spot + weight;
  return [mother, living[sums.findIndex((sum) => sum > past)] ?? FOUNDER_PARENT];
}

/** A 32-bit draw as a number from 0 to total - 1. Exact: total stays below 2^21, and the divisor is a power of two. */
const share = (total: number, drawn: number): number => Math.floor((total * drawn) / 0x1_0000_0000);
