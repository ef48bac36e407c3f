/** Whole matches with real bodies and without a room, grown one after another on this thread: for benches. */
import { growBy } from '../../server/growth/kernel.ts';
import { type MatchPlan, playMatch } from '../../shared/replay/play-match.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS, type Founder } from '../../shared/sim/founders.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';
import { readTraits, type Traits } from '../../shared/sim/traits.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { GenerationPlayed } from '../../shared/sim/world/step.ts';
import type { Settings, World } from '../../shared/sim/world/world.ts';

const grow = growBy(CURRENT_KERNEL);

export interface HeadlessMatch {
  readonly founder: Founder;
  /** The match's secret and its map follow from it. */
  readonly seed: number;
  /** What differs from a usual match. */
  readonly settings?: Partial<Settings>;
  readonly commandsFor: MatchPlan['commandsFor'];
  readonly onGeneration?: (played: GenerationPlayed) => void;
}

/** Plays a match to its end, the exam included. */
export async function playHeadless({ founder, seed, settings, ...told }: HeadlessMatch): Promise<World> {
  const { world } = await playMatch({
    settings: { ...DEFAULT_SETTINGS, founder: founder.key, mapSeed: seed, ...settings },
    founderGenome: founder.genome,
    secret: secretFromSeed(seed),
    kernel: CURRENT_KERNEL,
    growAll: async (now) => growWith(grow, now),
    ...told,
  });
  return world;
}

/** Founders spread over the library: every n-th, so many. */
export function someFounders(count: number): readonly Founder[] {
  const apart = Math.floor(FOUNDERS.length / count);
  return FOUNDERS.filter((_, at) => at % apart === 0).slice(0, count);
}

/** Per habitat, the creatures born there this generation. */
export function byHabitat({ world, traits }: Pick<GenerationPlayed, 'world' | 'traits'>): Traits[][] {
  const places: Traits[][] = world.habitats.map(() => []);
  world.creatures.forEach(({ habitat }, index) => {
    places[habitat]?.push(readTraits(traits, index));
  });
  return places;
}
