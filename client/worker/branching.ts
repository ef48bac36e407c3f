/** Branches of a recording, played and held against what happened. Plain functions of a way to grow: usable without a worker. */
import { type BranchPlan, branchOff } from '../../shared/replay/branch.ts';
import type { Recording } from '../../shared/replay/recording.ts';
import { openTimeline, type Timeline } from '../../shared/replay/timeline.ts';
import { divergence } from '../../shared/sim/divergence.ts';
import type { Body, Grow } from '../../shared/sim/embryo/body.ts';
import { sameBytes } from '../../shared/sim/hash.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measureInto } from '../../shared/sim/traits.ts';
import { conditionsFor } from '../../shared/sim/world/grow.ts';
import { CHANCE_PARTS } from '../../shared/sim/world/seeds.ts';
import type { Creature, World } from '../../shared/sim/world/world.ts';
import type { BranchedGeneration, HabitatOutcome, Outcome, Start } from './branch-jobs.ts';

/** A generation with its bodies. */
interface Grown {
  /** Between its births and its season. */
  readonly born: World;
  readonly bodies: readonly Body[];
  readonly rows: Int32Array;
}

/** `like`: another world's generation, whose bodies are taken where the very same creature grows in the same place. */
function growAt(grow: Grow, born: World, like: Grown | null = null): Grown {
  const rows = new Int32Array(born.creatures.length * TRAITS.length);
  const bodies = born.creatures.map((creature, index) => {
    const body =
      known(born, creature, like, index) ?? grow(creature.genome, creature.noiseSeed, conditionsFor(born, creature));
    measureInto(body, rows, index * TRAITS.length);
    return body;
  });
  return { born, bodies, rows };
}

function known(born: World, creature: Creature, like: Grown | null, index: number): Body | undefined {
  const other = like?.born.creatures[index];
  if (!like || !other || other.noiseSeed !== creature.noiseSeed || other.habitat !== creature.habitat) return undefined;
  const [mine, theirs] = [conditionsFor(born, creature), conditionsFor(like.born, other)];
  const alike = mine.temperature === theirs.temperature && mine.nutrition === theirs.nutrition;
  return alike && sameBytes(creature.genome, other.genome) ? like.bodies[index] : undefined;
}

/** The generation of a recording, as it grew; null where it has none so late. */
function grownOf(timeline: Timeline, generation: number, grow: Grow): Grown | null {
  const tick = 2 * generation + 1;
  return tick > timeline.frames.length ? null : growAt(grow, timeline.worldAt(tick));
}

/** Plays a branch to its end, and tells each generation as it is done. Rejects with a BranchError. */
export function playBranch(
  parent: Recording,
  plan: BranchPlan,
  grow: Grow,
  tell: (branched: BranchedGeneration) => void,
): Promise<Recording> {
  const timeline = openTimeline(parent);
  let was: Grown | null = null;
  let is: Grown | null = null;
  return branchOff(
    parent,
    plan,
    async (world) => {
      was = grownOf(timeline, world.generation, grow);
      is = growAt(grow, world, was);
      return is.rows;
    },
    ({ births, season, traits }) => {
      if (is === null) return undefined;
      const apart = apartBetween(was, is);
      tell({ generation: births.generation, births, season, traits, before: was?.rows ?? null, apart });
      return true;
    },
    timeline,
  );
}

/** Indices in `other` of the creatures in the same places, -1 where there are none: the nth of a habitat is in its nth place. */
export function placesIn(creatures: readonly Creature[], other: readonly Creature[]): Int32Array {
  const starts = new Map<number, number>();
  other.forEach(({ habitat }, index) => {
    if (!starts.has(habitat)) starts.set(habitat, index);
  });
  const passed = new Map<number, number>();
  return Int32Array.from(creatures, ({ habitat }) => {
    const place = passed.get(habitat) ?? 0;
    passed.set(habitat, place + 1);
    const index = (starts.get(habitat) ?? Number.NaN) + place;
    return other[index]?.habitat === habitat ? index : -1;
  });
}

function apartBetween(was: Grown | null, is: Grown): Float64Array {
  const places = placesIn(is.born.creatures, was?.born.creatures ?? []);
  return Float64Array.from(is.bodies, (body, index) => {
    const other = was?.bodies[places[index] ?? -1];
    if (other === undefined) return Number.NaN;
    return other === body ? 0 : divergence(other, body);
  });
}

/**
 * Plays one tape: the match from a generation on, all its chances from another secret. Told nothing but how its last generation
 * came out; `onGeneration` is called as each ends.
 */
export async function playTape(
  parent: Recording,
  from: number,
  secret: Uint8Array,
  grow: Grow,
  onGeneration: () => void,
): Promise<Outcome> {
  let outcome: Outcome = [];
  await branchOff(
    parent,
    { from, anew: { parts: CHANCE_PARTS, secret }, cards: [] },
    async (world) => growAt(grow, world).rows,
    ({ world, traits }) => {
      outcome = outcomeOf(world, traits);
      onGeneration();
      return true;
    },
  );
  return outcome;
}

/** What tapes are held against: how traits stood when they began, and how the match really came out. */
export function whatHappened(
  parent: Recording,
  from: number,
  grow: Grow,
): { readonly start: readonly (Start | null)[]; readonly happened: Outcome | null } {
  const timeline = openTimeline(parent);
  const before = grownOf(timeline, Math.max(0, from - 1), grow);
  const end = timeline.worldAt(timeline.frames.length);
  const last = end.stage === 'over' ? grownOf(timeline, timeline.generations - 1, grow) : null;
  return {
    start: before === null ? [] : before.born.habitats.map(({ id }) => startOf(before, id)),
    happened: last === null ? null : outcomeOf(end, last.rows),
  };
}

export const outcomeOf = (world: World, rows: Int32Array): Outcome =>
  world.habitats.map(({ id }): HabitatOutcome => {
    const here = indicesIn(world, id);
    const survived = here.filter((index) => world.creatures[index]?.cause === 0).length;
    return { born: here.length, survived, means: here.length === 0 ? null : meansOf(rows, here) };
  });

function startOf({ born, rows }: Grown, habitat: number): Start | null {
  const here = indicesIn(born, habitat);
  if (here.length === 0) return null;
  const means = meansOf(rows, here);
  const spreads = means.map((mean, trait) => {
    const squares = here.reduce((sum, index) => sum + ((rows[index * TRAITS.length + trait] ?? 0) - mean) ** 2, 0);
    return Math.sqrt(squares / here.length);
  });
  return { means, spreads };
}

const indicesIn = ({ creatures }: World, habitat: number): number[] =>
  creatures.flatMap((creature, index) => (creature.habitat === habitat ? [index] : []));

const meansOf = (rows: Int32Array, indices: readonly number[]): Float64Array =>
  Float64Array.from(TRAITS, (_, trait) => {
    const sum = indices.reduce((total, index) => total + (rows[index * TRAITS.length + trait] ?? 0), 0);
    return sum / indices.length;
  });
