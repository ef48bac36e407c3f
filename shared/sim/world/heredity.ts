/** Children from a birth frame: everything about them follows from its seed, their parents and their index. */
import { type Genome, mutate, recombine } from '../genome.ts';
import { draw, Stream } from '../rng.ts';
import { opensRound } from './create.ts';
import { type BirthFrame, type Creature, FOUNDER_PARENT, NO_TWIN, type World } from './world.ts';

/**
 * Mutation of a founder's genome when a habitat is settled, in 65,536ths a byte (3.5 %): a settling population is as varied
 * as one that has lived for some generations, so that selection has something to choose from at once.
 */
export const STANDING_RATE = 2294;

/** Whether the newborn at this place of its habitat is the second of a pair of twins. */
export const isSecondTwin = (world: World, generation: number, place: number): boolean =>
  place === 1 && opensRound(world.settings, generation);

/** The index of a creature's twin, or NO_TWIN: the first two of each habitat in a generation that opens a round. */
export function twinOf(world: World, generation: number, index: number, place: number, count: number): number {
  if (place > 1 || count < 2 || !opensRound(world.settings, generation)) return NO_TWIN;
  return place === 0 ? index + 1 : index - 1;
}

/** The newborn of a frame, in its order. The frame's parents must have been checked. */
export function childrenOf(world: World, frame: BirthFrame): Creature[] {
  const children: Creature[] = [];
  frame.counts.forEach((count, habitat) => {
    for (let place = 0; place < count; place++) {
      const index = children.length;
      const mother = frame.mothers[index] ?? FOUNDER_PARENT;
      const father = frame.fathers[index] ?? FOUNDER_PARENT;
      const first = isSecondTwin(world, frame.generation, place) ? children[index - 1] : undefined;
      const genome = first?.genome ?? genomeOf(world, frame.seed, index, mother, father);
      const noiseSeed = draw(frame.noise ?? frame.seed, Stream.development, index);
      const twin = twinOf(world, frame.generation, index, place, count);
      children.push({ genome, noiseSeed, habitat, mother, father, twin, cause: 0, moment: 0 });
    }
  });
  return children;
}

function genomeOf(world: World, seed: number, index: number, mother: number, father: number): Genome {
  const childSeed = draw(seed, Stream.crossover, index);
  const motherGenome = world.creatures[mother]?.genome;
  const fatherGenome = world.creatures[father]?.genome;
  if (motherGenome === undefined || fatherGenome === undefined) {
    return mutate(world.founderGenome.slice(), childSeed, STANDING_RATE);
  }
  return mutate(recombine(motherGenome, fatherGenome, childSeed), childSeed);
}
