/** "What if": the same match up to a generation, and from then on under other cards, or by other chances. */

import type { CardId } from '../sim/cards.ts';
import { allowedOf } from '../sim/world/commands.ts';
import { opensRound } from '../sim/world/create.ts';
import { habitatsOf } from '../sim/world/duel.ts';
import type { DrawnAnew } from '../sim/world/seeds.ts';
import { type GenerationPlayed, type GrowAll, NO_TRAITS, playGeneration } from '../sim/world/step.ts';
import { type Command, examGeneration, type Frame, type World } from '../sim/world/world.ts';
import { chancesOf, MOST_DRAWINGS, type Origin } from './origin.ts';
import { markOf, type Recording } from './recording.ts';
import { openTimeline, type Timeline } from './timeline.ts';

/** The cards of a habitat from one round on: they take the place of those that were laid for it. */
export interface OtherCards {
  /** Counted from 0; the branch begins with it or before it. */
  readonly round: number;
  readonly habitat: number;
  readonly cards: readonly { readonly card: CardId; readonly level: number }[];
}

export interface BranchPlan {
  /** The first generation that is the branch's own, counted from 0. */
  readonly from: number;
  /** What is drawn anew from then on; null: nothing. */
  readonly anew: Omit<DrawnAnew, 'from'> | null;
  readonly cards: readonly OtherCards[];
  /** Generations to play from `from` on; undefined: to the match's end. */
  readonly generations?: number | undefined;
}

/** A branch that cannot be. The message is a sentence for the person. */
export class BranchError extends Error {
  override readonly name = 'BranchError';
}

/**
 * Plays a branch. `growAll` must grow by the kernel that the parent names. `onGeneration` is told of each generation as it ends, and
 * may stop the branch there by returning false. `opened`: the parent's own timeline, where there is one already. Rejects with a
 * BranchError, and as growAll does.
 */
export async function branchOff(
  parent: Recording,
  plan: BranchPlan,
  growAll: GrowAll,
  onGeneration: (played: GenerationPlayed) => boolean | undefined = () => true,
  opened?: Timeline,
): Promise<Recording> {
  const { secret, settings } = parent;
  if (secret === null)
    throw new BranchError('This recording was made before its match had ended: what came by chance is not in it yet.');
  if (!Number.isInteger(plan.from) || plan.from < 0 || 2 * plan.from > parent.frames.length)
    throw new BranchError(`A branch can begin at generations 1 to ${Math.floor(parent.frames.length / 2) + 1}.`);
  if (plan.from > examGeneration(settings)) throw new BranchError('The match is over there: nothing can branch off.');
  const inherited = parent.origin?.anew ?? [];
  if (plan.anew !== null && inherited.length >= MOST_DRAWINGS)
    throw new BranchError(
      `Chances can be drawn anew ${MOST_DRAWINGS} times at most: branch off from an earlier branch.`,
    );
  const origin: Origin = {
    parent: markOf(parent),
    from: plan.from,
    anew: plan.anew === null ? inherited : [...inherited, { ...plan.anew, from: plan.from }],
  };
  const chances = chancesOf(secret, origin);
  const frames: Frame[] = parent.frames.slice(0, 2 * plan.from);
  // What came later in the parent is not in the branch, and need not be gone through.
  const timeline = opened ?? openTimeline({ ...parent, frames: [...frames] });
  let world = timeline.worldAt(2 * plan.from);
  let traits = world.creatures.length === 0 ? NO_TRAITS : await growAll(timeline.worldAt(2 * plan.from - 1));
  const last = plan.generations === undefined ? Number.POSITIVE_INFINITY : plan.from + plan.generations;
  while (world.stage !== 'over' && world.generation < last) {
    const laid = commandsAt(parent, world, plan.cards);
    const helps = (born: World): readonly Command[] => allowedOf(born, commandsOfTick(parent, born.tick));
    const played = await playGeneration(world, chances, laid, traits, growAll, helps);
    ({ world, traits } = played);
    frames.push(played.births, played.season);
    if (onGeneration(played) === false) break;
  }
  return { ...parent, origin, frames };
}

const commandsOfTick = ({ frames }: Recording, tick: number): readonly Command[] => frames[tick]?.commands ?? [];

/** What stewards did in the parent, with the other cards in place of the recorded ones; what is not allowed any more is left out. */
function commandsAt(parent: Recording, world: World, others: readonly OtherCards[]): readonly Command[] {
  const { tick, generation, settings } = world;
  const recorded = commandsOfTick(parent, tick);
  if (!opensRound(settings, generation)) return allowedOf(world, recorded);
  const round = generation / settings.generationsPerRound;
  const changed = others.filter((other) => other.round === round);
  const relaid = new Set(changed.map(({ habitat }) => habitat));
  // In a drift duel stewards lay on two habitats at once.
  const isRelaid = ({ seat, kind }: Command): boolean =>
    kind === 'pressure' && habitatsOf(settings, seat).some((habitat) => relaid.has(habitat));
  const laid = changed.flatMap(({ habitat, cards }) =>
    cards.map(({ card, level }): Command => ({ kind: 'pressure', tick, seat: habitat, card, level })),
  );
  return allowedOf(world, [...recorded.filter((command) => !isRelaid(command)), ...laid]);
}
