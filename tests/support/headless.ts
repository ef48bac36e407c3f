/** Whole matches with real bodies and without a room, grown one after another on this thread: for benches. */
import { growBy } from '../../server/growth/kernel.ts';
import { type MatchPlan, playMatch } from '../../shared/replay/play-match.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS, type Founder } from '../../shared/sim/founders.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';
import { readTraits, type Traits } from '../../shared/sim/traits.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { decideSeason } from '../../shared/sim/world/season.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { GenerationPlayed } from '../../shared/sim/world/step.ts';
import type { BirthFrame, Pressure, Settings, World } from '../../shared/sim/world/world.ts';

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

/** The same match up to its last training season, then an exam under other cards than it would have drawn. */
export async function sitExam(match: HeadlessMatch, examPressures: readonly Pressure[]): Promise<World> {
  let before: GenerationPlayed | null = null;
  let exam: BirthFrame | null = null;
  await playHeadless({
    ...match,
    onGeneration(played) {
      if (played.world.stage === 'over') exam = played.births;
      else before = played;
    },
  });
  return heldUnder(match, before, exam, examPressures);
}

function heldUnder(
  { seed }: HeadlessMatch,
  before: GenerationPlayed | null,
  exam: BirthFrame | null,
  examPressures: readonly Pressure[],
): World {
  if (before === null || exam === null) throw new Error('A match without training has no exam to compare.');
  const born = applyFrame(before.world, { ...exam, examPressures });
  return applyFrame(born, decideSeason(born, secretFromSeed(seed), [], growWith(grow, born)));
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
