/** What is asked, when and of whom: a pure function of the world at a round's opening. */
import type { CardId } from '../cards.ts';
import { draw, drawBelow, Stream } from '../rng.ts';
import { currentRound, opensRound } from '../world/create.ts';
import { examGeneration, type World } from '../world/world.ts';
import { askedTraits } from './bins.ts';
import { twinsQuestion } from './clones.ts';
import { type Question, type QuestionKind, SUSPECTS } from './question.ts';

/** By turns, beginning with the one that needs nothing but eyes. */
const TURNS: readonly QuestionKind[] = ['twins', 'divergence', 'histogram'];

/** What the parts of a draw from Stream.question are for; clones.ts has its own. */
const Use = { trait: 0, rival: 1, card: 2, others: 3, order: 16 } as const;

/** A seed that everybody knows and nobody could choose: what has been played so far. */
const seedOf = ({ hash }: World): number =>
  ((hash[0] ?? 0) | ((hash[1] ?? 0) << 8) | ((hash[2] ?? 0) << 16) | ((hash[3] ?? 0) << 24)) >>> 0;

/**
 * The question to the steward of a seat, in a world at a round's opening, before its births. Null at any other moment, and
 * before the exam, which is predicted by nobody.
 */
export function questionFor(world: World, seat: number): Question | null {
  const { settings, stage, generation } = world;
  const opens = stage === 'births' && opensRound(settings, generation) && generation < examGeneration(settings);
  if (!opens || seat < 0 || seat >= settings.habitats) return null;
  const round = currentRound(world);
  const seed = draw(seedOf(world), Stream.question, seat);
  if (settings.game === 'sculptor' && round % 2 === 1) {
    const guess = sculptorQuestion(world, seat, seed);
    if (guess !== null) return guess;
  }
  // A sculptor's match asks these in every other round.
  const turn = settings.game === 'sculptor' ? Math.floor(round / 2) : round;
  switch (TURNS[turn % TURNS.length]) {
    case 'twins':
      return twinsQuestion(world, seat, seed);
    case 'divergence':
      return { kind: 'divergence', habitat: seat };
    default:
      return histogramQuestion(world, seat);
  }
}

/** All habitats are asked about the same trait, so that a class can talk about it. */
function histogramQuestion(world: World, habitat: number): Question | null {
  const traits = askedTraits(world.settings.founder);
  const asked = traits[drawBelow(traits.length, seedOf(world), Stream.question, 0, Use.trait)];
  return asked === undefined ? null : { kind: 'histogram', habitat, ...asked };
}

/** Null when no other steward laid anything. */
function sculptorQuestion(world: World, seat: number, seed: number): Question | null {
  const rivals = world.habitats.filter(({ id }) => id !== seat && (world.pressures[id] ?? []).length > 0);
  const rival = rivals[drawBelow(Math.max(1, rivals.length), seed, Stream.question, 0, Use.rival)];
  if (rival === undefined) return null;
  const laid = (world.pressures[rival.id] ?? []).map(({ card }) => card);
  const card = laid[drawBelow(laid.length, seed, Stream.question, 0, Use.card)];
  if (card === undefined) return null;
  const innocent = shuffled(
    world.settings.deck.filter((other) => !laid.includes(other)),
    seed,
    Use.others,
  );
  const choices = shuffled([card, ...innocent.slice(0, SUSPECTS - 1)], seed, Use.order);
  return { kind: 'sculptor', habitat: rival.id, choices };
}

function shuffled(cards: readonly CardId[], seed: number, part: number): CardId[] {
  const keyed = cards.map((card, at) => ({ card, key: draw(seed, Stream.question, 1 + at, part) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ card }) => card);
}
