/** What can be asked of a recording: from which moment on, and what shall be different. Plain functions. */
import type { BranchPlan } from '../../shared/replay/branch.ts';
import type { Recording } from '../../shared/replay/recording.ts';
import { CARD_IDS, type CardId, MAX_LEVEL } from '../../shared/sim/cards.ts';
import { layCommands } from '../../shared/sim/world/commands.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { tablePoints, tableRules } from '../../shared/sim/world/rules.ts';
import { examGeneration, type Pressure, type Settings } from '../../shared/sim/world/world.ts';

/** One thing only: what follows then follows from it. */
export const CHANGES = ['development', 'heredity', 'encounters', 'cards', 'tapes'] as const;
export type Change = (typeof CHANGES)[number];

export interface Question {
  readonly change: Change;
  /** Counted from 0. */
  readonly from: number;
  /** For which habitat other cards are laid, and which. */
  readonly habitat: number;
  readonly cards: readonly Pressure[];
}

/** The last generation from which a change can be asked for: cards are laid before the exam, and nothing follows the recording's end. */
export function lastFrom({ settings, frames }: Pick<Recording, 'settings' | 'frames'>, change: Change): number {
  const last = Math.min(examGeneration(settings), Math.max(0, Math.ceil(frames.length / 2) - 1));
  return change === 'cards' ? openingOf(settings, Math.min(last, examGeneration(settings) - 1)) : last;
}

/** Where the round of a generation opens. */
export const openingOf = ({ generationsPerRound }: Settings, generation: number): number =>
  generation - (generation % generationsPerRound);

/** The nearest moment at which this change can be asked for. */
export function momentFor(recording: Recording, change: Change, from: number): number {
  const within = Math.max(0, Math.min(lastFrom(recording, change), from));
  return change === 'cards' ? openingOf(recording.settings, within) : within;
}

/** The cards that were laid for a habitat before the round that opens with a generation. */
export function cardsLaid(recording: Recording, opening: number, habitat: number): readonly Pressure[] {
  const frame = recording.frames[2 * opening];
  if (frame === undefined) return [];
  // A table opens empty: what lay before, and who lives there, does not matter to it.
  const world = createWorld(recording.settings, recording.founderGenome);
  return layCommands(world, frame.commands)[habitat] ?? [];
}

/** With a card at another level; level 0 takes it away. */
export function withCard(laid: readonly Pressure[], card: CardId, level: number): readonly Pressure[] {
  if (level === 0) return laid.filter((each) => each.card !== card);
  if (laid.some((each) => each.card === card)) return laid.map((each) => (each.card === card ? { card, level } : each));
  return [...laid, { card, level }];
}

export interface Allowance {
  readonly budget: number;
  readonly spent: number;
  /** Points a level of each card of the deck, in its order. */
  readonly costs: readonly (readonly [card: CardId, cost: number])[];
  /** Whether one more level of a card fits. */
  canRaise(card: CardId): boolean;
}

export function allowanceFor(settings: Settings, laid: readonly Pressure[]): Allowance {
  const rules = tableRules(settings.rules);
  const spent = tablePoints(rules, laid);
  const levelOf = (card: CardId): number => laid.find((each) => each.card === card)?.level ?? 0;
  return {
    budget: rules.budget,
    spent,
    costs: CARD_IDS.flatMap((card) => {
      const cost = rules.costs[card];
      return cost === undefined || !settings.deck.includes(card) ? [] : [[card, cost] as const];
    }),
    canRaise(card) {
      const level = levelOf(card);
      const fits = spent + (rules.costs[card] ?? Number.POSITIVE_INFINITY) <= rules.budget;
      return level < MAX_LEVEL && fits && (level > 0 || laid.length < rules.maxCards);
    },
  };
}

export const sameCards = (one: readonly Pressure[], other: readonly Pressure[]): boolean =>
  one.length === other.length &&
  one.every(({ card, level }) => other.some((each) => each.card === card && each.level === level));

/** `secret`: 32 bytes from which chances are drawn anew, where the question asks for it. */
export function planOf({ change, from, habitat, cards }: Question, settings: Settings, secret: Uint8Array): BranchPlan {
  if (change === 'cards') {
    const round = from / settings.generationsPerRound;
    return { from, anew: null, cards: [{ round, habitat, cards }] };
  }
  const parts = change === 'tapes' ? (['development', 'heredity', 'encounters'] as const) : [change];
  return { from, anew: { parts, secret }, cards: [] };
}
