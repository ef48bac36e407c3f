/**
 * The world as plain data. It changes in one way only: a frame is applied to it (apply.ts). On the server frames are decided
 * (births.ts, season.ts) from the world and the bodies grown; everywhere else they are received or read from a recording.
 */

import type { CardId } from '../cards.ts';
import type { Genome } from '../genome.ts';
import type { InterventionId } from '../interventions.ts';

/**
 * What kind of match: open; a drift duel (duel.ts); guess the sculptor, which is open here, while pages hide the cards of
 * rivals until the round's guess is over.
 */
export type Game = 'open' | 'drift' | 'sculptor';
/** Whether stewards have a brief: none, each their own, or all the same. */
export type Briefs = 'none' | 'own' | 'same';

/** Public from the start, fixed for the whole match. Integers unless said otherwise. */
export interface Settings {
  /** The version of the rules that the match is played by (rules.ts). */
  readonly rules: number;
  /** Key of the founder species in the library. */
  readonly founder: string;
  /** 1 to 40. Habitat h is looked after by the steward of seat h. */
  readonly habitats: number;
  /** 1 to 20 rounds of training, before the exam. */
  readonly rounds: number;
  /** 1 to 10. */
  readonly generationsPerRound: number;
  /**
   * Creatures a habitat can carry, 4 to 200; habitats × population is at most MAX_CREATURES. A drift duel has its own
   * (duel.ts), and no migration.
   */
  readonly population: number;
  /** Chance that a newborn comes from a neighbouring habitat, in 1,000ths: 0 (islands) to 500 (one sea). */
  readonly migration: number;
  /** Developmental noise in per cent, as in GrowthConditions. */
  readonly noise: number;
  /** Draws the map: 0 to 2^32 - 1. Public; it decides nothing else. */
  readonly mapSeed: number;
  /** Whether a disaster comes once (shock.ts). */
  readonly shock: boolean;
  readonly game: Game;
  readonly briefs: Briefs;
  /** The cards that stewards may lay, in the order of CARD_IDS: at least 6 of them. */
  readonly deck: readonly CardId[];
}

export const MAX_HABITATS = 40;
export const MAX_CREATURES = 1200;

export interface Background {
  /** 0 to 255 each. */
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** Darkness of the ground's own pattern, 0 (plain) to 255, and the size of its patches in sites, 2 to 8. */
  readonly contrast: number;
  readonly scale: number;
  /** What the ground is, for words and pictures. */
  readonly kind: 'moss' | 'sand' | 'slate' | 'snow' | 'clay' | 'reef' | 'meadow' | 'bark';
}

export interface Habitat {
  readonly id: number;
  /** Place on the map in hexagon coordinates (axial). */
  readonly q: number;
  readonly r: number;
  readonly neighbours: readonly number[];
  readonly background: Background;
  /** -100 to 100, as in GrowthConditions. */
  readonly temperature: number;
  readonly nutrition: number;
}

/** Level 1 to 3. */
export interface Pressure {
  readonly card: CardId;
  readonly level: number;
}

/** No parent: grown from the founder's genome. */
export const FOUNDER_PARENT = 0xffff;
export const NO_TWIN = -1;

export interface Creature {
  readonly genome: Genome;
  readonly noiseSeed: number;
  readonly habitat: number;
  /** Indices into the previous generation, or FOUNDER_PARENT. */
  readonly mother: number;
  readonly father: number;
  /** Index (this generation) of the creature with the same genome, born together; or NO_TWIN. */
  readonly twin: number;
  /** 0 while alive; else a cause's number (causes.ts). */
  cause: number;
  /** When in the season it died, 0 to 255. */
  moment: number;
}

export interface SeasonRecord {
  readonly born: number;
  readonly survived: number;
  /** Points of the budget that the hazards in force were worth; cards that choose mates do not count. */
  readonly points: number;
}

/** Where the world stands: before births of `generation`, or between its births and its season. */
export type Stage = 'births' | 'season' | 'over';

/** What a steward did in the middle of a round; `tick` is that of the step whose frame carries it. */
export interface Intervention {
  readonly seat: number;
  readonly intervention: InterventionId;
  readonly tick: number;
}

export interface World {
  readonly settings: Settings;
  readonly founderGenome: Genome;
  readonly habitats: readonly Habitat[];
  /** The disaster that is announced from the start; null in a match without one. */
  readonly shockCard: Pressure | null;
  /** Steps done; step 2g is the births of generation g, step 2g + 1 its season. */
  tick: number;
  stage: Stage;
  /** The generation now living, or next to be born. The exam's generation is rounds × generationsPerRound. */
  generation: number;
  /** Sorted by habitat. Before the births of a generation these are the dead and living of the one before. */
  creatures: Creature[];
  /** Per habitat: the pressures in force, in the order played. */
  pressures: Pressure[][];
  /** The generation that the disaster struck; null as long as it has not come. */
  shockedAt: number | null;
  /** Those of the round now played, in order; empty when a round opens. */
  interventions: readonly Intervention[];
  /** The exam's pressures, the same for all; empty until it begins. */
  examPressures: Pressure[];
  /** Per habitat and generation played: how many were born, how many lived through the season, under how many card points. */
  history: SeasonRecord[][];
  /** Sets of cards that were in force together in some habitat, each as a mask (bit c: CARD_IDS[c]), ascending. */
  played: number[];
  /** 16 bytes: hash chain over all frames so far and the state after the last season. */
  hash: Uint8Array;
}

/** A command takes effect at the step with its tick, before anything else of that step. */
export type Command = PressureCommand | InterventionCommand;

export interface InterventionCommand extends Intervention {
  readonly kind: 'intervention';
}

export interface PressureCommand {
  readonly tick: number;
  readonly seat: number;
  readonly kind: 'pressure';
  readonly card: CardId;
  /** 0 takes the card back; 1 to 3 plays it at that level. */
  readonly level: number;
}

interface FrameBase {
  readonly tick: number;
  /** Those with this frame's tick, in the order in which they take effect. */
  readonly commands: readonly Command[];
}

/** Who is born. The children's heredity and noise follow from `seed` and their index. */
export interface BirthFrame extends FrameBase {
  readonly kind: 'births';
  readonly generation: number;
  /** From it the genomes of the newborn follow, and the noise in their development, unless `noise` says otherwise. */
  readonly seed: number;
  /** From what else their noise follows: in a branch whose bodies or genomes are drawn anew. Null in a match. */
  readonly noise: number | null;
  /** The exam's cards, in the exam's frame only. */
  readonly examPressures: readonly Pressure[];
  /** The disaster, if it strikes this generation: in force everywhere, beside the cards laid. */
  readonly shock: Pressure | null;
  /** Newborn per habitat. */
  readonly counts: readonly number[];
  /** Uint16Array[newborn], in habitat order. */
  readonly mothers: Uint16Array;
  readonly fathers: Uint16Array;
}

/** Who dies, when, of what. */
export interface SeasonFrame extends FrameBase {
  readonly kind: 'season';
  readonly generation: number;
  /** Uint8Array[creatures]: 0 survived, else a cause. */
  readonly causes: Uint8Array;
  readonly moments: Uint8Array;
  /** The world's hash after this frame. */
  readonly hash: Uint8Array;
}

export type Frame = BirthFrame | SeasonFrame;

export const roundOf = (settings: Settings, generation: number): number =>
  Math.floor(generation / settings.generationsPerRound);
/** The generation that the world's creatures belong to; -1 before the first births. */
export const livingGeneration = ({ stage, generation }: Pick<World, 'stage' | 'generation'>): number =>
  stage === 'births' ? generation - 1 : generation;
export const examGeneration = (settings: Settings): number => settings.rounds * settings.generationsPerRound;
