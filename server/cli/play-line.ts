/** What the headless match prints of each round. */

import type { TraitName } from '../../shared/sim/trait-names.ts';
import { readTraits } from '../../shared/sim/traits.ts';
import { pressuresInForce } from '../../shared/sim/world/create.ts';
import type { GenerationPlayed } from '../../shared/sim/world/step.ts';
import { examGeneration, roundOf, type World } from '../../shared/sim/world/world.ts';

/** Shown beside births and survivors: what cards move most visibly. */
const SHOWN: readonly TraitName[] = [
  'size',
  'slenderness',
  'muscle',
  'shell',
  'fat',
  'leaf',
  'fin',
  'eyes',
  'luminance',
];

export interface Tally {
  born: number;
  survived: number;
}

export function addSeason(tally: Tally, played: GenerationPlayed): void {
  for (const { cause } of played.world.creatures) {
    tally.born++;
    if (cause === 0) tally.survived++;
  }
}

/** "round 2: 540 born, 401 lived through (74 %) · size 350 … · 1: frost 2 + jaws 1 · 2: …" */
export function roundLine(played: GenerationPlayed, tally: Tally): string {
  const { births, traits } = played;
  const { settings } = played.world;
  const exam = births.generation === examGeneration(settings);
  const name = exam ? 'exam   ' : `round ${roundOf(settings, births.generation) + 1}`;
  const share = tally.born === 0 ? 0 : Math.round((100 * tally.survived) / tally.born);
  const parts = [
    `${name}: ${tally.born} born, ${tally.survived} lived through (${share} %)`,
    meanTraits(played.world, traits),
    cards(played.world, births.generation),
  ];
  return parts.join(' · ');
}

/** Means over the survivors of the last generation. */
function meanTraits(world: World, rows: Int32Array): string {
  const living = world.creatures.flatMap(({ cause }, index) => (cause === 0 ? [readTraits(rows, index)] : []));
  if (living.length === 0) return 'nobody left';
  return SHOWN.map((name) => {
    const sum = living.reduce((total, traits) => total + traits[name], 0);
    return `${name} ${Math.round((10 * sum) / living.length) / 10}`;
  }).join(' ');
}

function cards(world: World, generation: number): string {
  const ofSeat = (seat: number): string =>
    pressuresInForce({ ...world, generation }, seat)
      .map(({ card, level }) => `${card} ${level}`)
      .join(' + ');
  if (generation === examGeneration(world.settings)) return `all: ${ofSeat(0)}`;
  return world.habitats.map(({ id }) => `${id + 1}: ${ofSeat(id) || 'none'}`).join(' · ');
}
