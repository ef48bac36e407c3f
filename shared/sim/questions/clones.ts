/** Twin or sibling: eight creatures grown anew for the question, three to five of them from one genome. */
import { FOUNDERS } from '../founders.ts';
import { type Genome, mutate } from '../genome.ts';
import { sameBytes } from '../hash.ts';
import { draw, drawBelow, Stream } from '../rng.ts';
import type { Seedling } from '../seedling.ts';
import { conditionsFor } from '../world/grow.ts';
import { STANDING_RATE } from '../world/heredity.ts';
import type { World } from '../world/world.ts';
import { CLONES, SHOWN_BODIES, type TwinsQuestion } from './question.ts';

/** What the parts of a draw from Stream.question are for; ask.ts has its own. */
const Use = { count: 32, pick: 33, change: 34, noise: 35, order: 36, species: 37 } as const;

/** Mutation of a distant relative, in 65,536ths a byte (28 %): most look another kind at a glance, and still grow. */
const DISTANT_RATE = 8 * STANDING_RATE;

/**
 * One genome of the habitat three to five times, and others of the same habitat once each; where too few live there, relatives
 * that differ as the first settlers did. All grow in the habitat's conditions, each with a noise of its own. Before anybody was
 * born, the others are strangers instead, so that the first question of a match is one that a beginner can mostly answer.
 */
export function twinsQuestion(world: World, habitat: number, seed: number): TwinsQuestion {
  const clones = CLONES.low + drawBelow(CLONES.high - CLONES.low + 1, seed, Stream.question, 0, Use.count);
  const count = SHOWN_BODIES - clones + 1;
  const genomes =
    world.creatures.length === 0 ? strangers(world, seed, count) : differentGenomes(world, habitat, seed, count);
  const [shared] = genomes;
  const all = [...Array.from({ length: clones - 1 }, () => shared ?? world.founderGenome), ...genomes];
  const conditions = conditionsFor(world, { habitat });
  const bodies: Seedling[] = all.map((genome, at) => ({
    genome,
    noiseSeed: draw(seed, Stream.question, at, Use.noise),
    conditions,
  }));
  const keyed = bodies.map((body, at) => ({ body, key: draw(seed, Stream.question, at, Use.order) }));
  return { kind: 'twins', bodies: keyed.sort((a, b) => a.key - b.key).map(({ body }) => body) };
}

/** Places, ascending, of the bodies whose genome another one has too. */
export function placesOfClones(bodies: readonly Seedling[]): number[] {
  return bodies.flatMap(({ genome }, at) =>
    bodies.some((other, there) => there !== at && sameBytes(other.genome, genome)) ? [at] : [],
  );
}

/** Genomes of survivors in an order of chance, no two of them the same; filled up by relatives of the first. */
function differentGenomes(world: World, habitat: number, seed: number, count: number): Genome[] {
  const living = world.creatures.filter((creature) => creature.habitat === habitat && creature.cause === 0);
  const keyed = living.map(({ genome }, at) => ({ genome, key: draw(seed, Stream.question, at, Use.pick) }));
  const genomes: Genome[] = [];
  const add = (genome: Genome): void => {
    if (genomes.length < count && !genomes.some((other) => sameBytes(other, genome))) genomes.push(genome);
  };
  for (const { genome } of keyed.sort((a, b) => a.key - b.key)) add(genome);
  const [ancestor = world.founderGenome] = genomes;
  for (let relative = 0; genomes.length < count; relative++) {
    add(mutate(ancestor.slice(), draw(seed, Stream.question, relative, Use.change), STANDING_RATE));
  }
  return genomes;
}

/** A settler's genome, then by turns other species and distant relatives, no two of them the same. */
function strangers({ settings, founderGenome }: World, seed: number, count: number): Genome[] {
  const species = FOUNDERS.filter(({ key }) => key !== settings.founder)
    .map(({ genome }, at) => ({ genome, key: draw(seed, Stream.question, at, Use.species) }))
    .sort((a, b) => a.key - b.key);
  const genomes = [mutate(founderGenome.slice(), draw(seed, Stream.question, 0, Use.change), STANDING_RATE)];
  for (let at = 1; genomes.length < count; at++) {
    const other = at % 2 === 1 ? species[at]?.genome : undefined;
    const genome = other ?? mutate(founderGenome.slice(), draw(seed, Stream.question, at, Use.change), DISTANT_RATE);
    if (!genomes.some((known) => sameBytes(known, genome))) genomes.push(genome);
  }
  return genomes;
}
