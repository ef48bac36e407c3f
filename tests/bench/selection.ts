/**
 * What the deck does to lineages: under each card held for 20 generations its trait must move by at least 3 standard
 * deviations against the same seeds without it, and no card and no pair of cards may empty a whole world.
 */
import { BUDGET, CARD_IDS, CARDS, type CardId, MAX_LEVEL } from '../../shared/sim/cards.ts';
import { VIABLE_CELLS } from '../../shared/sim/embryo/body.ts';
import type { Founder } from '../../shared/sim/founders.ts';
import { HAZARDS, MATE_CHOICE, type Place, totalPoints } from '../../shared/sim/pressures.ts';
import type { Command, Pressure, World } from '../../shared/sim/world/world.ts';
import { byHabitat, playHeadless, someFounders } from '../support/headless.ts';
import { type Bench, type BenchRow, median, row } from './harness.ts';

/** Standard deviations of the settlers' generation, and founders of which the median has to come to that. */
const LEAST_SHIFT = 3;
const FOUNDERS_TRIED = 6;
const SEEDS = [1, 2];
/** Seven rounds of three generations: the last one born in training has 20 generations of selection behind it. */
const WORLD = { habitats: 4, rounds: 7, generationsPerRound: 3, population: 30 } as const;
const LAST = WORLD.rounds * WORLD.generationsPerRound - 1;
const PAIR_SEEDS = [3, 4];
const PAIR_WORLD = { habitats: 3, rounds: 4, generationsPerRound: 3, population: 30 } as const;

/** The creatures that developed, per habitat. */
type Generation = readonly Place[];

interface Lineages {
  readonly settlers: Generation;
  readonly last: Generation;
}

/** What a card works on: the number that decides, and where it is going. */
interface Aim {
  readonly measure: string;
  readonly of: (who: Place['neighbours'][number], place: Place) => number;
  readonly direction: 1 | -1;
}

function aimOf(card: CardId): Aim {
  const hazard = HAZARDS[card];
  const choice = MATE_CHOICE[card];
  if (choice !== undefined) return { ...choice, direction: 1 };
  if (hazard === undefined) throw new Error(`${card} neither kills nor chooses.`);
  const { measure, of, exposure } = hazard;
  return { measure, of, direction: exposure(1000) > exposure(0) ? -1 : 1 };
}

export const bench: Bench = async () => {
  const founders = someFounders(FOUNDERS_TRIED);
  const shifts = new Map<CardId, number[]>(CARD_IDS.map((card) => [card, []]));
  const survivals: Survival[] = [];
  for (const founder of founders) {
    const without = await evolveAll(founder, [], survivals);
    for (const card of CARD_IDS) {
      const under = await evolveAll(founder, [{ card, level: hardest(card) }], survivals);
      shifts.get(card)?.push(shiftOf(card, under, without));
    }
  }
  const rows = CARD_IDS.map((card) => shiftRow(card, shifts.get(card) ?? [], founders));
  const pairs: Survival[] = [];
  for (const [first, second] of allPairs()) {
    for (const [turn, seed] of PAIR_SEEDS.entries()) {
      const founder = founders[(CARD_IDS.indexOf(first) + CARD_IDS.indexOf(second) + turn) % founders.length];
      if (founder !== undefined) await evolve(founder, seed, strongest(first, second, turn), PAIR_WORLD, pairs);
    }
  }
  return [
    ...rows,
    ...survivalRows('one card', survivals),
    ...survivalRows(`${allPairs().length} pairs of cards`, pairs),
  ];
};

/** The level that five points allow. */
const hardest = (card: CardId): number => Math.min(MAX_LEVEL, Math.floor(BUDGET / CARDS[card].cost));

const allPairs = (): (readonly [CardId, CardId])[] =>
  CARD_IDS.flatMap((first, at) => CARD_IDS.slice(at + 1).map((second) => [first, second] as const));

/** The two at levels that use as much of the budget as can be; where that can be done in two ways, by turns. */
function strongest(first: CardId, second: CardId, turn: number): readonly Pressure[] {
  const levels = Array.from({ length: MAX_LEVEL }, (_, at) => at + 1);
  const possible = levels
    .flatMap((a) =>
      levels.map((b): Pressure[] => [
        { card: first, level: a },
        { card: second, level: b },
      ]),
    )
    .filter((pair) => totalPoints(pair) <= BUDGET);
  const most = Math.max(...possible.map(totalPoints));
  const best = possible.filter((pair) => totalPoints(pair) === most);
  return best[turn % best.length] ?? [];
}

/** How a world fared: the least share of a season's newborn that lived, and seasons without a survivor. */
interface Survival {
  readonly least: number;
  readonly emptiedHabitats: number;
  readonly deadWorlds: number;
}

/** The same seeds for every card: what differs is the card alone. */
async function evolveAll(
  founder: Founder,
  pressures: readonly Pressure[],
  survivals: Survival[],
): Promise<readonly Lineages[]> {
  const all: Lineages[] = [];
  for (const seed of SEEDS) all.push(await evolve(founder, seed, pressures, WORLD, survivals));
  return all;
}

async function evolve(
  founder: Founder,
  seed: number,
  pressures: readonly Pressure[],
  settings: typeof WORLD | typeof PAIR_WORLD,
  survivals: Survival[],
): Promise<Lineages> {
  const generations = new Map<number, Generation>();
  const world = await playHeadless({
    founder,
    seed,
    settings,
    commandsFor: (now) => layEverywhere(now, pressures),
    onGeneration(played) {
      const generation = played.births.generation;
      if (generation !== 0 && generation !== LAST) return;
      const places = byHabitat(played).map((born, id): Place => {
        const habitat = played.world.habitats[id];
        if (habitat === undefined) throw new Error(`There is no habitat ${id}.`);
        return { habitat, neighbours: born.filter(({ size }) => size >= VIABLE_CELLS) };
      });
      generations.set(generation, places);
    },
  });
  survivals.push(survivalOf(world));
  return { settlers: generations.get(0) ?? [], last: generations.get(LAST) ?? [] };
}

function layEverywhere(world: World, pressures: readonly Pressure[]): Command[] {
  const { tick } = world;
  return world.habitats.flatMap(({ id }) =>
    pressures.map(({ card, level }): Command => ({ tick, seat: id, kind: 'pressure', card, level })),
  );
}

function survivalOf(world: World): Survival {
  const seasons = world.history.map((habitat) => habitat.slice(0, -1).map(({ born, survived }) => survived / born));
  const generations = seasons[0]?.map((_, generation) => seasons.map((habitat) => habitat[generation] ?? 0)) ?? [];
  return {
    least: Math.min(...seasons.flat()),
    emptiedHabitats: seasons.flat().filter((share) => share === 0).length,
    deadWorlds: generations.filter((habitats) => habitats.every((share) => share === 0)).length,
  };
}

/** How far the card moved its number, in the settlers' standard deviations: above 0 is where the card pushes. */
function shiftOf(card: CardId, under: readonly Lineages[], without: readonly Lineages[]): number {
  const aim = aimOf(card);
  const settlers = deviation(
    aim,
    without.flatMap(({ settlers }) => settlers),
  );
  const mean = (runs: readonly Lineages[]): number => meanOf(runs.flatMap(({ last }) => last.flatMap(readings(aim))));
  return (aim.direction * (mean(under) - mean(without))) / settlers;
}

const readings =
  ({ of }: Aim) =>
  (place: Place): number[] =>
    place.neighbours.map((traits) => of(traits, place));

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Phenotypic standard deviation within habitats: of habitats' variances the mean, so that climate does not count as variation. */
function deviation(aim: Aim, places: readonly Place[]): number {
  const variances = places.map(readings(aim)).map((values) => {
    const mean = meanOf(values);
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  });
  return Math.sqrt(meanOf(variances));
}

function shiftRow(card: CardId, shifts: readonly number[], founders: readonly Founder[]): BenchRow {
  const { measure, direction } = aimOf(card);
  // Where no settler differs from another in this number there is no deviation to count in: told, never left out in silence.
  const uncounted = founders.filter((_, at) => !Number.isFinite(shifts[at])).map(({ key }) => key);
  const told = uncounted.length === 0 ? '' : ` (not counted, since its settlers do not vary: ${uncounted.join(', ')})`;
  return row({
    name: `${card}: ${measure} ${direction > 0 ? 'rises' : 'falls'}${told}`,
    value: median(shifts.filter(Number.isFinite)),
    unit: 'SD, median',
    bar: { of: 'value', least: LEAST_SHIFT },
    parts: Object.fromEntries(founders.map(({ key }, at) => [key, shifts[at] ?? Number.NaN])),
  });
}

function survivalRows(under: string, survivals: readonly Survival[]): BenchRow[] {
  const total = (of: (survival: Survival) => number): number => survivals.reduce((sum, each) => sum + of(each), 0);
  return [
    row({
      name: `under ${under}: generations with no habitat alive, of ${survivals.length} worlds`,
      value: total(({ deadWorlds }) => deadWorlds),
      unit: 'generations',
      bar: { of: 'value', most: 0 },
    }),
    row({
      name: `under ${under}: seasons without a survivor in a habitat`,
      value: total(({ emptiedHabitats }) => emptiedHabitats),
      unit: 'seasons',
    }),
    row({
      name: `under ${under}: least share that lived through a season`,
      value: 100 * Math.min(...survivals.map(({ least }) => least)),
      unit: '%',
    }),
  ];
}
