/**
 * Clone the champion: the best creature of a habitat or of the world, its genome grown forty times more. Nearly always the
 * champion stands at the upper end of its own clones: part of what made it best was luck in development, and luck is not
 * inherited.
 */
import type { Brief } from './briefs/brief.ts';
import { creatureShare, isOfBodies } from './briefs/score.ts';
import { draw, Stream } from './rng.ts';
import type { Seedling } from './seedling.ts';
import { readTraits, type Traits } from './traits.ts';
import { conditionsFor } from './world/grow.ts';
import { parentWeigher } from './world/upkeep.ts';
import type { Pressure, World } from './world/world.ts';

export const CHAMPION_CLONES = 40;

export interface Champion {
  /** Index among the world's creatures. */
  readonly index: number;
  readonly habitat: number;
  /** As it was grown in the world. */
  readonly seedling: Seedling;
  /** By what it is the best: its brief, or by life, which is its weight as a parent under the cards in force. */
  readonly by: 'brief' | 'life';
  /** Its own. By brief 0 to 100, to one decimal; by life a weight, about 1,000 for a usual creature. */
  readonly score: number;
  /** The same measure for any body grown in its place, among the same neighbours. */
  readonly scoreOf: (traits: Traits) => number;
}

/**
 * The best survivor of a world after a season; null where nobody survived. `habitat`: where to look; null for everywhere (by
 * life then, since briefs differ). `brief`: the habitat's; briefs that no single body can meet are left to life. Of equals, the
 * first. `rows`: Int32Array[creatures × TRAITS].
 */
export function championOf(
  world: World,
  rows: Int32Array,
  habitat: number | null = null,
  brief: Brief | null = null,
): Champion | null {
  let best: Champion | null = null;
  const scorers = new Map<number, (traits: Traits) => number>();
  const byBrief = habitat !== null && brief !== null && isOfBodies(brief);
  world.creatures.forEach((creature, index) => {
    if (creature.cause !== 0 || (habitat !== null && creature.habitat !== habitat)) return;
    let scoreOf = scorers.get(creature.habitat);
    if (scoreOf === undefined) {
      scoreOf = byBrief ? byBriefOf(world, rows, creature.habitat, brief) : byLife(world, rows, creature.habitat);
      scorers.set(creature.habitat, scoreOf);
    }
    const score = scoreOf(readTraits(rows, index));
    if (best !== null && score <= best.score) return;
    const { genome, noiseSeed } = creature;
    const seedling = { genome, noiseSeed, conditions: conditionsFor(world, creature) };
    best = { index, habitat: creature.habitat, seedling, by: byBrief ? 'brief' : 'life', score, scoreOf };
  });
  return best;
}

/** CHAMPION_CLONES growths of the champion's genome in its own patch, each with a noise of its own. */
export const clonesOf = ({ seedling }: Champion): Seedling[] =>
  Array.from({ length: CHAMPION_CLONES }, (_, clone) => ({
    ...seedling,
    noiseSeed: draw(seedling.noiseSeed, Stream.clone, clone),
  }));

export interface CloneScores {
  /** One a clone, in their order. */
  readonly scores: readonly number[];
  readonly mean: number;
  /** How many clones score less than the champion itself. */
  readonly below: number;
}

/** `rows`: Int32Array[clones × TRAITS], measured of `clonesOf(champion)` as grown. */
export function cloneScores({ score, scoreOf }: Champion, rows: Int32Array): CloneScores {
  const scores = Array.from({ length: CHAMPION_CLONES }, (_, clone) => scoreOf(readTraits(rows, clone)));
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  return { scores, mean, below: scores.filter((each) => each < score).length };
}

function byBriefOf(world: World, rows: Int32Array, habitat: number, brief: Brief): (traits: Traits) => number {
  const elsewhere = world.creatures.flatMap((creature, index) =>
    creature.cause === 0 && creature.habitat !== habitat ? [readTraits(rows, index)] : [],
  );
  return (traits) => Math.round(1000 * creatureShare(brief, traits, elsewhere, world.settings.founder)) / 10;
}

/** As the world itself weighs parents: among the survivors, under the habitat's cards. */
function byLife(world: World, rows: Int32Array, id: number): (traits: Traits) => number {
  const habitat = world.habitats[id];
  if (habitat === undefined) return () => 0;
  const neighbours = world.creatures.flatMap((creature, index) =>
    creature.cause === 0 && creature.habitat === id ? [readTraits(rows, index)] : [],
  );
  const pressures: readonly Pressure[] = world.pressures[id] ?? [];
  return parentWeigher({ habitat, neighbours }, pressures);
}
