/** Who lives through a season: decided by the authority from the bodies grown, written into a season frame. */
import { causeOfCard, NATURAL_CAUSES } from '../causes.ts';
import { VIABLE_CELLS } from '../embryo/body.ts';
import { ENCOUNTER_COMPANY, encountersOf, HAZARDS, type Place, strikeChance } from '../pressures.ts';
import { draw, drawBelow, Stream } from '../rng.ts';
import { readTraits, type Traits } from '../traits.ts';
import { openSeason, sealSeason } from './apply.ts';
import { pressuresInForce } from './create.ts';
import { habitatNow, isSheltered } from './interventions.ts';
import { type Chances, seasonSeed } from './seeds.ts';
import { coldChance, heatChance, wearChance } from './upkeep.ts';
import type { Command, Pressure, SeasonFrame, World } from './world.ts';

/** Moments in a season. */
export const MOMENTS = 256;

/** Something that happens at a moment: it names who dies of it, or nobody (-1). */
interface Happening {
  readonly moment: number;
  readonly cause: number;
  readonly strike: (living: readonly number[]) => number;
}

/**
 * The season of the generation now living. `traits`: Int32Array[creatures × TRAITS], the rows of the world's creatures as
 * grown. `commands` of this step are interventions. Throws a FrameError when one is not allowed.
 */
export function decideSeason(
  world: World,
  chances: Chances,
  commands: readonly Command[],
  traits: Int32Array,
): SeasonFrame {
  const causes = new Uint8Array(world.creatures.length);
  const moments = new Uint8Array(world.creatures.length);
  const seed = seasonSeed(chances, world.generation);
  const met = openSeason(world, commands);
  let first = 0;
  for (const habitat of world.habitats) {
    let end = first;
    while (world.creatures[end]?.habitat === habitat.id) end++;
    const here = habitatNow(met, habitat);
    const neighbours = Array.from({ length: end - first }, (_, at) => readTraits(traits, first + at));
    const deaths = liveThrough(
      { habitat: here, neighbours },
      pressuresInForce(met, habitat.id),
      draw(seed, Stream.encounter, habitat.id),
      isSheltered(met, habitat.id),
    );
    for (const { who, cause, moment } of deaths) {
      causes[first + who] = cause;
      moments[first + who] = moment;
    }
    first = end;
  }
  const { tick, generation } = world;
  return sealSeason(world, { kind: 'season', tick, commands, generation, causes, moments });
}

export interface Death {
  /** Place among the habitat's creatures. */
  readonly who: number;
  readonly cause: number;
  readonly moment: number;
}

/** One habitat's season: its deaths, in order of time. `seed` decides every chance; a shelter halves encounters. */
export function liveThrough(place: Place, pressures: readonly Pressure[], seed: number, sheltered = false): Death[] {
  const deaths: Death[] = [];
  const living: number[] = [];
  place.neighbours.forEach((traits, who) => {
    if (traits.size >= VIABLE_CELLS) living.push(who);
    else deaths.push({ who, cause: NATURAL_CAUSES.failedToDevelop, moment: 0 });
  });
  const happenings = [
    ...natural(place, living, seed),
    ...pressures.flatMap((pressure) => encounters(place, pressure, living.length, seed, sheltered)),
  ];
  // Sorting is stable: at one moment, nature comes first, then the cards in the order played.
  happenings.sort((a, b) => a.moment - b.moment);
  for (const { moment, cause, strike } of happenings) {
    const who = strike(living);
    const at = living.indexOf(who);
    if (at < 0) continue;
    living.splice(at, 1);
    deaths.push({ who, cause, moment });
  }
  return deaths;
}

/** Wear, cold and heat: each creature's own chance, at its own moment. */
function natural({ habitat, neighbours }: Place, living: readonly number[], seed: number): Happening[] {
  const risks: readonly [cause: number, chance: (traits: Traits) => number][] = [
    [NATURAL_CAUSES.wear, (traits) => wearChance(traits, habitat)],
    [NATURAL_CAUSES.cold, (traits) => coldChance(traits, habitat)],
    [NATURAL_CAUSES.heat, (traits) => heatChance(traits, habitat)],
  ];
  return living.flatMap((who) => {
    const traits = neighbours[who];
    if (traits === undefined) return [];
    return risks
      .filter(([cause, chance]) => drawBelow(1000, seed, Stream.encounterFate, who, 2 * cause) < chance(traits))
      .map(([cause]) => ({
        moment: drawBelow(MOMENTS, seed, Stream.encounterFate, who, 2 * cause + 1),
        cause,
        strike: () => who,
      }));
  });
}

/** A hazard's encounters: each comes upon a few of the living, picks the most exposed, and may kill it. */
function encounters(
  place: Place,
  pressure: Pressure,
  creatures: number,
  seed: number,
  sheltered: boolean,
): Happening[] {
  const hazard = HAZARDS[pressure.card];
  if (hazard === undefined) return [];
  const cause = causeOfCard(pressure.card);
  const exposures = place.neighbours.map((traits) => hazard.exposure(hazard.of(traits, place)));
  const usual = encountersOf(pressure, creatures);
  const length = sheltered ? Math.ceil(usual / 2) : usual;
  return Array.from({ length }, (_, number) => {
    const index = cause * 1024 + number;
    return {
      moment: drawBelow(MOMENTS, seed, Stream.encounter, index, 0),
      cause,
      strike: (living: readonly number[]): number => {
        let struck = -1;
        let worst = -1;
        for (let each = 0; each < ENCOUNTER_COMPANY; each++) {
          const who = living[drawBelow(Math.max(1, living.length), seed, Stream.encounter, index, 1 + each)] ?? -1;
          const exposure = exposures[who] ?? -1;
          if (exposure > worst) [struck, worst] = [who, exposure];
        }
        return drawBelow(1000, seed, Stream.encounterFate, index, 0) < strikeChance(worst) ? struck : -1;
      },
    };
  });
}
