/** A world before its first births. */
import { GENOME_BYTES, type Genome } from '../genome.ts';
import { startDigest } from '../hash.ts';
import { checkSettings } from '../settings.ts';
import { settingsNumbers } from './digest.ts';
import { pairUp } from './duel.ts';
import { drawMap } from './map.ts';
import { shockCardOf } from './shock.ts';
import { examGeneration, type Pressure, roundOf, type Settings, type World } from './world.ts';

/** Throws a RangeError with a sentence when the settings or the genome are impossible. */
export function createWorld(settings: Settings, founderGenome: Genome): World {
  const wrong = checkSettings(settings);
  if (wrong !== null) throw new RangeError(wrong);
  if (founderGenome.length !== GENOME_BYTES) {
    throw new RangeError(`A founder’s genome has ${GENOME_BYTES} bytes, not ${founderGenome.length}.`);
  }
  const digest = startDigest();
  digest.numbers(settingsNumbers(settings));
  digest.bytes(founderGenome);
  const duel = settings.game === 'drift';
  const map = drawMap(settings.mapSeed, settings.habitats, duel);
  const habitats = duel ? pairUp(map) : map;
  return {
    settings,
    founderGenome,
    habitats,
    shockCard: shockCardOf(settings),
    tick: 0,
    stage: 'births',
    generation: 0,
    creatures: [],
    pressures: habitats.map(() => []),
    examPressures: [],
    shockedAt: null,
    interventions: [],
    history: habitats.map(() => []),
    played: [],
    hash: digest.finish(),
  };
}

/** The cards laid on a habitat this generation; in the exam, the exam's. */
export const laidOn = (world: World, habitat: number): readonly Pressure[] =>
  world.generation === examGeneration(world.settings) ? world.examPressures : (world.pressures[habitat] ?? []);

/** The pressures that a habitat's creatures meet this season: its own and the disaster, or the exam's. */
export function pressuresInForce(world: World, habitat: number): readonly Pressure[] {
  const laid = laidOn(world, habitat);
  const shock = world.shockedAt === world.generation ? world.shockCard : null;
  // One hazard comes once: where its card lies already, the disaster takes its place.
  return shock === null ? laid : [...laid.filter(({ card }) => card !== shock.card), shock];
}

/** Whether this generation opens a round: cards are laid before it, and twins are born in it. The exam opens one too. */
export const opensRound = (settings: Settings, generation: number): boolean =>
  generation % settings.generationsPerRound === 0;

/** The round now played or chosen for, 0 to rounds; `rounds` itself is the exam. */
export const currentRound = (world: World): number => roundOf(world.settings, world.generation);
