/** How far the spotlight's twins came apart: a habitat's pair of each round, grown once more where no room waits for it. */
import type { Seedling } from '../../shared/sim/seedling.ts';
import { conditionsFor } from '../../shared/sim/world/grow.ts';
import type { World } from '../../shared/sim/world/world.ts';
import type { GrowthPool } from '../growth/pool.ts';

export interface TwinsWatch {
  /** Begins to measure the twins just born, if any were. */
  begin(world: World): void;
  /** Of the round's twins, by habitat: a share from 0 to 1; null where none were born. */
  apart(): Promise<readonly (number | null)[]>;
}

export function createTwinsWatch(growth: GrowthPool): TwinsWatch {
  let measured: Promise<readonly (number | null)[]> = Promise.resolve([]);
  return {
    begin(world) {
      measured = measureTwins(growth, world);
      // Whoever asks for the result hears of a failure; until then it is nobody's.
      measured.catch(() => {});
    },
    apart: () => measured,
  };
}

/** The same for twins of any time, in the world after their births. */
export async function measureTwins(growth: GrowthPool, world: World): Promise<readonly (number | null)[]> {
  const pairs = world.habitats.map(({ id }) => twinsOf(world, id));
  const rest = await growth.comparePairs(pairs.filter((pair) => pair !== null));
  return pairs.map((pair) => (pair === null ? null : (rest.shift() ?? null)));
}

function twinsOf(world: World, habitat: number): readonly [Seedling, Seedling] | null {
  const first = world.creatures.find((creature) => creature.habitat === habitat && creature.twin >= 0);
  const second = first && world.creatures[first.twin];
  if (first === undefined || second === undefined) return null;
  const seedling = ({ genome, noiseSeed }: Pick<Seedling, 'genome' | 'noiseSeed'>): Seedling => ({
    genome,
    noiseSeed,
    conditions: conditionsFor(world, first),
  });
  return [seedling(first), seedling(second)];
}
