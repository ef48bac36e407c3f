/** Who breeds with whom, and where their young grow up: decided by the authority, written into a birth frame. */
import { draw, drawBelow, Stream } from '../rng.ts';
import { readTraits, type Traits } from '../traits.ts';
import { applyPressures } from './apply.ts';
import { drawExam } from './exam.ts';
import { isSecondTwin } from './heredity.ts';
import { birthSeed, pairingSeed } from './seeds.ts';
import { mostYoung, parentWeight } from './upkeep.ts';
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
  secret: Uint8Array,
  commands: readonly Command[],
  traits: Int32Array,
): BirthFrame {
  const { generation, settings } = world;
  const examPressures = generation === examGeneration(settings) ? drawExam(world, secret) : [];
  const ahead = applyPressures(world, commands, examPressures);
  const seed = pairingSeed(secret, generation);
  const breeders = world.habitats.map(({ id }) => breedersOf(ahead, id, traits));
  const counts: number[] = [];
  const mothers: number[] = [];
  const fathers: number[] = [];
  for (const { id } of world.habitats) {
    const count = youngOf(ahead, id, breeders);
    counts.push(count);
    for (let place = 0; place < count; place++) {
      if (isSecondTwin(world, generation, place)) {
        mothers.push(mothers.at(-1) ?? FOUNDER_PARENT);
        fathers.push(fathers.at(-1) ?? FOUNDER_PARENT);
        continue;
      }
      const slot = id * 256 + place;
      const [mother, father] = pair(breeders[source(world, id, slot, seed, breeders)], seed, slot);
      mothers.push(mother);
      fathers.push(father);
    }
  }
  return {
    kind: 'births',
    tick: world.tick,
    commands,
    generation,
    seed: birthSeed(secret, generation),
    examPressures,
    counts,
    mothers: Uint16Array.from(mothers),
    fathers: Uint16Array.from(fathers),
  };
}

const hasLiving = (breeders: readonly Breeders[], habitat: number): boolean =>
  (breeders[habitat]?.living.length ?? 0) > 0;

function breedersOf(world: World, id: number, traits: Int32Array): Breeders {
  const habitat = world.habitats[id];
  const living: number[] = [];
  world.creatures.forEach((creature, index) => {
    if (creature.habitat === id && creature.cause === 0) living.push(index);
  });
  if (habitat === undefined) return { living: [], sums: [] };
  const neighbours: Traits[] = living.map((index) => readTraits(traits, index));
  const pressures: readonly Pressure[] =
    world.generation === examGeneration(world.settings) ? [] : (world.pressures[id] ?? []);
  let sum = 0;
  const sums = neighbours.map((each) => {
    sum += parentWeight(each, { habitat, neighbours }, pressures);
    return sum;
  });
  return { living, sums };
}

/** How many are born in a habitat: as many as it carries and its survivors can raise; settlers where none survived. */
function youngOf(world: World, id: number, breeders: readonly Breeders[]): number {
  const { population } = world.settings;
  const survivors = breeders[id]?.living.length ?? 0;
  if (survivors > 0) return Math.min(population, mostYoung(survivors, world.pressures[id] ?? []));
  return world.generation === 0 ? population : Math.ceil(population / SETTLERS);
}

/** The habitat whose survivors a newborn's parents are: its own, by migration a neighbour's; -1 for the founder. */
function source(world: World, id: number, slot: number, seed: number, breeders: readonly Breeders[]): number {
  const around = (world.habitats[id]?.neighbours ?? []).filter((neighbour) => hasLiving(breeders, neighbour));
  const atHome = hasLiving(breeders, id);
  const moves = !atHome || drawBelow(1000, seed, Stream.migration, slot, 0) < world.settings.migration;
  if (moves && around.length > 0) return around[drawBelow(around.length, seed, Stream.migration, slot, 1)] ?? -1;
  return atHome ? id : -1;
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
