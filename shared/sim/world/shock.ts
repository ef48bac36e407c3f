/** The shock: one disaster in a match, announced from the start; when it comes is known to the authority alone. */
import type { CardId } from '../cards.ts';
import { drawBelow, Stream } from '../rng.ts';
import { insist } from './error.ts';
import { type Chances, shockSeed } from './seeds.ts';
import { type BirthFrame, examGeneration, type Pressure, type Settings, type World } from './world.ts';

/** A cold snap, a drought, ash that darkens the sky, a heat wave, a flood, a plague. Recordings depend on the order. */
const DISASTERS: readonly CardId[] = ['frost', 'drought', 'dimLight', 'strongSun', 'currents', 'parasites'];
const SHOCK_LEVEL = 3;

/** Which disaster a match's map brings; null in a match without one. */
export function shockCardOf({ shock, mapSeed }: Settings): Pressure | null {
  const card = DISASTERS[drawBelow(DISASTERS.length, mapSeed, Stream.shock, 0)];
  return shock && card !== undefined ? { card, level: SHOCK_LEVEL } : null;
}

/** The first round in which it may come: the second, so that a table has been laid once in peace. */
const firstRound = ({ rounds }: Settings): number => Math.min(1, rounds - 1);

/** The generation that it strikes: one that opens a round, and so is played out in full. */
export function shockGeneration(settings: Settings, chances: Chances): number {
  const first = firstRound(settings);
  const round = first + drawBelow(settings.rounds - first, shockSeed(chances), Stream.shock, 0);
  return round * settings.generationsPerRound;
}

/** What strikes at the coming births; null if nothing does. */
export const drawShock = (world: World, chances: Chances): Pressure | null =>
  world.shockCard !== null && world.generation === shockGeneration(world.settings, chances) ? world.shockCard : null;

/** Throws a FrameError unless the frame's shock is the one announced, comes once, in time, and before the exam. */
export function checkShock(world: World, { shock, generation }: Pick<BirthFrame, 'shock' | 'generation'>): void {
  const { settings, shockCard, shockedAt } = world;
  const where = `In the births of generation ${generation + 1}`;
  if (shock === null) {
    const missed = shockCard !== null && shockedAt === null && generation === examGeneration(settings);
    insist(!missed, () => `${where} the exam begins, and the disaster that was announced has not come.`);
    return;
  }
  insist(shockCard !== null, () => `${where} a disaster comes that nobody announced.`);
  insist(shock.card === shockCard?.card && shock.level === shockCard.level, () => {
    return `${where} another disaster comes than the one that was announced.`;
  });
  insist(shockedAt === null, () => `${where} the disaster comes a second time.`);
  const timely =
    generation % settings.generationsPerRound === 0 &&
    generation >= firstRound(settings) * settings.generationsPerRound &&
    generation < examGeneration(settings);
  insist(timely, () => `${where} the disaster comes at a moment when it cannot.`);
}
