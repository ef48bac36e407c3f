import { describe, expect, it } from 'vitest';
import { growBy } from '../../server/growth/kernel.ts';
import { BUDGET, CARD_IDS, CARDS, type CardId, MAX_LEVEL } from '../../shared/sim/cards.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { HAZARDS } from '../../shared/sim/pressures.ts';
import { readTraits, type Traits } from '../../shared/sim/traits.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import { NO_TRAITS, playGeneration } from '../../shared/sim/world/step.ts';
import type { Habitat, World } from '../../shared/sim/world/world.ts';
import { MEADOW } from '../support/creatures.ts';
import { tinySettings } from '../support/tiny-match.ts';

const GENERATIONS = 10;
const POPULATION = 24;
/** One island a card, and one without any: the same ground, the same founder, the same length of time. */
const ISLANDS = CARD_IDS.length + 1;
const grow = growBy(CURRENT_KERNEL);

interface Islands {
  readonly world: World;
  /** Per island, the last generation born. */
  readonly last: readonly (readonly Traits[])[];
}

async function evolve(founder: (typeof FOUNDERS)[number]): Promise<Islands> {
  const settings = tinySettings({
    founder: founder.key,
    habitats: ISLANDS,
    rounds: 1,
    generationsPerRound: GENERATIONS,
    population: POPULATION,
    migration: 0,
  });
  const fresh = createWorld(settings, founder.genome);
  let world: World = { ...fresh, habitats: fresh.habitats.map((own): Habitat => ({ ...own, ...MEADOW, id: own.id })) };
  let traits: Int32Array = NO_TRAITS;

  for (let generation = 0; generation < GENERATIONS; generation++) {
    const hardest = (card: CardId): number => Math.min(MAX_LEVEL, Math.floor(BUDGET / CARDS[card].cost));
    const commands = CARD_IDS.map((card, seat) => ({
      tick: 0,
      seat,
      kind: 'pressure' as const,
      card,
      level: hardest(card),
    }));
    const laid = generation === 0 ? commands : [];
    const played = await playGeneration(world, secretFromSeed(1), laid, traits, async (now) => growWith(grow, now));
    ({ world, traits } = played);
  }
  const last = world.habitats.map(({ id }) =>
    world.creatures.flatMap(({ habitat }, index) => (habitat === id ? [readTraits(traits, index)] : [])),
  );
  return { world, last };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean exposure to a hazard of the creatures of an island. */
function exposure(card: CardId, island: readonly Traits[]): number {
  const hazard = HAZARDS[card];
  if (hazard === undefined) throw new Error(`${card} is no hazard.`);
  const place = { habitat: MEADOW, neighbours: island };
  return mean(island.map((traits) => hazard.exposure(hazard.of(traits, place))));
}

describe('ten generations under one card at its hardest', () => {
  const islands = Promise.all([0, 2, 6, 10].map((at) => evolve(FOUNDERS[at % FOUNDERS.length] ?? raise())));

  it('empty no habitat in any season', async () => {
    for (const { world } of await islands) {
      for (const seasons of world.history) {
        for (const { born, survived } of seasons) expect(survived).toBeGreaterThan(0.2 * born);
      }
    }
  });

  const directed = CARD_IDS.filter((card) => HAZARDS[card] !== undefined && card !== 'parasites');
  it.each(directed)('%s leave lineages less exposed than the same lineages without', async (card) => {
    const seat = CARD_IDS.indexOf(card);
    const under = mean((await islands).map(({ last }) => exposure(card, last[seat] ?? [])));
    const without = mean((await islands).map(({ last }) => exposure(card, last[ISLANDS - 1] ?? [])));
    expect(under).toBeLessThan(without - 15);
  });
});

function raise(): never {
  throw new Error('The library of founders is empty.');
}
