/** Bots: stewards with named policies. What they lay is a pure function of the world, the seat and a seed. */
import { BUDGET, CARD_IDS, CARDS, type CardId, MAX_CARDS, MAX_LEVEL } from './cards.ts';
import { HAZARD_CARDS, totalPoints } from './pressures.ts';
import { draw, drawBelow, Stream } from './rng.ts';
import { currentRound } from './world/create.ts';
import type { Pressure, PressureCommand, World } from './world/world.ts';

export const BOT_POLICIES = ['gardener', 'stormbringer', 'specialist', 'wanderer'] as const;
export type BotPolicy = (typeof BOT_POLICIES)[number];

/** What each is after, for people to read. */
export const BOT_LINES: Readonly<Record<BotPolicy, string>> = {
  gardener: 'One gentle pressure at a time, and fair mates.',
  stormbringer: 'All the hazards that the budget buys, new ones each round.',
  specialist: 'One hazard for the whole match, as hard as it goes.',
  wanderer: 'Two hazards in turn, so that nothing is learned by heart.',
};

/** By turns, as far as they are in the deck. */
const MATES: readonly CardId[] = ['symmetricMates', 'brightMates'];

type Plan = (world: World, seat: number, seed: number) => readonly Pressure[];

/** Hazards that the bots of a match know, of all: in one weather lineages meet again what they, or their neighbours, have met. */
const WEATHER = 6;
/** Of those, how many the wanderer goes round in: each comes back, in another company. */
const WANDERINGS = 4;

/** The hazards of a match, the same for all its bots. */
const weatherOf = ({ settings }: World, seed: number): readonly CardId[] =>
  shuffled(
    HAZARD_CARDS.filter((card) => settings.deck.includes(card)),
    seed,
    0,
  ).slice(0, WEATHER);

const PLANS: Readonly<Record<BotPolicy, Plan>> = {
  gardener: (world, seat, seed) => {
    // Kept for two rounds: time enough for a lineage to answer.
    const season = Math.floor(currentRound(world) / 2);
    const fair = MATES.filter((card) => world.settings.deck.includes(card));
    const mates = fair
      .slice((seat + season) % 2)
      .concat(fair)
      .slice(0, 1);
    const courtship = mates.map((card) => ({ card, level: 1 }));
    return lastSurvival(world, seat) < 50
      ? courtship
      : [{ card: pick(weatherOf(world, seed), seed, seat, season), level: 2 }, ...courtship];
  },
  stormbringer: (world, seat, seed) => {
    const round = currentRound(world);
    return shuffled(weatherOf(world, seed), seed, 1 + seat * 64 + round)
      .slice(0, MAX_CARDS)
      .map((card, place) => ({ card, level: place === 0 ? MAX_LEVEL : 1 }));
  },
  specialist: (world, seat, seed) => {
    const card = pick(weatherOf(world, seed), seed, seat, 0);
    // A lineage that is dying out learns nothing: one level less for a round.
    return [{ card, level: lastSurvival(world, seat) < 35 ? 1 : MAX_LEVEL }];
  },
  wanderer: (world, seat, seed) => {
    const round = currentRound(world);
    const deck = shuffled(weatherOf(world, seed), seed, 4096 + seat).slice(0, WANDERINGS);
    const [first = 'frost', second = 'drought'] = [deck[round % deck.length], deck[(round + 1) % deck.length]];
    return [
      { card: first, level: 2 },
      { card: second, level: 2 },
    ];
  },
};

/**
 * A bot's commands for the coming round, for the empty table that opens it: always within budget. `seed` is the match's for
 * its bots, the same in every round.
 */
export function botCommands(policy: BotPolicy, world: World, seat: number, seed: number): PressureCommand[] {
  const plan = PLANS[policy](world, seat, seed);
  return withinBudget(plan).map(({ card, level }) => ({ tick: world.tick, seat, kind: 'pressure', card, level }));
}

/** Which policy a seat's bot has, if nobody chose one: all in turn, from a place that the seed decides. */
export function botPolicyFor(seat: number, seed: number): BotPolicy {
  const first = drawBelow(BOT_POLICIES.length, seed, Stream.bot, 0xffff);
  return BOT_POLICIES[(first + seat) % BOT_POLICIES.length] ?? 'gardener';
}

function withinBudget(plan: readonly Pressure[]): readonly Pressure[] {
  const kept: Pressure[] = [];
  for (const { card, level } of plan.slice(0, MAX_CARDS)) {
    const affordable = Math.min(level, Math.floor((BUDGET - totalPoints(kept)) / CARDS[card].cost));
    if (affordable > 0) kept.push({ card, level: affordable });
  }
  return kept;
}

/** Per cent that lived through the last season; 100 before any. */
function lastSurvival(world: World, seat: number): number {
  const last = world.history[seat]?.at(-1);
  return last === undefined || last.born === 0 ? 100 : (100 * last.survived) / last.born;
}

const pick = (cards: readonly CardId[], seed: number, seat: number, part: number): CardId =>
  cards[drawBelow(cards.length, seed, Stream.bot, seat, part)] ?? CARD_IDS[0];

function shuffled(cards: readonly CardId[], seed: number, index: number): CardId[] {
  const keyed = cards.map((card, part) => ({ card, key: draw(seed, Stream.bot, index + 1024, part) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ card }) => card);
}
